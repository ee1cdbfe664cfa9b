package statement

import "recount.invalid/recount/audit/rubric/token"

// Excepts reports whether s[i] takes something out of all that was named before it.
func Excepts(s []token.Token, i int) bool {
	switch next := token.Word(s, i+1); s[i].Word {
	case "but", "except", "save", "bar", "excluding":
	case "other":
		if next != "than" {
			return false
		}
	case "apart", "aside":
		if next != "from" {
			return false
		}
	default:
		return false
	}
	all := false
	for k := max(0, i-6); k < i; k++ {
		switch s[k].Word {
		case "all", "every", "each":
			all = true
		}
	}
	for k := i + 1; all && k < len(s) && s[k].Word != "," && s[k].Word != ";"; k++ {
		if s[k].Is(token.Auxiliaries) || Past(s, k) {
			return false // a statement of its own
		}
	}
	return all
}
