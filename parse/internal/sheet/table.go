package sheet

import (
	"recount.invalid/recount/model"
)

// Append adds the rows of u below those of t.
func (t *Table) Append(u *Table) {
	skip := 0
	for skip < u.Rows && skip < t.Rows && sameRow(t, u, skip) {
		skip++
	}
	for _, c := range u.Cells {
		if c.Row >= skip {
			c.Row += t.Rows - skip
			t.Cells = append(t.Cells, c)
		}
	}
	t.Rows += u.Rows - skip
	t.Lines = append(t.Lines, u.Lines...)
	t.more = append(t.more, u.Where()...)
	t.Assessment = nil
}

func sameRow(t, u *Table, row int) bool {
	a, b := t.Row(row), u.Row(row)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Text.Text != b[i].Text.Text {
			return false
		}
	}
	return true
}

// MinMatrixMembers is how many members a row of heads must name to make its
// table a matrix.
const MinMatrixMembers = 3

// TableOf is the page's table that has a line; nil where none has.
func (p *Page) TableOf(l *Line) *Table {
	for _, t := range p.Tables {
		for _, tl := range t.Lines {
			if tl == l {
				return t
			}
		}
	}
	return nil
}

// Cell is a table's cell; a merged one stands once, at its upper left corner.
type Cell struct {
	Row, Col         int
	RowSpan, ColSpan int
	Parts            []Part
	Text             model.Text
	Box              model.Box // of the text; of the cell where it is empty
}

// Table is a table from geometry: cells in rows, without an idea of what they
// mean.
type Table struct {
	Page  *Page
	Box   model.Box
	Rows  int
	Cols  int
	Cells []*Cell // in row order, then column order
	Ruled bool
	Lines []*Line
	more  model.At // where it goes on, on later pages
	// Columns are the columns of a table set by white space, TextX the edge
	// at which the texts of an open scoring table begin: by them it is known
	// again on the next page.
	Columns    []model.Box
	TextX      float64
	Assessment *bool // IsAssessment, once it has been asked
}

// InTable reports whether a line stands in a table of the page.
func (p *Page) InTable(l *Line) bool {
	for _, t := range p.Tables {
		for _, tl := range t.Lines {
			if tl == l {
				return true
			}
		}
	}
	return false
}

// RuleInTable reports whether a ruled line stands in a table of the page.
func (p *Page) RuleInTable(rule model.Rule) bool {
	for _, t := range p.Tables {
		b := t.Box
		if rule.Box.X1() >= b.X0()-1 && rule.Box.X0() <= b.X1()+1 && rule.Box.CentreY() >= b.Top()-1 && rule.Box.CentreY() <= b.Bottom()+1 {
			return true
		}
	}
	return false
}

// Row gives the non-empty cells that begin in a row, from left to right.
func (t *Table) Row(r int) []*Cell {
	var out []*Cell
	for _, c := range t.Cells {
		if c.Row == r && c.Text.Text != "" {
			out = append(out, c)
		}
	}
	return out
}

// Where is the place of a table, over all pages on which it stands.
func (t *Table) Where() model.At {
	return append(model.At{{Page: t.Page.Number, Box: t.Box}}, t.more...)
}
