package statement

import (
	"strings"

	"recount.invalid/recount/audit/rubric/token"
)

// Did reports whether words tell of something that was done: they have a verb of
// the past.
func Did(s []token.Token) bool {
	for i := range s {
		if Past(s, i) {
			return true
		}
	}
	return false
}

// Past reports whether s[i] is a verb of the past.
func Past(s []token.Token, i int) bool {
	t := &s[i]
	if t.Past || t.Is(token.Acts) && !t.Is(token.Negations) {
		switch t.Word {
		case "by", "through", "none", "nothing":
			return false
		}
		return true
	}
	return len(t.Word) > 4 && strings.HasSuffix(t.Word, "ed") && !t.Is(token.DimensionNouns|token.CalledParts)
}
