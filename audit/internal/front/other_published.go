package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
)

// otherPublished compares the day on which a report says that another stage's report was
// published with the one that stands on that report's cover.
func otherPublished(p *rule.Pass) {
	for _, d := range frontmatter.PublishedStages(p) {
		days, ok := calendar.ParseDays(d.EDTF)
		if !ok {
			continue
		}
		file, theirs, holds := "", "", false
		for _, other := range stageReports(p, d.Stage) {
			published := other.Report().Report.Published
			on, ok := calendar.ParseDays(published)
			if !ok || len(other.Entries()) < 2 || other.Revised != "" {
				continue
			}
			if theirs == "" {
				file, theirs = other.File, published
			}
			holds = holds || days.First <= on.Last && on.First <= days.Last
		}
		if theirs == "" {
			continue
		}
		p.Checked(1)
		if !holds {
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The %s report is said to have been published on %s; %s bears the date %s.", d.Stage, d.Text, file, theirs),
				Stated:  d.Text, Computed: theirs + " in " + file, Quote: d.Quote, At: d.At,
			})
		}
	}
}
