package rubric

// What a sentence of a conclusion says of the member is told by its verbs, and may
// stand in the sentence that gives the score.

// uncertain reports whether a statement tells of what is not done yet, was done before
// or by others, or only in part. Words that name the parts tell no such thing.
func uncertain(s []Token, parts []Component) bool {
	for i := range s {
		if tellsOf(s, i) || s[i].Word == "than" && Word(s, i-1) != "other" && !At(s, i+1).IsNumber() {
			return true
		}
		if !s[i].Is(Unreal) && !s[i].Is(Middling) && !s[i].Is(Reductions) && !s[i].Is(Absences) || s[i].Is(DimensionNouns) {
			continue
		}
		if w := Word(s, i-1); w == "not" || w == "no" || s[i].Word == "yet" && Word(s, i+1) == "to" || Undone(s, i) {
			continue
		}
		of := false
		for _, p := range parts {
			for _, own := range p.Stems {
				of = of || s[i].Stem != "" && s[i].Stem == own
			}
		}
		if !of {
			return true
		}
	}
	return false
}

// tellsOf reports whether s[i] says that the member spoke of something.
func tellsOf(s []Token, i int) bool {
	switch s[i].Word {
	case "reported", "spoke", "spoken", "commented", "mentioned", "noted", "reviewed", "praised", "welcomed", "regretted":
		switch Word(s, i-1) {
		case "was", "were", "is", "are", "been", "be":
			return false // of something that was reported
		}
		return true
	}
	return false
}

// furtherNumber reports whether words tell of a number beside a count: of other actions,
// of another place or time, or one that orders ("the first two").
func furtherNumber(s []Token, from, to int) bool {
	for i := range s {
		w := s[i].Word
		if i >= from && i <= to && w != "first" {
			continue
		}
		switch {
		case w == "first" || w == "second" || w == "third" || w == "fourth":
			if At(s, i+1).Is(Acts) || Word(s, i+1) == "half" || Word(s, i+1) == "year" {
				continue
			}
			return true
		case !s[i].IsNumber() || w[0] >= '0' && w[0] <= '9':
		case definite(s, i), Word(s, i-1) == "of", Word(s, i-1) == "all":
		case w == "one" && (Word(s, i+1) == "" || len(Word(s, i+1)) == 1 || Word(s, i-1) == "a" || Word(s, i-1) == "no"):
		default:
			return true
		}
	}
	return false
}

// deniesWholly reports whether a statement that denies something of the parts that it
// names denies all of it, and not one thing that might have been done for them.
func deniesWholly(text string, s []Token, parts []Component) bool {
	for i := range s {
		t := &s[i]
		if t.Is(Limiters) {
			return false
		}
		if t.Stem == "" || t.Is(ActionNouns|DimensionNouns|CalledParts|Acting|Acts|Negations|Plainest|Neutral|Assigning|Absences) {
			continue
		}
		if c := text[t.Start]; c >= 'A' && c <= 'Z' {
			continue // who
		}
		of := false
		for _, p := range parts {
			for _, own := range p.Words() {
				of = of || sameWords([]string{t.Stem}, []string{own})
			}
		}
		if !of {
			return false
		}
	}
	return true
}
