package rubric

// opposing reports whether s[i] says that something goes against the commitment.
func opposing(s []token, i int) bool {
	switch w := s[i].word; {
	case s[i].is(contradictions):
		return true
	case w == "counter" && word(s, i+1) == "to", w == "against":
		j := i + 1
		if w == "counter" {
			j++
		}
		switch word(s, j) {
		case "the", "its", "this", "their", "both", "all", "what":
			return w == "counter" || at(s, j+1).is(promises)
		}
		return w == "counter" && word(s, j) == "it"
	}
	return false
}

// opposes reports whether a statement says that the member acted against the
// commitment.
func opposes(s []token) bool {
	for i, t := range s {
		if t.is(negations) {
			return false // "none that undermines it"
		}
		if opposing(s, i) {
			return true
		}
	}
	return false
}

// opposed judges a conclusion that tells of action against the commitment: it
// reaches a level that such action leads to, and none that excludes it. Where
// another level may hold such action too, nothing is concluded.
func (c Closing) opposed(r Reading, level Condition) Support {
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

// opposed reports whether action against the commitment leads to the level.
func (c Condition) opposed() bool {
	for _, cl := range c.Clauses {
		if cl.Contradictory {
			return true
		}
	}
	return false
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
