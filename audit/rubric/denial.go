package rubric

import (
	"slices"
	"strings"
)

// A denial may leave room: "no other measure was found" supposes one, "nothing was done
// in March" says nothing of April.

// deniesInPart reports whether a statement denies no more than something beside what was
// done, or what was done at some time.
func deniesInPart(s []token) bool {
	denied := false
	for i := range s {
		switch w, next := s[i].word, word(s, i+1); {
		case s[i].is(negations):
			denied = true
			if (w == "no" || w == "not" && next == "any") && word(s, i+2) != "than" {
				for k := i + 1; k <= i+2; k++ {
					switch word(s, k) {
					case "other", "further", "additional":
						return at(s, k+1).is(actionNouns)
					}
				}
			}
		case denied && (w == "in" || w == "during" || w == "since" || w == "until" || w == "before") && (slices.Contains(months, next) || isYear(next)):
			return true
		}
	}
	return false
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// isYear reports whether a number as printed is one of a year.
func isYear(text string) bool {
	return len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20"))
}
