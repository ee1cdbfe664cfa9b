package parse

import (
	"strings"
	"unicode"

	"recount/vocabulary"
)

// leadReach is how many code points of a paragraph are looked at for its
// date.
const leadReach = 400

// leadingDate gives the date of the action that a paragraph tells of: the one
// it begins with ('On 3 July 2024, …', 'In late 2008 …'), otherwise a date
// in its first sentence that is the date of what the sentence says ('The
// government announced on 5 May 2010 that …'). A date that may belong to
// something else (a treaty, a deadline, an earlier meeting) is none: no date
// is better than a wrong one.
func leadingDate(v *vocabulary.Vocabulary, text string, hint yearHint) (dateMention, bool) {
	text = firstRunes(text, leadReach)
	d := readDates(v, text)
	defer d.done()
	if s, ok := d.opening(); ok {
		s.complete(hint)
		return d.mention(s), true
	}
	if !strings.ContainsAny(text, "0123456789") {
		return dateMention{}, false
	}
	end := len(text)
	if spans := sentences(v, text); len(spans) > 0 {
		end = spans[0].End
	}
	for _, s := range d.all() {
		if d.at(s.to-1).end > end {
			break
		}
		if d.tellsWhen(s) {
			s.complete(hint)
			return d.mention(s), true
		}
	}
	return dateMention{}, false
}

// openingDate gives the date that a paragraph begins with ('On 3 July 2024, …',
// 'In late 2008 …').
func openingDate(v *vocabulary.Vocabulary, text string, hint yearHint) (dateMention, bool) {
	d := readDates(v, firstRunes(text, leadReach))
	defer d.done()
	s, ok := d.opening()
	if !ok {
		return dateMention{}, false
	}
	s.complete(hint)
	return d.mention(s), true
}

// firstRunes gives the first n code points of a text, or all.
func firstRunes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	seen := 0
	for i := range text {
		if seen++; seen > n {
			return text[:i]
		}
	}
	return text
}

// opening reads the date that a paragraph begins with, behind introducing
// words only ('On', 'In late', 'As of Monday,').
func (d *dateReader) opening() (dateSpan, bool) {
	introduced := 0
	between := false
	for i := 0; introduced <= 8 && d.more(i); i++ {
		if s, ok := d.spanFrom(i, between); ok {
			return s, d.opens(s, introduced)
		}
		if s, ok := d.years(i); ok && introduced > 0 && d.word(i-1) != "the" {
			return s, true
		}
		switch w := d.word(i); {
		case w != "" && (d.v.Has(vocabulary.DateIntroducers, w) || d.v.Has(vocabulary.Weekdays, w)):
			introduced++
			between = between || w == "between"
		case d.mark(i, ".") && d.v.Has(vocabulary.Weekdays, d.word(i-1)): // 'On Tues., Sept. 3'
		case d.mark(i, ",") || d.t[i].isDash() || d.mark(i, "“") || d.mark(i, "\"") || d.mark(i, "•"):
		case d.t[i].ordinal: // 'in the 2nd half of 2009'
		default:
			return dateSpan{}, false
		}
	}
	return dateSpan{}, false
}

// opens says whether a date that stands first is the date of the paragraph. A
// month alone needs an introducing word ('In July, …'; 'May I add …').
func (d *dateReader) opens(s dateSpan, introduced int) bool {
	if len(s.a.days) > 0 {
		return true
	}
	return introduced > 0 && d.word(s.from-1) != "the"
}

// years reads a year alone, or two that are joined, at token i.
func (d *dateReader) years(i int) (dateSpan, bool) {
	t := d.at(i)
	if !t.isYear() || d.continuesNumber(i) {
		return dateSpan{}, false
	}
	s := dateSpan{a: point{year: t.number, from: i, to: i + 1}, from: i, to: i + 1}
	j := d.rangeSep(i + 1)
	if j == i+1 && d.word(j) == "and" {
		j++
	}
	if next := d.at(j); j > i+1 && next.isYear() && (d.word(j-1) != "and" || next.number == t.number+1 || d.word(i-1) == "between") {
		s.b, s.isSpan, s.to = point{year: next.number, from: j, to: j + 1}, true, j+1
	}
	// 'In 2008 dollars', 'in 2010 members': a year before a comma or a verb
	// cannot be told from one before a noun; a digit or unit it is not.
	if d.mark(s.to, "%") {
		return dateSpan{}, false
	}
	return s, true
}

// tellsWhen decides on a date inside a sentence: it must be introduced by
// 'on' (a day) or 'in' (a month), and nothing before it may tie it to
// something else than the sentence's own action. All of this is data.
func (d *dateReader) tellsWhen(s dateSpan) bool {
	i := d.weekdayBefore(s.from)
	prep := d.word(i - 1)
	if !(prep == "on" && len(s.a.days) > 0) && !(prep == "in" && len(s.a.days) == 0) {
		return false
	}
	if s.a.year == 0 {
		return false
	}
	before := i - 2
	if w := d.word(before); d.v.Has(vocabulary.OtherDateBefore, w) {
		return false
	}
	// Auxiliary and earlier verbs before the one that the date follows.
	for k := 0; k < before; k++ {
		w := d.word(k)
		if d.v.Has(vocabulary.OtherDateClause, w) || d.v.Has(vocabulary.OtherDateClause, w+" "+d.word(k+1)+" "+d.word(k+2)) {
			return false
		}
	}
	if d.v.Has(vocabulary.OtherDateClause, d.word(before)) {
		return false
	}
	if !d.v.Has(vocabulary.Participles, d.word(before)) {
		return true
	}
	if d.v.Has(vocabulary.Auxiliaries, d.word(before-1)) || d.v.Has(vocabulary.Auxiliaries, d.word(before-2)) {
		return true
	}
	// 'welcomed the treaty signed on …': a verb stands before the participle.
	for k := 0; k < before; k++ {
		w := d.word(k)
		if d.v.Has(vocabulary.Participles, w) || strings.HasSuffix(w, "ed") && len(w) > 4 && unicode.IsLower([]rune(d.t[k].text)[0]) {
			return false
		}
	}
	if d.v.Has(vocabulary.ActionObjects, d.word(s.to)) {
		return true
	}
	// 'follows the rule adopted on …': an article behind the first word opens
	// an object, to which the participle belongs.
	for k := 1; k < before; k++ {
		if d.v.Has(vocabulary.ActionObjects, d.word(k)) {
			return false
		}
	}
	return d.words(0, before) <= 4
}

// weekdayBefore is the token of a weekday right before i, or i.
func (d *dateReader) weekdayBefore(i int) int {
	k := i - 1
	if d.mark(k, ",") {
		k--
	}
	if w := d.word(k); w != "" && d.v.Has(vocabulary.Weekdays, w) {
		return k
	}
	return i
}

// words counts the words among tokens from to to.
func (d *dateReader) words(from, to int) int {
	n := 0
	for i := from; i < to && d.more(i); i++ {
		if d.t[i].kind == wordToken {
			n++
		}
	}
	return n
}
