package action

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// nothingDone reads 'No action was found as of DATE' and 'As of DATE, no measures had been
// identified': the day is that of the report's own search, and no action's. That something
// had not come about by a day ('As of DATE, no mill had been mended') is a fact of that
// day, and dated by it.
func (d *reader) nothingDone(s date.Span) bool {
	i := s.From
	if d.Word(i-1) == "the" {
		i--
	}
	if d.Word(i-1) != "of" || d.Word(i-2) != "as" {
		return false
	}
	if i > 2 {
		return d.nothingIn(0, i-2)
	}
	from := s.To
	if d.Mark(from, ",") {
		from++
	}
	to := from
	for to < from+maxNothing && d.More(to) && !d.Mark(to, ".") && !d.boundary(to) {
		to++
	}
	return d.nothingIn(from, to)
}

// maxNothing is how many tokens of the clause behind the day are looked at.
const maxNothing = 40

// nothingIn reports whether the clause between two tokens says that nothing was, has or
// had been found: a subject with 'no' before the verb, or 'not' right behind it, and what
// those do who search.
func (d *reader) nothingIn(from, to int) bool {
	none := false
	switch d.Word(from) {
	case "nothing", "none", "nobody", "neither":
		none = true
	case "no":
		switch d.Word(from + 1) { // 'no fewer than ten'
		case "fewer", "less", "more", "longer", "doubt":
		default:
			none = true
		}
	}
	for k := from; k < to; k++ {
		switch d.Word(k) {
		case "may", "must", "shall", "can", "will", "would", "should", "which", "that", "who":
			return false
		case "was", "were", "has", "have", "had", "is", "are", "could":
			next := d.Word(k + 1)
			return (none || next == "not" && d.Word(k+2) != "only" || next == "never") && d.searched(k+1, to)
		}
	}
	return false
}

// verbReach is how many words may stand between an auxiliary and its verb ('had yet been
// found', 'could not be identified').
const verbReach = 4

// searched reports whether the verb that begins at a token is one of those who search.
func (d *reader) searched(from, to int) bool {
	for k := from; k < min(to, from+verbReach); k++ {
		if d.v.Has(vocabulary.SearchVerbs, d.Word(k)) {
			return true
		}
	}
	return false
}

// opensWithNothing reports the same of the date with which a paragraph begins.
func opensWithNothing(v *vocabulary.Vocabulary, text string) bool {
	d := read(v, script.FirstRunes(text, leadReach))
	defer d.Done()
	s, ok := d.opening()
	return ok && d.nothingDone(s)
}

// nothingAllAlong reports whether a sentence says that nothing was done in all of the
// compliance period ('No funds were offered between June 2031 and May 2032'): the span is
// the report's own, and no action's.
func nothingAllAlong(v *vocabulary.Vocabulary, text string, m date.Mention, period *model.Period) bool {
	first, last, spans := strings.Cut(m.EDTF, "/")
	if !spans || period == nil || len(period.From) < len("2006-01") || len(period.To) < len("2006-01") || earlier(period.From, first) || earlier(last, period.To) {
		return false
	}
	d := read(v, script.FirstRunes(text, leadReach))
	defer d.Done()
	switch d.Word(0) {
	case "nothing", "none", "nobody", "neither":
		return true
	case "no":
		switch d.Word(1) {
		case "fewer", "less", "more":
			return false
		}
		return true
	}
	return false
}
