package rubric

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/amount"
	notationdate "recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// measure is a kind of value that levels set thresholds with.
type measure int

// The measures. plain is a number of whatever it stands before.
const (
	plain measure = iota
	money
	share
	date
	earlier // what was before, against which it is compared
)

// printed is a value where it stands in a text.
type printed struct {
	measure    measure
	value      int64 // millionths; days for dates
	unit       string
	text       string
	start, end int
}

// micro is what values are counted in, so that 0.7 is whole.
const micro = 1_000_000

// mostValue keeps values within what is counted exactly.
const mostValue = 9_000_000_000_000

var (
	reShare = lazyregexp.NewWith(`(?i)\b(\d[\d,]*(?:\.\d+)?)\s?(?:%|per\s?cent\b)|\b((?:a|one)\s+(?:tenth|fifth|quarter|third|half)|two[\s-]thirds|three[\s-]quarters|(?:two|three|four)[\s-]fifths|half|one\s+in\s+(?:two|three|four|five|ten)|the\s+whole|the\s+entirety)\b`, "%", "cent", "tenth", "fifth", "quarter", "third", "half", "thirds", "fifths", "one", "whole", "entirety")
	// reShareFrom finds the lower end of a range of shares, which has no sign of its own.
	reShareFrom = lazyregexp.NewWith(`(?i)(?:\bbetween\s+(\d[\d,]*(?:\.\d+)?)\s+and|\b(\d[\d,]*(?:\.\d+)?)(?:\s+to\b|\s?[-\x{2013}]))\s?\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent\b)`, "%", "cent")
	// rePoints finds a difference of shares, of which there are parts between whole numbers.
	rePoints = lazyregexp.NewWith(`(?i)\b(\d[\d,]*(?:\.\d+)?|\p{L}+)\s+percentage\s+points?\b`, "percentage")
	// reMonthEnd finds the last day of a month.
	reMonthEnd = lazyregexp.NewWith(`(?i)\b(?:the\s+)?(?:end|last\s+day)\s+of\s+(january|february|march|april|may|june|july|august|september|october|november|december)\s+((?:19|20)\d{2})\b`, "19", "20")
	// reEarlier finds what was in the year before.
	reEarlier = lazyregexp.NewWith(`(?i)\b(?:(?:that|those|it\s+was|they\s+were|the\s+(?:level|figure|amount|sum|value)s?)\s+)?(?:in\s+|of\s+|for\s+)?the\s+(?:(?:fiscal\s+|financial\s+|calendar\s+)?year\s+(?:before|earlier)|(?:previous|preceding|prior)\s+(?:(?:fiscal|financial|calendar)\s+)?year|baseline(?:\s+year)?)\b`, "before", "earlier", "previous", "preceding", "prior", "baseline")
	// reAll finds the whole of what shares are taken of.
	reAll = lazyregexp.New(`(?i)\b(?:all|the\s+entire)\b`)
	// reNotTheWhole are words before it with which it is something else.
	reNotTheWhole = lazyregexp.New(`(?i)\b(?:of|at|in|by|for|with|after|above|on|to|from)\s+$`)
	// reOfParts finds a number of parts behind a fraction, which is then one of those.
	reOfParts = lazyregexp.New(`(?i)^\s+of\s+(?:all\s+|the\s+|these\s+|those\s+|its\s+)*(\p{L}+|\d+)\b`)
	// rePlain finds numbers in digits and in letters; what is part of another kind
	// of value was taken out before.
	rePlain = lazyregexp.New(`(?i)\b(a\s+dozen|\d{1,3}(?:,\d{3})+|\d+|\p{L}+)\b`)
)

// fractions are millionths of a per cent, whatever article stands before.
var fractions = [...]struct {
	name  string
	value int64
}{
	{"tenth", 10 * micro}, {"fifth", 20 * micro}, {"quarter", 25 * micro}, {"third", 33_333_333}, {"half", 50 * micro},
	{"in ten", 10 * micro}, {"in five", 20 * micro}, {"in four", 25 * micro}, {"in three", 33_333_333}, {"in two", 50 * micro}, {"two fifths", 40 * micro}, {"three fifths", 60 * micro}, {"four fifths", 80 * micro}, {"two thirds", 66_666_667}, {"three quarters", 75 * micro}, {"whole", 100 * micro}, {"entirety", 100 * micro},
}

// fraction is a fraction in words, 0 where what stands behind it is a number of parts.
func fraction(words, behind string) int64 {
	if m := reOfParts.FindStringSubmatch(behind); m != nil && token.Number(strings.ToLower(m[1])) >= 0 {
		return 0
	}
	name := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(words, "-", " ")), " "))
	for _, article := range []string{"a ", "one ", "the "} {
		name = strings.TrimPrefix(name, article)
	}
	for _, f := range fractions {
		if f.name == name {
			return f.value
		}
	}
	return 0
}

// withAll are the values of a text about shares, with "all" as the greatest of them.
func withAll(text string, list []printed) []printed {
	out := slices.Clone(list)
	for _, m := range reAll.FindAllStringIndex(text, -1) {
		behind := strings.Fields(text[m[1]:])
		if reNotTheWhole.MatchString(text[:m[0]]) || len(behind) > 0 && token.Number(strings.ToLower(behind[0])) >= 0 {
			continue
		}
		out = append(out, printed{share, 100 * micro, "", text[m[0]:m[1]], m[0], m[1]})
	}
	slices.SortFunc(out, func(a, b printed) int { return a.start - b.start })
	return out
}

// decimal reads digits with commas and a point as millionths.
func decimal(s string) (int64, bool) {
	whole, part, _ := strings.Cut(strings.ReplaceAll(s, ",", ""), ".")
	if len(whole) > 12 || len(part) > 6 {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(part + "000000")[:6], 10, 64)
	return n, err == nil && n <= mostValue*micro/10
}

// values finds the values of a text, by place.
func values(text string) []printed {
	var out []printed
	free := func(from, to int) bool {
		for _, v := range out {
			if from < v.end && v.start < to {
				return false
			}
		}
		return true
	}
	add := func(m []int, kind measure, value int64, unit string) {
		if free(m[0], m[1]) {
			out = append(out, printed{kind, value, unit, text[m[0]:m[1]], m[0], m[1]})
		}
	}
	part := func(m []int, i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	out = append(out, sums(text)...)
	for _, m := range reShare.FindAllStringSubmatchIndex(text, -1) {
		if f := fraction(part(m, 2), text[m[1]:]); f > 0 {
			add(m, share, f, "")
		} else if n, ok := decimal(part(m, 1)); ok && m[2] >= 0 {
			add(m, share, n, "")
		}
	}
	for _, m := range rePoints.FindAllStringSubmatchIndex(text, -1) {
		if n, ok := decimal(part(m, 1)); ok && part(m, 1)[0] <= '9' {
			add(m, share, n, pointsUnit)
		} else if n := token.Number(strings.ToLower(part(m, 1))); n > 0 {
			add(m, share, int64(n)*micro, pointsUnit)
		}
	}
	for _, m := range reShareFrom.FindAllStringSubmatchIndex(text, -1) {
		if strings.HasSuffix(strings.ToLower(text[:m[0]]), "from ") {
			continue // in a conclusion, what it rose from
		}
		for _, g := range [][]int{m[2:4], m[4:6]} {
			if g[0] >= 0 {
				if n, ok := decimal(text[g[0]:g[1]]); ok {
					add(g, share, n, "")
				}
			}
		}
	}
	for _, m := range reEarlier.FindAllStringIndex(text, -1) {
		add(m, earlier, micro, "")
	}
	out = append(out, days(text, free)...)
	for _, m := range rePlain.FindAllStringSubmatchIndex(text, -1) {
		w := strings.ToLower(part(m, 1))
		n := int64(-1)
		if known := token.Number(w); known > 0 {
			n = int64(known)
		} else if strings.HasPrefix(w, "a") && strings.HasSuffix(w, "dozen") {
			n = 12
		} else if d, err := strconv.ParseInt(strings.ReplaceAll(w, ",", ""), 10, 64); err == nil && d > 0 && d < mostValue {
			n = d
		}
		if n > 0 {
			add(m, plain, n*micro, "")
		}
	}
	slices.SortFunc(out, func(a, b printed) int { return a.start - b.start })
	return out
}

// pointsUnit tells differences of shares from shares.
const pointsUnit = "points"

// sums finds the sums of money of a text.
func sums(text string) []printed {
	var out []printed
	from := 0
	for _, a := range amount.FindAmounts(vocabulary.Default(), text, "") {
		at := strings.Index(text[from:], a.Text)
		n, ok := decimal(a.Value)
		if at < 0 || !ok {
			continue
		}
		start := from + at
		from = start + len(a.Text)
		unit := a.Currency
		if unit == "" { // one mark of several currencies
			unit = strings.TrimFunc(a.Text, func(r rune) bool { return !unicode.Is(unicode.Sc, r) })
		}
		out = append(out, printed{money, n, unit, a.Text, start, from})
	}
	return out
}

// days finds the dates of a text; a day and month without a year have that of the
// next date with one.
func days(text string, free func(from, to int) bool) []printed {
	var out []printed
	type open struct{ index, month, day int }
	var waiting []open
	for _, d := range notationdate.WrittenDays(vocabulary.Default(), text) {
		if !free(d.Start, d.End) || d.Day < 1 || d.Day > 31 {
			continue
		}
		v := printed{measure: date, value: -1, text: text[d.Start:d.End], start: d.Start, end: d.End}
		switch {
		case d.Last != d.Day: // several days: which of them is not asked
		case d.Year == 0:
			waiting = append(waiting, open{len(out), d.Month, d.Day})
		default:
			v.value = dayNumber(d.Year, d.Month, d.Day)
			for _, w := range waiting {
				out[w.index].value = dayNumber(d.Year, w.month, w.day)
			}
			waiting = nil
		}
		out = append(out, v)
	}
	for _, m := range reMonthEnd.FindAllStringSubmatchIndex(text, -1) {
		year, err := strconv.Atoi(text[m[4]:m[5]])
		name := strings.ToLower(text[m[2]:m[3]])
		for month := time.January; month <= time.December && err == nil && free(m[0], m[1]); month++ {
			if strings.ToLower(month.String()) == name {
				out = append(out, printed{date, dayNumber(year, int(month)+1, 0), "", text[m[0]:m[1]], m[0], m[1]})
			}
		}
	}
	return out // without a year there is nothing to compare
}

func dayNumber(year, month, day int) int64 {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60)
}

// scale is the order of the values that levels name, and what lies between them.
type scale struct {
	measure measure
	unit    string
	values  []int64  // in order
	names   []string // as printed
	event   int64    // the last of the values, where that is an event without a date
	size    int64    // the whole that is counted of, in millionths; 0 where there is none
}

// counts says that the points are the numbers themselves.
func (s *scale) counts() bool {
	return s.measure == plain && (len(s.values) == 0 || s.values[len(s.values)-1] <= maxCount*micro)
}

// point is where a value lies: each number for small counts, otherwise 2, 4, 6 …
// for the values that are named and odd numbers for what lies between.
func (s *scale) point(value int64) int {
	if s.counts() {
		return int(min(value, (maxCount+1)*micro) / micro)
	}
	i, named := slices.BinarySearch(s.values, value)
	if named {
		return 2*i + 2
	}
	return 2*i + 1
}

// points names the points; one without a name does not exist.
func (s *scale) points() []string {
	if s.counts() {
		top := 0
		if n := len(s.values); n > 0 {
			top = int(s.values[n-1]/micro) + 1
		}
		if s.size > 0 {
			top = int(s.size / micro)
		}
		out := []string{"none"}
		for n := 1; n <= top; n++ {
			out = append(out, fmt.Sprintf("exactly %d", n))
		}
		if s.size == 0 && top > 0 {
			out[top] = fmt.Sprintf("%d or more", top)
		}
		return out
	}
	out := []string{"none"}
	switch s.measure {
	case date:
		out[0] = "never"
	case earlier:
		than := s.names[len(s.names)-1]
		return []string{"", "less than " + than, "as much as " + than, "more than " + than}
	}
	step := int64(0) // the least that lies between two values
	if s.measure == plain {
		step = micro
	} else if s.measure == date {
		step = 1
	}
	for i, v := range s.values {
		below := "less than " + s.names[i]
		switch {
		case s.measure == date && i == 0:
			below = "before " + s.names[i]
		case s.measure == date:
			below = "after " + s.names[i-1] + " and before " + s.names[i]
		case i > 0:
			below = "more than " + s.names[i-1] + " and less than " + s.names[i]
		}
		before := int64(0)
		if i > 0 {
			before = s.values[i-1]
		}
		if step > 0 && v-before <= step {
			below = "" // nothing lies between
		}
		at := "exactly "
		if s.measure == date {
			at = "on "
		}
		if s.event != 0 && v == s.event {
			return append(out, below, "", "")
		}
		out = append(out, below, at+s.names[i])
	}
	last := s.names[len(s.names)-1]
	if s.measure == share && s.values[len(s.values)-1] == 100*micro && !strings.ContainsAny(last, "0123456789") {
		return append(out, "") // nothing is more than all
	}
	if s.measure == date {
		return append(out, "after "+last)
	}
	return append(out, "more than "+last)
}
