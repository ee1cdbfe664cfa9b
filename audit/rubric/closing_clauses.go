package rubric

// Where one statement of a sentence ends and the next begins.

// Clauses divides a sentence where a new statement begins.
func Clauses(s []Token) [][]Token {
	var out [][]Token
	from := 0
	for i, t := range s {
		if (t.Word == "without" || t.Word == "nor" || t.Word == "leaving" && Undone(s, i)) && i > from {
			out = append(out, s[from:i])
			from = i // the word itself says what the statement denies
			continue
		}
		if t.Word == "," && i > from && turns(s[from:i], s[i+1:]) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		if Excepts(s, i) || t.Word == "yet" && Word(s, i+1) == "to" {
			continue
		}
		if (t.Word == "and" || t.Word == ",") && i > from && (gradesAnew(s, i+1) || i+2 < len(s) && Past(s, i+1) && denies(s, i+2)) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		cut := t.Is(ClauseBreaks) || t.Word == "and" && At(s, i+1).Is(Auxiliaries) || t.Word == "," && denies(s, i+1)
		if t.Word == "not" && Word(s, i+1) == "only" {
			// "not only … but also": both halves are positive.
			return [][]Token{s}
		}
		if cut && i > from {
			out = append(out, s[from:i])
			from = i + 1
		} else if cut {
			from = i + 1
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// gradesAnew reports whether action of a grade stands at s[i], behind action of the
// other grade ("strong action on wells and weak action on pipes").
func gradesAnew(s []Token, i int) bool {
	for i < len(s) && (s[i].IsNumber() || s[i].Word == "only" || s[i].Word == "a") {
		i++
	}
	grade, ok := At(s, i).Strength()
	if !ok || !At(s, i+1).Is(ActionNouns) && !(Word(s, i+1) == "one" && len(Word(s, i+2)) > 1) {
		return false
	}
	for k := range s[:i] {
		if g, ok := s[k].Strength(); ok && g != grade && At(s, k+1).Is(ActionNouns) {
			return true
		}
	}
	return false
}

// turns reports whether a statement of its own stands on each side of a comma, and one
// of them alone denies ("while wells were dug, its pipes have not changed").
func turns(before, behind []Token) bool {
	verb := func(s []Token) bool {
		for i := range s {
			if s[i].Is(Auxiliaries) || Past(s, i) {
				return true
			}
		}
		return false
	}
	for i := range behind {
		if behind[i].Word == "," || behind[i].Is(ClauseBreaks) {
			behind = behind[:i]
			break
		}
	}
	return Denying(before) != Denying(behind) && verb(before) && verb(behind) && Did(before)
}

// Denying reports whether words have a negation.
func Denying(s []Token) bool {
	for i := range s {
		if s[i].Is(Negations) {
			return true
		}
	}
	return false
}

// denies reports whether a statement that denies something begins at s[i]
// ("although wells were dug, no step towards pipes was found").
func denies(s []Token, i int) bool {
	t := At(s, i)
	return t.Is(Negations) && t.Word != "nor" && t.Word != "not"
}
