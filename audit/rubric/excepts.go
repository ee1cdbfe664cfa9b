package rubric

// excepts reports whether s[i] takes something out of all that was named before it.
func excepts(s []token, i int) bool {
	switch next := word(s, i+1); s[i].word {
	case "but", "except", "save", "bar", "excluding":
	case "other":
		if next != "than" {
			return false
		}
	case "apart", "aside":
		if next != "from" {
			return false
		}
	default:
		return false
	}
	all := false
	for k := max(0, i-6); k < i; k++ {
		switch s[k].word {
		case "all", "every", "each":
			all = true
		}
	}
	for k := i + 1; all && k < len(s) && s[k].word != "," && s[k].word != ";"; k++ {
		if s[k].is(auxiliaries) || past(s, k) {
			return false // a statement of its own
		}
	}
	return all
}
