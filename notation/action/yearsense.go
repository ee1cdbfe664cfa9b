package action

import (
	"fmt"
	"strconv"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
)

// YearSense knows what gives a day or month its year: the compliance period,
// in which most days stand once, and the date of the action before.
type YearSense struct {
	Period *model.Period
	Last   string // EDTF; empty before the first date
	// Weighed is told of every date that ActionDate weighs, with the names of
	// what was found to hold of it and their weights; nil is nobody.
	Weighed func(d date.Mention, names []string, weights []int)
}

// Of gives the year of a month or (day > 0) a day, four digits, or "" where
// nothing decides.
func (y *YearSense) Of(month, day int) string {
	var inside []string
	if y.Period != nil && len(y.Period.From) >= 4 && len(y.Period.To) >= 4 {
		from, _ := strconv.Atoi(y.Period.From[:4])
		to, _ := strconv.Atoi(y.Period.To[:4])
		for year := from; year <= to && year-from < 8; year++ {
			date := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
			if day == 0 {
				date = date[:len("2006-01")]
			}
			if !earlier(date, y.Period.From) && !earlier(y.Period.To, date) {
				inside = append(inside, date[:4])
			}
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	if len(y.Last) < 4 {
		return ""
	}
	// Actions stand in the order of their dates: one that the year of the
	// action before would put well before it may be of the next year.
	year := y.Last[:4]
	if len(y.Last) >= len("2006-01") && len(inside) != 1 {
		if before, err := strconv.Atoi(y.Last[5:7]); err == nil && before-month > backMonths {
			return ""
		}
	}
	return year
}

// backMonths is by how many months an action may stand behind a later one
// before its year is in doubt.
const backMonths = 3

// earlier compares two EDTF dates as far as both are given.
func earlier(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}
