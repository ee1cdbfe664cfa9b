package rubric

import (
	"strings"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
)

// A conclusion against levels that differ in one quantity is read where one of its
// sentences has all that the levels have in common, and one quantity.

// reScoring finds the sentence that gives the score.
var reScoring = lazyregexp.New(`(?i)\b(?:awarded|award|receives?|received|given|earns?|earned|scores?|scored)\b[^.]*(?:[+\x{2212}\x{2013}-]\s?1|\b0)(?:\D|$)`)

// ReadClosing reads a member's conclusion in the terms of this text.
func (r Reading) ReadClosing(text string) Closing {
	if r.Unit != Cases {
		return ReadClosing(text, r.Parts(), r.Size)
	}
	if r.pair != nil {
		return r.pair.tells(text)
	}
	c := Closing{Unit: Cases}
	if r.frame == nil {
		return c
	}
	toks := borrowTokens(text)
	defer tokens.Put(toks)
	more := false
	for _, s := range sentences(text, *toks) {
		own := text[s[0].start:s[len(s)-1].end]
		if formula(s) || reScoring.MatchString(own) {
			continue
		}
		c.opposing = c.opposing || opposes(s)
		i, ok := r.frame.tells(own, s)
		switch {
		case !ok:
			more = true
		case c.open != nil:
			c.Doubt = "the conclusion counts more than once"
		default:
			c.open = &i
			c.Words = append(c.Words, quote(text, s))
		}
	}
	if c.open != nil && more {
		switch r.frame.scale.measure {
		case plain, money:
			c.open.Hi = unlimited // what else is told may add to it
		}
	}
	return c
}

// tells gives the points that a sentence leaves open; ok is false where it is not
// about what the levels set apart.
func (f *frame) tells(sentence string, s []token) (Interval, bool) {
	for _, own := range f.stems {
		if !contains(f.names, own) && !hasWord(s, own) {
			return Interval{}, false
		}
	}
	negative, reduced := false, false
	for i := range s {
		negative = negative || s[i].is(negations)
		reduced = reduced || lessens(s, i)
	}
	list := values(sentence)
	n, between := 0, false
	for i := 0; i < len(list); i++ {
		v := list[i]
		if v.measure == plain && f.scale.measure == plain && isYear(v.text) && !isYear(f.scale.last()) {
			list[i].measure = date // nothing that is counted
			continue
		}
		if v.measure != f.scale.measure || whole(sentence, list, i) {
			continue
		}
		if n == 1 && v.text == "one" && (v.end == len(sentence) || strings.ContainsRune(".,;)", rune(sentence[v.end]))) {
			list[i].measure = date // "…, the bilateral one": no number
			continue
		}
		if v.unit != f.scale.unit || v.value <= 0 {
			return Interval{}, false
		}
		n++
		between = !f.scale.counts() && f.scale.point(v.value)%2 == 1
	}
	if n > 1 || n == 1 && negative {
		return Interval{}, false
	}
	copied := *f
	copied.affirmed, copied.told = false, true
	quantities, _, ok := copied.read(sentence, list, false)
	if !ok || len(quantities) != 1 {
		return Interval{}, false
	}
	i := quantities[0].Possible
	if between && i.Lo != i.Hi { // more than a value that is on no place of its own
		i.Lo, i.Hi = max(0, i.Lo-1), min(unlimited-1, i.Hi)+1
	}
	if reduced {
		i.Lo = 0
	}
	return i, true
}

// hasWord reports whether a statement has a word of the frame in some form.
func hasWord(s []token, own string) bool {
	for i := range s {
		if w := s[i].stem; w == own || stem.Same(w, own) {
			return true
		}
	}
	return false
}

// isYear reports whether a number as printed is one of a year.
func isYear(text string) bool {
	return len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20"))
}

// last is the highest value as printed.
func (s *scale) last() string {
	if len(s.names) == 0 {
		return ""
	}
	return s.names[len(s.names)-1]
}

// reachableCases are the cases that the conclusion leaves open, none where it says
// nothing of them.
func (c Closing) reachableCases(r Reading) []State {
	states := r.States()
	if r.pair != nil {
		return c.reachablePair(states)
	}
	if c.open == nil {
		return nil
	}
	var out []State
	for i, s := range states {
		if c.open.has(s.Strong) || i == len(states)-1 && c.open.Lo > s.Strong {
			out = append(out, s)
		}
	}
	return out
}

// Cases says which cases the conclusion leaves open.
func (c Closing) Cases(r Reading) string {
	var out []string
	for _, s := range c.reachableCases(r) {
		out = append(out, r.Points[s.Strong])
	}
	if len(out) == 0 {
		return ""
	}
	return "told: " + strings.Join(out, " or ")
}

// capitals are the words of a level that are written with a capital: who acts, and
// where, which a conclusion may leave out or say in another way.
func capitals(text string, toks []token) []string {
	var out []string
	for i := range toks {
		if toks[i].stem != "" && text[toks[i].start] >= 'A' && text[toks[i].start] <= 'Z' {
			out = append(out, toks[i].stem)
		}
	}
	return out
}
