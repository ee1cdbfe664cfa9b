package grid

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Between rules above the head, below it and at the foot nothing but white space sets
// the columns. Where a row's figures are wide, as averages are, or its columns narrow, the
// gaps between them may be no wider than those of a loosely set line of text: several
// figures come as one piece, with the label or without, and hide every column that they
// stand over. What stands around the row tells how many there are to be and where.

// maxRunOnLines is how many lines away from a row those stand at most that tell its
// columns.
const maxRunOnLines = 12

// partRunOn gives gaps to the rows, among lines from top to bottom, of which figures come
// as one piece: each goes to a column that other rows, or the members' names over them,
// set apart. Where every row has figures that run together, the names tell how many there are.
func (r *Reader) partRunOn(ls []*sheet.Line) {
	for i, l := range ls {
		row := r.runOn(l)
		if row == nil {
			continue
		}
		columns, heads := r.columnsAround(ls, i)
		if row.fill(columns) || row.begin(l.Size, columns) || heads == len(row.figures) {
			l.Line = row.apart(l)
		}
	}
}

// runOnRow is a line of a label and figures, some of which come as one piece.
type runOnRow struct {
	label   []model.Run
	figures []layout.Word
	pieces  []int // the piece of the line of which each figure is
	runOn   bool  // the label and the first figure are one piece
}

// runOn cuts a line into a label and the figures behind it; nil where it is not both, or
// its figures stand apart.
func (r *Reader) runOn(l *sheet.Line) *runOnRow {
	if l.Made != nil || len(l.Runs) == 0 || !sheet.HasLetter(l.Runs[0].Text) || !strings.ContainsAny(l.Printed, "0123456789") {
		return nil
	}
	ps := Pieces(l)
	row := &runOnRow{}
	n := 0
	for ; n < len(ps) && len(row.figures) == 0; n++ {
		if !r.begins(row, l, ps[n], n) {
			return nil // nearly all text
		}
	}
	for ; n < len(ps); n++ {
		if !r.takes(row, ps[n], n) {
			return nil
		}
	}
	if len(row.figures) < sheet.MinMatrixMembers {
		return nil
	}
	if s, _ := r.Raw(ps[0]); r.Vocab.AverageLabel(s) && row.joinLabel(l.Size) || row.runOn || row.crowded() {
		return row
	}
	return nil
}

// takes takes the figures of a piece; false where it has something else.
func (r *Reader) takes(row *runOnRow, pc sheet.Part, n int) bool {
	for _, w := range pieceWords(pc, FigureWords) {
		if !r.figureWord(w.Text()) {
			return false
		}
		row.figures, row.pieces = append(row.figures, w), append(row.pieces, n)
	}
	return true
}

// begins takes a piece into the label of a row, with what figures stand behind its words;
// false where it is neither.
func (r *Reader) begins(row *runOnRow, l *sheet.Line, pc sheet.Part, n int) bool {
	from := pc.To - 1 // the run in which the figures begin
	at := 0           // where they do
	for ; from >= pc.From; from-- {
		if LoneSign(l.Runs[from].Text) {
			continue
		}
		if at = r.figuresFrom(l.Runs[from].Text); at > 0 {
			break
		}
	}
	if from < pc.From { // nothing but figures
		return len(row.label) > 0 && r.takes(row, pc, n)
	}
	run := l.Runs[from]
	row.label = append(row.label, l.Runs[pc.From:from]...)
	cut := []model.Run{run}
	if at < len(run.Text) {
		cut = layout.CutRun(run, []string{strings.TrimSpace(run.Text[:at]), run.Text[at:]}, l.Size)
		cut[0].Gap, cut[0].Space = run.Gap, run.Space
	}
	row.label = append(row.label, cut[0])
	m := *l.Line
	m.Runs = append(cut[1:], l.Runs[from+1:pc.To]...)
	if len(m.Runs) == 0 {
		return true
	}
	row.runOn = true
	return r.takes(row, sheet.Part{L: l.WithRuns(&m), From: 0, To: len(m.Runs)}, n)
}

// figuresFrom gives where the figures begin with which a text ends: its length where it
// ends in none, 0 where it is nothing else.
func (r *Reader) figuresFrom(s string) int {
	words := FigureWords(s)
	at := len(s)
	for k := len(words) - 1; k >= 0; k-- {
		word := strings.LastIndex(s[:at], words[k])
		if word < 0 || !r.figureWord(words[k]) && !LoneSign(words[k]) {
			break
		}
		at = word
	}
	return at
}

// figureWord reports whether a word is a score of the scale, an average or the word for
// neither.
func (r *Reader) figureWord(s string) bool {
	return r.cellEntry(s) && !r.labelsScores(s)
}

// joinLabel makes one piece of a label that came in several, as that of a narrow column does
// which is set from edge to edge ("Average    by" over "member"), and reports whether it did.
func (row *runOnRow) joinLabel(size float64) bool {
	joined := false
	for k := 1; k < len(row.label); k++ {
		if row.label[k].Gap >= cellGap*size {
			row.label[k].Gap = cellGap * size / 2
			joined = true
		}
	}
	return joined
}

// crowded reports whether two figures of a row come as one piece.
func (row *runOnRow) crowded() bool {
	for k := 1; k < len(row.pieces); k++ {
		if row.pieces[k] == row.pieces[k-1] {
			return true
		}
	}
	return false
}

// fill gives the figures of a row the places of all columns, and reports whether there is one
// for each: those that stand apart must stand over theirs.
func (row *runOnRow) fill(columns []model.Box) bool {
	if len(row.figures) != len(columns) {
		return false
	}
	alone := func(k int) bool {
		if k == 0 && row.runOn || k > 0 && row.pieces[k-1] == row.pieces[k] {
			return false
		}
		return k+1 == len(row.pieces) || row.pieces[k+1] != row.pieces[k]
	}
	for k, w := range row.figures {
		ends := k+1 == len(row.pieces) || row.pieces[k+1] != row.pieces[k] // where it does is certain
		if ends && layout.Nearest(columns, w.Box()) != k || k == 0 && ends && row.runOn && layout.Overlaps(columns[:1], w.Box()) == 0 {
			return false
		}
	}
	for k, w := range row.figures {
		if !alone(k) {
			place(w, columns[k])
		}
	}
	return true
}

// begin gives the figures that come as one piece with the label the places of the first columns,
// and reports whether there is one for each up to that over which the last of them ends.
func (row *runOnRow) begin(size float64, columns []model.Box) bool {
	n := 1
	for n < len(row.figures) && row.pieces[n] == row.pieces[0] {
		n++
	}
	if !row.runOn || n > len(columns) || len(columns) < sheet.MinMatrixMembers {
		return false
	}
	end := row.figures[n-1].Box()
	off := math.Abs(row.figures[0].Box().CentreX() - columns[0].CentreX())
	near := columns[1].CentreX() - columns[0].CentreX()
	if n == 1 {
		near = min(near, 0.8*size)
	}
	if off > near || layout.Nearest(columns, end) != n-1 || layout.Overlaps(columns[n-1:n], end) == 0 {
		return false
	}
	for k := range n {
		place(row.figures[k], columns[k])
	}
	return true
}

// place sets a figure, which was cut out of a longer text by its share of the letters, to
// its column.
func place(w layout.Word, column model.Box) {
	w.Runs[0].Box[0] = column.X0()
	w.Runs[len(w.Runs)-1].Box[2] = column.X1()
}

// apart is the line with its label as one piece and each figure as another.
func (row *runOnRow) apart(l *sheet.Line) *model.Line {
	m := *l.Line
	m.Runs = slices.Clone(row.label)
	last := &m.Runs[len(m.Runs)-1]
	last.Box[2] = max(last.Box[0], min(last.Box[2], row.figures[0].Box().X0()-cellGap*l.Size))
	for _, w := range row.figures {
		from := len(m.Runs)
		m.Runs = append(m.Runs, w.Runs...)
		first := &m.Runs[from]
		first.Space, first.Gap = true, max(first.Gap, l.Size)
	}
	return &m
}

// columnsAround gives the columns of figures that the rows near line i have, or where they
// have none, the names of members over it; none where they do not agree. It counts the
// columns that these names head too.
func (r *Reader) columnsAround(ls []*sheet.Line, i int) (columns []model.Box, heads int) {
	var near []model.Box // those of the nearest row
	var all []model.Box
	take := func(l *sheet.Line) bool {
		bs := r.figureBoxes(l)
		if bs == nil {
			return true
		}
		if near == nil {
			near = bs
		}
		if len(bs) == len(near) {
			all = append(all, bs...)
		}
		return len(bs) == len(near)
	}
	var over []model.Box
	for j := i - 1; j >= 0 && i-j <= maxRunOnLines && sameTable(ls[j], ls[j+1]); j-- {
		if r.memberHeads(ls[j]) >= sheet.MinMatrixMembers {
			over, heads = r.headBoxes(ls[j])
			break
		}
		if !take(ls[j]) {
			break
		}
	}
	for j := i + 1; j < len(ls) && j-i <= maxRunOnLines && sameTable(ls[j-1], ls[j]); j++ {
		if r.memberHeads(ls[j]) >= sheet.MinMatrixMembers || !take(ls[j]) {
			break
		}
	}
	if near == nil {
		return over, heads
	}
	if merged := layout.MergeColumns(all); len(merged) == len(near) {
		near = merged
	}
	return near, heads
}

// sameTable reports whether a line stands so near below another that both may be rows of
// one table.
func sameTable(a, b *sheet.Line) bool {
	return lead(a, b) <= 4*b.Size && a.Size < 1.1*b.Size && b.Size < 1.1*a.Size && !sheet.IsCaption(b.Printed)
}

// figureBoxes gives the places of a row's figures where each is a piece of its own behind
// a label; nil for any other line.
func (r *Reader) figureBoxes(l *sheet.Line) []model.Box {
	ps := Pieces(l)
	if len(ps) <= sheet.MinMatrixMembers {
		return nil
	}
	if label, _ := r.Raw(ps[0]); !sheet.HasLetter(label) {
		return nil
	}
	var out []model.Box
	for _, pc := range ps[1:] {
		if n, _, other := r.countFigures(pc); n != 1 || other > 0 {
			return nil
		}
		out = append(out, pc.Box())
	}
	return out
}

// headBoxes gives the places of members' names and of what else heads a column of
// figures, where each is a piece of its own, and counts them in any case.
func (r *Reader) headBoxes(l *sheet.Line) (out []model.Box, n int) {
	crowded := false
	for _, pc := range Pieces(l) {
		words := r.headWords(pc)
		if n == 0 && !r.IsMember(words[0].Text()) {
			words = words[1:] // over the labels
		}
		n += len(words)
		crowded = crowded || len(words) > 1
		if len(words) > 0 {
			out = append(out, pc.Box())
		}
	}
	if crowded {
		out = nil
	}
	return out, n
}
