package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/evidence"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
)

// otherSummits compares what tables over several summits state of the members with
// those summits' own reports.
func otherSummits(p *rule.Pass) {
	for _, s := range evidence.SummitFigures(p) {
		if s.Year == p.Report.Report.Summit.Year && (s.Stage == "" || s.Stage == evidence.StageOrFinal(p)) {
			continue
		}
		other := evidence.ReportOf(p, s.SummitHead)
		if other == nil {
			continue
		}
		figures := figuresOfOther(p.Here(), other, prose.Subject{Kind: prose.Member, Member: s.Member})
		if len(figures) == 0 {
			continue
		}
		p.Checked(1)
		held := rule.StageFigure{Value: s.Stated.Value, Percent: s.Stated.Percent}
		if otherStageHolds(held, figures) {
			continue
		}
		p.Found(rule.Finding{
			Member: s.Member, Stated: held.Text(), Computed: figures[0].text() + " in " + other.File, Quote: s.Stated.Text, At: s.Table.At,
			Message: fmt.Sprintf("The average of %s at “%s” is stated as %s (a table%s); %s gives %s.",
				s.Name, s.Text, held.Text(), evidence.OnPage(s.Table.At), other.File, figures[0].text()),
		})
	}
}
