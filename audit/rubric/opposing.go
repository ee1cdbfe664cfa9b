package rubric

// Opposing reports whether s[i] says that something goes against the commitment.
func Opposing(s []Token, i int) bool {
	switch w := s[i].Word; {
	case s[i].Is(Contradictions):
		return true
	case w == "counter" && Word(s, i+1) == "to", w == "against":
		j := i + 1
		if w == "counter" {
			j++
		}
		switch Word(s, j) {
		case "the", "its", "this", "their", "both", "all", "what":
			return w == "counter" || At(s, j+1).Is(Promises)
		}
		return w == "counter" && Word(s, j) == "it"
	}
	return false
}

// Opposes reports whether a statement says that the member acted against the
// commitment.
func Opposes(s []Token) bool {
	for i, t := range s {
		if t.Is(Negations) {
			return false // "none that undermines it"
		}
		if Opposing(s, i) {
			return true
		}
	}
	return false
}
