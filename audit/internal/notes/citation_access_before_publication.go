package notes

import (
	"fmt"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/rule"
)

var _ = rule.Register(rule.Rule{
	ID:         "citation-access-before-publication",
	Severity:   rule.Warning,
	Title:      "a source read before it was published",
	Checks:     "Compares the date of access of every footnote with the date of publication.",
	Why:        "One of the two dates is wrong; often it is the year of publication.",
	Example:    "Published 5 June 2032, read 4 March 2032. Near misses: both on one day; published 'March 2032', read 4 March 2032.",
	Convention: "A month or year counts as all its days; a day's difference is left to time zones.",
	Since:      "0.1.0",
	Run:        runCitationAccessBeforePublication,
})

func runCitationAccessBeforePublication(p *rule.Pass) {
	for i := range p.Report.Footnotes {
		f := &p.Report.Footnotes[i]
		if f.Published == "" || f.Accessed == "" {
			continue
		}
		pub, ok1 := calendar.ParseDays(f.Published)
		acc, ok2 := calendar.ParseDays(f.Accessed)
		if !ok1 || !ok2 {
			p.Undecided(1, "a date of the footnote does not exist")
			continue
		}
		p.Checked(1)
		n := pub.First - acc.Last
		if n <= 1 {
			continue
		}
		g := citation(p, f)
		g.Stated = printedDate(f.AccessedText, f.Accessed)
		g.Computed = "published " + printedDate(f.PublishedText, f.Published)
		g.Message = fmt.Sprintf("Footnote %d was read on %s, %s before it was published on %s.",
			f.Number, g.Stated, calendar.Apart(n), printedDate(f.PublishedText, f.Published))
		if n > 300 && n < 430 {
			g.Explanations = []string{"one of the two years is off by one"}
		}
		p.Found(g)
	}
}

// printedDate is a date as printed, otherwise as read.
func printedDate(text, edtf string) string {
	if text != "" {
		return text
	}
	return edtf
}
