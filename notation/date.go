package notation

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// DateMention is a date named in a text.
type DateMention struct {
	Start, End int    // code points of the text, End exclusive
	from, to   int    // the same in bytes
	Text       string // as printed, without the preposition before it
	EDTF       string // level 0, as printed even if impossible; empty where the year is not known
}

// YearHint gives the year of a date that is printed without one, four digits,
// or "" where there is no evidence for it. day is 0 where only the month is
// printed.
type YearHint func(month, day int) string

// Years that are taken for years; other figures are numbers.
const (
	firstYear = 1800
	lastYear  = 2199
)

// maxDay is the highest number taken for a day of a month. Slips such as '31
// June' or '32 May' are read as printed; judging is the audit's.
const maxDay = 39

// tokenKind is what a piece of a text is for the reading of dates.
type tokenKind int

const (
	wordToken tokenKind = iota
	numberToken
	markToken // one punctuation mark
)

// dateToken is a piece of a text.
type dateToken struct {
	kind       tokenKind
	ordinal    bool   // '4th'
	start, end int    // code points
	from, to   int    // the same in bytes
	text       string // as printed, a number's without its ordinal ending
	number     int    // of a numberToken with up to four digits; otherwise -1
	month      int    // of a wordToken that names one; otherwise 0
}

// noToken stands before the first token and behind the last.
var noToken = dateToken{kind: markToken, number: -1}

// dateReader reads dates from a text. It cuts no more tokens than are asked
// for: most texts show at once whether they begin with a date. Numbers with
// decimals or groups are one token without a value, so that '2.5 May' names no
// day.
type dateReader struct {
	v     *vocabulary.Vocabulary
	text  string
	t     []dateToken // those cut so far
	bytes int         // of the text, cut so far
	runes int         // the same in code points
}

// readers are used again, for their tokens' memory.
var readers = sync.Pool{New: func() any { return new(dateReader) }}

// readDates is a reader of text, which done gives back.
func readDates(v *vocabulary.Vocabulary, text string) *dateReader {
	d := readers.Get().(*dateReader)
	*d = dateReader{v: v, text: text, t: d.t[:0]}
	return d
}

func (d *dateReader) done() { readers.Put(d) }

// more says whether there is a token i.
func (d *dateReader) more(i int) bool {
	for i >= len(d.t) {
		if !d.cut() {
			return false
		}
	}
	return true
}

// at is token i, or noToken.
func (d *dateReader) at(i int) *dateToken {
	if i < 0 || !d.more(i) {
		return &noToken
	}
	return &d.t[i]
}

// cut adds the next token; false at the text's end.
func (d *dateReader) cut() bool {
	for {
		r, n := runeAt(d.text, d.bytes)
		switch {
		case n == 0:
			return false
		case unicode.IsSpace(r):
			d.bytes += n
			d.runes++
			continue
		case IsDigit(r):
			d.t = append(d.t, d.number())
		case unicode.IsLetter(r):
			d.t = append(d.t, d.letters())
		default:
			d.t = append(d.t, d.token(markToken, d.bytes+n, d.runes+1))
		}
		last := &d.t[len(d.t)-1]
		d.bytes, d.runes = last.to, last.end
		return true
	}
}

// runeAt is the code point of s at byte i and its length, which is 0 at the
// end.
func runeAt(s string, i int) (r rune, n int) {
	if i < len(s) && s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	return utf8.DecodeRuneInString(s[min(i, len(s)):])
}

// token is a token from where the uncut text begins to byte to, code point
// end.
func (d *dateReader) token(kind tokenKind, to, end int) dateToken {
	return dateToken{kind: kind, start: d.runes, end: end, from: d.bytes, to: to, text: d.text[d.bytes:to], number: -1}
}

// maxMonth is the longest name of a month, in code points.
const maxMonth = 12

// letters reads the word that begins where the uncut text does.
func (d *dateReader) letters() dateToken {
	to, end := d.bytes, d.runes
	for {
		r, n := runeAt(d.text, to)
		if r == '\'' || r == '’' {
			if next, _ := runeAt(d.text, to+n); !unicode.IsLetter(next) {
				break
			}
		} else if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		to += n
		end++
	}
	t := d.token(wordToken, to, end)
	if end-d.runes <= maxMonth {
		t.month, _ = d.v.Month(t.text)
	}
	return t
}

// IsDigit reports an ASCII digit.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// number reads the number that begins where the uncut text does.
func (d *dateReader) number() dateToken {
	to, plain := d.bytes, true
	for to < len(d.text) {
		c := d.text[to]
		if !IsDigit(rune(c)) {
			if c != '.' && c != ',' || to+1 == len(d.text) || !IsDigit(rune(d.text[to+1])) {
				break
			}
			plain = false
		}
		to++
	}
	t := d.token(numberToken, to, d.runes+to-d.bytes)
	before, _ := utf8.DecodeLastRuneInString(d.text[:d.bytes])
	if plain && len(t.text) <= 4 && (d.bytes == 0 || !glued(before)) {
		t.number, _ = strconv.Atoi(t.text)
	}
	// An ordinal ending: 1st, 2nd, 3rd, 4th, French 1er, Spanish 1º.
	ending := d.text[to:lettersEnd(d.text, to, 3)]
	switch strings.ToLower(ending) {
	case "":
	case "st", "nd", "rd", "th", "er", "º":
		t.ordinal = true
		t.to += len(ending)
		t.end += utf8.RuneCountInString(ending)
		return t
	default:
		if _, month := d.v.Month(d.text[to:lettersEnd(d.text, to, maxMonth)]); !month {
			t.number = -1 // '2nm', '3D', but '5May'
		}
	}
	if last := len(d.t) - 1; t.number < 0 && len(t.text) == 4 && last >= 0 && d.t[last].month > 0 && d.t[last].to == d.bytes {
		t.number, _ = strconv.Atoi(t.text) // 'November2024'
	}
	return t
}

// lettersEnd is the byte behind at most n letters of s that stand at byte i.
func lettersEnd(s string, i, n int) int {
	for ; n > 0; n-- {
		r, size := runeAt(s, i)
		if !unicode.IsLetter(r) {
			break
		}
		i += size
	}
	return i
}

// glued says that a number right behind r is no number of its own.
func glued(r rune) bool {
	return unicode.IsLetter(r) || r == '$' || r == '€' || r == '£' || r == '¥' || r == '#' || r == '.' || r == ','
}

func (t *dateToken) isDay() bool {
	return t.number >= 1 && t.number <= maxDay && len(t.text) <= 2
}

func (t *dateToken) isYear() bool {
	return t.number >= firstYear && t.number <= lastYear && len(t.text) == 4 && !t.ordinal
}

// isYear reports whether figures, and nothing beside them, can be a year.
func isYear(figures string) bool {
	n, err := strconv.Atoi(figures)
	return err == nil && len(figures) == 4 && n >= firstYear && n <= lastYear
}

func (t *dateToken) isDash() bool {
	return t.kind == markToken && (t.text == "-" || t.text == "–" || t.text == "—" || t.text == "−" || t.text == "‑" || t.text == "‐")
}

// point is a date as printed: a month with or without days and year.
type point struct {
	days     []int // as listed; empty: the month as a whole
	through  bool  // the days are the ends of a span
	month    int   // 0: a year alone
	year     int   // 0: not printed
	from, to int   // tokens, to exclusive
}

func (d *dateReader) word(i int) string {
	if t := d.at(i); t.kind == wordToken {
		return strings.ToLower(t.text)
	}
	return ""
}

// mark says whether token i is the punctuation mark s.
func (d *dateReader) mark(i int, s string) bool {
	t := d.at(i)
	return t.kind == markToken && t.text == s
}

// rangeSep is the token behind what joins two ends of a span at i, or i.
func (d *dateReader) rangeSep(i int) int {
	j := i
	if d.mark(j, ",") {
		j++
	}
	if d.at(j).isDash() || d.mark(j, "/") && d.betweenMonths(j) {
		return j + 1
	}
	if w := d.word(j); w != "" && d.v.Has(vocabulary.RangeWords, w) {
		return j + 1
	}
	return i
}

// betweenMonths says that token i stands behind a month and before another one or a
// day of one: 'Sept./Oct.', '29 August/2 September'.
func (d *dateReader) betweenMonths(i int) bool {
	before := i - 1
	if d.mark(before, ".") {
		before--
	}
	next := d.at(i + 1)
	return before >= 0 && d.at(before).month > 0 && (next.month > 0 || next.isDay() && d.at(i+2).month > 0)
}

// listSep is the token behind what joins listed days at i, or i.
func (d *dateReader) listSep(i int) int {
	j := i
	if d.mark(j, ",") {
		j++
	}
	if w := d.word(j); w != "" && d.v.Has(vocabulary.ListWords, w) || d.mark(j, "&") {
		j++
	}
	return j
}

// skipWeekday is the token behind a weekday and its comma at i, or i.
func (d *dateReader) skipWeekday(i int) int {
	if w := d.word(i); w == "" || !d.v.Has(vocabulary.Weekdays, w) {
		return i
	}
	i++
	if d.mark(i, ".") {
		i++
	}
	if d.mark(i, ",") {
		i++
	}
	return i
}

// days reads days that are listed or span: '3', '3 and 4', '3, 4 and 5',
// '3–5', '3 to 5'.
func (d *dateReader) days(i int) (days []int, through bool, next int) {
	if !d.at(i).isDay() {
		return nil, false, i
	}
	days, next = []int{d.at(i).number}, i+1
	for len(days) < 12 {
		if j := d.rangeSep(next); j > next && d.at(j).isDay() && len(days) == 1 {
			return append(days, d.at(j).number), true, j + 1
		}
		if t := d.at(next + 1); len(days) == 1 && d.mark(next, "/") && t.isDay() && t.number > days[0] {
			return append(days, t.number), true, next + 2 // '12/13 September'
		}
		j := d.listSep(next)
		j = d.skipWeekday(j)
		if d.word(j) == "the" {
			j++
		}
		if j == next || !d.at(j).isDay() {
			break
		}
		days, next = append(days, d.at(j).number), j+1
	}
	return days, false, next
}

// year reads a year at i, after an optional comma or 'of'.
func (d *dateReader) year(i int) (year, next int) {
	j := i
	if d.mark(j, ",") || d.word(j) == "of" || d.mark(j, ".") && d.at(j-1).month > 0 {
		j++
		if d.mark(j, ",") {
			j++
		}
	}
	if t := d.at(j); t.isYear() && !d.continuesNumber(j) {
		return t.number, j + 1
	}
	return 0, i
}

// continuesNumber says that the number at i goes on as a span of years or a
// serial: '2009-10', '2031-12'.
func (d *dateReader) continuesNumber(i int) bool {
	t, next := d.at(i), d.at(i+1)
	after := d.at(i + 2)
	if next.kind == markToken && next.text == "/" && after.kind == numberToken && len(after.text) == 2 {
		return true // '2009/10'
	}
	if !next.isDash() || next.start != t.end || after.kind != numberToken || after.start != next.end || after.isYear() {
		return false
	}
	return !after.isDay() || d.at(i+3).month == 0 // '2031-7 June 2032'
}

// point reads one date at token i.
func (d *dateReader) point(i int) (p point, ok bool) {
	p.from = i
	if iso, ok := d.iso(i); ok {
		return iso, true
	}
	if numeric, ok := d.numeric(i); ok {
		return numeric, true
	}
	if leads, ok := d.yearLeads(i); ok {
		return leads, true
	}
	// 3 July 2024, 3rd of July 2024, 3–5 July
	if days, through, next := d.days(i); len(days) > 0 && !d.counted(i) {
		if d.mark(next, ".") {
			next++ // German '3. Juli'
		}
		if d.word(next) == "of" || d.word(next) == "de" {
			next++
		}
		if d.mark(next, ",") && d.at(next+1).month > 0 && d.at(next+2).isYear() && len(days) == 1 {
			if d.namedBefore(i) {
				return p, false // 'Harbour Quarterly 3, July 2024': the issue
			}
			next++ // a slip: '3, July 2024'
		}
		dashed := d.at(next).isDash() && d.at(next+1).month > 0 && d.at(next+2).isDash() && d.at(next+3).isYear() && len(days) == 1
		if dashed {
			next++ // '3-Jul-2024'
		}
		m := d.at(next).month
		if m == 0 && d.at(next+1).isYear() {
			m = d.smallMonth(next) // French '4 mars 2024'
		}
		if m == 0 && d.at(next+1).isYear() {
			m = d.v.MonthSlip(d.at(next).text)
		}
		if m > 0 && !dashed && len(days) == 1 && d.beginsDate(next) {
			return p, false // 'Circular 3 of January 18, 2021': the date begins later
		}
		if m > 0 {
			next++
			if d.mark(next, ".") && d.at(next+1).isYear() {
				next++
			}
			p.days, p.through, p.month = days, through, m
			if dashed || d.word(next) == "de" {
				next++ // Spanish 'de 2024'
			}
			p.year, p.to = d.year(next)
			return p, true
		}
		if len(days) > 1 && !through {
			// The list may be '12, 3 July': the date begins later.
			return p, false
		}
	}
	// July 3, 2024; July 2024; July
	m := d.at(i).month
	if m == 0 {
		return p, false
	}
	next := i + 1
	if d.mark(next, ".") || d.mark(next, ",") && d.at(next+1).isDay() && d.at(next+2).isYear() {
		next++ // 'Sept. 3', or a slip: 'July, 3 2024'
	}
	p.month = m
	if days, through, after := d.days(next); len(days) > 0 && !d.daysAreNot(days, after) {
		p.days, p.through = days, through
		p.year, p.to = d.year(after)
		return p, true
	}
	p.year, p.to = d.year(next)
	if p.year == 0 {
		p.to = i + 1
	}
	return p, true
}

// counted reports whether the number at token i counts issues, pages or the like and is
// no day: 'no. 2, April 1999', 'pp. 3–5 May 2004', 'vol. 4:2, June 2004'. Behind a whole
// word ('issue') it takes the comma.
func (d *dateReader) counted(i int) bool {
	comma := d.mark(i+1, ",")
	if d.mark(i-1, ":") && comma && d.at(i-2).kind == numberToken && d.at(i-1).start == d.at(i-2).end {
		return true // a volume and its issue
	}
	for k := i - 1; d.at(k-1).kind == numberToken && (d.at(k).isDash() || d.mark(k, "&") || d.word(k) == "and"); k = i - 1 {
		i = k - 1
	}
	k := i - 1
	short := d.mark(k, ".") || d.mark(k, "°") || d.mark(k, "№")
	if d.mark(k, ".") || d.mark(k, "°") {
		k--
	}
	if d.mark(k, "№") {
		return true
	}
	w := d.word(k)
	return w != "" && d.v.Has(vocabulary.NumberLabels, w) && (comma || short || len(w) < 3)
}

// namedBefore reports whether a word with a capital, which is neither a weekday nor
// the first of the text, stands right before token i.
func (d *dateReader) namedBefore(i int) bool {
	t := d.at(i - 1)
	if i < 2 || t.kind != wordToken || d.v.Has(vocabulary.Weekdays, d.word(i-1)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.text)
	return unicode.IsUpper(first)
}

// smallMonth is the month that a word names between a day and a year although a
// small letter begins it, as French months do that are English words too.
func (d *dateReader) smallMonth(i int) int {
	text := d.at(i).text
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return 0
	}
	m, _ := d.v.Month(string(unicode.ToUpper(r)) + text[n:])
	return m
}

// yearLeads reads a date that is all of a bracket and begins with its year, as
// psychologists cite: '(2024, July 3)', '(2024, July)', '(2024 July 3–5)'.
func (d *dateReader) yearLeads(i int) (p point, ok bool) {
	if !d.at(i).isYear() || i > 0 && !d.mark(i-1, "(") && !d.mark(i-1, "[") {
		return p, false
	}
	next := i + 1
	if d.mark(next, ",") {
		next++
	}
	if p.month = d.at(next).month; p.month == 0 {
		return p, false
	}
	p.year, p.from = d.at(i).number, i
	if next++; d.mark(next, ".") {
		next++
	}
	if days, through, after := d.days(next); len(days) > 0 {
		p.days, p.through, next = days, through, after
	}
	if p.to = next; !d.mark(next, ")") && !d.mark(next, "]") {
		return p, false
	}
	return p, true
}

// beginsDate reports whether the month at i has a day and a year of its own
// behind it.
func (d *dateReader) beginsDate(i int) bool {
	if i++; d.mark(i, ".") {
		i++
	}
	if !d.at(i).isDay() {
		return false
	}
	year, _ := d.year(i + 1)
	return year > 0
}

// daysAreNot keeps 'May 3 July' from being read as the third of May, and a
// figure with a unit ('May 5%') from being a day.
func (d *dateReader) daysAreNot(days []int, after int) bool {
	return d.at(after).month > 0 && len(days) == 1 || d.mark(after, "%") || d.mark(after, ":")
}

// iso reads 2024-07-03 and 2024/07/03.
func (d *dateReader) iso(i int) (p point, ok bool) {
	y := d.at(i)
	sep := d.at(i + 1).text
	if !y.isYear() || sep != "-" && sep != "/" || !d.mark(i+3, sep) {
		return p, false
	}
	m, day := d.at(i+2), d.at(i+4)
	if len(m.text) != 2 || len(day.text) != 2 || m.number < 1 || m.number > 12 || !day.isDay() {
		return p, false
	}
	if d.at(i+1).start != y.end || m.start != d.at(i+1).end || day.start != d.at(i+3).end {
		return p, false
	}
	return point{days: []int{day.number}, month: m.number, year: y.number, from: i, to: i + 5}, true
}

// numeric reads 3.7.2024, which is day and month wherever full stops are used,
// and 15/7/2024 or 7/15/2024 where one of the two can only be the day. Where
// both could be it is no date.
func (d *dateReader) numeric(i int) (p point, ok bool) {
	t := d.at(i)
	if t.kind != numberToken {
		return p, false
	}
	if strings.Count(t.text, ".") == 2 && !t.ordinal && t.end-t.start == len(t.text) {
		parts := strings.Split(t.text, ".")
		return dayMonthYear(parts[0], parts[1], parts[2], i, i+1)
	}
	if !d.mark(i+1, "/") || !d.mark(i+3, "/") {
		return p, false
	}
	m, y := d.at(i+2), d.at(i+4)
	if m.number < 0 || !y.isYear() || y.end-t.start != len(t.text)+len(m.text)+6 {
		return p, false
	}
	switch {
	case t.number > 12 && m.number <= 12:
		return dayMonthYear(t.text, m.text, y.text, i, i+5)
	case m.number > 12 && t.number <= 12:
		return dayMonthYear(m.text, t.text, y.text, i, i+5)
	}
	return p, false
}

// dayMonthYear makes a point of three numbers.
func dayMonthYear(day, month, year string, from, to int) (p point, ok bool) {
	n, errDay := strconv.Atoi(day)
	m, errMonth := strconv.Atoi(month)
	y, errYear := strconv.Atoi(year)
	if errDay != nil || errMonth != nil || errYear != nil || n < 1 || n > maxDay || m < 1 || m > 12 || len(year) != 4 || y < firstYear || y > lastYear {
		return p, false
	}
	return point{days: []int{n}, month: m, year: y, from: from, to: to}, true
}

// dateSpan is one or two points: a date, or a span between two.
type dateSpan struct {
	a, b     point
	isSpan   bool
	from, to int // tokens
}

// spanFrom reads a date or a span of dates at token i. between says that
// 'between' stands before it, so that 'and' joins its ends.
func (d *dateReader) spanFrom(i int, between bool) (s dateSpan, ok bool) {
	a, ok := d.point(i)
	if !ok {
		return s, false
	}
	if between && len(a.days) == 2 && !a.through {
		a.through = true
	}
	s = dateSpan{a: a, from: i, to: a.to}
	end := d.behindShortMonth(a)
	j := d.rangeSep(end)
	and := false
	if j == end {
		if w := d.word(j); w == "and" || d.mark(j, ",") && d.word(j+1) == "and" {
			and = true
			j++
			if d.word(j) == "and" {
				j++
			}
		} else {
			return s, true
		}
	}
	j = d.skipWeekday(j)
	if d.word(j) == "the" || len(a.days) == 0 && d.v.Has(vocabulary.DateParts, d.word(j)) {
		j++ // 'late May to early June 2010'
	}
	b, ok := d.point(j)
	if !ok || len(b.days) == 0 != (len(a.days) == 0) {
		return s, true
	}
	if a.year == 0 && b.year != 0 {
		a.year = b.year
		if a.month > b.month {
			a.year--
		}
	}
	s.a = a
	if and && !between && !followsOn(a, b) {
		return s, true
	}
	s.b, s.isSpan, s.to = b, true, b.to
	return s, true
}

// behindShortMonth is the token behind the full stop of a shortened month that
// ends a date without a year ('29 Aug. to 2 Sept. 2024'), otherwise the token
// behind the date. A capital behind the full stop begins a new sentence.
func (d *dateReader) behindShortMonth(p point) int {
	month, behind := d.at(p.to-1), d.at(p.to+1)
	if p.year != 0 || month.month == 0 || len(month.text) > 4 || !d.mark(p.to, ".") || d.at(p.to).from != month.to {
		return p.to
	}
	if first, _ := runeAt(behind.text, 0); unicode.IsUpper(first) {
		return p.to
	}
	return p.to + 1
}

// followsOn says that two single days joined by 'and' are neighbours.
func followsOn(a, b point) bool {
	if len(a.days) != 1 || len(b.days) != 1 || a.year != b.year {
		return false
	}
	if a.month == b.month {
		return b.days[0] == a.days[0]+1
	}
	return b.month == a.month+1 && b.days[0] == 1 && a.days[0] >= 28
}

// edtf is a point's date, EDTF level 0; "" without a year.
func (p point) edtf() string {
	if p.year == 0 {
		return ""
	}
	var room [21]byte // two days
	if p.month == 0 {
		return string(appendYear(room[:0], p.year))
	}
	if len(p.days) == 0 {
		return string(p.appendMonth(room[:0]))
	}
	first, last := p.days[0], p.days[len(p.days)-1]
	day := append2(append(p.appendMonth(room[:0]), '-'), first)
	if first != last && (p.through || consecutive(p.days)) {
		day = append2(append(p.appendMonth(append(day, '/')), '-'), last)
	}
	// 'On 3 and 10 July': EDTF level 0 has no sets; the first day stands.
	return string(day)
}

// appendMonth appends year and month in four and two figures.
func (p *point) appendMonth(b []byte) []byte {
	return append2(append(appendYear(b, p.year), '-'), p.month)
}

func appendYear(b []byte, year int) []byte { return append2(append2(b, year/100), year%100) }

// append2 appends a number from 0 to 99 in two figures.
func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func consecutive(days []int) bool {
	for i := 1; i < len(days); i++ {
		if days[i] != days[i-1]+1 {
			return false
		}
	}
	return true
}

// first and last are the ends of a point that spans days.
func (p point) first() string { from, _, _ := strings.Cut(p.edtf(), "/"); return from }
func (p point) last() string {
	from, to, ok := strings.Cut(p.edtf(), "/")
	if ok {
		return to
	}
	return from
}

func (s dateSpan) edtf() string {
	if !s.isSpan {
		return s.a.edtf()
	}
	from, to := s.a.first(), s.b.last()
	if from == "" || to == "" {
		return ""
	}
	return from + "/" + to
}

// complete gives the points the year of the hint where they have none.
func (s *dateSpan) complete(hint YearHint) {
	if hint == nil || s.a.year != 0 && (!s.isSpan || s.b.year != 0) {
		return
	}
	fill := func(p *point) {
		if p.year != 0 || p.month == 0 {
			return
		}
		day := 0
		if len(p.days) > 0 {
			day = p.days[0]
		}
		if y, err := strconv.Atoi(hint(p.month, day)); err == nil {
			p.year = y
		}
	}
	fill(&s.a)
	if s.isSpan {
		fill(&s.b)
	}
}

// mention is the span as it stands in the text. Modifiers before a month or
// year ('late', 'spring of') belong to it.
func (d *dateReader) mention(s dateSpan) DateMention {
	from := s.from
	if len(s.a.days) == 0 {
		for n := 4; n >= 1; n-- {
			if from-n < 0 {
				continue
			}
			words := make([]string, n)
			for i := range words {
				words[i] = d.word(from - n + i)
			}
			if d.v.Has(vocabulary.DateParts, strings.Join(words, " ")) {
				from -= n
				break
			}
		}
	}
	first, last := d.at(from), d.at(s.to-1)
	return DateMention{Start: first.start, End: last.end, from: first.from, to: last.to, Text: singleSpaced(d.text[first.from:last.to]), EDTF: s.edtf()}
}

// singleSpaced is text without white space at its ends and with one space for
// any inside it.
func singleSpaced(text string) string {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i+1 == len(text) || text[i-1] == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return text
}

// FindDates gives all dates in text that name at least a month, in order. A
// month without day and year counts only as part of a span.
func FindDates(v *vocabulary.Vocabulary, text string) []DateMention {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	d := readDates(v, text)
	defer d.done()
	var found []DateMention
	for _, s := range d.all() {
		found = append(found, d.mention(s))
	}
	return found
}

// all gives the dates of the tokens.
func (d *dateReader) all() []dateSpan {
	var found []dateSpan
	for i := 0; d.more(i); i++ {
		if d.t[i].kind != numberToken && d.t[i].month == 0 {
			continue
		}
		s, ok := d.spanFrom(i, d.word(i-1) == "between")
		if !ok || len(s.a.days) == 0 && s.a.year == 0 && !s.isSpan {
			continue
		}
		found = append(found, s)
		i = s.to - 1
	}
	return found
}

// ParsePeriod reads the first span in text both ends of which are printed as
// dates, such as a compliance period: '20 November 2034 to 5 October 2035'.
// Days of one month ('13 to 15 June 2024') are a meeting, not a period.
func ParsePeriod(v *vocabulary.Vocabulary, text string) (model.Period, bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return model.Period{}, false
	}
	d := readDates(v, text)
	defer d.done()
	for i := 0; d.more(i); i++ {
		if d.t[i].kind != numberToken && d.t[i].month == 0 {
			continue
		}
		s, ok := d.spanFrom(i, d.word(i-1) == "between")
		if !ok || !s.isSpan {
			continue
		}
		from, to := s.a.first(), s.b.last()
		if from == "" || to == "" {
			continue
		}
		return model.Period{From: from, To: to, Text: d.mention(s).Text}, true
	}
	return model.Period{}, false
}
