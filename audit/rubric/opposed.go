package rubric

import "recount.invalid/recount/audit/rubric/condition"

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
