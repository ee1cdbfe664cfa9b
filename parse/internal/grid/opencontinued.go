package grid

import (
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// tailTable gives the open table that ends a page's text, if one does: it may
// go on over the page. Lines of notes below it do not count.
func tailTable(ls []*sheet.Line, tables []*sheet.Table) *sheet.Table {
	for _, t := range tables {
		last := t.Lines[len(t.Lines)-1]
		open := true
		for _, l := range ls {
			if l.Baseline > t.Box.Bottom() && l.Size > last.Size*layout.SmallRatio {
				open = false
			}
		}
		if open {
			return t
		}
	}
	return nil
}

// continueTable takes the lines at a page's top that go on with the open table
// at the end of the page before, and gives the index behind them. One row is
// enough here, where elsewhere three make a table.
func (r *Reader) continueTable(p *sheet.Page, ls []*sheet.Line) (*sheet.Table, int) {
	prev := r.tail
	r.tail = nil
	if prev == nil || len(ls) == 0 || prev.Page.Number+1 != p.Number {
		return nil, 0
	}
	if prev.TextX > 0 {
		for i := 0; i < len(ls) && i < 8; i++ {
			labels := r.rubricLabels(ls, i, lastNumber(prev))
			if len(labels) == 0 {
				continue
			}
			return r.fillOpenRubric(p, ls, labels, prev.TextX)
		}
		return nil, 0
	}
	for _, c := range prev.Cells {
		if c.Col == 0 && r.AveragesRow(c.Text.Text, CellTexts(prev.Row(c.Row))[1:]) {
			return nil, 0 // its averages have been: the table is complete
		}
	}
	heads := 0
	for heads < len(ls) && heads < 3 && repeats(prev, ls[heads]) {
		heads++
	}
	n := heads
	for n < len(ls) {
		if behind := r.rowBehindLabel(ls, n, prev.Columns); behind > n {
			n = behind // the lines of a label above the figures of its row
			continue
		}
		row := r.scoreRow(ls[n])
		heading := ls[n].Bold && !r.closed(ls[n]) && !(row && len(Pieces(ls[n])) >= sheet.MinMatrixMembers)
		if heading || !row && !r.IsMember(ls[n].Printed) && !r.tightIn(ls[n], prev.Columns) {
			break
		}
		if n > heads && r.closed(ls[n-1]) && !r.closed(ls[n]) {
			break // its averages end a table: a name behind them is a heading
		}
		n++
	}
	if n == heads {
		return nil, 0
	}
	if n < len(ls) && r.completesRow(ls, ls[n-1], n) {
		n++
	}
	t := r.fillOpen(p, ls[:n], false, prev.Columns)
	return t, n
}

// repeats reports whether a line is a head of the table, printed again.
func repeats(t *sheet.Table, l *sheet.Line) bool {
	for _, c := range t.Cells {
		if c.Row >= 2 {
			continue
		}
		for _, pt := range c.Parts {
			if pt.L.Printed == l.Printed {
				return true
			}
		}
	}
	return false
}

// lastNumber is the number of a list's last entry, or 0.
func lastNumber(t *sheet.Table) int {
	n := 0
	for _, c := range t.Cells {
		if c.Col == 0 && c.Text.Text != "" {
			n = ListNumber(c.Text.Text)
		}
	}
	return n
}
