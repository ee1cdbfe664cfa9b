package evidence

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// TallyRow counts one row of a matrix over its members.
func TallyRow(m *model.Matrix, row int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "member"}
	r := &m.Rows[row]
	for c := range r.Scores {
		if MemberAt(m, c) == "" && NumbersOf(m, c) {
			continue // the rows' numbers
		}
		t.Add(MemberAt(m, c), ColumnLabel(m, c, words), r.Scores[c], rule.CellText(r, c), words)
	}
	return t
}

// TallyColumn counts one column of a matrix over its commitments.
func TallyColumn(m *model.Matrix, col int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "commitment"}
	if MemberAt(m, col) == "" && NumbersOf(m, col) {
		return t
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		if col < len(r.Scores) {
			// The row's place, not its printed number, tells rows apart.
			t.Add(fmt.Sprint("row ", i), RowLabel(r, i), r.Scores[col], rule.CellText(r, col), words)
		}
	}
	return t
}

// MemberAt is the code of the member of a column, "" where the column has none.
func MemberAt(m *model.Matrix, col int) string {
	if col < len(m.Members) {
		return m.Members[col]
	}
	return ""
}

// ColumnLabel is how a column of a summary table is headed.
func ColumnLabel(m *model.Matrix, col int, words *vocabulary.Vocabulary) string {
	name := ""
	if col < len(m.Names) {
		name = m.Names[col]
	}
	return reckon.MemberLabel(MemberAt(m, col), name, words)
}

// RowLabel names a row in a sentence.
func RowLabel(r *model.MatrixRow, index int) string {
	if r.Number > 0 {
		return fmt.Sprintf("commitment %d", r.Number)
	}
	if r.Label != "" {
		return r.Label
	}
	return fmt.Sprintf("row %d", index+1)
}

// MatrixLine is one average of a matrix with the scores it belongs to.
type MatrixLine struct {
	Index  int
	Member string // of a column
	Label  string
	Avg    model.Average
	T      reckon.Tally
	Why    string // why it cannot be decided; "" where it can
	Holds  bool
}

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

// Slip is a row or column of averages that was printed some places too far.
// by is 0 for none; positive to the right, or downwards.
type Slip struct {
	By               int
	Values, Percents bool // which figures it moved
	Fit, All         int  // how many of the printed figures fit after the shift
}

// cellSlip is a cell whose other reading makes the averages of its row and of
// its column right.
type cellSlip struct {
	row, Col int
	Was      *int
	Want     *int // nil: not assessed
	// Chapter says that the reading is the chapter's own score.
	Chapter bool
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
			stated = append(stated, statedTally{l.stated(), l.T})
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
			all = append(all, statedTally{l.stated(), l.T})
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

// ColumnOf is the only column of that member, or -1.
func ColumnOf(m *model.Matrix, member string) int {
	col := -1
	for i, code := range m.Members {
		if code == member && member != "" {
			if col >= 0 {
				return -1
			}
			col = i
		}
	}
	return col
}

// judge fills in whether the line's average holds.
func (l MatrixLine) judge(scale bool) MatrixLine {
	if l.Why == "" {
		l.Why = l.T.WhyUndecided()
	}
	if l.Why != "" {
		return l
	}
	mean := rule.MeanOrNil(l.T)
	l.Holds = l.stated().Fits(mean)
	if !l.Holds && l.Avg.Value == nil && !scale && reckon.IsTimesHundred(*l.Avg.Percent, mean, nil) {
		l.Why = "the percentage is the mean times 100, as some reports print it, and nothing else in the report shows which scale it uses"
	}
	return l
}

// stated is the line's figure.
func (l MatrixLine) stated() reckon.Figure {
	return reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}
}

// Wrong is the part of the line's figure that does not hold.
func (l MatrixLine) Wrong() reckon.Figure {
	mean := rule.MeanOrNil(l.T)
	var f reckon.Figure
	if l.Avg.Value != nil && !reckon.Holds(*l.Avg.Value, mean) {
		f.Value = l.Avg.Value
	}
	if l.Avg.Percent != nil && !reckon.PercentHolds(*l.Avg.Percent, mean, l.Avg.Value) {
		f.Percent = l.Avg.Percent
	}
	return f
}

// inPlace gives the lines without the kind of figure that a shift explains;
// what stands in its place is still compared.
func inPlace(lines []MatrixLine, s Slip) []MatrixLine {
	if s.By == 0 {
		return lines
	}
	var out []MatrixLine
	for _, l := range lines {
		if s.Values {
			l.Avg.Value = nil
		}
		if s.Percents {
			l.Avg.Percent = nil
		}
		if l.Avg.Value == nil && l.Avg.Percent == nil {
			continue
		}
		l.Avg.Text = ""
		// The means beside the percentages show the scale.
		out = append(out, l.judge(true))
	}
	return out
}

// unlike reports whether more than half of at least four averages fail
// without a cause of their own.
func unlike(lines []MatrixLine, explained func(MatrixLine) bool) bool {
	decided, failed := 0, 0
	for _, l := range lines {
		if l.Why != "" {
			continue
		}
		decided++
		if !l.Holds && !explained(l) {
			failed++
		}
	}
	return decided >= 4 && failed*2 > decided
}

// maxSlip is how far a row of averages may have been printed from its place
// to be called shifted.
const maxSlip = 3

// findSlip looks for a shift that makes the averages hold: of the means, of
// the percentages, or of both. last is what stands behind the last place (the
// overall average), where the last figure of a row that was shifted to the
// right ends up.
//
// means are the exact means of all places, those without a printed average
// too; nil where a mean is not decided.
func findSlip(lines []MatrixLine, means []*big.Rat, last *model.Average) Slip {
	values := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Value }, reckon.Holds)
	percents := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Percent },
		func(d model.Decimal, mean *big.Rat) bool { return reckon.PercentHolds(d, mean, nil) })
	switch {
	case values.By != 0:
		values.Values, values.Percents = true, values.By == percents.By
		return values
	case percents.By != 0:
		percents.Percents = true
		return percents
	}
	return Slip{}
}

// meanIfDecided is the tally's mean, nil where it cannot refute a figure.
func meanIfDecided(t reckon.Tally) *big.Rat {
	if t.WhyUndecided() != "" {
		return nil
	}
	return rule.MeanOrNil(t)
}

// shiftOf tries every shift of one kind of figure. A shift is accepted when at
// least three printed figures fit after it, and either all of them do and at
// least two more than where they stand, or all but one in ten do and more than
// twice as many.
func shiftOf(lines []MatrixLine, means []*big.Rat, last *model.Average, part func(*model.Average) *model.Decimal, holds func(model.Decimal, *big.Rat) bool) Slip {
	places := len(means)
	stands := make([]*model.Decimal, places+1)
	for i := range lines {
		l := &lines[i]
		if l.Index < 0 || l.Index >= places {
			return Slip{}
		}
		stands[l.Index] = part(&l.Avg)
	}
	if last != nil {
		stands[places] = part(last)
	}
	at := func(by int) (fit, all int) {
		for i, d := range stands {
			if d == nil || i-by < 0 || i-by >= places || means[i-by] == nil {
				continue
			}
			all++
			if holds(*d, means[i-by]) {
				fit++
			}
		}
		return fit, all
	}
	here, _ := at(0)
	for n := 1; n <= maxSlip; n++ {
		for _, by := range []int{n, -n} {
			fit, all := at(by)
			if fit >= 3 && (fit == all && fit-here >= 2 || (all-fit)*10 <= all && here*2 < fit) {
				return Slip{By: by, Fit: fit, All: all}
			}
		}
	}
	return Slip{}
}

// MostPairs bounds the search for causes in very large tables.
const MostPairs = 20000

// findCells looks for single cells that explain averages of rows and columns:
// first where the chapter states another score than the matrix (matrix-chapter
// reports that), then where one other score makes the row's and the column's
// average right and no other cell of either does.
func (v *matrixView) findCells(p *rule.Pass) {
	for r := range v.m.Rows {
		for _, d := range chapterDiffers(p, v.m, r) {
			v.Cells = append(v.Cells, cellSlip{row: r, Col: d.Col, Was: d.Matrix, Want: d.Chapter, Chapter: true})
		}
	}
	if len(v.Rows)*len(v.Cols) > MostPairs {
		return
	}
	candidates := map[int][]cellSlip{} // by row
	rowsOf := map[int]int{}            // candidates by column
	for _, row := range v.Rows {
		if row.Why != "" || row.Holds || v.CellOfRow(row.Index) != nil {
			continue
		}
		for _, col := range v.Cols {
			if col.Why != "" || col.Holds || v.CellOfColumn(col.Index) != nil {
				continue
			}
			for _, c := range v.readings(row, col) {
				candidates[row.Index] = append(candidates[row.Index], c)
				rowsOf[col.Index]++
			}
		}
	}
	for _, row := range v.Rows {
		if cs := candidates[row.Index]; len(cs) == 1 && rowsOf[cs[0].Col] == 1 {
			v.Cells = append(v.Cells, cs[0])
		}
	}
}

// readings gives the other scores of a cell that make both its averages fit.
func (v *matrixView) readings(row, col MatrixLine) []cellSlip {
	was := v.m.Rows[row.Index].Scores[col.Index]
	if was == nil {
		return nil
	}
	var out []cellSlip
	for s := reckon.LowestScore; s <= reckon.HighestScore; s++ {
		if s == *was {
			continue
		}
		d := int64(s - *was)
		if fitsAfter(row, d) && fitsAfter(col, d) {
			want := s
			out = append(out, cellSlip{row: row.Index, Col: col.Index, Was: was, Want: &want})
		}
	}
	return out
}

// fitsAfter reports whether the line's average fits once the sum of its
// scores has changed by d.
func fitsAfter(l MatrixLine, d int64) bool {
	m := big.NewRat(int64(l.T.Sum())+d, int64(len(l.T.Scores)))
	return reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}.Fits(m)
}

// CellOfRow is the cell of one row that a column of it names.
func (v *matrixView) CellOfRow(row int) *cellSlip {
	for i := range v.Cells {
		if v.Cells[i].row == row {
			return &v.Cells[i]
		}
	}
	return nil
}

// CellOfColumn is the cell of one column that a row of it names.
func (v *matrixView) CellOfColumn(col int) *cellSlip {
	for i := range v.Cells {
		if v.Cells[i].Col == col {
			return &v.Cells[i]
		}
	}
	return nil
}

// Corrected is the matrix' scores after the cells that were found are read
// the other way.
func (v *matrixView) Corrected() *model.Matrix {
	c := *v.m
	c.Rows = make([]model.MatrixRow, len(v.m.Rows))
	for i, r := range v.m.Rows {
		r.Scores = append([]*int(nil), r.Scores...)
		c.Rows[i] = r
	}
	for _, s := range v.Cells {
		c.Rows[s.row].Scores[s.Col] = s.Want
	}
	return &c
}

// HoldsCorrected reports whether the line's average fits in the corrected
// matrix.
func (v *matrixView) HoldsCorrected(l MatrixLine, column bool, words *vocabulary.Vocabulary) bool {
	if len(v.Cells) == 0 {
		return false
	}
	c := v.Corrected()
	var t reckon.Tally
	if column {
		t = TallyColumn(c, l.Index, words)
	} else {
		t = TallyRow(c, l.Index, words)
	}
	m, ok := t.Mean()
	return ok && reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}.Fits(m)
}

// MatrixTitle names a matrix in a sentence.
func MatrixTitle(m *model.Matrix) string {
	if m.Title != "" {
		return "“" + strings.TrimSpace(m.Title) + "”"
	}
	return "the summary table"
}

// LineFinding is the common part of the findings on a row's or a column's
// average.
func LineFinding(l MatrixLine) rule.Finding {
	var f rule.Finding
	wrong := l.Wrong()
	places := 2
	if wrong.Value != nil && wrong.Value.Places > places {
		places = wrong.Value.Places
	}
	f.Stated = reckon.StatedText(l.Avg)
	f.Quote = f.Stated
	f.At = l.Avg.At
	if wrong.Value != nil {
		f.Computed = MeanComputed(l.T, places)
		if wrong.Percent != nil {
			f.Computed += fmt.Sprintf(", %s%%", reckon.Rounded100(rule.MeanOrNil(l.T), wrong.Percent.Places))
		}
	} else {
		f.Computed = PercentComputed(l.T, wrong.Percent.Places)
	}
	return f
}

var matrixViews = rule.KeepEach(func(p *rule.Pass, m *model.Matrix) *matrixView {
	return viewMatrix(p, m, PercentScale(p))
})

// MatrixView is one of the report's matrices, every average compared.
func MatrixView(p *rule.Pass, m *model.Matrix) *matrixView { return matrixViews.Of(p, m) }

// NumbersOf reports whether a column of a table holds other numbers than scores:
// several are outside the scale, or one is and nobody's name stands above them.
func NumbersOf(m *model.Matrix, col int) bool {
	outside := 0
	for i := range m.Rows {
		if col < len(m.Rows[i].Scores) && m.Rows[i].Scores[col] != nil && !reckon.OnScale(*m.Rows[i].Scores[col]) {
			outside++
		}
	}
	return outside > 1 || outside > 0 && MemberAt(m, col) == ""
}
