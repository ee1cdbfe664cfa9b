package action

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// SoleDate gives the one date that the first sentence of a paragraph with a source
// names, where ActionDate finds too little that speaks for it: a day or month of
// the compliance period, of which the sentence does not say that it is still ahead,
// somebody's words or what the action answers. Names alone, without a verb, are no
// sentence: the next one counts, as it does where the first has no date and the next
// goes on about it. Evidence is dated far more
// often than not, and the date is seldom another's; but it is a reading to be told of.
func SoleDate(v *vocabulary.Vocabulary, text string, years *YearSense) (date.Mention, bool) {
	text = script.FirstRunes(withoutItemNumber(v, text), sentenceReach)
	if !strings.ContainsAny(text, "0123456789") || years.Period == nil {
		return date.Mention{}, false
	}
	end := len(text)
	spans := script.Sentences(v, text)
	if len(spans) > 0 {
		end = spans[0].End
		if runes := []rune(text); len(spans) > 1 && script.NamesOnly(v, strings.Fields(string(runes[spans[0].Start:end]))) {
			end = spans[1].End // what ended was no sentence: a title that no list has, or a heading
		}
	}
	d := read(v, text)
	defer d.Done()
	if all := d.All(); len(all) == 1 && len(spans) > 1 && all[0].From >= 0 && d.At(all[0].From).Start >= end {
		return d.soleBehind(spans, all[0], years)
	}
	var sole date.Mention
	for _, s := range d.All() {
		if d.At(s.To-1).End > end {
			break
		}
		s.Complete(years.Of)
		m := d.Mention(s)
		if sole.EDTF != "" || len(m.EDTF) < len("2006-01") || !d.mayBeSole(s, m, years) {
			return date.Mention{}, false
		}
		sole = m
	}
	return sole, sole.EDTF != ""
}

// soleBehind gives the one date of a paragraph whose first sentence has none: the day
// that the second sentence names, where that goes on about what the first tells ('Whoever
// reports a bribe may keep his post. The decree was signed on DATE.').
func (d *reader) soleBehind(spans []script.Span, s date.Span, years *YearSense) (date.Mention, bool) {
	if d.At(s.From).Start < spans[1].Start || d.At(s.To-1).End > spans[1].End {
		return date.Mention{}, false
	}
	first := 0
	for d.More(first) && d.At(first).Start < spans[1].Start {
		first++
	}
	s.Complete(years.Of)
	m := d.Mention(s)
	if len(m.EDTF) != len("2006-01-02") || !d.v.Has(vocabulary.GoesOnWords, d.Word(first)) || !d.mayBeSole(s, m, years) || slices.Contains(d.evidence(s, m, years.Period), past) {
		return date.Mention{}, false
	}
	return m, true
}

// mayBeSole reports whether nothing around a date forbids that it is the action's.
func (d *reader) mayBeSole(s date.Span, m date.Mention, years *YearSense) bool {
	held := d.evidence(s, m, years.Period)
	for _, e := range []dateEvidence{outOfPeriod, ahead, answered, quoted, named} {
		if slices.Contains(held, e) {
			return false
		}
	}
	return slices.Contains(held, inPeriod) && (!slices.Contains(held, deadline) || d.heldBy(s.From-1, s.To) || d.didBy(s.From-1, s.To) || d.madeBy(s.From-1, s.To))
}

// heldBy reads 'were tested by DATE' and 'had by DATE no iron left': what held on
// the day by which it is told of, unless the words between speak of an aim.
func (d *reader) heldBy(prep, end int) bool {
	if d.Word(prep) != "by" {
		return false
	}
	for k := prep - 1; k >= 0 && !d.boundary(k); k-- {
		switch w := d.Word(k); {
		case w == "had" || w == "was" || w == "were" || w == "has" || w == "have" || w == "could" && d.Word(k+1) == "be":
			if k+1 == prep {
				return d.Word(end) != "to" && d.ownClause(k)
			}
			return !d.article(k+1) && d.stood(k+1) && d.ownClause(k)
		case w == "to" && !d.leadsTo(k), d.aheadAt(k), d.v.Has(vocabulary.AimWords, w), d.v.Has(vocabulary.ClauseOpeners, w):
			return false
		}
	}
	return false
}

// madeBy reads 'Officers mended the nets of Hare by DATE.': what the sentence's subject
// did, told at its end. A promise, a report or an aim before it is nothing done.
func (d *reader) madeBy(prep, end int) bool {
	if d.Word(prep) != "by" || !(d.boundary(end) || d.Mark(end, ".") || d.Word(end) == "") {
		return false
	}
	done := false
	for k := 0; k < prep; k++ {
		w := d.Word(k)
		switch {
		case w == "to" && !d.leadsTo(k), w == "be", w == "been", w == "which", w == "that", d.Mark(k, ";"), d.Mark(k, ":"),
			d.aheadAt(k), d.v.Has(vocabulary.AimWords, w), d.v.Has(vocabulary.ReportWords, w), d.v.Has(vocabulary.ClauseOpeners, w):
			return false
		case !done && k > 0 && strings.HasSuffix(w, "ed") && len(w) > 4 && d.At(k).Text == w:
			// A noun stands before the verb, and what it did behind it.
			if before := d.Word(k - 1); d.v.Has(vocabulary.ActionObjects, before) || d.v.Has(vocabulary.Auxiliaries, before) || k+1 == prep {
				return false
			}
			done = true
		}
	}
	return done
}

// didBy reads 'nets, which its 30 boats mended by DATE.': what somebody did, told
// at the sentence's end in a clause about a noun. An aim, a promise or a report is
// nothing done.
func (d *reader) didBy(prep, end int) bool {
	done := d.Word(prep - 1)
	if d.Word(prep) != "by" || !strings.HasSuffix(done, "ed") || !(d.boundary(end) || d.Word(end) == "") ||
		d.v.Has(vocabulary.ReportWords, done) || d.v.Has(vocabulary.AimWords, done) || d.aheadAt(prep-1) {
		return false
	}
	for k := prep - 2; k >= 0 && !d.boundary(k); k-- {
		switch w := d.Word(k); {
		case d.v.Has(vocabulary.RelativeWords, w):
			return k < prep-2 // somebody stands between
		case w == "to" || w == "be" || w == "been" || d.aheadAt(k) || d.v.Has(vocabulary.AimWords, w) ||
			d.v.Has(vocabulary.ReportWords, w) || d.v.Has(vocabulary.ClauseOpeners, w):
			return false
		}
	}
	return false
}

// stood reports whether the word at token k, behind a form of 'be' or 'have' and
// perhaps 'been', tells of what is so, and not of what is wanted or said.
func (d *reader) stood(k int) bool {
	if d.Word(k) == "been" {
		k++
	}
	w := d.Word(k)
	return w != "" && w != "to" && !d.v.Has(vocabulary.ReportWords, w) && !d.v.Has(vocabulary.AimWords, w) && !d.aheadAt(k)
}

// article reports whether the word at token k is an article: 'had a plan'.
func (d *reader) article(k int) bool {
	w := d.Word(k)
	return w == "a" || w == "an" || w == "the"
}

// leadsTo reports whether the 'to' at token k stands before what something is
// given to ('to 97 students', 'to the towns'), and not before a verb.
func (d *reader) leadsTo(k int) bool {
	next := script.FirstRune(d.At(k + 1).Text)
	return unicode.IsDigit(next) || unicode.IsUpper(next) || d.article(k+1)
}
