package dates

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/notation/date"
)

var _ = rule.Register(rule.Rule{
	ID:       "date-impossible",
	Severity: rule.Error,
	Title:    "a date that does not exist",
	Checks:   "Looks at every date of an action, a footnote and the period, and at every day named with its month in running text.",
	Why:      "Such a date is certainly wrong, and whatever it dates cannot be checked.",
	Example:  "'On 31 June 2031'; '29 February 2031'. Near misses: '29 February 2032'; '31 Mars 2031'.",
	Convention: "The Gregorian calendar. A day without a year is wrong only when no year has it. " +
		"A number beside a month's name that is no date ('May 50 delegates …') is not looked at: days above 39 are left alone.",
	Since: "0.1.0",
	Run:   runDateImpossible,
})

// highestDay is the highest number that is taken for a misprinted day.
const highestDay = 39

func runDateImpossible(p *rule.Pass) {
	texts := p.HeldTexts()
	for i, ds := range p.WrittenDates() {
		h := &texts[i]
		for _, d := range ds {
			if d.Day > highestDay || partOfNumber(h.Text, d.Start, d.End) {
				continue
			}
			fault := calendar.DateFault(d.Year, d.Month, d.Day)
			if d.Day == 0 {
				fault = "there is no day 0"
			}
			p.Checked(1)
			if fault == "" {
				continue
			}
			if d.Year == 0 && (d.Day > 31 || d.MonthFirst) {
				// Without a year the number may count something else
				// ("in June 31 delegates met").
				p.Undecided(1, "a number beside a month's name that may not be a day")
				continue
			}
			f := h.Finding()
			f.Stated = h.Text[d.Start:d.End]
			f.Computed = fault
			f.Message = fmt.Sprintf("The date %s does not exist: %s.", f.Stated, fault)
			f.Quote = rule.Excerpt(h.Text, d.Start, d.End)
			p.Found(f)
		}
	}
	// Dates in figures only ("2031-02-30") come as EDTF from parse.
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for j := range c.Verdicts {
			for _, a := range c.Verdicts[j].Actions {
				if len(date.WrittenDays(p.Vocabulary, a.DateText)) > 0 || a.Date == "" {
					continue
				}
				p.Checked(1)
				y, m, d, ok := calendar.SplitDate(a.Date)
				if !ok || calendar.DateFault(y, m, d) == "" {
					continue
				}
				f := rule.About(c)
				f.Member, f.At, f.Stated, f.Computed = c.Verdicts[j].Member, a.At, frontmatter.DateText(a), calendar.DateFault(y, m, d)
				f.Message = fmt.Sprintf("The date %s does not exist: %s.", f.Stated, f.Computed)
				f.Quote = rule.Excerpt(a.Text, 0, min(len(a.Text), 60))
				p.Found(f)
			}
		}
	}
}

// partOfNumber reports whether the day's digits are the end or the beginning
// of a longer number, a time or a sum ("12:00 May 5", "$31").
func partOfNumber(text string, start, end int) bool {
	if start > 0 {
		if strings.ContainsRune(":.,$%/", rune(text[start-1])) {
			return true
		}
		for _, sign := range []string{"\u20ac", "\u00a3", "\u00a5"} {
			if strings.HasSuffix(text[:start], sign) {
				return true
			}
		}
	}
	if end+1 < len(text) && strings.ContainsRune(".,:%/", rune(text[end])) && (text[end] == '%' || text[end+1] >= '0' && text[end+1] <= '9') {
		return true
	}
	return false
}
