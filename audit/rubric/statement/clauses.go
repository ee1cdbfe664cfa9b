package statement

import "recount.invalid/recount/audit/rubric/token"

// Where one statement of a sentence ends and the next begins.

// Clauses divides a sentence where a new statement begins.
func Clauses(s []token.Token) [][]token.Token {
	var out [][]token.Token
	from := 0
	for i, t := range s {
		if (t.Word == "without" && token.Word(s, i-1) != "not" || t.Word == "nor" || t.Word == "leaving" && Undone(s, i)) && i > from {
			out = append(out, s[from:i])
			from = i // the word itself says what the statement denies
			continue
		}
		if t.Word == "," && i > from && turns(s[from:i], s[i+1:]) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		if Excepts(s, i) || t.Word == "yet" && token.Word(s, i+1) == "to" {
			continue
		}
		if (t.Word == "and" || t.Word == ",") && i > from && (gradesAnew(s, i+1) || i+2 < len(s) && Past(s, i+1) && denies(s, i+2)) {
			out = append(out, s[from:i])
			from = i + 1
			continue
		}
		cut := t.Is(token.ClauseBreaks) || t.Word == "and" && token.At(s, i+1).Is(token.Auxiliaries) || t.Word == "," && denies(s, i+1) ||
			t.Word == ":" && Denying(s[from:i]) && !Denying(s[i:]) && Did(s[i:])
		if t.Word == "not" && token.Word(s, i+1) == "only" {
			// "not only … but also": both halves are positive.
			return [][]token.Token{s}
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
func gradesAnew(s []token.Token, i int) bool {
	for i < len(s) && (s[i].IsNumber() || s[i].Word == "only" || s[i].Word == "a") {
		i++
	}
	grade, ok := token.At(s, i).Strength()
	if !ok || !token.At(s, i+1).Is(token.ActionNouns) && !(token.Word(s, i+1) == "one" && len(token.Word(s, i+2)) > 1) {
		return false
	}
	for k := range s[:i] {
		if g, ok := s[k].Strength(); ok && g != grade && token.At(s, k+1).Is(token.ActionNouns) {
			return true
		}
	}
	return false
}

// turns reports whether a statement of its own stands on each side of a comma, and one
// of them alone denies ("while wells were dug, its pipes have not changed").
func turns(before, behind []token.Token) bool {
	verb := func(s []token.Token) bool {
		for i := range s {
			if s[i].Is(token.Auxiliaries) || Past(s, i) {
				return true
			}
		}
		return false
	}
	for i := range behind {
		if behind[i].Word == "," || behind[i].Is(token.ClauseBreaks) {
			behind = behind[:i]
			break
		}
	}
	return Denying(before) != Denying(behind) && verb(before) && verb(behind) && Did(before)
}

// Denying reports whether words have a negation.
func Denying(s []token.Token) bool {
	for i := range s {
		if s[i].Is(token.Negations) {
			return true
		}
	}
	return false
}

// denies reports whether a statement that denies something begins at s[i]
// ("although wells were dug, no step towards pipes was found").
func denies(s []token.Token, i int) bool {
	t := token.At(s, i)
	return t.Is(token.Negations) && t.Word != "nor" && t.Word != "not"
}
