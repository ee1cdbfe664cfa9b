package rule

import (
	"fmt"
	"sort"
)

// registry holds every rule ever numbered by its ID.
var registry = map[string]*Rule{}

// Register puts a rule into the registry. It is called from the rule's own
// file only, as the initialiser of a package variable, so that adding a rule
// is adding a file. Registering an ID twice is a mistake in the program and
// stops it at start.
func Register(r Rule) *Rule {
	if _, taken := registry[r.ID]; taken {
		panic("audit: rule registered twice: " + r.ID)
	}
	registry[r.ID] = &r
	return &r
}

// Rules gives every rule, sorted by ID. The slice is the caller's own.
func Rules() []Rule {
	out := make([]Rule, 0, len(registry))
	for _, r := range registry {
		out = append(out, *r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Lookup gives the rule with that ID.
func Lookup(id string) (Rule, bool) {
	r, ok := registry[id]
	if !ok {
		return Rule{}, false
	}
	return *r, true
}

// UnknownRuleError is returned by Run when a rule that does not exist was
// selected, skipped or waived.
type UnknownRuleError struct {
	ID string
}

// Error names the rule and where to look.
func (e *UnknownRuleError) Error() string {
	return fmt.Sprintf("no such rule: %q (see `recount rules`)", e.ID)
}
