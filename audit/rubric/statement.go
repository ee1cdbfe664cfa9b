package rubric

import (
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// What a sentence of a conclusion says of the member is told by its verbs, and may
// stand in the sentence that gives the score.

// uncertain reports whether a statement tells of what is not done yet, was done before
// or by others, or only in part. Words that name the parts tell no such thing.
func uncertain(s []token.Token, parts []part.Component) bool {
	for i := range s {
		if tellsOf(s, i) || statement.TellsState(s, i) || s[i].Word == "than" && token.Word(s, i-1) != "other" && !token.At(s, i+1).IsNumber() {
			return true
		}
		if !s[i].Is(token.Unreal) && !s[i].Is(token.Middling) && !s[i].Is(token.Reductions) && !s[i].Is(token.Absences) || s[i].Is(token.DimensionNouns) {
			continue
		}
		if w := token.Word(s, i-1); w == "not" || w == "no" || s[i].Word == "yet" && token.Word(s, i+1) == "to" || statement.Undone(s, i) {
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
func tellsOf(s []token.Token, i int) bool {
	switch s[i].Word {
	case "reported", "spoke", "spoken", "commented", "mentioned", "noted", "reviewed", "praised", "welcomed", "regretted":
		switch token.Word(s, i-1) {
		case "was", "were", "is", "are", "been", "be":
			return false // of something that was reported
		}
		return true
	}
	return false
}

// furtherNumber reports whether words tell of a number beside a count: of other actions,
// of another place or time, or one that orders ("the first two").
func furtherNumber(s []token.Token, from, to int) bool {
	for i := range s {
		w := s[i].Word
		if i >= from && i <= to && w != "first" {
			continue
		}
		switch {
		case w == "first" || w == "second" || w == "third" || w == "fourth":
			if token.At(s, i+1).Is(token.Acts) || token.Word(s, i+1) == "half" || token.Word(s, i+1) == "year" {
				continue
			}
			return true
		case !s[i].IsNumber() || w[0] >= '0' && w[0] <= '9':
		case definite(s, i), token.Word(s, i-1) == "of", token.Word(s, i-1) == "all":
		case w == "one" && (token.Word(s, i+1) == "" || len(token.Word(s, i+1)) == 1 || token.Word(s, i-1) == "a" || token.Word(s, i-1) == "no"):
		default:
			return true
		}
	}
	return false
}

// deniesWholly reports whether a statement that denies something of the parts that it
// names denies all of it, and not one thing that might have been done for them.
func deniesWholly(text string, s []token.Token, parts []part.Component) bool {
	for i := range s {
		t := &s[i]
		if t.Is(token.Limiters) {
			return false
		}
		if t.Stem == "" || t.Is(token.ActionNouns|token.DimensionNouns|token.CalledParts|token.Acting|token.Acts|token.Negations|token.Plainest|token.Neutral|token.Assigning|token.Absences) {
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
