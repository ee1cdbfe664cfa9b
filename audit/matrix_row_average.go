package audit

import (
	"fmt"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:         "matrix-row-average",
	Severity:   Error,
	Title:      "a row's average in a summary table is not the mean of its scores",
	Checks:     "For every row of a summary table: the average, the percentage, or both, against the exact mean of the row's scores, cells without a score left out. A column of averages that was printed some rows too far up or down is one finding.",
	Why:        "The averages of the rows rank the commitments; a wrong one puts a promise into another place.",
	Example:    "A row of twenty scores with sum 5 and one n/a prints +0.24, as if divided by 21: a finding with that explanation. +0.25 holds.",
	Convention: "As average-stated and percent-stated. Where one other score in a single cell makes the average of its row and of its column right, the two are one finding, on the row. Where most averages of a table fail without a common cause they are taken for averages of something else and left undecided.",
	Since:      "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Matrices {
			p.matrixRowAverage(&p.Report.Matrices[i])
		}
	},
})

func (p *Pass) matrixRowAverage(m *model.Matrix) {
	v := p.matrixView(m)
	if v.rowSlip.by != 0 {
		p.Checked(v.rowSlip.all)
		p.Found(slipFinding(m, v.slippedRows, v.rowSlip, nil, "row", "column", "down", "up"))
	}
	for _, l := range v.rows {
		cell := v.cellOfRow(l.index)
		switch {
		case l.why != "":
			p.Undecided(1, l.why)
		case l.holds:
			p.Checked(1)
		case v.leftOut != "":
			p.Undecided(1, leftOutReason(v.leftOut))
		case v.unlikeRows:
			p.Undecided(1, "most averages of the rows do not follow from the scores: they may be averages of something else")
		case cell != nil && cell.chapter && v.holdsCorrected(l, false, p.Vocabulary):
			p.Undecided(1, "the average holds with the chapter's score, which the table contradicts (matrix-chapter)")
		default:
			p.Checked(1)
			r := &m.Rows[l.index]
			f := lineFinding(l)
			f.Commitment, f.CommitmentID = r.Number, r.ID
			if len(f.At) == 0 {
				f.At = rowFinding(m, r).At
			}
			f.Explanations = reckon.Explain(l.wrong(), l.t, nearLines(v.rows, l), p.lastStage(l.wrong(), prose.Subject{Kind: prose.Commitment, Commitment: r.Number})...)
			f.Message = fmt.Sprintf("The average of %s in %s is stated as %s; the mean of the %s is %s.",
				l.label, matrixTitle(m), f.Stated, reckon.Plural(len(l.t.Scores), "score"), reckon.Fraction(l.t.Sum(), len(l.t.Scores)))
			if cell != nil && !cell.chapter {
				f.Member = memberAt(m, cell.col)
				name := columnLabel(m, cell.col, p.Vocabulary)
				f.Message += fmt.Sprintf(" The average of %s does not hold either; both do with %s instead of %s for %s.",
					name, cellLabel(cell.want), cellLabel(cell.was), name)
				f.Explanations = []string{fmt.Sprintf("%s instead of %s for %s: then the averages of the row and of the column hold",
					cellLabel(cell.want), cellLabel(cell.was), name)}
			}
			p.Found(f)
		}
	}
}

// nearLines are the means of the lines beside l.
func nearLines(lines []matrixLine, l matrixLine) []reckon.Neighbour {
	var out []reckon.Neighbour
	for _, o := range lines {
		if (o.index == l.index-1 || o.index == l.index+1) && o.why == "" {
			out = append(out, reckon.Neighbour{Label: o.label, Mean: meanOrNil(o.t)})
		}
	}
	return out
}

// slipFinding is the one finding on a row or column of averages that was
// printed too far to one side.
func slipFinding(m *model.Matrix, lines []matrixLine, s slip, last *model.Average, unit, of, plus, minus string) Finding {
	by, side, other := s.by, plus, minus
	if by < 0 {
		by, side, other = -by, minus, plus
	}
	var f Finding
	var texts string
	for _, l := range lines {
		if texts != "" {
			texts += " "
		}
		texts += reckon.StatedText(l.avg)
		f.At = f.At.Join(l.avg.At)
	}
	if last != nil && s.by > 0 {
		texts += " " + reckon.StatedText(*last)
		f.At = f.At.Join(last.At)
	}
	if len(f.At) == 0 {
		f.At = m.At
	}
	f.Stated, f.Quote = texts, texts
	what := "averages and percentages"
	if !s.percents {
		what = "averages"
	} else if !s.values {
		what = "percentages"
	}
	shift := fmt.Sprintf("a shift by %s %s", reckon.Plural(by, unit), side)
	f.Message = fmt.Sprintf("The %s of %s in %s is printed %s too far %s: %d of %d figures are those of the %s that lies %s %s.",
		of, what, matrixTitle(m), reckon.Plural(by, unit), side, s.fit, s.all, unit, reckon.Plural(by, unit), other)
	f.Computed = fmt.Sprintf("%d of %d figures hold %s %s", s.fit, s.all, reckon.Plural(by, unit), other)
	f.Explanations = []string{shift}
	return f
}
