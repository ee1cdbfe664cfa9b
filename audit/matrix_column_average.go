package audit

import (
	"fmt"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "matrix-column-average",
	Severity: Error,
	Title:    "a member's average in a summary table is not the mean of its scores",
	Checks:   "For every column of a summary table: the average, the percentage, or both, against the exact mean of the column's scores, cells without a score left out. A row of averages that was printed some columns too far to one side is one finding.",
	Why:      "The averages of the columns rank the members; they are the figures that governments are asked about.",
	Example:  "Every figure of the row of averages stands one column too far to the right: one finding that names the shift, not one for each member.",
	Convention: "Where three or more columns fail and all hold once the scores of one row are moved by one column, that row is the one finding. Columns that hold with the chapters' scores, or that a chapter without a row may explain, are undecided. " +
		"As average-stated and percent-stated. What one wrong cell explains is reported with its row (matrix-row-average) or as a contradiction to the chapter (matrix-chapter). Where most averages of a table fail without a common cause they are taken for averages of something else and left undecided.",
	Since: "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Matrices {
			p.matrixColumnAverage(&p.Report.Matrices[i])
		}
		v := summaryRows.of(p)
		p.summaryFigures(v.members, v.ofMembers)
	},
})

func (p *Pass) matrixColumnAverage(m *model.Matrix) {
	v := p.matrixView(m)
	if v.colSlip.by != 0 {
		p.Checked(v.colSlip.all)
		p.Found(slipFinding(m, v.slippedCols, v.colSlip, v.last, "column", "row", "to the right", "to the left"))
	}
	if v.turned.by != 0 {
		p.Checked(len(v.cols))
		p.Found(v.turnedFinding())
		return
	}
	for _, l := range v.cols {
		cell := v.cellOfColumn(l.index)
		switch {
		case l.why != "":
			p.Undecided(1, l.why)
		case l.holds:
			p.Checked(1)
		case v.unlikeCols:
			p.Undecided(1, "most averages of the columns do not follow from the scores: they may be averages of something else")
		case cell != nil && cell.chapter && v.holdsCorrected(l, true, p.Vocabulary):
			p.Undecided(1, "the average holds with the chapter's score, which the table contradicts (matrix-chapter)")
		case cell != nil && !cell.chapter && p.Selected("matrix-row-average") && !v.unlikeRows && v.rowSlip.by == 0:
			p.Undecided(1, "one cell explains this average and its row's (matrix-row-average)")
		default:
			p.Checked(1)
			f := lineFinding(l)
			f.Member = l.member
			if len(f.At) == 0 {
				f.At = m.At
			}
			f.Explanations = reckon.Explain(l.wrong(), l.t, nearLines(v.cols, l), p.lastStage(l.wrong(), prose.Subject{Kind: prose.Member, Member: l.member})...)
			f.Message = fmt.Sprintf("The average of %s in %s is stated as %s; the mean of the %s is %s.",
				l.label, matrixTitle(m), f.Stated, reckon.Plural(len(l.t.Scores), "score"), reckon.Fraction(l.t.Sum(), len(l.t.Scores)))
			p.Found(f)
		}
	}
}
