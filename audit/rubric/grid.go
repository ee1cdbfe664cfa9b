package rubric

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
)

// maxCount bounds the grid of counted actions.
const maxCount = 24

// States are the points of the grid on which the text can be walked, in
// order; empty where the text gives none.
func (r Reading) States() []condition.State {
	if r.Mixed || len(r.Levels) == 0 {
		return nil
	}
	if r.Unit == condition.Cases {
		var out []condition.State
		for i, words := range r.Points {
			if words != "" {
				out = append(out, condition.State{Strong: i, Weak: 0})
			}
		}
		return out
	}
	top := r.Size
	if r.Unit == condition.Actions {
		top = 0
		for _, l := range r.Levels {
			for _, c := range l.Clauses {
				for _, a := range c.Atoms {
					for _, n := range []int{a.Count.Sure.Lo, a.Count.Sure.Hi, a.Count.Possible.Lo, a.Count.Possible.Hi} {
						if n != condition.Unlimited {
							top = max(top, n)
						}
					}
				}
			}
		}
		top = min(top+1, maxCount)
	}
	if top <= 0 {
		return nil
	}
	var out []condition.State
	for s := 0; s <= top; s++ {
		for w := 0; w <= top; w++ {
			if w > 0 && !r.Graded || r.Unit == condition.Dimensions && s+w > top {
				break
			}
			out = append(out, condition.State{Strong: s, Weak: w})
		}
	}
	return out
}

// Level gives the condition of a score.
func (r Reading) Level(score int) (condition.Condition, bool) {
	for _, l := range r.Levels {
		if l.Score == score {
			return l, true
		}
	}
	return condition.Condition{}, false
}

// Indistinct gives two levels that answer alike for every state: what tells
// them apart is then something that the grammar does not see.
func (r Reading) Indistinct() (upper, lower int, found bool) {
	states := r.States()
	for i, a := range r.Levels {
		for _, b := range r.Levels[i+1:] {
			alike := len(states) > 0
			for _, s := range states {
				alike = alike && a.Truth(s) == b.Truth(s)
			}
			if alike {
				return a.Score, b.Score, true
			}
		}
	}
	return 0, 0, false
}

// Gaps are the states that no level covers under any reading.
func (r Reading) Gaps() []condition.State {
	var out []condition.State
	for _, s := range r.States() {
		t := condition.Out
		for _, l := range r.Levels {
			t = max(t, l.Truth(s))
		}
		if r.pair != nil && r.pair.supposes(s) {
			continue
		}
		if t == condition.Out && !r.isTreated(s) {
			out = append(out, s)
		}
	}
	return out
}

// withCounts is the reading with every count replaced.
func (r Reading) withCounts(f func(condition.Quantity) condition.Quantity) Reading {
	levels := make([]condition.Condition, len(r.Levels))
	for i, l := range r.Levels {
		clauses := make([]condition.Clause, len(l.Clauses))
		for k, c := range l.Clauses {
			atoms := make([]condition.Atom, len(c.Atoms))
			for n, a := range c.Atoms {
				a.Count = f(a.Count)
				atoms[n] = a
			}
			c.Atoms = atoms
			clauses[k] = c
		}
		l.Clauses = clauses
		levels[i] = l
	}
	r.Levels = levels
	return r
}

// writes reports whether some count of the text is so written.
func (r Reading) writes(is func(condition.Quantity) bool) bool {
	for _, l := range r.Levels {
		for _, c := range l.Clauses {
			for _, a := range c.Atoms {
				if is(a.Count) {
					return true
				}
			}
		}
	}
	return false
}

// LiteralGaps are the states that no level covers where a number is taken at
// its word. It is so taken where the text writes a minimum out, since what says "at
// least three" where it means three or more means one by "one"; and below a highest
// level that asks for all of the parts, since "one of the three" between all and none
// leaves two to be placed. Of any other text it has none.
func (r Reading) LiteralGaps() []condition.State {
	if !r.writes(func(q condition.Quantity) bool { return q.Bare }) {
		return nil
	}
	minimum := r.writes(func(q condition.Quantity) bool { return q.Minimum })
	if !minimum && !r.asksForAll() {
		return nil
	}
	return r.withCounts(func(q condition.Quantity) condition.Quantity {
		if q.Bare && !q.Loose && q.Possible.Hi == condition.Unlimited {
			q.Possible = q.Sure
		}
		return q
	}).Gaps()
}

// asksForAll reports whether the highest level is for all of the parts, and no
// level says that a number is one among more.
func (r Reading) asksForAll() bool {
	if r.Size < 3 || r.Unit == condition.Actions || len(r.Levels[0].Clauses) == 0 {
		return false
	}
	for _, c := range r.Levels[0].Clauses {
		if len(c.Atoms) != 1 || c.Atoms[0].Count.Possible.Lo != r.Size {
			return false
		}
	}
	return true
}

// UpTo holds the two ways to read "up to four strong actions" against each
// other: where it leaves out none at all, gaps are the states that no level
// covers; where it takes none in, overlaps are the states that two levels
// claim. Both are nil unless both are there: one of the readings is then
// without fault.
func (r Reading) UpTo() (gaps []condition.State, overlaps []Overlap) {
	if !r.writes(func(q condition.Quantity) bool { return q.UpTo }) {
		return nil, nil
	}
	gaps = r.withCounts(func(q condition.Quantity) condition.Quantity {
		if q.UpTo {
			q.Possible = q.Sure
		}
		return q
	}).Gaps()
	overlaps = r.withCounts(func(q condition.Quantity) condition.Quantity {
		if q.UpTo {
			q.Sure = q.Possible
		}
		return q
	}).Overlaps()
	if len(gaps) == 0 || len(overlaps) == 0 {
		return nil, nil
	}
	return gaps, overlaps
}

// Walked says how much of the grid was walked.
func (r Reading) Walked() string {
	states := r.States()
	if r.Unit == condition.Cases {
		var words []string
		for _, s := range states {
			words = append(words, r.Points[s.Strong])
		}
		return fmt.Sprintf("walked: %d cases (%s)", len(words), strings.Join(words, "; "))
	}
	strong, weak := 0, 0
	for _, s := range states {
		strong, weak = max(strong, s.Strong), max(weak, s.Weak)
	}
	noun := "actions"
	if r.Unit == condition.Dimensions {
		noun = "dimensions"
	}
	if !r.Graded {
		return fmt.Sprintf("walked: 0 to %d %s, %d combinations", strong, noun, len(states))
	}
	return fmt.Sprintf("walked: 0 to %d strong and 0 to %d weak %s, %d combinations", strong, weak, noun, len(states))
}

// Unsure counts the states for which no level answers In though one may.
func (r Reading) Unsure() int {
	n := 0
	for _, s := range r.States() {
		t := condition.Out
		for _, l := range r.Levels {
			t = max(t, l.Truth(s))
		}
		if t == condition.Maybe {
			n++
		}
	}
	return n
}

// Overlap is a state that two levels claim.
type Overlap struct {
	State        condition.State
	Upper, Lower condition.Condition
}

// Overlaps are the states that two levels claim. A scale is read from the top
// down: a lower level that only sets a minimum ("at least one strong action")
// leaves to the higher level what that claims, and does not overlap with it.
// An overlap is reported where the lower level names an upper limit
// ("between one and three") and the higher level begins below it.
func (r Reading) Overlaps() []Overlap {
	var out []Overlap
	for _, s := range r.States() {
		for i, upper := range r.Levels {
			for _, lower := range r.Levels[i+1:] {
				if upper.Truth(s) != condition.In || lower.Truth(s) != condition.In {
					continue
				}
				if !limitedAt(lower, s) || !reaches(upper, s) || r.isSettled(s) {
					continue
				}
				out = append(out, Overlap{s, upper, lower})
			}
		}
	}
	return out
}

func limitedAt(c condition.Condition, s condition.State) bool {
	for _, cl := range c.Clauses {
		if cl.Truth(s) == condition.In && cl.Limits(s) {
			return true
		}
	}
	return false
}

// reaches reports whether the upper level claims s by a clause of its own
// about what s has: a clause about weak action alone does not claim a state
// with strong action.
func reaches(c condition.Condition, s condition.State) bool {
	for _, cl := range c.Clauses {
		if cl.Truth(s) != condition.In {
			continue
		}
		weakOnly := len(cl.Atoms) > 0
		for _, a := range cl.Atoms {
			if a.Strength != token.Weak {
				weakOnly = false
			}
		}
		if !weakOnly || s.Strong == 0 {
			return true
		}
	}
	return false
}

// Conflict is a level on which two texts differ.
type Conflict struct {
	Score int
	// States are those that one text puts into the level and the other
	// keeps out of it.
	States []condition.State
	// InFirst says, for the first of States, that it is the first text that
	// puts it in.
	InFirst bool
}

// Compare finds the levels on which two texts of one commitment differ. ok is
// false where they cannot be compared: another unit, no grid.
func Compare(a, b Reading) (conflicts []Conflict, ok bool) {
	if a.Mixed || b.Mixed || a.Unit != b.Unit || len(a.Levels) == 0 || len(b.Levels) == 0 {
		return nil, false
	}
	if a.Unit == condition.Dimensions && a.Size != b.Size || a.Unit == condition.Cases && !slices.Equal(a.Points, b.Points) {
		return nil, false
	}
	states := a.States()
	if other := b.States(); len(other) > len(states) {
		states = other
	}
	if len(states) == 0 {
		return nil, false
	}
	for _, la := range a.Levels {
		lb, found := b.Level(la.Score)
		if !found || len(la.Clauses) == 0 || len(lb.Clauses) == 0 {
			continue
		}
		c := Conflict{Score: la.Score}
		for _, s := range states {
			ta, tb := la.Truth(s), lb.Truth(s)
			if ta == condition.In && tb == condition.Out || ta == condition.Out && tb == condition.In {
				if len(c.States) == 0 {
					c.InFirst = ta == condition.In
				}
				c.States = append(c.States, s)
			}
		}
		if len(c.States) > 0 {
			conflicts = append(conflicts, c)
		}
	}
	return conflicts, true
}

// Crossed finds a state that one text puts into a level with an upper limit
// ("only one area") and the other into a higher level.
func Crossed(a, b Reading) (lower, upper int, s condition.State, ok bool) {
	for _, s := range a.States() {
		for _, la := range a.Levels {
			for _, lb := range b.Levels {
				if lb.Score > la.Score && la.Truth(s) == condition.In && limitedAt(la, s) && lb.Truth(s) == condition.In {
					return la.Score, lb.Score, s, true
				}
			}
		}
	}
	return 0, 0, condition.State{}, false
}

// Describe says a state in words ("strong action in 1 dimension and weak action
// in 2").
func (r Reading) Describe(s condition.State) string {
	if r.Unit == condition.Cases {
		return r.Points[s.Strong]
	}
	noun := func(n int) string {
		if r.Unit == condition.Dimensions {
			if n == 1 {
				return "1 dimension"
			}
			return fmt.Sprintf("%d dimensions", n)
		}
		return fmt.Sprint(n)
	}
	var parts []string
	add := func(n int, grade string) {
		if r.Unit == condition.Dimensions {
			parts = append(parts, grade+"action in "+noun(n))
			return
		}
		plural := "s"
		if n == 1 {
			plural = ""
		}
		parts = append(parts, fmt.Sprintf("%d %saction%s", n, grade, plural))
	}
	if s.Strong == 0 && s.Weak == 0 {
		return "no action"
	}
	switch {
	case !r.Graded:
		add(s.Strong, "")
	case s.Strong == 0:
		add(s.Weak, "weak ")
		parts = append(parts, "no strong action")
	case s.Weak == 0:
		add(s.Strong, "strong ")
	default:
		add(s.Strong, "strong ")
		add(s.Weak, "weak ")
	}
	return strings.Join(parts, " and ")
}
