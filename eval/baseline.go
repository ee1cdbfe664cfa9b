package eval

import (
	"encoding/json"
	"fmt"
	"sort"

	"recount.invalid/recount/fixtures"
)

// Baseline is what was reached before; see Fallen.
type Baseline struct {
	Fields map[string]Tally     `json:"fields"`
	Styles map[string]Tally     `json:"styles"`
	Rules  map[string]RuleScore `json:"rules"`
	// Changes are the kinds of change between two versions.
	Changes map[string]ChangeScore `json:"changes"`
}

// NewBaseline takes down what a run reached.
func NewBaseline(r *Result) *Baseline {
	b := &Baseline{Fields: map[string]Tally{}, Styles: map[string]Tally{}, Rules: map[string]RuleScore{}, Changes: map[string]ChangeScore{}}
	for n, t := range r.Total(func(Case) bool { return true }).Fields {
		b.Fields[n] = t
	}
	for _, n := range fixtures.Styles() {
		b.Styles[n] = r.Total(func(c Case) bool { return c.Producer == ProducerGo && c.Style == n }).All()
	}
	for _, n := range producersOf(r) {
		b.Styles[n] = r.Total(func(c Case) bool { return c.Producer == n }).All()
	}
	for n, s := range r.Audit.Rules {
		kept := *s
		kept.Checked, kept.Undecided = 0, 0 // these may change without harm
		b.Rules[n] = kept
	}
	for n, c := range r.Diff.Kinds {
		b.Changes[n] = *c
	}
	return b
}

// Encode writes the baseline as JSON.
func (b *Baseline) Encode() ([]byte, error) {
	out, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return nil, err
	}
	return append(out, '\n'), nil
}

// Fallen names every figure of now that is lower than it was: a field's or a
// style's share of right fields, a rule's share of defects found, and false
// findings that were not there. A field that is new is not held against it.
func (b *Baseline) Fallen(now *Baseline) []string {
	var out []string
	tallies := func(kind string, was, is map[string]Tally) {
		for n, t := range was {
			u, ok := is[n]
			// Cross-multiplied, so that a change in the number of fields does
			// not matter.
			if !ok || u.Right*t.Total < t.Right*u.Total {
				out = append(out, fmt.Sprintf("%s %s: was %d of %d, is %d of %d", kind, n, t.Right, t.Total, u.Right, u.Total))
			}
		}
	}
	tallies("field", b.Fields, now.Fields)
	tallies("style", b.Styles, now.Styles)
	for n, r := range b.Rules {
		u := now.Rules[n]
		if u.Found*r.Planted < r.Found*u.Planted || u.Planted == 0 && r.Planted > 0 {
			out = append(out, fmt.Sprintf("rule %s: found was %d of %d, is %d of %d", n, r.Found, r.Planted, u.Found, u.Planted))
		}
		if u.False > r.False {
			out = append(out, fmt.Sprintf("rule %s: false findings were %d, are %d", n, r.False, u.False))
		}
	}
	for n, u := range now.Rules {
		if _, ok := b.Rules[n]; !ok && u.False > 0 {
			out = append(out, fmt.Sprintf("rule %s is new and has %d false findings", n, u.False))
		}
	}
	for n, c := range b.Changes {
		u := now.Changes[n]
		if u.Found*c.Made < c.Found*u.Made || u.Made == 0 && c.Made > 0 {
			out = append(out, fmt.Sprintf("change %s: found was %d of %d, is %d of %d", n, c.Found, c.Made, u.Found, u.Made))
		}
		if u.False > c.False {
			out = append(out, fmt.Sprintf("change %s: false ones were %d, are %d", n, c.False, u.False))
		}
	}
	sort.Strings(out)
	return out
}
