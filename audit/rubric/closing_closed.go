package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
	"recount.invalid/recount/internal/lazyregexp"
)

// What a conclusion says in words that are all understood is asked where the rest of it
// leaves open whether a level is reached.

// reLeadsIn finds what stands before the words that give the score: "With two strong
// actions behind it, Norland receives a score of +1."
var reLeadsIn = lazyregexp.New(`(?i)^((?:with|given)\s[^,]*),\s+(?:[^,.]{1,60}?\s)?(?:has\s+(?:thus\s+|therefore\s+)?been\s+awarded|is\s+(?:thus\s+|therefore\s+)?(?:awarded|assigned|given|scored)|receives?|earns?|gets?|scores?)\b[^,]*$`)

// readClosed reads the sentences that a conclusion has beside the one that gives the score.
func (c *Closing) readClosed(r Reading, text string) {
	if r.Unit != Actions {
		return
	}
	if counts, ok := statementsOf(text); ok {
		c.closed = &counts
	}
}

// statementsOf are the limits that the sentences set.
func statementsOf(text string) (closed.Counts, bool) {
	p := borrowTokens(text)
	defer tokens.Put(p)
	var out []string
	for _, s := range sentences(text, *p) {
		words := quote(text, s)
		if !formula(s) && !reScoring.MatchString(printedAs(text, s)) {
			out = append(out, words)
			continue
		}
		if m := reLeadsIn.FindStringSubmatch(words); m != nil {
			out = append(out, m[1])
			continue
		}
		if slices.ContainsFunc(s, func(t token) bool { return t.is(actionNouns | strongs | weaks) }) {
			return closed.Counts{}, false
		}
	}
	return closed.Actions(out)
}

// byClosed judges by those limits, together with all else that the conclusion says.
func (c Closing) byClosed(r Reading, judge func([]State) Support, recorded int) Support {
	if c.closed == nil || r.speaksOfOpposed() {
		return Undecided
	}
	top := 0
	for _, s := range r.States() {
		top = max(top, s.Strong)
	}
	states := slices.DeleteFunc(c.reachable(r, recorded, false), func(s State) bool { return !c.allowed(r, s, top) })
	return judge(states)
}

// allowed reports whether a state is within the limits; the grid ends above the highest
// number that the text names, and more is as that is.
func (c Closing) allowed(r Reading, s State, top int) bool {
	strong := []int{s.Strong}
	weak := []int{s.Weak}
	for n := top + 1; s.Strong == top && n <= top+mostCounted; n++ {
		strong = append(strong, n)
	}
	for n := top + 1; s.Weak == top && n <= top+mostCounted; n++ {
		weak = append(weak, n)
	}
	for _, a := range strong {
		if !r.Graded {
			if r.plain() && c.closed.All.Has(a) || !r.plain() && c.closed.Strong.Has(a) {
				return true
			}
			continue
		}
		for _, b := range weak {
			if c.closed.Allows(a, b) {
				return true
			}
		}
	}
	return false
}

// closedWords are the statements that the limits rest on.
func (c Closing) closedWords() string {
	if c.closed == nil {
		return ""
	}
	return strings.Join(c.closed.Words, "; ")
}
