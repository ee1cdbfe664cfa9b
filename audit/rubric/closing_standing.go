package rubric

import (
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// What a statement says of whatever it names.

// standingOf reads what a statement says of whatever it names.
func standingOf(s []token.Token) Standing {
	negative, short, strong, weak := false, false, false, false
	for i, t := range s {
		switch {
		case (t.Word == "not" || t.Word == "no") && (token.Word(s, i+1) == "only" || token.Word(s, i+1) == "longer"):
		case t.Is(token.Negations), t.Word == "yet" && token.Word(s, i+1) == "to", statement.Undone(s, i):
			negative = true
		case t.Is(token.Insufficient):
			return Insufficient
		}
		if t.Is(token.Shortfalls) {
			short = true
		}
		if g, ok := t.Strength(); ok && graded(s, i) {
			strong = strong || g == token.Strong
			weak = weak || g == token.Weak
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
func graded(s []token.Token, i int) bool {
	for k := i + 1; k < len(s) && k <= i+4; k++ {
		if s[k].Is(token.ActionNouns) || k == i+1 && (s[k].Word == "one" || s[k].Word == "ones") {
			return true
		}
	}
	return false
}
