package rubric

// What a sentence of a conclusion says of the member is told by its verbs, and may
// stand in the sentence that gives the score.

// uncertain reports whether a statement tells of what is not done yet, was done before
// or by others, or only in part. Words that name the parts tell no such thing.
func uncertain(s []token, parts []Component) bool {
	for i := range s {
		if tellsOf(s, i) || s[i].word == "than" && word(s, i-1) != "other" && !at(s, i+1).isNumber() {
			return true
		}
		if !s[i].is(unreal) && !s[i].is(middling) && !s[i].is(reductions) && !s[i].is(absences) || s[i].is(dimensionNouns) {
			continue
		}
		if w := word(s, i-1); w == "not" || w == "no" || s[i].word == "yet" && word(s, i+1) == "to" || undone(s, i) {
			continue
		}
		of := false
		for _, p := range parts {
			for _, own := range p.stems {
				of = of || s[i].stem != "" && s[i].stem == own
			}
		}
		if !of {
			return true
		}
	}
	return false
}

// tellsOf reports whether s[i] says that the member spoke of something.
func tellsOf(s []token, i int) bool {
	switch s[i].word {
	case "reported", "spoke", "spoken", "commented", "mentioned", "noted", "reviewed", "praised", "welcomed", "regretted":
		switch word(s, i-1) {
		case "was", "were", "is", "are", "been", "be":
			return false // of something that was reported
		}
		return true
	}
	return false
}

// furtherNumber reports whether words tell of a number beside a count: of other actions,
// of another place or time, or one that orders ("the first two").
func furtherNumber(s []token, from, to int) bool {
	for i := range s {
		w := s[i].word
		if i >= from && i <= to && w != "first" {
			continue
		}
		switch {
		case w == "first" || w == "second" || w == "third" || w == "fourth":
			if at(s, i+1).is(acts) || word(s, i+1) == "half" || word(s, i+1) == "year" {
				continue
			}
			return true
		case !s[i].isNumber() || w[0] >= '0' && w[0] <= '9':
		case definite(s, i), word(s, i-1) == "of", word(s, i-1) == "all":
		case w == "one" && (word(s, i+1) == "" || len(word(s, i+1)) == 1 || word(s, i-1) == "a" || word(s, i-1) == "no"):
		default:
			return true
		}
	}
	return false
}

// deniesWholly reports whether a statement that denies something of the parts that it
// names denies all of it, and not one thing that might have been done for them.
func deniesWholly(text string, s []token, parts []Component) bool {
	for i := range s {
		t := &s[i]
		if t.is(limiters) {
			return false
		}
		if t.stem == "" || t.is(actionNouns|dimensionNouns|calledParts|acting|acts|negations|plainest|neutral|assigning|absences) {
			continue
		}
		if c := text[t.start]; c >= 'A' && c <= 'Z' {
			continue // who
		}
		of := false
		for _, p := range parts {
			for _, own := range p.words() {
				of = of || sameWords([]string{t.stem}, []string{own})
			}
		}
		if !of {
			return false
		}
	}
	return true
}
