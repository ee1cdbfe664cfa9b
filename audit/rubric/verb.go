package rubric

import "strings"

// Did reports whether words tell of something that was done: they have a verb of
// the past.
func Did(s []Token) bool {
	for i := range s {
		if Past(s, i) {
			return true
		}
	}
	return false
}

// Past reports whether s[i] is a verb of the past.
func Past(s []Token, i int) bool {
	t := &s[i]
	if t.Past || t.Is(Acts) && !t.Is(Negations) {
		switch t.Word {
		case "by", "through", "none", "nothing":
			return false
		}
		return true
	}
	return len(t.Word) > 4 && strings.HasSuffix(t.Word, "ed") && !t.Is(DimensionNouns|CalledParts)
}
