package front

import (
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// The part of a table on the next page may have other columns than the part
// before: averages alone have fewer, and columns that stay empty there are not
// seen. What it says tells whether it belongs to the other.

// averagesOf reports whether table u is nothing but rows of averages, which
// table t of members does not have.
func (r *Reader) averagesOf(t, u *sheet.Table) bool {
	for row := range u.Rows {
		if cs := u.Row(row); len(cs) > 0 && (len(cs) < 2 || !r.AveragesRow(cs[0].Text.Text, grid.CellTexts(cs[1:]))) {
			return false
		}
	}
	for row := range t.Rows {
		if cs := t.Row(row); len(cs) > 1 && r.AveragesRow(cs[0].Text.Text, grid.CellTexts(cs[1:])) {
			return false
		}
	}
	return r.IsAssessment(t)
}

// othersIn reports whether no member of table t has a row in table u.
func (r *Reader) othersIn(t, u *sheet.Table) bool {
	named := map[string]bool{}
	for _, c := range t.Cells {
		if code, ok := r.MemberLabel(c.Text.Text); ok {
			named[code] = true
		}
	}
	for _, c := range u.Cells {
		if code, ok := r.MemberLabel(c.Text.Text); ok && named[code] {
			return false
		}
	}
	return true
}

// byPlace gives the cells of table u the columns of table t above which they
// stand.
func byPlace(t, u *sheet.Table) {
	columns := make([]model.Box, t.Cols)
	for _, c := range t.Cells {
		if c.ColSpan == 1 && c.Box != (model.Box{}) {
			columns[c.Col] = columns[c.Col].Union(c.Box)
		}
	}
	taken := map[[2]int]bool{}
	u.Cells = slices.DeleteFunc(u.Cells, func(c *sheet.Cell) bool { return c.Text.Text == "" })
	for _, c := range u.Cells {
		col := layout.Nearest(columns, c.Box)
		for col < t.Cols-1 && taken[[2]int{c.Row, col}] {
			col++
		}
		taken[[2]int{c.Row, col}] = true
		c.Col, c.ColSpan = col, 1
	}
	u.Cols = t.Cols
}
