package parse

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// minFramedRows is how many rows of scores must stand undivided in the cells
// of a skeleton before its rules are taken for a frame.
const minFramedRows = 2

// readGrid reads what stands in a skeleton of rules: its cells, or, where the
// rules only frame the table or divide its head from its rows, the columns that
// white space sets.
func (r *reading) readGrid(p *pageState, g layout.Grid) *table {
	t := r.fillGrid(p, g, false)
	if t == nil {
		return nil
	}
	if r.holdsRows(t) {
		if open := r.fillFrame(p, t); open != nil {
			return open
		}
	}
	if r.headless(t) {
		if cut := r.fillGrid(p, g, true); r.membersNamed(cut) > r.membersNamed(t) {
			return cut
		}
	}
	return r.withEdges(p, g, t)
}

// holdsRows reports whether the cells of a ruled table hold whole rows of
// scores: of the lines that are such rows half have two entries in one cell.
func (r *reading) holdsRows(t *table) bool {
	crossed := map[*line]bool{}
	for _, c := range t.cells {
		for _, pt := range c.parts {
			if r.severalEntries(pt) {
				crossed[pt.l] = true
			}
		}
	}
	rows, held := 0, 0
	for _, l := range t.lines {
		if !r.scoreRow(l) {
			continue
		}
		rows++
		if crossed[l] {
			held++
		}
	}
	return held >= minFramedRows && 2*held >= rows
}

// severalEntries reports whether a part of a line is two entries of a row with
// a gap between them, one of them a score: a mean and its percentage set apart
// in one cell are none.
func (r *reading) severalEntries(pt part) bool {
	entries, scores := 0, 0
	for _, pc := range piecesOf(pt) {
		s, _ := r.raw(pc)
		if _, ok, na := notation.ParseScore(r.vocab, s); ok || na {
			scores++
			entries++
		} else if r.cellEntry(s) {
			entries++
		}
	}
	return scores > 0 && entries > 1
}

// fillFrame reads the lines of a framed table as one that is set by white
// space; nil where that gives no columns.
func (r *reading) fillFrame(p *pageState, framed *table) *table {
	var ls []*line
	for _, l := range foot(p) {
		if l.Dir == model.Rightward && framed.holds(l) {
			ls = append(ls, l)
		}
	}
	t := r.fillNamed(p, ls)
	if t != nil {
		t.box = t.box.Union(framed.box)
	}
	return t
}

// holds reports whether a line is one of the table's.
func (t *table) holds(l *line) bool {
	for _, own := range t.lines {
		if own == l {
			return true
		}
	}
	return false
}
