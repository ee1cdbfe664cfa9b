package statement

import "recount.invalid/recount/audit/rubric/token"

// Undone reports whether s[i] says without a negation that nothing was done.
func Undone(s []token.Token, i int) bool {
	switch s[i].Word {
	case "untouched", "unaddressed", "undone", "unchanged", "awaited", "pending", "outstanding":
		return true
	case "leaving":
		for k := i + 1; k < len(s); k++ {
			switch s[k].Word {
			case "aside", "out", "untouched", "unaddressed":
				return true
			}
		}
	case "stayed", "stays", "remained", "remains":
		return token.Word(s, i+1) == "the" && token.Word(s, i+2) == "same"
	case "as", "where":
		w, next := token.Word(s, i+1), token.Word(s, i+2)
		return (w == "it" || w == "they") && (next == "was" || next == "were" || next == "is" || next == "are")
	}
	return false
}
