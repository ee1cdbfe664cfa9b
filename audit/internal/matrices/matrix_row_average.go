package matrices

import (
	"fmt"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "matrix-row-average",
	Severity:   rule.Error,
	Title:      "a row's average in a summary table is not the mean of its scores",
	Checks:     "For every row of a summary table: the average, the percentage, or both, against the exact mean of the row's scores, cells without a score left out. A column of averages that was printed some rows too far up or down is one finding.",
	Why:        "The averages of the rows rank the commitments; a wrong one puts a promise into another place.",
	Example:    "A row of twenty scores with sum 5 and one n/a prints +0.24, as if divided by 21: a finding with that explanation. Near miss: +0.25.",
	Convention: "As average-stated and percent-stated. Where one other score in a single cell makes the average of its row and of its column right, the two are one finding, on the row. Where most averages of a table fail without a common cause they are taken for averages of something else and left undecided.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Matrices {
			matrixRowAverage(p, &p.Report.Matrices[i])
		}
	},
})

func matrixRowAverage(p *rule.Pass, m *model.Matrix) {
	v := matrix.Of(p, m)
	if v.RowSlip.By != 0 {
		p.Checked(v.RowSlip.All)
		p.Found(slipFinding(m, v.SlippedRows, v.RowSlip, nil, "row", "column", "down", "up"))
	}
	for _, l := range v.Rows {
		cell := v.CellOfRow(l.Index)
		switch {
		case l.Why != "":
			p.Undecided(1, l.Why)
		case l.Holds:
			p.Checked(1)
		case v.LeftOut != "":
			p.Undecided(1, conventions.LeftOutReason(v.LeftOut))
		case v.UnlikeRows:
			p.Undecided(1, "most averages of the rows do not follow from the scores: they may be averages of something else")
		case cell != nil && cell.Chapter && v.HoldsCorrected(l, false, p.Vocabulary):
			p.Undecided(1, "the average holds with the chapter's score, which the table contradicts (matrix-chapter)")
		default:
			p.Checked(1)
			r := &m.Rows[l.Index]
			f := matrix.LineFinding(l)
			f.Commitment, f.CommitmentID = r.Number, r.ID
			if len(f.At) == 0 {
				f.At = matrix.RowFinding(m, r).At
			}
			f.Explanations = reckon.Explain(l.Wrong(), l.T, nearLines(v.Rows, l), elsewhere.LastStage(p, l.Wrong(), prose.Subject{Kind: prose.Commitment, Commitment: r.Number})...)
			f.Message = fmt.Sprintf("The average of %s in %s is stated as %s; the mean of the %s is %s.",
				l.Label, tallies.MatrixTitle(m), f.Stated, reckon.Plural(len(l.T.Scores), "score"), reckon.Fraction(l.T.Sum(), len(l.T.Scores)))
			if cell != nil && !cell.Chapter {
				f.Member = tallies.MemberAt(m, cell.Col)
				name := tallies.ColumnLabel(m, cell.Col, p.Vocabulary)
				f.Message += fmt.Sprintf(" The average of %s does not hold either; both do with %s instead of %s for %s.",
					name, matrix.CellLabel(cell.Want), matrix.CellLabel(cell.Was), name)
				f.Explanations = []string{fmt.Sprintf("%s instead of %s for %s: then the averages of the row and of the column hold",
					matrix.CellLabel(cell.Want), matrix.CellLabel(cell.Was), name)}
			}
			p.Found(f)
		}
	}
}

// nearLines are the means of the lines beside l.
func nearLines(lines []matrix.Line, l matrix.Line) []reckon.Neighbour {
	var out []reckon.Neighbour
	for _, o := range lines {
		if (o.Index == l.Index-1 || o.Index == l.Index+1) && o.Why == "" {
			out = append(out, reckon.Neighbour{Label: o.Label, Mean: rule.MeanOrNil(o.T)})
		}
	}
	return out
}

// slipFinding is the one finding on a row or column of averages that was
// printed too far to one side.
func slipFinding(m *model.Matrix, lines []matrix.Line, s matrix.Slip, last *model.Average, unit, of, plus, minus string) rule.Finding {
	by, side, other := s.By, plus, minus
	if by < 0 {
		by, side, other = -by, minus, plus
	}
	var f rule.Finding
	var texts string
	for _, l := range lines {
		if texts != "" {
			texts += " "
		}
		texts += reckon.StatedText(l.Avg)
		f.At = f.At.Join(l.Avg.At)
	}
	if last != nil && s.By > 0 {
		texts += " " + reckon.StatedText(*last)
		f.At = f.At.Join(last.At)
	}
	if len(f.At) == 0 {
		f.At = m.At
	}
	f.Stated, f.Quote = texts, texts
	what := "averages and percentages"
	if !s.Percents {
		what = "averages"
	} else if !s.Values {
		what = "percentages"
	}
	shift := fmt.Sprintf("a shift by %s %s", reckon.Plural(by, unit), side)
	f.Message = fmt.Sprintf("The %s of %s in %s is printed %s too far %s: %d of %d figures are those of the %s that lies %s %s.",
		of, what, tallies.MatrixTitle(m), reckon.Plural(by, unit), side, s.Fit, s.All, unit, reckon.Plural(by, unit), other)
	f.Computed = fmt.Sprintf("%d of %d figures hold %s %s", s.Fit, s.All, reckon.Plural(by, unit), other)
	f.Explanations = []string{shift}
	return f
}
