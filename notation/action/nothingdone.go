package action

import (
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// nothingDone reads 'No action was found as of DATE' and 'As of DATE, the bill had not
// been passed': up to the day nothing had happened, so that it is no action's. What a
// rule forbids from the day on ('No boat may sail as of DATE') is told of as one.
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
// had been done: a subject with 'no' before the verb, or 'not' right behind it.
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
			return none || next == "not" && d.Word(k+2) != "only" || next == "never"
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
