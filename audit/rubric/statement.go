package rubric

import "strings"

// What a sentence of a conclusion says of the member is told by its verbs, and may
// stand in the sentence that gives the score.

// did reports whether words tell of something that was done: they have a verb of
// the past.
func did(s []token) bool {
	for i := range s {
		if past(s, i) {
			return true
		}
	}
	return false
}

// past reports whether s[i] is a verb of the past.
func past(s []token, i int) bool {
	t := &s[i]
	if t.past || t.is(acts) && !t.is(negations) {
		switch t.word {
		case "by", "through", "none", "nothing":
			return false
		}
		return true
	}
	return len(t.word) > 4 && strings.HasSuffix(t.word, "ed") && !t.is(dimensionNouns|calledParts)
}

// beyondFormula are the parts of a sentence that repeats the commitment or gives the
// score which say why: what stands before ("Norland has acted on wells and has thus
// complied") and what gives a reason ("has complied by acting on wells").
func beyondFormula(s []token) [][]token {
	f := 0
	for f < len(s) && !formulaAt(s, f) {
		f++
	}
	var out [][]token
	for b := f - 1; b > 0; b-- {
		w, next := s[b].word, word(s, b+1)
		if w != "," && !(w == "and" && (at(s, b+1).is(auxiliaries) || leadsOn(next))) && !(w == "so" && (next == "that" || at(s, b+1).is(auxiliaries))) {
			continue
		}
		pre := s[:b]
		for len(pre) > 0 && (leadsOn(pre[0].word) || pre[0].word == ",") {
			pre = pre[1:]
		}
		if did(pre) || opensReason(pre) {
			out = append(out, pre)
		}
		break
	}
	if r := reasonOf(s[min(f, len(s)):]); len(r) > 0 {
		out = append(out, r)
	}
	return out
}

// leadsOn reports whether a word joins the score to what it follows from.
func leadsOn(w string) bool {
	switch w {
	case "thus", "therefore", "so", "hence", "accordingly", "consequently", "thereby":
		return true
	}
	return false
}

// opensReason reports whether words begin as a reason does.
func opensReason(s []token) bool {
	switch word(s, 0) {
	case "with", "having", "since", "because", "as", "by":
		return len(s) > 2
	}
	return false
}

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

// words are the stems of a name, those too that do not tell it from others.
func (c Component) words() []string {
	if len(c.all) > 0 {
		return c.all
	}
	return c.stems
}
