package evidence

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// MatrixView is a matrix with every average compared, and the slips that
// explain several of them at once. The matrix rules share it, so that they
// agree on which of them reports what.
type matrixView struct {
	m    *model.Matrix
	Rows []MatrixLine
	Cols []MatrixLine
	// SlippedRows and SlippedCols are all lines as printed; rows and cols are
	// without the figures that a shift explains.
	SlippedRows, SlippedCols []MatrixLine

	RowSlip Slip
	ColSlip Slip
	// Last is the overall average where it is not right in its own place: the
	// last figure of a row shifted to the right may stand there.
	Last  *model.Average
	Cells []cellSlip
	// unlike says that most averages of the rows (the columns) do not hold
	// and no slip explains them: they are then averages of something else,
	// or the table was misread, and nothing is accused.
	UnlikeRows, UnlikeCols bool
	// Turned is the row whose scores stand in the wrong columns.
	Turned turnedRow
	// LeftOut is the member without whom every row's average holds, "" for
	// none.
	LeftOut string
}

// viewMatrix compares every average of a matrix.
func viewMatrix(p *rule.Pass, m *model.Matrix, scale bool) *matrixView {
	v := &matrixView{m: m}
	stand := MatrixLines(p, m)
	zero, cut, round := Zeros(p, stand), Cuts(stand), rounds(stand)
	for i := range m.Rows {
		r := &m.Rows[i]
		if r.Average == nil || r.Average.Value == nil && r.Average.Percent == nil {
			continue
		}
		l := MatrixLine{Index: i, Label: RowLabel(r, i), Avg: *r.Average, T: TallyRow(m, i, p.Vocabulary)}
		l.Avg.Value = AsMean(p, l.Avg.Value, l.Avg.Text)
		if len(r.Scores) != len(m.Members) {
			l.Why = RaggedReason
		}
		l = l.judge(scale)
		if l.Why == "" && !l.Holds && rule.WarnedAt(p.Report, r.At) {
			l.Why = rule.TableInDoubt
		}
		if l.Why == "" && !l.Holds {
			l.Why = conventionOf(l.stated(), l.T, zero, cut, round)
		}
		v.Rows = append(v.Rows, l)
	}
	columnDoubt := columnDoubt(p, m)
	for _, a := range m.ColumnAverages {
		if a.Value == nil && a.Percent == nil {
			continue
		}
		col := ColumnOf(m, a.Member)
		l := MatrixLine{
			Index: col, Member: a.Member,
			Avg: model.Average{Text: a.Text, Value: AsMean(p, a.Value, a.Text), Percent: a.Percent, At: a.At},
		}
		if col < 0 {
			l.Why = "an average stands under no member of the table"
		} else {
			l.Label = ColumnLabel(m, col, p.Vocabulary)
			l.T = TallyColumn(m, col, p.Vocabulary)
			l.Why = columnDoubt
		}
		l = l.judge(scale)
		if l.Why == "" && !l.Holds && rule.WarnedAt(p.Report, m.At) {
			l.Why = rule.TableInDoubt
		}
		v.Cols = append(v.Cols, l)
	}
	countedAs0(p, stand, v.Cols)
	var stated []statedTally
	for _, l := range v.Rows {
		if l.Why == "" {
			stated = append(stated, statedTally{f: l.stated(), t: l.T})
		}
	}
	v.LeftOut = leftOutThroughout(stated)
	rowMeans := make([]*big.Rat, len(m.Rows))
	for i := range m.Rows {
		rowMeans[i] = meanIfDecided(TallyRow(m, i, p.Vocabulary))
	}
	colMeans := make([]*big.Rat, len(m.Members))
	for c := range m.Members {
		colMeans[c] = meanIfDecided(TallyColumn(m, c, p.Vocabulary))
	}
	v.RowSlip = findSlip(v.Rows, rowMeans, nil)
	if m.Overall != nil {
		o := *m.Overall
		o.Value = AsMean(p, o.Value, o.Text)
		if OverallWrong(m, &o, p.Vocabulary) != (reckon.Figure{}) {
			v.Last = m.Overall
		}
	}
	v.ColSlip = findSlip(v.Cols, colMeans, v.Last)
	v.SlippedRows, v.Rows = v.Rows, inPlace(v.Rows, v.RowSlip)
	v.SlippedCols, v.Cols = v.Cols, inPlace(v.Cols, v.ColSlip)
	v.findCells(p)
	if v.ColSlip.By == 0 {
		v.withChapters(p)
		v.Turned = v.findTurned(p.Vocabulary)
	}
	v.UnlikeRows = v.RowSlip.By == 0 && unlike(v.Rows, func(l MatrixLine) bool { return v.CellOfRow(l.Index) != nil })
	v.UnlikeCols = v.ColSlip.By == 0 && unlike(v.Cols, func(l MatrixLine) bool { return v.CellOfColumn(l.Index) != nil })
	return v
}

// countedAs0 leaves columns undecided that hold with members without a score counted as
// 0, where the averages of the table show that they are made so.
func countedAs0(p *rule.Pass, rows []statedTally, cols []MatrixLine) {
	all := slices.Clone(rows)
	for _, l := range cols {
		if l.Why == "" {
			all = append(all, statedTally{f: l.stated(), t: l.T})
		}
	}
	if zero := Zeros(p, all); zero.Prevails() {
		for k, l := range cols {
			if l.Why == "" && !l.Holds {
				cols[k].Why = conventionOf(l.stated(), l.T, zero, WayCount{}, WayCount{modern: true})
			}
		}
	}
}

// RaggedReason is why a row without a cell for every member is undecided.
const RaggedReason = "a row of the table has another number of cells than the table has members"

// ColumnDoubt is why no column of the matrix can be decided, "" where they
// can: each column runs through every row.
func columnDoubt(p *rule.Pass, m *model.Matrix) string {
	if p.DoubtsMatrix(m) {
		return rule.MatrixInDoubt
	}
	for i := range m.Rows {
		if len(m.Rows[i].Scores) != len(m.Members) {
			return RaggedReason
		}
		if p.DoubtsRow(&m.Rows[i]) {
			return rule.RowInDoubt
		}
	}
	return ""
}

var matrixViews = rule.KeepEach(func(p *rule.Pass, m *model.Matrix) *matrixView {
	return viewMatrix(p, m, PercentScale(p))
})

// MatrixView is one of the report's matrices, every average compared.
func MatrixView(p *rule.Pass, m *model.Matrix) *matrixView { return matrixViews.Of(p, m) }
