package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// WrittenDay is a day with its month's name, as it stands in a text.
type WrittenDay struct {
	Start, End       int // bytes of the text, End exclusive
	Year, Month, Day int // Year 0 where none is printed; Day 0 where 0 is
	Last             int // the last of several days behind the month ('May 6–8'), else Day
	MonthFirst       bool
}

// WrittenDays finds the days in text that are written with their month's name,
// in order: '3 May 2024', '3rd of May, 2024', 'May 3, 2024', '3 May'. Of several
// days of one month ('28 and 29 May') it is the one beside the month. The name
// has a capital, which a month within an address ('/21-june-2024/') and in most
// quotations of other languages has not, and neither figures nor letters are
// glued to the date ('G7 May'). Whether there is such a day is not asked.
func WrittenDays(v *vocabulary.Vocabulary, text string) []WrittenDay {
	if !monthBesideFigure(v, text) {
		return nil
	}
	d := Read(v, text)
	defer d.Done()
	var out []WrittenDay
	for i := 0; d.More(i); i++ {
		if d.t[i].Kind != NumberToken && d.t[i].Month == 0 {
			continue
		}
		s, ok := d.SpanFrom(i, d.Word(i-1) == "between")
		if !ok {
			continue
		}
		out = d.appendWritten(out, s.A)
		if s.IsSpan {
			out = d.appendWritten(out, s.B)
		}
		i = s.To - 1
	}
	return out
}

// appendWritten appends the day of p that stands beside the month's name.
func (d *Reader) appendWritten(out []WrittenDay, p Point) []WrittenDay {
	if len(p.Days) == 0 {
		p = d.dayZero(p)
	}
	if len(p.Days) == 0 {
		return out
	}
	w := WrittenDay{Start: d.At(p.From).FromByte, Year: p.Year, Month: p.Month, Day: p.Days[0], Last: p.Days[len(p.Days)-1], End: d.At(p.To - 1).ToByte}
	month := p.From
	for ; month < p.To && d.At(month).Month == 0; month++ {
		if d.At(month).Kind == NumberToken {
			w.Start, w.Day = d.At(month).FromByte, d.At(month).Number
		}
	}
	w.MonthFirst = month == p.From
	name, _ := utf8.DecodeRuneInString(d.At(month).Text)
	before, _ := utf8.DecodeLastRuneInString(d.text[:w.Start])
	behind, _ := utf8.DecodeRuneInString(d.text[w.End:])
	if !unicode.IsUpper(name) || script.WordRune(before) || script.WordRune(behind) {
		return out // also a date in figures only
	}
	return append(out, w)
}

// dayZero gives a month the day 0 that is printed beside it, which is a day for
// nobody but the audit.
func (d *Reader) dayZero(p Point) Point {
	zero := func(i int) bool { t := d.At(i); return t.Number == 0 && len(t.Text) <= 2 }
	switch {
	case zero(p.From - 1):
		p.From--
		p.Days = []int{0}
	case zero(p.From+1) && p.To == p.From+1:
		p.Days = []int{0}
		p.Year, p.To = d.year(p.From + 2)
	}
	return p
}

// Between a day and its month stand at most an ordinal's ending, 'of' and white
// space, between a month and its day a mark and a space; in bytes.
const (
	dayBefore = 12
	dayBehind = 6
)

// monthBesideFigure reports whether a month's name with a capital stands near a
// figure. It spares most texts the reading of every word.
func monthBesideFigure(v *vocabulary.Vocabulary, text string) bool {
	for i := 0; i < len(text); {
		r, n := script.RuneAt(text, i)
		if !unicode.IsUpper(r) {
			i += n
			continue
		}
		end := i + n
		for end < len(text) {
			r, n := script.RuneAt(text, end)
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			end += n
		}
		if strings.ContainsAny(text[max(0, i-dayBefore):i]+text[end:min(len(text), end+dayBehind)], "0123456789") {
			if _, ok := v.Month(text[i:end]); ok {
				return true
			}
		}
		i = end
	}
	return false
}
