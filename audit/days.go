package audit

import (
	"fmt"
	"strings"
	"time"

	"recount.invalid/recount/audit/reckon"
)

// days is a span of days, both ends included, counted from 1 January 1970.
// It is what an EDTF date stands for: a month is all its days.
type days struct{ first, last int }

// parseDays reads an EDTF level 0 date or interval. ok is false for dates
// that do not exist and for open intervals.
func parseDays(edtf string) (days, bool) {
	if from, to, ok := strings.Cut(edtf, "/"); ok {
		a, ok1 := parseDays(from)
		b, ok2 := parseDays(to)
		if !ok1 || !ok2 || b.last < a.first {
			return days{}, false
		}
		return days{a.first, b.last}, true
	}
	y, m, d, ok := splitDate(edtf)
	if !ok || dateFault(y, m, d) != "" {
		return days{}, false
	}
	switch {
	case m == 0:
		return days{dayNumber(y, 1, 1), dayNumber(y, 12, 31)}, true
	case d == 0:
		return days{dayNumber(y, m, 1), dayNumber(y, m, daysIn(y, m))}, true
	}
	n := dayNumber(y, m, d)
	return days{n, n}, true
}

// splitDate reads YYYY, YYYY-MM or YYYY-MM-DD without asking whether there is
// such a day; parts that are not there are 0.
func splitDate(edtf string) (year, month, day int, ok bool) {
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

// dateFault says why there is no such day, empty where there is. month and
// day may be 0 for not stated; year 0 stands for any year.
func dateFault(year, month, day int) string {
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

func dayNumber(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// yearOf is the year of a day.
func yearOf(day int) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

// before reports whether all of a lies before all of b.
func (a days) before(b days) bool { return a.last < b.first }

// distance is the number of days between two spans, 0 where they touch.
func (a days) distance(b days) int {
	switch {
	case a.before(b):
		return b.first - a.last
	case b.before(a):
		return a.first - b.last
	}
	return 0
}

// apart writes a number of days for people.
func apart(n int) string {
	switch {
	case n < 60:
		return reckon.Plural(n, "day")
	case n < 730:
		return fmt.Sprintf("%d months (%d days)", (n+15)/30, n)
	}
	return fmt.Sprintf("%d years (%d days)", (n+182)/365, n)
}
