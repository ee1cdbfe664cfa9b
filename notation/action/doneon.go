package action

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// DoneOn reports whether a paragraph says in plain words that something was done on a
// day: the day is its only date and stands behind 'on', its sentence tells of the past,
// and no word leaves it open whether it was still to come. What has its day fixed long
// before, as the entry into force of a rule, is not done on it in this sense.
func DoneOn(v *vocabulary.Vocabulary, text, day string) bool {
	d := read(v, text)
	defer d.Done()
	dates := d.All()
	if len(dates) != 1 || dates[0].IsSpan || d.Mention(dates[0]).EDTF != day {
		return false
	}
	s := dates[0]
	prep := s.From - 1
	for prep > 0 && (d.v.Has(vocabulary.Weekdays, d.Word(prep)) || d.Mark(prep, ",") || d.Word(prep) == "the") {
		prep--
	}
	if d.Word(prep) != "on" || d.v.Has(vocabulary.BeginningWords, d.Word(prep-1)) || d.v.Has(vocabulary.EndingWords, d.Word(prep-1)) {
		return false
	}
	return d.pastAround(s.From, s.To) && !d.mayCome(s.From, s.To)
}

// MayCome reports whether a text, such as a source's title, has a word that leaves it
// open whether what it tells of was still to come. In titles that is 'to' as well
// ('Ministers to Meet').
func MayCome(v *vocabulary.Vocabulary, text string) bool {
	d := read(v, text)
	defer d.Done()
	if d.mayCome(0, 0) {
		return true
	}
	for k := 0; d.More(k); k++ {
		if d.Word(k) == "to" {
			return true
		}
	}
	return false
}

// mayCome reports whether a word outside the date of tokens from to end leaves it open
// whether something was still to come.
func (d *reader) mayCome(from, end int) bool {
	for k := 0; d.More(k); k++ {
		if k >= from && k < end {
			continue
		}
		w := d.Word(k)
		switch {
		case w == "":
		case d.aheadAt(k), d.v.Has(vocabulary.ComingWords, w), w == "to" && d.v.Has(vocabulary.Auxiliaries, d.Word(k-1)):
			return true
		case d.v.Has(vocabulary.ForceVerbs, d.between(k, k+2)), d.v.Has(vocabulary.ForceVerbs, d.between(k, k+3)):
			return true
		}
	}
	return false
}

// pastAround reports whether the sentence around the date of tokens from to end has a
// form of the past that is no participle before a noun ('the planned talks').
func (d *reader) pastAround(from, end int) bool {
	first, last := from, end
	for first > 0 && !d.Mark(first-1, ".") && !d.Mark(first-1, ";") {
		first--
	}
	for d.More(last) && !d.Mark(last, ".") && !d.Mark(last, ";") {
		last++
	}
	for k := first; k < last; k++ {
		w := d.Word(k)
		if k >= from && k < end || d.At(k).Text != w {
			continue // the date, and words with a capital, as names have
		}
		if w == "was" || w == "were" || w == "had" || d.v.Has(vocabulary.MadeVerbs, w) || d.v.Has(vocabulary.PastVerbs, w) {
			return true
		}
		before := d.Word(k - 1)
		if strings.HasSuffix(w, "ed") && len(w) > 4 && before != "the" && before != "a" && before != "an" && !d.v.Has(vocabulary.BarePrepositions, before) {
			return true
		}
	}
	return false
}
