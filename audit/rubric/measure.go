package rubric

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"recount.invalid/recount/internal/lazyregexp"
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
	reMoney = lazyregexp.New(`(?:\b([A-Z]{3})\s?|([A-Z]{0,3}[$€£¥])\s?)(\d[\d,]*(?:\.\d+)?)(?:\s?(thousand|million|billion|trillion|bn|mn|m)\b)?`)
	reShare = lazyregexp.New(`(?i)\b(\d[\d,]*(?:\.\d+)?)\s?(?:%|per\s?cent\b)|\b(a\s+quarter|one\s+quarter|a\s+half|one\s+half|three\s+quarters)\b`)
	reDay   = lazyregexp.New(`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([\p{L}]{3,9})(?:,?\s+(\d{4}))?\b|\b([\p{L}]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})\b`)
	// rePlain finds numbers in digits and in letters; what is part of another kind
	// of value was taken out before.
	rePlain = lazyregexp.New(`(?i)\b(a\s+dozen|\d{1,3}(?:,\d{3})+|\d+|\p{L}+)\b`)
)

var multiples = map[string]int64{"thousand": 1_000, "million": micro, "mn": micro, "m": micro, "billion": 1_000_000_000, "bn": 1_000_000_000, "trillion": 1_000_000_000_000}

var fractions = map[string]int64{"a quarter": 25, "one quarter": 25, "a half": 50, "one half": 50, "three quarters": 75}

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
	for _, m := range reMoney.FindAllStringSubmatchIndex(text, -1) {
		n, ok := decimal(part(m, 3))
		if times := multiples[part(m, 4)]; ok && times > 0 {
			if n > mostValue*micro/10/times {
				ok = false
			}
			n *= times
		}
		if ok {
			add(m, money, n, part(m, 1)+part(m, 2))
		}
	}
	for _, m := range reShare.FindAllStringSubmatchIndex(text, -1) {
		if f, ok := fractions[strings.ToLower(strings.Join(strings.Fields(part(m, 2)), " "))]; ok {
			add(m, share, f*micro, "")
		} else if n, ok := decimal(part(m, 1)); ok {
			add(m, share, n, "")
		}
	}
	out = append(out, days(text, free)...)
	for _, m := range rePlain.FindAllStringSubmatchIndex(text, -1) {
		w := strings.ToLower(part(m, 1))
		n := int64(-1)
		if known, ok := lexicon()[w]; ok && known.num > 0 {
			n = int64(known.num)
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

// days finds the dates of a text; a day and month without a year have that of the
// next date with one.
func days(text string, free func(from, to int) bool) []printed {
	var out []printed
	type open struct{ index, month, day int }
	var waiting []open
	for _, m := range reDay.FindAllStringSubmatchIndex(text, -1) {
		if !free(m[0], m[1]) {
			continue
		}
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		month, _ := vocabulary.Default().Month(part(2) + part(4))
		day, _ := strconv.Atoi(part(1) + part(5))
		if month == 0 || day < 1 || day > 31 {
			continue
		}
		year, _ := strconv.Atoi(part(3) + part(6))
		out = append(out, printed{measure: date, text: text[m[0]:m[1]], start: m[0], end: m[1]})
		if year == 0 {
			waiting = append(waiting, open{len(out) - 1, month, day})
			continue
		}
		out[len(out)-1].value = dayNumber(year, month, day)
		for _, w := range waiting {
			out[w.index].value = dayNumber(year, w.month, w.day)
		}
		waiting = nil
	}
	for _, w := range waiting {
		out[w.index].value = -1 // no year: nothing to compare
	}
	return out
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
	if s.measure == date {
		out[0] = "never"
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
		out = append(out, below, at+s.names[i])
	}
	last := s.names[len(s.names)-1]
	if s.measure == date {
		return append(out, "after "+last)
	}
	return append(out, "more than "+last)
}
