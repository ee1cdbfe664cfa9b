package matrices

import (
	"fmt"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "matrix-column-average",
	Severity: rule.Error,
	Title:    "a member's average in a summary table is not the mean of its scores",
	Checks:   "For every column of a summary table: the average, the percentage, or both, against the exact mean of the column's scores, cells without a score left out. A row of averages that was printed some columns too far to one side is one finding.",
	Why:      "The averages of the columns rank the members; they are the figures that governments are asked about.",
	Example:  "Every figure of the row of averages stands one column too far to the right: one finding that names the shift, not one for each member. Near miss: a tie, +0.38 or +0.37 for 3/8.",
	Convention: "Where three or more columns fail and all hold once the scores of one row are moved by one column, that row is the one finding. Columns that hold with the chapters' scores, or that a chapter without a row may explain, are undecided. " +
		"As average-stated and percent-stated. What one wrong cell explains is reported with its row (matrix-row-average) or as a contradiction to the chapter (matrix-chapter). Where most averages of a table fail without a common cause they are taken for averages of something else and left undecided. " +
		"Averages and percentages of members in the summary rows of a published table are tried with every way that mean-convention names, and with every reading of a cell that cannot be read. One is wrong only where more figures of its row follow than do not; otherwise the row may be of something else, as changes are, and is undecided.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Matrices {
			matrixColumnAverage(p, &p.Report.Matrices[i])
		}
		v := summaries.Rows.Of(p)
		summaries.Figures(p, v.Members, v.OfMembers)
	},
})

func matrixColumnAverage(p *rule.Pass, m *model.Matrix) {
	v := matrix.Of(p, m)
	if v.ColSlip.By != 0 {
		p.Checked(v.ColSlip.All)
		p.Found(slipFinding(m, v.SlippedCols, v.ColSlip, v.Last, "column", "row", "to the right", "to the left"))
	}
	if v.Turned.By != 0 {
		p.Checked(len(v.Cols))
		p.Found(v.TurnedFinding())
		return
	}
	for _, l := range v.Cols {
		cell := v.CellOfColumn(l.Index)
		switch {
		case l.Why != "":
			p.Undecided(1, l.Why)
		case l.Holds:
			p.Checked(1)
		case v.UnlikeCols:
			p.Undecided(1, "most averages of the columns do not follow from the scores: they may be averages of something else")
		case cell != nil && cell.Chapter && v.HoldsCorrected(l, true, p.Vocabulary):
			p.Undecided(1, "the average holds with the chapter's score, which the table contradicts (matrix-chapter)")
		case cell != nil && !cell.Chapter && p.Selected("matrix-row-average") && !v.UnlikeRows && v.RowSlip.By == 0:
			p.Undecided(1, "one cell explains this average and its row's (matrix-row-average)")
		default:
			p.Checked(1)
			f := matrix.LineFinding(l)
			f.Member = l.Member
			if len(f.At) == 0 {
				f.At = m.At
			}
			f.Explanations = reckon.Explain(l.Wrong(), l.T, nearLines(v.Cols, l), elsewhere.LastStage(p, l.Wrong(), prose.Subject{Kind: prose.Member, Member: l.Member})...)
			f.Message = fmt.Sprintf("The average of %s in %s is stated as %s; the mean of the %s is %s.",
				l.Label, tallies.MatrixTitle(m), f.Stated, reckon.Plural(len(l.T.Scores), "score"), reckon.Fraction(l.T.Sum(), len(l.T.Scores)))
			p.Found(f)
		}
	}
}
