package date

import (
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// Point is a date as printed: a month with or without days and year.
type Point struct {
	Days     []int // as listed; empty: the month as a whole
	Through  bool  // the days are the ends of a span
	Month    int   // 0: a year alone
	Year     int   // 0: not printed
	From, To int   // tokens, to exclusive
}

// rangeSep is the token behind what joins two ends of a span at i, or i.
func (d *Reader) rangeSep(i int) int {
	j := i
	if d.Mark(j, ",") {
		j++
	}
	if d.At(j).IsDash() || d.Mark(j, "/") && d.betweenMonths(j) {
		return j + 1
	}
	if w := d.Word(j); w != "" && d.v.Has(vocabulary.RangeWords, w) {
		return j + 1
	}
	return i
}

// betweenMonths says that token i stands behind a month and before another one or a
// day of one: 'Sept./Oct.', '29 August/2 September'.
func (d *Reader) betweenMonths(i int) bool {
	before := i - 1
	if d.Mark(before, ".") {
		before--
	}
	next := d.At(i + 1)
	return before >= 0 && d.At(before).Month > 0 && (next.Month > 0 || next.isDay() && d.At(i+2).Month > 0)
}

// listSep is the token behind what joins listed days at i, or i.
func (d *Reader) listSep(i int) int {
	j := i
	if d.Mark(j, ",") {
		j++
	}
	if w := d.Word(j); w != "" && d.v.Has(vocabulary.ListWords, w) || d.Mark(j, "&") {
		j++
	}
	return j
}

// skipWeekday is the token behind a weekday and its comma at i, or i.
func (d *Reader) skipWeekday(i int) int {
	if w := d.Word(i); w == "" || !d.v.Has(vocabulary.Weekdays, w) {
		return i
	}
	i++
	if d.Mark(i, ".") {
		i++
	}
	if d.Mark(i, ",") {
		i++
	}
	return i
}

// days reads days that are listed or span: '3', '3 and 4', '3, 4 and 5',
// '3–5', '3 to 5'.
func (d *Reader) days(i int) (days []int, through bool, next int) {
	if !d.At(i).isDay() {
		return nil, false, i
	}
	days, next = []int{d.At(i).Number}, i+1
	for len(days) < 12 {
		if j := d.rangeSep(next); j > next && d.At(j).isDay() && len(days) == 1 {
			return append(days, d.At(j).Number), true, j + 1
		}
		if t := d.At(next + 1); len(days) == 1 && d.Mark(next, "/") && t.isDay() && t.Number > days[0] {
			return append(days, t.Number), true, next + 2 // '12/13 September'
		}
		j := d.listSep(next)
		j = d.skipWeekday(j)
		if d.Word(j) == "the" {
			j++
		}
		if j == next || !d.At(j).isDay() {
			break
		}
		days, next = append(days, d.At(j).Number), j+1
	}
	return days, false, next
}

// year reads a year at i, after an optional comma or 'of'.
func (d *Reader) year(i int) (year, next int) {
	j := i
	if d.Mark(j, ",") || d.Word(j) == "of" || d.Mark(j, ".") && d.At(j-1).Month > 0 {
		j++
		if d.Mark(j, ",") {
			j++
		}
	}
	if t := d.At(j); t.IsYear() && !d.continuesNumber(j) {
		return t.Number, j + 1
	}
	return 0, i
}

// continuesNumber says that the number at i goes on as a span of years or a
// serial: '2009-10', '2031-12'.
func (d *Reader) continuesNumber(i int) bool {
	t, next := d.At(i), d.At(i+1)
	after := d.At(i + 2)
	if next.Kind == MarkToken && next.Text == "/" && after.Kind == NumberToken && len(after.Text) == 2 {
		return true // '2009/10'
	}
	if !next.IsDash() || next.Start != t.End || after.Kind != NumberToken || after.Start != next.End || after.IsYear() {
		return false
	}
	return !after.isDay() || d.At(i+3).Month == 0 // '2031-7 June 2032'
}

// point reads one date at token i.
func (d *Reader) point(i int) (p Point, ok bool) {
	p.From = i
	if iso, ok := d.iso(i); ok {
		return iso, true
	}
	if numeric, ok := d.numeric(i); ok {
		return numeric, true
	}
	if leads, ok := d.yearLeads(i); ok {
		return leads, true
	}
	if d.At(i).Kind == NumberToken {
		if united, ok := d.united(i); ok {
			return united, true
		}
		if roman, ok := d.romanMonth(i); ok {
			return roman, true
		}
	}
	if spelled, ok := d.spelledDay(i); ok {
		return spelled, true
	}
	// 3 July 2024, 3rd of July 2024, 3–5 July
	if days, through, next := d.days(i); len(days) > 0 && !d.counted(i) {
		if d.Mark(next, ".") {
			next++ // German '3. Juli'
		}
		if (d.Word(next) == "day" || d.Word(next) == "days") && d.At(next-1).Ordinal && d.Word(next+1) == "of" {
			next++ // 'the 3rd day of July'
		}
		if d.Word(next) == "of" || d.Word(next) == "de" {
			next++
		}
		if d.Mark(next, ",") && d.At(next+1).Month > 0 && d.At(next+2).IsYear() && len(days) == 1 {
			if d.namedBefore(i) {
				return p, false // 'Harbour Quarterly 3, July 2024': the issue
			}
			next++ // a slip: '3, July 2024'
		}
		dashed := d.At(next).IsDash() && d.At(next+1).Month > 0 && d.At(next+2).IsDash() && d.At(next+3).IsYear() && len(days) == 1
		if dashed {
			next++ // '3-Jul-2024'
		}
		m := d.At(next).Month
		if m == 0 && d.yearBehindMonth(next+1) {
			if m = d.smallMonth(next); m == 0 { // French '4 mars 2024'
				m = d.v.MonthBeside(d.At(next).Text)
			}
		}
		if m == 0 && d.At(next+1).IsYear() {
			m = d.v.MonthSlip(d.At(next).Text)
		}
		if m > 0 && !dashed && len(days) == 1 && d.beginsDate(next) {
			return p, false // 'Circular 3 of January 18, 2021': the date begins later
		}
		if m > 0 {
			next++
			if d.Mark(next, ".") && d.yearBehindMonth(next) {
				next++
			}
			p.Days, p.Through, p.Month = days, through, m
			if dashed || d.Word(next) == "de" {
				next++ // Spanish 'de 2024'
			}
			p.Year, p.To = d.year(next)
			return p, true
		}
		if len(days) > 1 && !through {
			// The list may be '12, 3 July': the date begins later.
			return p, false
		}
	}
	// July 3, 2024; July 2024; July
	m := d.At(i).Month
	if m == 0 {
		return p, false
	}
	next := i + 1
	if d.Mark(next, ".") || d.Mark(next, ",") && d.At(next+1).isDay() && d.At(next+2).IsYear() {
		next++ // 'Sept. 3', or a slip: 'July, 3 2024'
	}
	p.Month = m
	if days, through, after := d.days(next); len(days) > 0 && !d.daysAreNot(days, after) {
		p.Days, p.Through = days, through
		p.Year, p.To = d.year(after)
		return p, true
	}
	if day, after, ok := d.dayBehindArticle(next); ok {
		p.Days = []int{day}
		p.Year, p.To = d.year(after)
		return p, true
	}
	p.Year, p.To = d.year(next)
	if p.Year == 0 {
		p.To = i + 1
	}
	return p, true
}

// counted reports whether the number at token i counts issues, pages or the like and is
// no day: 'no. 2, April 1999', 'pp. 3–5 May 2004', 'vol. 4:2, June 2004'. Behind a whole
// word ('issue') it takes the comma.
func (d *Reader) counted(i int) bool {
	comma := d.Mark(i+1, ",")
	if d.Mark(i-1, ":") && comma && d.At(i-2).Kind == NumberToken && d.At(i-1).Start == d.At(i-2).End {
		return true // a volume and its issue
	}
	for k := i - 1; d.At(k-1).Kind == NumberToken && (d.At(k).IsDash() || d.Mark(k, "&") || d.Word(k) == "and"); k = i - 1 {
		i = k - 1
	}
	k := i - 1
	short := d.Mark(k, ".") || d.Mark(k, "°") || d.Mark(k, "№")
	if d.Mark(k, ".") || d.Mark(k, "°") {
		k--
	}
	if d.Mark(k, "№") {
		return true
	}
	w := d.Word(k)
	return w != "" && d.v.Has(vocabulary.NumberLabels, w) && (comma || short || len(w) < 3)
}

// namedBefore reports whether a word with a capital, which is neither a weekday nor
// the first of the text, stands right before token i.
func (d *Reader) namedBefore(i int) bool {
	t := d.At(i - 1)
	if i < 2 || t.Kind != WordToken || d.v.Has(vocabulary.Weekdays, d.Word(i-1)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(first)
}

// yearBehindMonth reports whether a year stands at token i, behind the full stop of a
// shortened month or 'de' ('12 jan. 2024', '12 dez. de 2024').
func (d *Reader) yearBehindMonth(i int) bool {
	if d.Mark(i, ".") {
		i++
	}
	if d.Word(i) == "de" {
		i++
	}
	return d.At(i).IsYear()
}

// smallMonth is the month that a word names between a day and a year although a
// small letter begins it, as French months do that are English words too.
func (d *Reader) smallMonth(i int) int {
	text := d.At(i).Text
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return 0
	}
	m, _ := d.v.Month(string(unicode.ToUpper(r)) + text[n:])
	return m
}

// yearLeads reads a date that begins with its year and is all of a bracket, as
// psychologists cite, '(2024, July 3)', '(2024, July)', '(2024 July 3–5)', or all that
// stands between marks, as physicians do: '; 2024 Jul 3 ['. This has a day and no comma.
func (d *Reader) yearLeads(i int) (p Point, ok bool) {
	if !d.At(i).IsYear() || i > 0 && d.At(i-1).Kind != MarkToken {
		return p, false
	}
	inBracket := i == 0 || d.Mark(i-1, "(") || d.Mark(i-1, "[")
	next := i + 1
	comma := d.Mark(next, ",")
	if comma {
		next++
	}
	if p.Month = d.At(next).Month; p.Month == 0 {
		return p, false
	}
	p.Year, p.From = d.At(i).Number, i
	if next++; d.Mark(next, ".") {
		next++
	}
	if days, through, after := d.days(next); len(days) > 0 {
		p.Days, p.Through, next = days, through, after
	}
	p.To = next
	if inBracket && (d.Mark(next, ")") || d.Mark(next, "]")) {
		return p, true
	}
	between := i == 0 || d.Mark(i-1, "[") || d.Mark(i-1, "(") || d.Mark(i-1, ";") || d.Mark(i-1, ".") || d.Mark(i-1, ",")
	return p, between && !comma && len(p.Days) > 0 && d.At(next).Kind == MarkToken && !d.Mark(next, "%") && !d.At(next).IsDash()
}

// beginsDate reports whether the month at i has a day and a year of its own
// behind it.
func (d *Reader) beginsDate(i int) bool {
	if i++; d.Mark(i, ".") {
		i++
	}
	if !d.At(i).isDay() {
		return false
	}
	year, _ := d.year(i + 1)
	return year > 0
}

// daysAreNot keeps 'May 3 July' from being read as the third of May, and a
// figure with a unit ('May 5%') from being a day.
func (d *Reader) daysAreNot(days []int, after int) bool {
	return d.At(after).Month > 0 && len(days) == 1 || d.Mark(after, "%") || d.Mark(after, ":")
}
