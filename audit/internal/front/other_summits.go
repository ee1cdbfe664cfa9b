package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
)

// otherSummits compares what tables over several summits state of the members with
// those summits' own reports.
func otherSummits(p *rule.Pass, held *heldSummits) {
	for _, s := range elsewhere.SummitFigures(p) {
		if s.Year == p.Report.Report.Summit.Year && (s.Stage == "" || s.Stage == elsewhere.StageOrFinal(p)) {
			continue
		}
		other := elsewhere.ReportOf(p, s.SummitHead)
		if other == nil {
			continue
		}
		figures := figuresOfOther(p.Here(), other, prose.Subject{Kind: prose.Member, Member: s.Member})
		if len(figures) == 0 {
			continue
		}
		stated := rule.StageFigure{Value: s.Stated.Value, Percent: s.Stated.Percent}
		if otherStageHolds(stated, figures) {
			held.holds(other)
			continue
		}
		held.differs(other, rule.Finding{
			Member: s.Member, Stated: stated.Text(), Computed: theirFigure(stated, figures) + " in " + other.File, Quote: s.Stated.Text, At: s.Table.At,
			Message: fmt.Sprintf("The average of %s at “%s” is stated as %s (a table%s); %s gives %s.",
				s.Name, s.Text, stated.Text(), elsewhere.OnPage(s.Table.At), other.File, theirFigure(stated, figures)),
		})
	}
}
