package grid

import (
	"math"
	"slices"
	"sort"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
	"recount.invalid/recount/vocabulary"
)

// openRows is what the lines of an open table are to it.
type openRows struct {
	scored  int                         // the first line with a score, or -1
	lines   []*sheet.Line               // those that make a row each
	tight   map[*sheet.Line]bool        // rows without a gap before their figure
	reached map[*sheet.Line]*sheet.Line // rows with a label that reaches its first figure, cut there
	groups  map[*sheet.Line]bool        // heads of groups of rows
}

// openRows finds the rows of an open table among its lines.
func (r *Reader) openRows(ls []*sheet.Line, columns []model.Box) *openRows {
	rows := &openRows{tight: map[*sheet.Line]bool{}, reached: map[*sheet.Line]*sheet.Line{}}
	// blank rows may stand above the first row with a score
	rows.scored = slices.IndexFunc(ls, r.scoreRow)
	if rows.scored < 0 && r.scoresUnder(ls, len(ls)-1) {
		rows.scored = len(ls) - 1
	}
	above := rows.scored
	if rows.scored > 0 {
		above = r.blankRowsAbove(ls, rows.scored)
	}
	rows.groups = r.groupHeads(ls, rows.scored)
	for i, l := range ls {
		if l.Bold && len(Pieces(l)) == 1 && l.Box.X0() < ls[len(ls)-1].Box.X0()+l.Size && !r.scoreRow(l) && r.subhead(ls, i) {
			rows.lines = append(rows.lines, l) // a row of its own, without figures
			continue
		}
		last := len(rows.lines) - 1
		if last >= 0 && r.completesRow(ls, rows.lines[last], i) {
			continue
		}
		if last >= 0 && r.tightRow(l, rows.lines[last]) || len(columns) == 2 && r.tightIn(l, columns) {
			rows.tight[l] = true
			rows.lines = append(rows.lines, l)
			continue
		}
		if r.scoreRow(l) || i == rows.scored || above <= i && i < rows.scored || last >= 0 && r.blankRow(l, rows.lines[0]) || columns != nil && r.IsMember(l.Printed) || r.centredAverage(ls, i) || rows.groups[l] || r.headsGroup(ls, i) {
			rows.lines = append(rows.lines, l)
		}
	}
	for _, l := range rows.lines {
		if cut := r.cutCloseFigure(l, rows.lines); cut != nil {
			rows.reached[l] = cut
		}
	}
	return rows
}

// gapped gives the rows whose label a gap divides from the first figure.
func (rows *openRows) gapped() (out []*sheet.Line) {
	for _, l := range rows.lines {
		if !rows.tight[l] && rows.reached[l] == nil {
			out = append(out, l)
		}
	}
	return out
}

// printed gives a line as its cells are to be cut from it.
func (rows *openRows) printed(v *vocabulary.Vocabulary, l *sheet.Line) []*sheet.Line {
	if rows.tight[l] {
		return []*sheet.Line{cutTight(v, l)}
	}
	if cut := rows.reached[l]; cut != nil {
		return []*sheet.Line{cut}
	}
	return pageLines(l)
}

// headsAgain gives the lines of heads that are printed once more within a table, but
// for the second lines of a group's heads.
func (r *Reader) headsAgain(ls []*sheet.Line, rows *openRows) map[*sheet.Line]bool {
	again := r.repeatedHeads(ls, rows.scored)
	for g := range rows.groups {
		for l := range again {
			if d := l.Baseline - g.Baseline; d > 0 && d < 1.2*g.Size {
				delete(again, l)
			}
		}
	}
	return again
}

// withTurned adds the turned heads that stand above or among the lines of a table.
func withTurned(p *sheet.Page, ls []*sheet.Line) []*sheet.Line {
	var box model.Box
	for _, l := range ls {
		box = box.Union(l.Box)
	}
	all := append([]*sheet.Line{}, ls...)
	for _, l := range p.Body {
		if l.Dir == model.Up || l.Dir == model.Down {
			if l.Box.CentreX() > box.X0() && l.Box.CentreX() < box.X1() && l.Box.Bottom() > box.Top()-8*l.Size && l.Box.Top() < box.Bottom() {
				all = append(all, l)
			}
		}
	}
	return all
}

// fillOpen makes a table of lines: columns where pieces overlap from row to
// row, rows where the scores stand, label lines given to the nearest row.
func (r *Reader) fillOpen(p *sheet.Page, ls []*sheet.Line, heads bool, columns []model.Box) *sheet.Table {
	rows := r.openRows(ls, columns)
	if columns == nil {
		columns = r.openColumns(rows.gapped(), ls)
	}
	if len(columns) < 2 || len(columns) > layout.MaxGridSide {
		return nil
	}
	// Row 0 holds the heads that span columns, row 1 the columns' heads.
	t := &sheet.Table{Page: p, Rows: len(rows.lines) + 2, Cols: len(columns), Columns: columns}
	again := r.headsAgain(ls, rows)
	for _, l := range ls {
		if again[l] {
			t.Box = t.Box.Union(l.Box)
			t.Lines = append(t.Lines, pageLines(l)...) // printed once more, said once
		}
	}
	all := slices.DeleteFunc(withTurned(p, ls), func(l *sheet.Line) bool { return again[l] })
	cells := map[[2]int]*sheet.Cell{}
	cuts := rowBounds(p, rows.lines, all)
	for _, l := range all {
		row := openRow(rows.lines, cuts, l)
		if row == 2 && l.Dir == model.Rightward && underHeads(all, l, rows.lines[0]) {
			row = 1
		}
		for _, one := range rows.printed(r.Vocab, l) {
			for _, pc := range r.spread(one, columns, heads && row == 1) {
				at := [2]int{row, pc.col}
				if pc.col < 0 {
					at[1] = layout.Nearest(columns, pc.Box())
				}
				if row == 1 && pc.col < 0 && l.Dir == model.Rightward && layout.Overlaps(columns, pc.Box()) > 1 {
					at[0] = 0
				}
				if cells[at] == nil {
					cells[at] = &sheet.Cell{Row: at[0], Col: at[1], RowSpan: 1, ColSpan: 1}
					t.Cells = append(t.Cells, cells[at])
				}
				cells[at].Parts = append(cells[at].Parts, pc.Part)
			}
		}
		t.Lines = append(t.Lines, pageLines(l)...)
		t.Box = t.Box.Union(l.Box)
	}
	t.Box = withRules(p, t.Box)
	r.finishCells(t)
	r.cutBelow(t)
	return t
}

// withRules widens a table's box by the ruled lines right above and below it,
// which are the table's.
func withRules(p *sheet.Page, box model.Box) model.Box {
	out := box
	for _, rule := range p.Ruling {
		b := rule.Box
		if !rule.Horizontal() || b.X1() < box.X0() || b.X0() > box.X1() || b.Width() < box.Width()/2 {
			continue
		}
		if b.Bottom() > box.Top()-1.2*p.Size && b.Top() < box.Bottom()+1.2*p.Size {
			out = out.Union(b)
		}
	}
	return out
}

// headless reports whether a table has the columns of a matrix and a row of
// heads that does not name all of the members: the names may be set so close
// that they run together. One row of scores is enough, because reports on two
// commitments exist.
func (r *Reader) headless(t *sheet.Table) bool {
	if t.Cols < 5 || r.ScoresInRows(t) < sheet.MinMatrixMembers {
		return false
	}
	return r.membersNamed(t) < t.Cols-2
}

// membersNamed is how many columns of a table name a member.
func (r *Reader) membersNamed(t *sheet.Table) int {
	_, members, _ := r.MatrixHead(t)
	return len(members)
}

// memberCells is how many cells of a table name a member.
func (r *Reader) memberCells(t *sheet.Table) int {
	n := 0
	for _, c := range t.Cells {
		if r.IsMember(c.Text.Text) {
			n++
		}
	}
	return n
}

// fillNamed is fillOpen with the heads cut between their words, where so more
// of the columns name a member.
func (r *Reader) fillNamed(p *sheet.Page, ls []*sheet.Line) *sheet.Table {
	t := r.fillOpen(p, ls, false, nil)
	block := len(ls) > 1 && r.scoresUnder(ls, len(ls)-1)
	if t == nil || !r.headless(t) && !block {
		return t
	}
	named := r.membersNamed
	if block {
		named = r.memberCells
	}
	if cut := r.fillOpen(p, ls, true, nil); cut != nil && named(cut) > named(t) {
		return cut
	}
	return t
}

// openColumns gives the horizontal extents of the columns: those of the score
// rows' pieces, averages left out because they may stand across columns, and
// those of the heads, because a column can be empty in every row.
func (r *Reader) openColumns(rows, all []*sheet.Line) []model.Box {
	isRow := map[*sheet.Line]bool{}
	var bs []model.Box
	for _, l := range rows {
		isRow[l] = true
		ps := Pieces(l)
		if r.averagesLine(ps) {
			if len(ps) < 4 {
				continue
			}
			ps = ps[1:]
		}
		for _, pc := range ps {
			if s, _ := r.Raw(pc); crowdedFigures(pc) && !r.IsAverage(s) {
				continue
			}
			bs = append(bs, pc.Box())
		}
	}
	out := layout.MergeColumns(bs)
	var heads []sheet.Part
	var boxes []model.Box
	for _, l := range all {
		if isRow[l] || l.Baseline > rows[0].Baseline {
			continue
		}
		for _, pc := range Pieces(l) {
			if layout.Overlaps(out, pc.Box()) <= 1 {
				heads = append(heads, pc)
				boxes = append(boxes, pc.Box())
			}
		}
	}
	for _, column := range layout.MergeColumns(boxes) {
		if layout.Overlaps(out, column) > 0 {
			continue
		}
		var words []string
		for _, pc := range heads {
			if layout.Overlaps([]model.Box{column}, pc.Box()) > 0 {
				s, _ := r.Raw(pc)
				words = append(words, s)
			}
		}
		if _, ok := r.ColumnKind(strings.Join(words, " ")); ok {
			out = append(out, column)
		}
	}
	return layout.MergeColumns(out)
}

// rowBounds gives the heights between the score rows of an open table: at a
// ruled line between them, otherwise in the widest gap between the lines
// that stand there.
func rowBounds(p *sheet.Page, rows, all []*sheet.Line) []float64 {
	var out []float64
	for i := 1; i < len(rows); i++ {
		out = append(out, boundBetween(p, rows[i-1], rows[i], all))
	}
	return out
}

// boundBetween is the height that divides what belongs to the label line a
// from what belongs to b below it.
func boundBetween(p *sheet.Page, a, b *sheet.Line, all []*sheet.Line) float64 {
	for _, rule := range p.Ruling {
		y := rule.Box.CentreY()
		if rule.Horizontal() && y > a.Baseline && y < b.Baseline && rule.Box.Width() > 5*a.Size {
			return y
		}
	}
	var ys []float64
	for _, l := range all {
		if l.Dir == model.Rightward && l.Baseline >= a.Baseline-0.35*a.Size && l.Baseline <= b.Baseline+0.35*b.Size {
			ys = append(ys, l.Baseline)
		}
	}
	sort.Float64s(ys)
	at, widest := b.Baseline-0.5*b.Size, 0.0
	for i := 1; i < len(ys); i++ {
		// Of equal gaps the last: labels stand beside the first line of
		// their text more often than beside the last.
		if d := ys[i] - ys[i-1]; d > widest-0.05*a.Size {
			at, widest = (ys[i]+ys[i-1])/2, math.Max(d, widest)
		}
	}
	return at
}

// openRow is the row of a line: 1 above the first score row, otherwise by the
// bounds between the rows.
func openRow(rows []*sheet.Line, cuts []float64, l *sheet.Line) int {
	if l.Dir != model.Rightward {
		return 1
	}
	if l.Baseline < rows[0].Baseline-0.35*l.Size && !continuesLabel(rows[0], l) {
		return 1
	}
	return sort.SearchFloat64s(cuts, l.Baseline) + 2
}
