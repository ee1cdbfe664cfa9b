package texts

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/scores"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "file-incomplete",
	Severity:   rule.Warning,
	Title:      "the file is damaged, or pages or rows of it are missing, doubled or out of order",
	Checks:     "The page numbers printed in the running heads are compared from page to page of the file; pages are compared with each other; and what reading the file gave notice of (bytes that are not what was written, pages that could not be read, a limit that was hit; in a CSV, records that are no row of scores) is looked through.",
	Why:        "What seems to be missing from such a file, or not to fit, may stand on the page that is missing, or was not printed so. It is no fault of the report's authors.",
	Example:    "Page 8 of the file prints the number 8 and page 9 the number 10: a finding. Near miss: numbers that begin again with 1 in an annex.",
	Convention: "Where a chapter runs over such a place, what its parts say of each other is undecided; in a damaged file every error is. Columns of a CSV that look like scores and are not counted as a member's are undecided, by name, and so are the figures in the head of a section.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		if p.Report.Source.Pages == 0 {
			recordsLeftOut(p)
			return
		}
		numbers := p.PageOrder().Numbers
		for page := range numbers {
			if numbers[page+1] > 0 {
				p.Checked(1)
			}
		}
		p.Checked(1) // the file itself
		for _, w := range p.Report.Warnings {
			if !rule.DamageKinds[w.Kind] && !strings.HasPrefix(w.Kind, rule.PagesKinds) {
				continue
			}
			p.Found(rule.Finding{
				Message: reckon.Capital(strings.TrimRight(w.Text, ".")) + ".",
				At:      append(model.At{}, w.At...),
			})
		}
	},
})

// recordWarning is the kind of the warning on a record of a CSV that is no row
// of scores (package scores).
const recordWarning = "record"

// sectionWarning is the kind of the warning on figures in the head of a section
// of a table of scores (package scores).
const sectionWarning = "section"

// recordsLeftOut tells of the records of a CSV that were not compared.
func recordsLeftOut(p *rule.Pass) {
	left := 0
	for _, w := range p.Report.Warnings {
		if w.Kind == rule.ColumnWarning || w.Kind == rule.ColumnDoubtWarning || w.Kind == sectionWarning {
			p.Undecided(1, w.Text)
		}
		if w.Kind != recordWarning {
			continue
		}
		if left++; left <= scores.MostRows {
			p.Found(rule.Finding{Message: reckon.Capital(strings.TrimRight(w.Text, ".")) + "."})
		}
	}
	for i := range p.Report.Commitments {
		if p.Report.Commitments[i].Row > 0 {
			p.Checked(1)
		}
	}
	p.Checked(left)
	if left > scores.MostRows {
		p.Found(rule.Finding{Message: fmt.Sprintf("%d more records are not read as rows of scores.", left-scores.MostRows)})
	}
}
