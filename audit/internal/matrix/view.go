package matrix

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// View is a matrix with every average compared, and the slips that
// explain several of them at once. The matrix rules share it, so that they
// agree on which of them reports what.
type View struct {
	m    *model.Matrix
	Rows []Line
	Cols []Line
	// SlippedRows and SlippedCols are all lines as printed; rows and cols are
	// without the figures that a shift explains.
	SlippedRows, SlippedCols []Line

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
func viewMatrix(p *rule.Pass, m *model.Matrix, scale bool) *View {
	v := &View{m: m}
	stand := conventions.MatrixLines(p, m)
	zero, cut, round := conventions.Zeros(p, stand), conventions.Cuts(stand), conventions.Rounds(stand)
	for i := range m.Rows {
		r := &m.Rows[i]
		if r.Average == nil || r.Average.Value == nil && r.Average.Percent == nil {
			continue
		}
		l := Line{Index: i, Label: tallies.RowLabel(r, i), Avg: *r.Average, T: tallies.OfRow(m, i, p.Vocabulary)}
		l.Avg.Value = tallies.AsMean(p, l.Avg.Value, l.Avg.Text)
		if len(r.Scores) != len(m.Members) {
			l.Why = RaggedReason
		}
		l = l.judge(scale)
		if l.Why == "" && !l.Holds && rule.WarnedAt(p.Report, r.At) {
			l.Why = rule.TableInDoubt
		}
		if l.Why == "" && !l.Holds {
			l.Why = conventions.Of(l.stated(), l.T, zero, cut, round)
		}
		v.Rows = append(v.Rows, l)
	}
	columnDoubt := columnDoubt(p, m)
	for _, a := range m.ColumnAverages {
		if a.Value == nil && a.Percent == nil {
			continue
		}
		col := tallies.ColumnOf(m, a.Member)
		l := Line{
			Index: col, Member: a.Member,
			Avg: model.Average{Text: a.Text, Value: tallies.AsMean(p, a.Value, a.Text), Percent: a.Percent, At: a.At},
		}
		if col < 0 {
			l.Why = "an average stands under no member of the table"
		} else {
			l.Label = tallies.ColumnLabel(m, col, p.Vocabulary)
			l.T = tallies.OfColumn(m, col, p.Vocabulary)
			l.Why = columnDoubt
		}
		l = l.judge(scale)
		if l.Why == "" && !l.Holds && rule.WarnedAt(p.Report, m.At) {
			l.Why = rule.TableInDoubt
		}
		v.Cols = append(v.Cols, l)
	}
	countedAs0(p, stand, v.Cols)
	var stated []conventions.Line
	for _, l := range v.Rows {
		if l.Why == "" {
			stated = append(stated, conventions.Line{Figure: l.stated(), Tally: l.T})
		}
	}
	v.LeftOut = conventions.LeftOutThroughout(stated)
	rowMeans := make([]*big.Rat, len(m.Rows))
	for i := range m.Rows {
		rowMeans[i] = tallies.MeanIfDecided(tallies.OfRow(m, i, p.Vocabulary))
	}
	colMeans := make([]*big.Rat, len(m.Members))
	for c := range m.Members {
		colMeans[c] = tallies.MeanIfDecided(tallies.OfColumn(m, c, p.Vocabulary))
	}
	v.RowSlip = findSlip(v.Rows, rowMeans, nil)
	if m.Overall != nil {
		o := *m.Overall
		o.Value = tallies.AsMean(p, o.Value, o.Text)
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
	v.UnlikeRows = v.RowSlip.By == 0 && unlike(v.Rows, func(l Line) bool { return v.CellOfRow(l.Index) != nil })
	v.UnlikeCols = v.ColSlip.By == 0 && unlike(v.Cols, func(l Line) bool { return v.CellOfColumn(l.Index) != nil })
	return v
}

// countedAs0 leaves columns undecided that hold with members without a score counted as
// 0, where the averages of the table show that they are made so.
func countedAs0(p *rule.Pass, rows []conventions.Line, cols []Line) {
	all := slices.Clone(rows)
	for _, l := range cols {
		if l.Why == "" {
			all = append(all, conventions.Line{Figure: l.stated(), Tally: l.T})
		}
	}
	if zero := conventions.Zeros(p, all); zero.Prevails() {
		for k, l := range cols {
			if l.Why == "" && !l.Holds {
				cols[k].Why = conventions.Of(l.stated(), l.T, zero, conventions.WayCount{}, conventions.WayCount{Modern: true})
			}
		}
	}
}

// RaggedReason is why a row without a cell for every member is undecided.
const RaggedReason = "a row of the table has another number of cells than the table has members"

// columnDoubt is why no column of the matrix can be decided, "" where they
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

var views = rule.KeepEach(func(p *rule.Pass, m *model.Matrix) *View {
	return viewMatrix(p, m, tallies.PercentScale(p))
})

// Of is one of the report's matrices, every average compared.
func Of(p *rule.Pass, m *model.Matrix) *View { return views.Of(p, m) }
