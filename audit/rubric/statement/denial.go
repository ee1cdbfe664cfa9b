package statement

import (
	"slices"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/notation/date"
)

// A denial may leave room: "no other measure was found" supposes one, "nothing was done
// in March" says nothing of April.

// DeniesInPart reports whether a statement denies no more than something beside what was
// done, or what was done at some time.
func DeniesInPart(s []token.Token) bool {
	if LeavesOut(s) {
		return true
	}
	denied := false
	for i := range s {
		switch w, next := s[i].Word, token.Word(s, i+1); {
		case s[i].Is(token.Negations):
			denied = true
			if (w == "no" || w == "not" && next == "any") && token.Word(s, i+2) != "than" {
				for k := i + 1; k <= i+2; k++ {
					switch token.Word(s, k) {
					case "other", "further", "additional":
						return token.At(s, k+1).Is(token.ActionNouns)
					}
				}
			}
		case denied && (w == "in" || w == "during" || w == "since" || w == "until" || w == "before") && (slices.Contains(months, next) || date.IsYear(next)):
			return true
		}
	}
	return false
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
