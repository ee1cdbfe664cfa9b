package statement

import (
	"strings"

	"recount.invalid/recount/audit/rubric/token"
)

// The sentence that repeats the commitment or gives the score, and what it says beside.

// Formula reports whether a sentence is the one that repeats the commitment
// or announces the score.
func Formula(s []token.Token) bool {
	for i := range s {
		if formulaAt(s, i) {
			return true
		}
	}
	return false
}

// formulaAt reports whether s[i] is a word of such a sentence: no "compliance" that
// tells when ("during the compliance cycle"), and no "thus" without an award.
func formulaAt(s []token.Token, i int) bool {
	t := &s[i]
	if !t.Is(token.Formulas) {
		return false
	}
	switch t.Word {
	case "compliance":
		switch token.Word(s, i+1) {
		case "cycle", "period", "year", "window", "phase":
			return false
		}
	case "thus", "therefore":
		for k := range s {
			if s[k].Is(token.Assigning) && s[k].Word != "compliance" || s[k].Word == "gets" || s[k].Word == "earns" {
				return true
			}
		}
		return false
	}
	return true
}

// reasonOf is the part of a sentence that says why, empty where there is none.
func reasonOf(s []token.Token) []token.Token {
	for i, t := range s {
		next := token.Word(s, i+1)
		switch t.Word {
		case "by":
			// A gerund behind "to" may belong to what was promised.
			if acts := next == "taking" || next == "acting" || next == "addressing" || next == "having"; acts || strings.HasSuffix(next, "ing") && !promisesTo(s[:i]) {
				return s[i:]
			}
		case "having":
			if i+1 < len(s) && Past(s, i+1) || next == "taken" {
				return s[i+1:]
			}
		case ",":
			if w := token.Word(s, i+2); next == "taking" || next == "with" && (w == "strong" || w == "weak" || w == "new" || w == "action" || w == "actions" || w == "measures" || w == "steps") {
				return s[i+1:]
			}
		case "as", "because", "since":
			if i+1 < len(s) && t.Word == "because" && Did(s[i+1:]) {
				return s[i+1:]
			}
			for j := i + 1; j <= i+4 && j < len(s); j++ {
				if s[j].Word == "has" || s[j].Word == "have" || s[j].Word == "took" || s[j].Word == "it" && Did(s[j:]) {
					return s[i+1:]
				}
			}
		}
	}
	return nil
}

// promisesTo reports whether words say what was promised ("its commitment to …").
func promisesTo(s []token.Token) bool {
	for i := range s {
		if s[i].Is(token.Promises) && (token.Word(s, i+1) == "to" || token.Word(s, i+1) == "on" || token.Word(s, i+1) == "of") {
			return true
		}
	}
	return false
}

// BeyondFormula are the parts of a sentence that repeats the commitment or gives the
// score which say why: what stands before ("Norland has acted on wells and has thus
// complied") and what gives a reason ("has complied by acting on wells").
func BeyondFormula(s []token.Token) [][]token.Token {
	f := 0
	for f < len(s) && !formulaAt(s, f) {
		f++
	}
	var out [][]token.Token
	for b := f - 1; b > 0; b-- {
		w, next := s[b].Word, token.Word(s, b+1)
		if w != "," && !(w == "and" && (token.At(s, b+1).Is(token.Auxiliaries) || leadsOn(next))) && !(w == "so" && (next == "that" || token.At(s, b+1).Is(token.Auxiliaries))) {
			continue
		}
		pre := s[:b]
		for len(pre) > 0 && (leadsOn(pre[0].Word) || pre[0].Word == ",") {
			pre = pre[1:]
		}
		if Did(pre) || opensReason(pre) {
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
func opensReason(s []token.Token) bool {
	switch token.Word(s, 0) {
	case "with", "having", "since", "because", "as", "by":
		return len(s) > 2
	}
	return false
}
