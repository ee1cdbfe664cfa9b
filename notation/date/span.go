package date

import (
	"strconv"
	"unicode"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// YearHint gives the year of a date that is printed without one, four digits,
// or "" where there is no evidence for it. day is 0 where only the month is
// printed.
type YearHint func(month, day int) string

// Span is one or two points: a date, or a span between two.
type Span struct {
	A, B     Point
	IsSpan   bool
	From, To int // tokens
}

// SpanFrom reads a date or a span of dates at token i. between says that
// 'between' stands before it, so that 'and' joins its ends.
func (d *Reader) SpanFrom(i int, between bool) (s Span, ok bool) {
	a, ok := d.point(i)
	if !ok {
		return s, false
	}
	if between && len(a.Days) == 2 && !a.Through {
		a.Through = true
	}
	s = Span{A: a, From: i, To: a.To}
	end := d.behindShortMonth(a)
	j := d.rangeSep(end)
	and := false
	if j == end {
		if w := d.Word(j); w == "and" || d.Mark(j, ",") && d.Word(j+1) == "and" {
			and = true
			j++
			if d.Word(j) == "and" {
				j++
			}
		} else {
			return s, true
		}
	}
	j = d.skipWeekday(j)
	if d.Word(j) == "the" || len(a.Days) == 0 && d.v.Has(vocabulary.DateParts, d.Word(j)) {
		j++ // 'late May to early June 2010'
	}
	b, ok := d.point(j)
	if !ok || len(b.Days) == 0 != (len(a.Days) == 0) {
		return s, true
	}
	if a.Year == 0 && b.Year != 0 {
		a.Year = b.Year
		if a.Month > b.Month {
			a.Year--
		}
	}
	s.A = a
	if and && !between && !followsOn(a, b) {
		return s, true
	}
	s.B, s.IsSpan, s.To = b, true, b.To
	return s, true
}

// behindShortMonth is the token behind the full stop of a shortened month that
// ends a date without a year ('29 Aug. to 2 Sept. 2024'), otherwise the token
// behind the date. A capital behind the full stop begins a new sentence.
func (d *Reader) behindShortMonth(p Point) int {
	month, behind := d.At(p.To-1), d.At(p.To+1)
	if p.Year != 0 || month.Month == 0 || len(month.Text) > 4 || !d.Mark(p.To, ".") || d.At(p.To).FromByte != month.ToByte {
		return p.To
	}
	if first, _ := script.RuneAt(behind.Text, 0); unicode.IsUpper(first) {
		return p.To
	}
	return p.To + 1
}

// followsOn says that two single days joined by 'and' are neighbours.
func followsOn(a, b Point) bool {
	if len(a.Days) != 1 || len(b.Days) != 1 || a.Year != b.Year {
		return false
	}
	if a.Month == b.Month {
		return b.Days[0] == a.Days[0]+1
	}
	return b.Month == a.Month+1 && b.Days[0] == 1 && a.Days[0] >= 28
}

// Complete gives the points the year of the hint where they have none.
func (s *Span) Complete(hint YearHint) {
	if hint == nil || s.A.Year != 0 && (!s.IsSpan || s.B.Year != 0) {
		return
	}
	fill := func(p *Point) {
		if p.Year != 0 || p.Month == 0 {
			return
		}
		day := 0
		if len(p.Days) > 0 {
			day = p.Days[0]
		}
		if y, err := strconv.Atoi(hint(p.Month, day)); err == nil {
			p.Year = y
		}
	}
	fill(&s.A)
	if s.IsSpan {
		fill(&s.B)
	}
}

// All gives the dates of the tokens.
func (d *Reader) All() []Span {
	var found []Span
	for i := 0; d.More(i); i++ {
		if d.t[i].Kind != NumberToken && d.t[i].Month == 0 && !d.ordinalAhead(i) {
			continue
		}
		s, ok := d.SpanFrom(i, d.Word(i-1) == "between")
		if !ok || len(s.A.Days) == 0 && s.A.Year == 0 && !s.IsSpan {
			continue
		}
		found = append(found, s)
		i = s.To - 1
	}
	return found
}

// Years reads a year alone, or two that are joined, at token i.
func (d *Reader) Years(i int) (Span, bool) {
	t := d.At(i)
	if !t.IsYear() || d.continuesNumber(i) {
		return Span{}, false
	}
	s := Span{A: Point{Year: t.Number, From: i, To: i + 1}, From: i, To: i + 1}
	j := d.rangeSep(i + 1)
	if j == i+1 && d.Word(j) == "and" {
		j++
	}
	if next := d.At(j); j > i+1 && next.IsYear() && (d.Word(j-1) != "and" || next.Number == t.Number+1 || d.Word(i-1) == "between") {
		s.B, s.IsSpan, s.To = Point{Year: next.Number, From: j, To: j + 1}, true, j+1
	}
	// 'In 2008 dollars', 'in 2010 members': a year before a comma or a verb
	// cannot be told from one before a noun; a digit or unit it is not.
	if d.Mark(s.To, "%") {
		return Span{}, false
	}
	return s, true
}
