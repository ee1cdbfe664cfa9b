package rubric

import "recount.invalid/recount/audit/rubric/condition"

// Whether what a conclusion leaves open reaches the level of a score.

// Support is the answer to whether a conclusion reaches a level.
type Support int

// The three answers.
const (
	Undecided Support = iota
	Supported
	Unsupported
)

func (s Support) String() string {
	return [...]string{"undecided", "supported", "unsupported"}[s]
}

// reachable are the states that the conclusion leaves open. recorded is the
// largest number of actions that the section can be said to record, negative
// where that bounds nothing. silence says whether a component that is not
// mentioned is taken for one without action.
func (c Closing) reachable(r Reading, recorded int, silence bool) []condition.State {
	if r.Unit == condition.Cases {
		return c.reachableCases(r)
	}
	var out []condition.State
	counts := map[condition.State]bool{{}: true}
	if r.Unit == condition.Dimensions && len(c.Standings) > 0 {
		for _, st := range c.Standings {
			strong, weak, none := st.possible()
			if st == Silent && silence {
				strong, weak, none = false, false, true
			}
			next := map[condition.State]bool{}
			for s := range counts {
				if strong {
					next[condition.State{Strong: s.Strong + 1, Weak: s.Weak}] = true
				}
				if weak {
					next[condition.State{Strong: s.Strong, Weak: s.Weak + 1}] = true
				}
				if none {
					next[s] = true
				}
			}
			counts = next
		}
	} else {
		counts = nil
	}
	states := r.States()
	top := 0
	for _, s := range states {
		top = max(top, s.Strong)
	}
	// The grid ends one above the highest count that the text names; more is as
	// that is. Weak action is not told apart in a rubric that does not grade.
	has := func(q *condition.Quantity, n int) bool {
		return q == nil || q.Possible.Has(n) || r.Unit == condition.Actions && n == top && q.Possible.Lo > top
	}
	for _, s := range states {
		if counts != nil && !counts[s] && (r.Graded || !counts[condition.State{Strong: s.Strong, Weak: 0}]) {
			continue
		}
		if c.Unit == r.Unit || c.Unit == condition.NoUnit {
			if !has(c.Strong, s.Strong) || r.Graded && !has(c.Weak, s.Weak) {
				continue
			}
			if c.total != nil && !c.total.leaves(r, s, top, c.more) {
				continue
			}
		}
		if r.Unit == condition.Actions && recorded >= 0 && s.Strong+s.Weak > recorded {
			continue
		}
		out = append(out, s)
	}
	return out
}

// Reaches says whether what the conclusion and the recorded actions leave
// open reaches the level of the score.
func (c Closing) Reaches(r Reading, score, recorded int) Support {
	level, ok := r.Level(score)
	if !ok || c.Doubt != "" || r.Mixed || len(level.Clauses) == 0 {
		return Undecided
	}
	if !r.Graded && !r.plain() && c.callsWeak() {
		return Undecided // what weak action earns the text does not say
	}
	if c.opposing {
		return c.opposed(r, level)
	}
	judge := func(states []condition.State) Support {
		if len(states) == 0 {
			return Undecided
		}
		in, out := true, true
		for _, s := range states {
			switch r.grants(level, s) {
			case condition.In:
				out = false
			case condition.Out:
				in = false
			default:
				in, out = false, false
			}
		}
		switch {
		case in && !(c.more && r.speaksOfOpposed()):
			return Supported
		case out && c.more && nothing(states):
			return Undecided // what else is told may be something after all
		case out && !(c.more && level.Opposed()):
			return Unsupported
		}
		return Undecided // or what else is told goes against the commitment
	}
	if a := judge(c.reachable(r, recorded, false)); a != Undecided {
		if a == Unsupported && (c.faint || c.total != nil && r.Unit == condition.Actions && c.total.ofOther(r)) {
			return Undecided
		}
		if r.pair != nil && a == Unsupported && !c.tellsOfBoth(r, score) {
			return Undecided
		}
		return a
	}
	if a := c.byClosed(r, judge, recorded); a != Undecided {
		return a
	}
	if c.enumerates(r) && score == r.Levels[0].Score && len(r.Levels) > 2 {
		return refutation(judge(c.reachable(r, recorded, true)))
	}
	return Undecided
}

// nothing reports whether states are those without any action.
func nothing(states []condition.State) bool {
	for _, s := range states {
		if s.Strong > 0 || s.Weak > 0 {
			return false
		}
	}
	return true
}

// callsWeak reports whether the conclusion calls some action weak and none strong.
func (c Closing) callsWeak() bool {
	return (c.Weak != nil || c.weak) && c.Strong != nil && c.Strong.Possible.Hi == 0
}

// grants says whether a state earns the level and no other. What no level
// covers, or two levels do, is the rubric's fault and no conclusion's.
func (r Reading) grants(level condition.Condition, s condition.State) condition.Truth {
	if r.isDisputed(s) {
		return condition.Maybe
	}
	own, others := level.Truth(s), condition.Out
	for _, l := range r.Levels {
		if l.Score == level.Score {
			continue
		}
		t := l.Truth(s)
		others = max(others, t)
		if own != condition.In || t != condition.In {
			continue
		}
		upper, lower := l, level
		if l.Score < level.Score {
			upper, lower = level, l
		}
		switch {
		case limitedAt(lower, s) || !reaches(upper, s):
			return condition.Maybe
		case l.Score > level.Score:
			return condition.Out // a minimum leaves to the higher level what that claims
		}
	}
	if own == condition.Out && others == condition.Out {
		return condition.Maybe
	}
	return own
}

// refutation keeps only a refutation: silence proves nothing in a member's
// favour.
func refutation(s Support) Support {
	if s == Unsupported {
		return Unsupported
	}
	return Undecided
}

// enumerates reports whether the conclusion goes through the components one
// by one: it names at least half of them, and every sentence that evaluates and
// everything that it lists is tied to one.
func (c Closing) enumerates(r Reading) bool {
	if r.Unit != condition.Dimensions || len(r.Components) == 0 || len(c.Unplaced) > 0 || len(c.Untied) > 0 || len(c.Standings) < 2 {
		return false
	}
	named := 0
	for _, s := range c.Standings {
		if s != Silent {
			named++
		}
	}
	return named*2 >= len(c.Standings) && named < len(c.Standings)
}

// opposed judges a conclusion that tells of action against the commitment: it
// reaches a level that such action leads to, and none that excludes it. Where
// another level may hold such action too, nothing is concluded.
func (c Closing) opposed(r Reading, level condition.Condition) Support {
	leads, excludes := false, len(level.Clauses) > 0
	for _, cl := range level.Clauses {
		leads = leads || cl.Contradictory
		excludes = excludes && cl.Unopposed
	}
	if excludes {
		return Unsupported
	}
	for _, l := range r.Levels {
		for _, cl := range l.Clauses {
			if l.Score != level.Score && (cl.Contradictory || cl.Doubt) {
				leads = false
			}
		}
	}
	if leads {
		return Supported
	}
	return Undecided
}

// speaksOfOpposed reports whether some level speaks of action against the
// commitment.
func (r Reading) speaksOfOpposed() bool {
	for _, l := range r.Levels {
		for _, cl := range l.Clauses {
			if cl.Contradictory || cl.Unopposed {
				return true
			}
		}
	}
	return false
}
