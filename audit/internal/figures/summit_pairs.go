package figures

import (
	"fmt"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// ownFigureFails reports whether a figure of the report's own column is not that of its
// tables.
func ownFigureFails(p *rule.Pass, f elsewhere.SummitFigure) bool {
	if !p.Selected("ranking-order") || !ownSummit(p, f.SummitHead) {
		return false
	}
	e, why := claims.Prose(p).Evidence.Usable(prose.Subject{Kind: prose.Member, Member: f.Member})
	if why != "" {
		return false
	}
	v, pc := e.Holds(&prose.Figure{Value: f.Stated.Value, Percent: f.Stated.Percent})
	return !v || !pc
}

// summitPairs compares the two figures of each member in a report's tables over several
// summits: a mean and a percentage that stand together must be able to be of one average.
func summitPairs(p *rule.Pass) {
	if claims.WideScale(p) {
		return
	}
	byTable := map[int][]elsewhere.SummitFigure{}
	for _, f := range elsewhere.SummitFigures(p) {
		if f.Stated.Value != nil && f.Stated.Percent != nil {
			byTable[f.Index] = append(byTable[f.Index], f)
		}
	}
	for i := range p.Report.Tables {
		pairs := byTable[i]
		var wrong []elsewhere.SummitFigure
		for _, f := range pairs {
			if !reckon.PercentFits(*f.Stated.Percent, *f.Stated.Value) {
				wrong = append(wrong, f)
			}
		}
		if len(wrong) > 0 && (len(pairs) < fewestPairs || 4*len(wrong) > len(pairs)) {
			p.Undecided(len(pairs), otherShares)
			continue
		}
		p.Checked(len(pairs))
		for _, f := range wrong {
			if ownFigureFails(p, f) {
				continue // one cause, which ranking-order names with the table's figure
			}
			stated := rule.StageFigure{Value: f.Stated.Value, Percent: f.Stated.Percent}.Text()
			p.Found(rule.Finding{
				Member: f.Member, At: f.Table.At, Stated: stated, Quote: f.Stated.Text,
				Message: fmt.Sprintf("The table%s has %s for %s under “%s”; no mean that rounds to %s gives %s%%.",
					elsewhere.OnPage(f.Table.At), stated, f.Name, f.Text, reckon.Printed(*f.Stated.Value), f.Stated.Percent),
				Computed: fmt.Sprintf("%s%% (from the printed mean %s)", reckon.Rounded100(f.Stated.Value.Rat(), f.Stated.Percent.Places), reckon.Printed(*f.Stated.Value)),
			})
		}
	}
}
