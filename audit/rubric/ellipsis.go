package rubric

import (
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
)

// A conclusion that counts graded action names the action once: "three strong actions
// and one weak", "five actions, two of them strong", "four actions, all of them weak".

// elliptic takes in the counts of a statement that name a grade and no action.
func (c *Closing) elliptic(s []token.Token) {
	if c.Unit != condition.Actions || c.Strong == nil && c.Weak == nil && c.total == nil {
		return
	}
	for i := range s {
		grade, ok := s[i].Strength()
		if !ok || !endsPhrase(s, i+1) || statement.Denying(s[:i]) {
			continue
		}
		j := i - 1
		for j > 0 && (s[j].Word == "were" || s[j].Word == "was" || s[j].Word == "are" || s[j].Word == "is" || s[j].Word == "only") {
			j--
		}
		if w := token.Word(s, j); (w == "them" || w == "which" || w == "these") && token.Word(s, j-1) == "of" {
			j -= 2
		}
		slot, rest := &c.Strong, &c.Weak
		if grade == token.Weak {
			slot, rest = &c.Weak, &c.Strong
		}
		switch n, isNum := token.Num(s, j); {
		case *slot != nil: // stated with the action
		case token.Word(s, j) == "a" && j == i-1 && token.Word(s, i+1) == "one":
			one := condition.Exactly(1)
			*slot = &one
		case isNum && !limitsBefore(s, j):
			q := condition.Exactly(n)
			*slot = &q
		case (token.Word(s, j) == "all" || token.Word(s, j) == "each") && c.total != nil && *rest == nil && j < i:
			q, none := c.total.count, condition.Exactly(0)
			*slot, *rest = &q, &none
		}
	}
}

// endsPhrase reports whether a grade before s[i] has its noun elsewhere.
func endsPhrase(s []token.Token, i int) bool {
	switch w := token.Word(s, i); w {
	case "", ",", ";", ")", "and", "or", "but", "one", "ones":
		return true
	}
	return false
}

// limitsBefore reports whether the number at s[i] is a limit ("at least two").
func limitsBefore(s []token.Token, i int) bool {
	switch token.Word(s, i-1) {
	case "least", "most", "than", "about", "some", "over", "to", "or":
		return true
	}
	return false
}

// subset is what a statement says of some of what it counts: "five actions, two of them
// by provinces".
type subset struct {
	n     int
	stems []string // of what is said of them
}

// subsetOf finds where a statement begins to speak of some of what it counted, len(s)
// where it does not.
func subsetOf(s []token.Token) (at int, sub subset) {
	for i := range s {
		w := s[i].Word
		if w != "them" && w != "which" && w != "whom" && w != "these" || token.Word(s, i-1) != "of" {
			continue
		}
		n, isNum := token.Num(s, i-2)
		if !isNum {
			n, isNum = token.Num(s, i+1)
		}
		if !isNum {
			continue
		}
		at := i - 2
		for at > 0 && s[at].Word != "," {
			at--
		}
		if at <= 0 {
			continue
		}
		sub := subset{n: n}
		for k := i + 1; k < len(s) && s[k].Word != ","; k++ {
			if s[k].Stem != "" && !s[k].Is(token.ActionNouns|token.Reductions|token.Limiters) {
				sub.stems = append(sub.stems, s[k].Stem)
			}
		}
		return at, sub
	}
	return len(s), subset{}
}

// counts says whether what the rubric says beside its levels counts things of which a
// subset's words tell; known is false where it does not say.
func (r Reading) counts(sub subset) (does, known bool) {
	for _, rule := range r.counting {
		p := token.Borrow(rule)
		of, says, denied := false, false, false
		for i := range *p {
			t := &(*p)[i]
			of = of || t.Stem != "" && sameWords([]string{t.Stem}, sub.stems)
			denied = denied || t.Is(token.Negations)
			switch t.Word {
			case "count", "counts", "counted":
				says = true
			case "action", "actions":
				says = says || denied
			}
		}
		token.GiveBack(p)
		if of && says {
			if known && does == denied {
				return false, false // it says both
			}
			does, known = !denied, true
		}
	}
	return does, known
}
