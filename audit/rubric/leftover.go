package rubric

import (
	"unicode"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
)

// A level that was understood in part may say more than its condition has, and then
// nothing may be called a gap beside it. What is left over shows in its numbers and
// its denials.

// leftOver reports whether words say of how many something that their atom has not:
// a number that is none of its limits, or "none or".
func leftOver(c condition.Context, s []token.Token, a condition.Atom) bool {
	q := a.Count
	for i := range s {
		t := &s[i]
		if (t.Word == "none" || t.Word == "no") && q.Possible.Lo > 0 && (token.Word(s, i+1) == "or" || token.Word(s, i-1) == "or" || token.Word(s, i+1) == "," && token.Word(s, i+2) == "or") {
			return true
		}
		if !t.IsNumber() || !unicode.IsLetter(rune(t.Word[0])) || definite(s, i) || t.Num == c.Size && c.Size > 0 {
			continue
		}
		if w := token.Word(s, i+1); t.Num == 1 && (w == "that" || w == "which" || w == "who" || w == ")") {
			continue
		}
		known := false
		for _, limit := range [...]int{q.Sure.Lo, q.Sure.Hi, q.Possible.Lo, q.Possible.Hi} {
			known = known || limit-1 <= t.Num && t.Num <= limit+1
		}
		if !known {
			return true
		}
	}
	return false
}

// unheard reports whether the lowest level denies something, or speaks of any or all
// of the parts, and its condition yet leaves out that there is nothing: the denial
// was then not understood.
func (r Reading) unheard(l condition.Condition, texts []string) bool {
	if len(l.Clauses) == 0 || l.Truth(condition.State{}) != condition.Out {
		return false
	}
	for _, c := range l.Clauses {
		if c.Contradictory {
			return false
		}
	}
	for _, text := range texts {
		p := token.Borrow(text)
		found := false
		for i := range *p {
			t := &(*p)[i]
			switch t.Word {
			case "any", "all", "each", "every", "both", "either":
				found = true
			}
			found = found || t.Is(token.Negations|token.Absences)
		}
		token.GiveBack(p)
		if found {
			return true
		}
	}
	return false
}
