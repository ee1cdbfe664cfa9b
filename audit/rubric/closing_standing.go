package rubric

// What a statement says of whatever it names.

// standingOf reads what a statement says of whatever it names.
func standingOf(s []token) Standing {
	negative, short, strong, weak := false, false, false, false
	for i, t := range s {
		switch {
		case (t.word == "not" || t.word == "no") && (word(s, i+1) == "only" || word(s, i+1) == "longer"):
		case t.is(negations), t.word == "yet" && word(s, i+1) == "to", undone(s, i):
			negative = true
		case t.is(insufficient):
			return Insufficient
		}
		if t.is(shortfalls) {
			short = true
		}
		if g, ok := t.strength(); ok && graded(s, i) {
			strong = strong || g == Strong
			weak = weak || g == Weak
		}
		if t.word == "strongly" {
			strong = true
		}
	}
	switch {
	case negative && (short || strong):
		return Insufficient
	case negative:
		return Untouched
	case strong && weak:
		return Acted
	case strong:
		return CalledStrong
	case weak:
		return CalledWeak
	}
	return Acted
}

// graded reports whether the adjective at s[i] grades an action.
func graded(s []token, i int) bool {
	for k := i + 1; k < len(s) && k <= i+4; k++ {
		if s[k].is(actionNouns) || k == i+1 && (s[k].word == "one" || s[k].word == "ones") {
			return true
		}
	}
	return false
}
