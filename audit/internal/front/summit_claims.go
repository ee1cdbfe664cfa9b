package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
)

// otherClaims compares what the text states of other summits with those summits' own
// reports.
func otherClaims(p *rule.Pass, held *heldSummits) {
	for _, c := range elsewhere.SummitClaims(p) {
		other := reportNamed(p, c)
		if other == nil {
			continue
		}
		figures := figuresOfOther(p.Here(), other, c.Subject)
		if len(figures) == 0 {
			continue
		}
		if own := c.Own; own != nil && !otherStageHolds(rule.StageFigure{Value: own.Value, Percent: own.Percent}, figuresOfOther(p.Here(), p.Here(), c.Subject)) {
			continue // whose the figures are is not certain
		}
		stated := rule.StageFigure{Value: c.Value, Percent: c.Percent}
		if otherStageHolds(stated, figures) {
			held.holds(other)
			continue
		}
		held.differs(other, rule.Finding{
			Member: c.Subject.Member, Stated: stated.Text(), Computed: theirFigure(stated, figures) + " in " + other.File, Quote: c.Quote, At: c.At,
			Message: fmt.Sprintf("The %s summit's figure%s is stated as %s; %s gives %s.", c.Name, subjectText(c.Subject), stated.Text(), other.File, theirFigure(stated, figures)),
		})
	}
}

// reportNamed is the one report of the summit of a claim among the other files.
func reportNamed(p *rule.Pass, c elsewhere.SummitClaim) *across.Source {
	year := 0
	for _, o := range p.ReportsOfForum(p.Report.Report.Forum) {
		if o.Name == "" || !sameSummitName(o.Name, c.Name) || c.Year != 0 && c.Year != o.Year || o.Year == p.Report.Report.Summit.Year && sameSummitName(o.Name, p.Report.Report.Summit.Name) {
			continue
		}
		if year != 0 && year != o.Year {
			return nil // the leaders met there twice
		}
		year = o.Year
	}
	if year == 0 {
		return nil
	}
	return elsewhere.ReportOf(p, elsewhere.SummitHead{Text: c.Name, Year: year, Stage: c.Stage})
}
