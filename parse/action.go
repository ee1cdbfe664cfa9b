package parse

import (
	"fmt"
	"strconv"

	"recount.invalid/recount/model"
)

// readAction reads one paragraph of evidence in a
// member's section. years completes a date that is
// printed without its year; it moves on with each date.
func (r *reading) readAction(t model.Text, member string, years *yearSense) model.Action {
	a := model.Action{Text: t.Text, Footnotes: t.Footnotes, At: t.At, Amounts: findAmounts(r.vocab, t.Text, member)}
	if p := years.period; p != nil && len(p.From) >= 4 {
		for i := range a.Amounts {
			if m := &a.Amounts[i]; r.vocab.OutOfUse(m.Currency, m.Text, member, yearWord(p.From[:4])) {
				m.Currency = ""
			}
		}
	}
	if a.Footnotes == nil {
		a.Footnotes = []model.Ref{}
	}
	if d, near, ok := actionDate(r.vocab, t.Text, years); ok {
		a.Date, a.DateText = d.EDTF, d.Text
		if len(near) > 0 {
			r.warn("date-close", "several dates of the first sentence may be the action's", t.At, append([]string{d.Text}, texts(near)...)...)
		}
		if len(d.EDTF) >= 4 {
			years.last = d.EDTF
		}
		if d.EDTF == "" {
			r.warn("date-unread", "a date without a year that nothing near it gives: "+d.Text, t.At)
		}
	}
	return a
}

// texts are dates as printed.
func texts(ds []dateMention) []string {
	out := make([]string, len(ds))
	for i := range ds {
		out[i] = ds[i].Text
	}
	return out
}

// yearSense knows what gives a day or month its year: the compliance period,
// in which most days stand once, and the date of the action before.
type yearSense struct {
	period *model.Period
	last   string // EDTF; empty before the first date
}

// of gives the year of a month or (day > 0) a day, four digits, or "" where
// nothing decides.
func (y *yearSense) of(month, day int) string {
	var inside []string
	if y.period != nil && len(y.period.From) >= 4 && len(y.period.To) >= 4 {
		from, _ := strconv.Atoi(y.period.From[:4])
		to, _ := strconv.Atoi(y.period.To[:4])
		for year := from; year <= to && year-from < 8; year++ {
			date := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
			if day == 0 {
				date = date[:len("2006-01")]
			}
			if !earlier(date, y.period.From) && !earlier(y.period.To, date) {
				inside = append(inside, date[:4])
			}
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	if len(y.last) < 4 {
		return ""
	}
	// Actions stand in the order of their dates: one that the year of the
	// action before would put well before it may be of the next year.
	year := y.last[:4]
	if len(y.last) >= len("2006-01") && len(inside) != 1 {
		if before, err := strconv.Atoi(y.last[5:7]); err == nil && before-month > backMonths {
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
