package statement

import "recount.invalid/recount/audit/rubric/token"

// Opposing reports whether s[i] says that something goes against the commitment.
func Opposing(s []token.Token, i int) bool {
	switch w := s[i].Word; {
	case s[i].Is(token.Contradictions):
		return true
	case w == "counter" && token.Word(s, i+1) == "to", w == "against":
		j := i + 1
		if w == "counter" {
			j++
		}
		switch token.Word(s, j) {
		case "the", "its", "this", "their", "both", "all", "what":
			return w == "counter" || token.At(s, j+1).Is(token.Promises)
		}
		return w == "counter" && token.Word(s, j) == "it"
	}
	return false
}

// Opposes reports whether a statement says that the member acted against the
// commitment.
func Opposes(s []token.Token) bool {
	for i, t := range s {
		if t.Is(token.Negations) {
			return false // "none that undermines it"
		}
		if Opposing(s, i) {
			return true
		}
	}
	return false
}
