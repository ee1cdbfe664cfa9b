package rubric

// A conclusion that counts graded action names the action once: "three strong actions
// and one weak", "five actions, two of them strong", "four actions, all of them weak".

// elliptic takes in the counts of a statement that name a grade and no action.
func (c *Closing) elliptic(s []token) {
	if c.Unit != Actions || c.Strong == nil && c.Weak == nil && c.total == nil {
		return
	}
	for i := range s {
		grade, ok := s[i].strength()
		if !ok || !endsPhrase(s, i+1) || denying(s[:i]) {
			continue
		}
		j := i - 1
		for j > 0 && (s[j].word == "were" || s[j].word == "was" || s[j].word == "are" || s[j].word == "is" || s[j].word == "only") {
			j--
		}
		if w := word(s, j); (w == "them" || w == "which" || w == "these") && word(s, j-1) == "of" {
			j -= 2
		}
		slot, rest := &c.Strong, &c.Weak
		if grade == Weak {
			slot, rest = &c.Weak, &c.Strong
		}
		switch n, isNum := num(s, j); {
		case *slot != nil: // stated with the action
		case word(s, j) == "a" && j == i-1 && word(s, i+1) == "one":
			one := exactly(1)
			*slot = &one
		case isNum && !limitsBefore(s, j):
			q := exactly(n)
			*slot = &q
		case (word(s, j) == "all" || word(s, j) == "each") && c.total != nil && *rest == nil && j < i:
			q, none := c.total.count, exactly(0)
			*slot, *rest = &q, &none
		}
	}
}

// endsPhrase reports whether a grade before s[i] has its noun elsewhere.
func endsPhrase(s []token, i int) bool {
	switch w := word(s, i); w {
	case "", ",", ";", ")", "and", "or", "but", "one", "ones":
		return true
	}
	return false
}

// limitsBefore reports whether the number at s[i] is a limit ("at least two").
func limitsBefore(s []token, i int) bool {
	switch word(s, i-1) {
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
func subsetOf(s []token) (at int, sub subset) {
	for i := range s {
		w := s[i].word
		if w != "them" && w != "which" && w != "whom" && w != "these" || word(s, i-1) != "of" {
			continue
		}
		n, isNum := num(s, i-2)
		if !isNum {
			n, isNum = num(s, i+1)
		}
		if !isNum {
			continue
		}
		at := i - 2
		for at > 0 && s[at].word != "," {
			at--
		}
		if at <= 0 {
			continue
		}
		sub := subset{n: n}
		for k := i + 1; k < len(s) && s[k].word != ","; k++ {
			if s[k].stem != "" && !s[k].is(actionNouns|reductions|limiters) {
				sub.stems = append(sub.stems, s[k].stem)
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
		p := borrowTokens(rule)
		of, says, denied := false, false, false
		for i := range *p {
			t := &(*p)[i]
			of = of || t.stem != "" && sameWords([]string{t.stem}, sub.stems)
			denied = denied || t.is(negations)
			switch t.word {
			case "count", "counts", "counted":
				says = true
			case "action", "actions":
				says = says || denied
			}
		}
		giveBack(p)
		if of && says {
			if known && does == denied {
				return false, false // it says both
			}
			does, known = !denied, true
		}
	}
	return does, known
}
