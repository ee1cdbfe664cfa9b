package rubric

import "strings"

// did reports whether words tell of something that was done: they have a verb of
// the past.
func did(s []token) bool {
	for i := range s {
		if past(s, i) {
			return true
		}
	}
	return false
}

// past reports whether s[i] is a verb of the past.
func past(s []token, i int) bool {
	t := &s[i]
	if t.past || t.is(acts) && !t.is(negations) {
		switch t.word {
		case "by", "through", "none", "nothing":
			return false
		}
		return true
	}
	return len(t.word) > 4 && strings.HasSuffix(t.word, "ed") && !t.is(dimensionNouns|calledParts)
}
