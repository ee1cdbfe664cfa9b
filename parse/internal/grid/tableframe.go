package grid

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// minFramedRows is how many rows of scores must stand undivided in the cells
// of a skeleton before its rules are taken for a frame.
const minFramedRows = 2

// readGrid reads what stands in a skeleton of rules: its cells, or, where the
// rules only frame the table or divide its head from its rows, the columns that
// white space sets.
func (r *Reader) readGrid(p *sheet.Page, g layout.Grid) *sheet.Table {
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
	return r.withMembersAbove(p, g, r.withEdges(p, g, t))
}

// holdsRows reports whether the cells of a ruled table hold whole rows of
// scores: of the lines that are such rows half have two entries in one cell.
func (r *Reader) holdsRows(t *sheet.Table) bool {
	crossed := map[*sheet.Line]bool{}
	for _, c := range t.Cells {
		for _, pt := range c.Parts {
			if r.severalEntries(pt) {
				crossed[pt.L] = true
			}
		}
	}
	rows, held := 0, 0
	for _, l := range t.Lines {
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
func (r *Reader) severalEntries(pt sheet.Part) bool {
	pieces := piecesOf(pt)
	if len(pieces) < 2 {
		return false
	}
	entries, scores := 0, 0
	for _, pc := range pieces {
		s, _ := r.Raw(pc)
		if _, ok, na := scoretext.ParseScore(r.Vocab, s); ok || na {
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
func (r *Reader) fillFrame(p *sheet.Page, framed *sheet.Table) *sheet.Table {
	var ls []*sheet.Line
	for _, l := range marker.Foot(p) {
		if l.Dir == model.Rightward && holds(framed, l) {
			ls = append(ls, l)
		}
	}
	ls = r.joinStaggered(ls)
	r.partRunOn(ls)
	t := r.fillNamed(p, ls)
	if t != nil {
		t.Box = t.Box.Union(framed.Box)
	}
	return t
}

// holds reports whether a line is one of the table's.
func holds(t *sheet.Table, l *sheet.Line) bool {
	for _, own := range t.Lines {
		if own == l {
			return true
		}
	}
	return false
}
