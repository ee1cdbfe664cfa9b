package rubric

// opposing reports whether s[i] says that something goes against the commitment.
func opposing(s []token, i int) bool {
	switch w := s[i].word; {
	case s[i].is(contradictions):
		return true
	case w == "counter" && word(s, i+1) == "to", w == "against":
		j := i + 1
		if w == "counter" {
			j++
		}
		switch word(s, j) {
		case "the", "its", "this", "their", "both", "all", "what":
			return w == "counter" || at(s, j+1).is(promises)
		}
		return w == "counter" && word(s, j) == "it"
	}
	return false
}

// opposes reports whether a statement says that the member acted against the
// commitment.
func opposes(s []token) bool {
	for i, t := range s {
		if t.is(negations) {
			return false // "none that undermines it"
		}
		if opposing(s, i) {
			return true
		}
	}
	return false
}
