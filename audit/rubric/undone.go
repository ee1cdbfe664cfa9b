package rubric

// undone reports whether s[i] says without a negation that nothing was done.
func undone(s []token, i int) bool {
	switch s[i].word {
	case "untouched", "unaddressed", "undone", "unchanged", "awaited", "pending", "outstanding":
		return true
	case "leaving":
		for k := i + 1; k < len(s); k++ {
			switch s[k].word {
			case "aside", "out", "untouched", "unaddressed":
				return true
			}
		}
	case "stayed", "stays", "remained", "remains":
		return word(s, i+1) == "the" && word(s, i+2) == "same"
	case "as", "where":
		w, next := word(s, i+1), word(s, i+2)
		return (w == "it" || w == "they") && (next == "was" || next == "were" || next == "is" || next == "are")
	}
	return false
}
