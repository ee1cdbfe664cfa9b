package rubric

import (
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
)

// Most rubrics do not grade action, and a conclusion then counts it without an
// adjective: "has taken four actions to plant hedges". That is a total only
// where nothing else is told beside it and where it counts what the rubric does.

// total is such a count as the conclusion states it.
type total struct {
	count condition.Quantity
	// whole says that the words make it the total: "two of the three areas",
	// "in one area only".
	whole bool
	// reduced says that part of it may not count ("one of them merely a speech").
	reduced bool
	// part is what is said of some of them, n being 0 where nothing is.
	part subset
	// stems are what is said of the things counted.
	stems []string
}

// readTotal reads what stands around a count of action of no grade.
func readTotal(s []token.Token, a anchor, q condition.Quantity) *total {
	t := &total{count: q}
	to, part := subsetOf(s)
	t.part = part
	for i := range s {
		w := s[i].Word
		if i >= to && part.n > 0 {
			break
		}
		t.reduced = t.reduced || lessens(s, i)
		if s[i].Is(token.Limiters) || statement.Excepts(s, i) || (w == "of" || w == "all") && ofAll(s, i+1) {
			t.whole = true
		}
	}
	for i := range s[:to] {
		if s[i].Is(token.Instances) || i > a.end && len(s[i].Word) == 1 && !s[i].IsNumber() {
			break
		}
		switch s[i].Word {
		case "in", "on", "at", "for", "since", "by", "under", "during", "within", "with":
			if i < a.start {
				t.stems = append(t.stems, "") // before the count: what it is limited to
			}
		}
		if st := s[i].Stem; st != "" && i > a.start && !s[i].Is(token.ActionNouns|token.DimensionNouns|token.Acting) {
			t.stems = append(t.stems, st)
		}
	}
	return t
}

// lessens reports whether s[i] says that some of what is counted may not count:
// "planned", "of which two", "one of them".
func lessens(s []token.Token, i int) bool {
	switch s[i].Word {
	case "them", "which", "whom":
		return token.Word(s, i-1) == "of" && token.Word(s, i-2) != "all" && token.Word(s, i-2) != "each"
	}
	return s[i].Is(token.Reductions)
}

// describe says the total in words.
func (t *total) describe(u condition.Unit) string {
	s := "action counted: " + describe(t.count.Possible, u)
	if t.reduced || t.part.n > 0 {
		s += ", of which some may not count"
	}
	return s
}

// ofAll reports whether "the three", "three" or "these three" stands at s[i].
func ofAll(s []token.Token, i int) bool {
	switch token.Word(s, i) {
	case "the", "these", "those", "its":
		i++
	}
	return token.At(s, i).IsNumber()
}

// within says how many actions the total leaves open in a rubric's terms.
func (t *total) within(r Reading, more bool) condition.Interval {
	i := t.count.Possible
	if t.part.n > 0 && r.Unit == condition.Actions {
		does, known := r.counts(t.part)
		if !does && i.Hi >= t.part.n {
			i.Lo = max(0, i.Lo-t.part.n)
			if known && i.Hi != condition.Unlimited {
				i.Hi -= t.part.n
			}
		}
	}
	if t.reduced {
		i.Lo = 0
	}
	if !t.whole && (more || !r.speaksOf(t.stems)) {
		i.Hi = condition.Unlimited
	}
	return i
}

// ofOther reports whether the levels have none of the words for what was counted.
func (t *total) ofOther(r Reading) bool {
	some := false
	for _, s := range t.stems {
		if s != "" && sameWords([]string{s}, r.stems) {
			return false
		}
		some = some || s != ""
	}
	return some
}

// speaksOf reports whether the levels have all of the words.
func (r Reading) speaksOf(stems []string) bool {
	for _, s := range stems {
		if s == "" {
			return false
		}
		found := false
		for _, own := range r.stems {
			found = found || stem.Same(s, own)
		}
		if !found {
			return false
		}
	}
	return true
}

// leaves reports whether a state is one that the total leaves open.
func (t *total) leaves(r Reading, s condition.State, top int, more bool) bool {
	i := t.within(r, more)
	has := func(n int) bool { return i.Has(n) || r.Unit == condition.Actions && n == top && i.Lo > top }
	switch {
	case r.plain():
		return has(s.Strong)
	case r.Graded:
		return has(s.Strong + s.Weak)
	}
	return s.Strong <= i.Hi // some of them may be weak
}

// plain reports whether the text grades no action at all.
func (r Reading) plain() bool {
	for _, l := range r.Levels {
		for _, c := range l.Clauses {
			for _, a := range c.Atoms {
				if a.Strength != token.Any {
					return false
				}
			}
		}
	}
	return true
}
