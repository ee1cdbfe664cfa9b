package calendar

import (
	"fmt"
	"strings"
	"time"

	"recount.invalid/recount/audit/reckon"
)

// Days is a span of days, both ends included, counted from 1 January 1970.
// It is what an EDTF date stands for: a month is all its days.
type Days struct{ First, Last int }

// ParseDays reads an EDTF level 0 date or interval. ok is false for dates
// that do not exist and for open intervals.
func ParseDays(edtf string) (Days, bool) {
	if from, to, ok := strings.Cut(edtf, "/"); ok {
		a, ok1 := ParseDays(from)
		b, ok2 := ParseDays(to)
		if !ok1 || !ok2 || b.Last < a.First {
			return Days{}, false
		}
		return Days{a.First, b.Last}, true
	}
	y, m, d, ok := SplitDate(edtf)
	if !ok || DateFault(y, m, d) != "" {
		return Days{}, false
	}
	switch {
	case m == 0:
		return Days{DayNumber(y, 1, 1), DayNumber(y, 12, 31)}, true
	case d == 0:
		return Days{DayNumber(y, m, 1), DayNumber(y, m, daysIn(y, m))}, true
	}
	n := DayNumber(y, m, d)
	return Days{n, n}, true
}

// SplitDate reads YYYY, YYYY-MM or YYYY-MM-DD without asking whether there is
// such a day; parts that are not there are 0.
func SplitDate(edtf string) (year, month, day int, ok bool) {
	var n [3]int
	i := 0
	for p := range strings.SplitSeq(edtf, "-") {
		if i == 0 && len(p) != 4 || i > 0 && len(p) != 2 || i > 2 {
			return 0, 0, 0, false
		}
		for k := range len(p) {
			if p[k] < '0' || p[k] > '9' {
				return 0, 0, 0, false
			}
			n[i] = n[i]*10 + int(p[k]-'0')
		}
		i++
	}
	return n[0], n[1], n[2], true
}

// DateFault says why there is no such day, empty where there is. month and
// day may be 0 for not stated; year 0 stands for any year.
func DateFault(year, month, day int) string {
	switch {
	case month < 0 || month > 12:
		return fmt.Sprintf("there is no month %d", month)
	case month == 0:
		return ""
	case day < 0 || day > daysIn(year, month):
		name := time.Month(month).String()
		if month == 2 && year > 0 {
			return fmt.Sprintf("%s %d has %d days", name, year, daysIn(year, month))
		}
		return fmt.Sprintf("%s has %d days", name, daysIn(year, month))
	}
	return ""
}

// daysIn is the length of a month; February of an unknown year (0) has 29.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// DayNumber counts the days of the calendar up to a day, for distances between two.
func DayNumber(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// YearOf is the year of a day.
func YearOf(day int) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

// Before reports whether all of a lies before all of b.
func (a Days) Before(b Days) bool { return a.Last < b.First }

// Distance is the number of days between two spans, 0 where they touch.
func (a Days) Distance(b Days) int {
	switch {
	case a.Before(b):
		return b.First - a.Last
	case b.Before(a):
		return a.First - b.Last
	}
	return 0
}

// Apart writes a number of days for people.
func Apart(n int) string {
	switch {
	case n < 60:
		return reckon.Plural(n, "day")
	case n < 730:
		return fmt.Sprintf("%d months (%d days)", (n+15)/30, n)
	}
	return fmt.Sprintf("%d years (%d days)", (n+182)/365, n)
}
