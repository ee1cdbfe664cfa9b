package rubric

// Where one statement of a sentence ends and the next begins.

// clauses divides a sentence where a new statement begins.
func clauses(s []token) [][]token {
	var out [][]token
	from := 0
	for i, t := range s {
		if (t.word == "without" || t.word == "nor" || t.word == "leaving" && undone(s, i)) && i > from {
			out = append(out, s[from:i])
			from = i // the word itself says what the statement denies
			continue
		}
		if t.word == "," && i > from && turns(s[from:i], s[i+1:]) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		if excepts(s, i) || t.word == "yet" && word(s, i+1) == "to" {
			continue
		}
		if (t.word == "and" || t.word == ",") && i > from && (gradesAnew(s, i+1) || i+2 < len(s) && past(s, i+1) && denies(s, i+2)) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		cut := t.is(clauseBreaks) || t.word == "and" && at(s, i+1).is(auxiliaries) || t.word == "," && denies(s, i+1)
		if t.word == "not" && word(s, i+1) == "only" {
			// "not only … but also": both halves are positive.
			return [][]token{s}
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
func gradesAnew(s []token, i int) bool {
	for i < len(s) && (s[i].isNumber() || s[i].word == "only" || s[i].word == "a") {
		i++
	}
	grade, ok := at(s, i).strength()
	if !ok || !at(s, i+1).is(actionNouns) && !(word(s, i+1) == "one" && len(word(s, i+2)) > 1) {
		return false
	}
	for k := range s[:i] {
		if g, ok := s[k].strength(); ok && g != grade && at(s, k+1).is(actionNouns) {
			return true
		}
	}
	return false
}

// turns reports whether a statement of its own stands on each side of a comma, and one
// of them alone denies ("while wells were dug, its pipes have not changed").
func turns(before, behind []token) bool {
	verb := func(s []token) bool {
		for i := range s {
			if s[i].is(auxiliaries) || past(s, i) {
				return true
			}
		}
		return false
	}
	for i := range behind {
		if behind[i].word == "," || behind[i].is(clauseBreaks) {
			behind = behind[:i]
			break
		}
	}
	return denying(before) != denying(behind) && verb(before) && verb(behind) && did(before)
}

// denying reports whether words have a negation.
func denying(s []token) bool {
	for i := range s {
		if s[i].is(negations) {
			return true
		}
	}
	return false
}

// denies reports whether a statement that denies something begins at s[i]
// ("although wells were dug, no step towards pipes was found").
func denies(s []token, i int) bool {
	t := at(s, i)
	return t.is(negations) && t.word != "nor" && t.word != "not"
}
