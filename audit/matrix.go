package audit

import (
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// tallyRow counts one row of a matrix over its members.
func tallyRow(m *model.Matrix, row int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "member"}
	r := &m.Rows[row]
	for c := range r.Scores {
		if memberAt(m, c) == "" && numbersOf(m, c) {
			continue // the rows' numbers
		}
		t.Add(memberAt(m, c), columnLabel(m, c, words), r.Scores[c], cellText(r, c), words)
	}
	return t
}

// tallyColumn counts one column of a matrix over its commitments.
func tallyColumn(m *model.Matrix, col int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "commitment"}
	if memberAt(m, col) == "" && numbersOf(m, col) {
		return t
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		if col < len(r.Scores) {
			// The row's place, not its printed number, tells rows apart.
			t.Add(fmt.Sprint("row ", i), rowLabel(r, i), r.Scores[col], cellText(r, col), words)
		}
	}
	return t
}

func memberAt(m *model.Matrix, col int) string {
	if col < len(m.Members) {
		return m.Members[col]
	}
	return ""
}

func columnLabel(m *model.Matrix, col int, words *vocabulary.Vocabulary) string {
	name := ""
	if col < len(m.Names) {
		name = m.Names[col]
	}
	return reckon.MemberLabel(memberAt(m, col), name, words)
}

func cellText(r *model.MatrixRow, col int) string {
	if col < len(r.Cells) {
		return r.Cells[col]
	}
	return ""
}

// rowLabel names a row in a sentence.
func rowLabel(r *model.MatrixRow, index int) string {
	if r.Number > 0 {
		return fmt.Sprintf("commitment %d", r.Number)
	}
	if r.Label != "" {
		return r.Label
	}
	return fmt.Sprintf("row %d", index+1)
}

// matrixLine is one average of a matrix with the scores it belongs to.
type matrixLine struct {
	index  int
	member string // of a column
	label  string
	avg    model.Average
	t      reckon.Tally
	why    string // why it cannot be decided; "" where it can
	holds  bool
}

// matrixView is a matrix with every average compared, and the slips that
// explain several of them at once. The matrix rules share it, so that they
// agree on which of them reports what.
type matrixView struct {
	m    *model.Matrix
	rows []matrixLine
	cols []matrixLine
	// slippedRows and slippedCols are all lines as printed; rows and cols are
	// without the figures that a shift explains.
	slippedRows, slippedCols []matrixLine

	rowSlip slip
	colSlip slip
	// last is the overall average where it is not right in its own place: the
	// last figure of a row shifted to the right may stand there.
	last  *model.Average
	cells []cellSlip
	// unlike says that most averages of the rows (the columns) do not hold
	// and no slip explains them: they are then averages of something else,
	// or the table was misread, and nothing is accused.
	unlikeRows, unlikeCols bool
	// turned is the row whose scores stand in the wrong columns.
	turned turnedRow
	// leftOut is the member without whom every row's average holds, "" for
	// none.
	leftOut string
}

// slip is a row or column of averages that was printed some places too far.
// by is 0 for none; positive to the right, or downwards.
type slip struct {
	by               int
	values, percents bool // which figures it moved
	fit, all         int  // how many of the printed figures fit after the shift
}

// cellSlip is a cell whose other reading makes the averages of its row and of
// its column right.
type cellSlip struct {
	row, col int
	was      *int
	want     *int // nil: not assessed
	// chapter says that the reading is the chapter's own score.
	chapter bool
}

// viewMatrix compares every average of a matrix.
func viewMatrix(p *Pass, m *model.Matrix, scale bool) *matrixView {
	v := &matrixView{m: m}
	stand := p.matrixLines(m)
	zero, cut := p.zeros(stand), cuts(stand)
	for i := range m.Rows {
		r := &m.Rows[i]
		if r.Average == nil || r.Average.Value == nil && r.Average.Percent == nil {
			continue
		}
		l := matrixLine{index: i, label: rowLabel(r, i), avg: *r.Average, t: tallyRow(m, i, p.Vocabulary)}
		l.avg.Value = p.asMean(l.avg.Value, l.avg.Text)
		if len(r.Scores) != len(m.Members) {
			l.why = raggedReason
		}
		l = l.judge(scale)
		if l.why == "" && !l.holds && warnedAt(p.Report, r.At) {
			l.why = tableInDoubt
		}
		if l.why == "" && !l.holds {
			l.why = conventionOf(l.stated(), l.t, zero, cut)
		}
		v.rows = append(v.rows, l)
	}
	columnDoubt := p.columnDoubt(m)
	for _, a := range m.ColumnAverages {
		if a.Value == nil && a.Percent == nil {
			continue
		}
		col := columnOf(m, a.Member)
		l := matrixLine{
			index: col, member: a.Member,
			avg: model.Average{Text: a.Text, Value: p.asMean(a.Value, a.Text), Percent: a.Percent, At: a.At},
		}
		if col < 0 {
			l.why = "an average stands under no member of the table"
		} else {
			l.label = columnLabel(m, col, p.Vocabulary)
			l.t = tallyColumn(m, col, p.Vocabulary)
			l.why = columnDoubt
		}
		l = l.judge(scale)
		if l.why == "" && !l.holds && warnedAt(p.Report, m.At) {
			l.why = tableInDoubt
		}
		v.cols = append(v.cols, l)
	}
	var stated []statedTally
	for _, l := range v.rows {
		if l.why == "" {
			stated = append(stated, statedTally{l.stated(), l.t})
		}
	}
	v.leftOut = leftOutThroughout(stated)
	rowMeans := make([]*big.Rat, len(m.Rows))
	for i := range m.Rows {
		rowMeans[i] = meanIfDecided(tallyRow(m, i, p.Vocabulary))
	}
	colMeans := make([]*big.Rat, len(m.Members))
	for c := range m.Members {
		colMeans[c] = meanIfDecided(tallyColumn(m, c, p.Vocabulary))
	}
	v.rowSlip = findSlip(v.rows, rowMeans, nil)
	if m.Overall != nil {
		o := *m.Overall
		o.Value = p.asMean(o.Value, o.Text)
		if overallWrong(m, &o, p.Vocabulary) != (reckon.Figure{}) {
			v.last = m.Overall
		}
	}
	v.colSlip = findSlip(v.cols, colMeans, v.last)
	v.slippedRows, v.rows = v.rows, inPlace(v.rows, v.rowSlip)
	v.slippedCols, v.cols = v.cols, inPlace(v.cols, v.colSlip)
	v.findCells(p)
	if v.colSlip.by == 0 {
		v.withChapters(p)
		v.turned = v.findTurned(p.Vocabulary)
	}
	v.unlikeRows = v.rowSlip.by == 0 && unlike(v.rows, func(l matrixLine) bool { return v.cellOfRow(l.index) != nil })
	v.unlikeCols = v.colSlip.by == 0 && unlike(v.cols, func(l matrixLine) bool { return v.cellOfColumn(l.index) != nil })
	return v
}

// raggedReason is why a row without a cell for every member is undecided.
const raggedReason = "a row of the table has another number of cells than the table has members"

// columnDoubt is why no column of the matrix can be decided, "" where they
// can: each column runs through every row.
func (p *Pass) columnDoubt(m *model.Matrix) string {
	if p.doubtsMatrix(m) {
		return matrixInDoubt
	}
	for i := range m.Rows {
		if len(m.Rows[i].Scores) != len(m.Members) {
			return raggedReason
		}
		if p.doubtsRow(&m.Rows[i]) {
			return rowInDoubt
		}
	}
	return ""
}

// columnOf is the only column of that member, or -1.
func columnOf(m *model.Matrix, member string) int {
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
func (l matrixLine) judge(scale bool) matrixLine {
	if l.why == "" {
		l.why = l.t.WhyUndecided()
	}
	if l.why != "" {
		return l
	}
	mean := meanOrNil(l.t)
	l.holds = l.stated().Fits(mean)
	if !l.holds && l.avg.Value == nil && !scale && reckon.IsTimesHundred(*l.avg.Percent, mean, nil) {
		l.why = "the percentage is the mean times 100, as some reports print it, and nothing else in the report shows which scale it uses"
	}
	return l
}

// stated is the line's figure.
func (l matrixLine) stated() reckon.Figure {
	return reckon.Figure{Value: l.avg.Value, Percent: l.avg.Percent}
}

// wrong is the part of the line's figure that does not hold.
func (l matrixLine) wrong() reckon.Figure {
	mean := meanOrNil(l.t)
	var f reckon.Figure
	if l.avg.Value != nil && !reckon.Holds(*l.avg.Value, mean) {
		f.Value = l.avg.Value
	}
	if l.avg.Percent != nil && !reckon.PercentHolds(*l.avg.Percent, mean, l.avg.Value) {
		f.Percent = l.avg.Percent
	}
	return f
}

// inPlace gives the lines without the kind of figure that a shift explains;
// what stands in its place is still compared.
func inPlace(lines []matrixLine, s slip) []matrixLine {
	if s.by == 0 {
		return lines
	}
	var out []matrixLine
	for _, l := range lines {
		if s.values {
			l.avg.Value = nil
		}
		if s.percents {
			l.avg.Percent = nil
		}
		if l.avg.Value == nil && l.avg.Percent == nil {
			continue
		}
		l.avg.Text = ""
		// The means beside the percentages show the scale.
		out = append(out, l.judge(true))
	}
	return out
}

// unlike reports whether more than half of at least four averages fail
// without a cause of their own.
func unlike(lines []matrixLine, explained func(matrixLine) bool) bool {
	decided, failed := 0, 0
	for _, l := range lines {
		if l.why != "" {
			continue
		}
		decided++
		if !l.holds && !explained(l) {
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
func findSlip(lines []matrixLine, means []*big.Rat, last *model.Average) slip {
	values := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Value }, reckon.Holds)
	percents := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Percent },
		func(d model.Decimal, mean *big.Rat) bool { return reckon.PercentHolds(d, mean, nil) })
	switch {
	case values.by != 0:
		values.values, values.percents = true, values.by == percents.by
		return values
	case percents.by != 0:
		percents.percents = true
		return percents
	}
	return slip{}
}

// meanIfDecided is the tally's mean, nil where it cannot refute a figure.
func meanIfDecided(t reckon.Tally) *big.Rat {
	if t.WhyUndecided() != "" {
		return nil
	}
	return meanOrNil(t)
}

// shiftOf tries every shift of one kind of figure. A shift is accepted when at
// least three printed figures fit after it, and either all of them do and at
// least two more than where they stand, or all but one in ten do and more than
// twice as many.
func shiftOf(lines []matrixLine, means []*big.Rat, last *model.Average, part func(*model.Average) *model.Decimal, holds func(model.Decimal, *big.Rat) bool) slip {
	places := len(means)
	stands := make([]*model.Decimal, places+1)
	for i := range lines {
		l := &lines[i]
		if l.index < 0 || l.index >= places {
			return slip{}
		}
		stands[l.index] = part(&l.avg)
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
				return slip{by: by, fit: fit, all: all}
			}
		}
	}
	return slip{}
}

// mostPairs bounds the search for causes in very large tables.
const mostPairs = 20000

// findCells looks for single cells that explain averages of rows and columns:
// first where the chapter states another score than the matrix (matrix-chapter
// reports that), then where one other score makes the row's and the column's
// average right and no other cell of either does.
func (v *matrixView) findCells(p *Pass) {
	for r := range v.m.Rows {
		for _, d := range chapterDiffers(p, v.m, r) {
			v.cells = append(v.cells, cellSlip{row: r, col: d.col, was: d.matrix, want: d.chapter, chapter: true})
		}
	}
	if len(v.rows)*len(v.cols) > mostPairs {
		return
	}
	candidates := map[int][]cellSlip{} // by row
	rowsOf := map[int]int{}            // candidates by column
	for _, row := range v.rows {
		if row.why != "" || row.holds || v.cellOfRow(row.index) != nil {
			continue
		}
		for _, col := range v.cols {
			if col.why != "" || col.holds || v.cellOfColumn(col.index) != nil {
				continue
			}
			for _, c := range v.readings(row, col) {
				candidates[row.index] = append(candidates[row.index], c)
				rowsOf[col.index]++
			}
		}
	}
	for _, row := range v.rows {
		if cs := candidates[row.index]; len(cs) == 1 && rowsOf[cs[0].col] == 1 {
			v.cells = append(v.cells, cs[0])
		}
	}
}

// readings gives the other scores of a cell that make both its averages fit.
func (v *matrixView) readings(row, col matrixLine) []cellSlip {
	was := v.m.Rows[row.index].Scores[col.index]
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
			out = append(out, cellSlip{row: row.index, col: col.index, was: was, want: &want})
		}
	}
	return out
}

// fitsAfter reports whether the line's average fits once the sum of its
// scores has changed by d.
func fitsAfter(l matrixLine, d int64) bool {
	m := big.NewRat(int64(l.t.Sum())+d, int64(len(l.t.Scores)))
	return reckon.Figure{Value: l.avg.Value, Percent: l.avg.Percent}.Fits(m)
}

func (v *matrixView) cellOfRow(row int) *cellSlip {
	for i := range v.cells {
		if v.cells[i].row == row {
			return &v.cells[i]
		}
	}
	return nil
}

func (v *matrixView) cellOfColumn(col int) *cellSlip {
	for i := range v.cells {
		if v.cells[i].col == col {
			return &v.cells[i]
		}
	}
	return nil
}

// corrected is the matrix' scores after the cells that were found are read
// the other way.
func (v *matrixView) corrected() *model.Matrix {
	c := *v.m
	c.Rows = make([]model.MatrixRow, len(v.m.Rows))
	for i, r := range v.m.Rows {
		r.Scores = append([]*int(nil), r.Scores...)
		c.Rows[i] = r
	}
	for _, s := range v.cells {
		c.Rows[s.row].Scores[s.col] = s.want
	}
	return &c
}

// holdsCorrected reports whether the line's average fits in the corrected
// matrix.
func (v *matrixView) holdsCorrected(l matrixLine, column bool, words *vocabulary.Vocabulary) bool {
	if len(v.cells) == 0 {
		return false
	}
	c := v.corrected()
	var t reckon.Tally
	if column {
		t = tallyColumn(c, l.index, words)
	} else {
		t = tallyRow(c, l.index, words)
	}
	m, ok := t.Mean()
	return ok && reckon.Figure{Value: l.avg.Value, Percent: l.avg.Percent}.Fits(m)
}

// matrixTitle names a matrix in a sentence.
func matrixTitle(m *model.Matrix) string {
	if m.Title != "" {
		return "“" + strings.TrimSpace(m.Title) + "”"
	}
	return "the summary table"
}

// lineFinding is the common part of the findings on a row's or a column's
// average.
func lineFinding(l matrixLine) Finding {
	var f Finding
	wrong := l.wrong()
	places := 2
	if wrong.Value != nil && wrong.Value.Places > places {
		places = wrong.Value.Places
	}
	f.Stated = reckon.StatedText(l.avg)
	f.Quote = f.Stated
	f.At = l.avg.At
	if wrong.Value != nil {
		f.Computed = meanComputed(l.t, places)
		if wrong.Percent != nil {
			f.Computed += fmt.Sprintf(", %s%%", reckon.Rounded100(meanOrNil(l.t), wrong.Percent.Places))
		}
	} else {
		f.Computed = percentComputed(l.t, wrong.Percent.Places)
	}
	return f
}

var matrixViews = keepEach(func(p *Pass, m *model.Matrix) *matrixView {
	return viewMatrix(p, m, p.percentScale())
})

// matrixView is one of the report's matrices, every average compared.
func (p *Pass) matrixView(m *model.Matrix) *matrixView { return matrixViews.of(p, m) }
