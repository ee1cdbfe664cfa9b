package rubric

// What a statement says of whatever it names.

// standingOf reads what a statement says of whatever it names.
func standingOf(s []Token) Standing {
	negative, short, strong, weak := false, false, false, false
	for i, t := range s {
		switch {
		case (t.Word == "not" || t.Word == "no") && (Word(s, i+1) == "only" || Word(s, i+1) == "longer"):
		case t.Is(Negations), t.Word == "yet" && Word(s, i+1) == "to", Undone(s, i):
			negative = true
		case t.Is(insufficient):
			return Insufficient
		}
		if t.Is(Shortfalls) {
			short = true
		}
		if g, ok := t.Strength(); ok && graded(s, i) {
			strong = strong || g == Strong
			weak = weak || g == Weak
		}
		if t.Word == "strongly" {
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
func graded(s []Token, i int) bool {
	for k := i + 1; k < len(s) && k <= i+4; k++ {
		if s[k].Is(ActionNouns) || k == i+1 && (s[k].Word == "one" || s[k].Word == "ones") {
			return true
		}
	}
	return false
}
