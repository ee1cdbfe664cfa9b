package grid

import (
	"math"
	"slices"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// The rules of a table of scores may leave its heads or its averages outside:
// a shaded row of heads has no frame, a row of averages stands below the last
// rule. They belong to it where their pieces stand over its columns.

// maxEdgeGap is how far from a table's rules, in its own size, such a row
// stands at most: the distance of its baseline above, of its top below.
const maxEdgeGap = 3.0

// minGrownRows is how many rows of members a table has at least for which rows
// outside its rules are looked for.
const minGrownRows = 2

// withEdges adds the row of heads right above a ruled table of members and
// scores that has none, and the row of averages right below it.
func (r *Reader) withEdges(p *sheet.Page, g layout.Grid, t *sheet.Table) *sheet.Table {
	members, heads, average := 0, false, false
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0].Text.Text
		switch {
		case r.IsMember(label) && cs[0].Col == 0:
			members++
		case members == 0:
			heads = true
		case r.AveragesRow(label, CellTexts(cs[1:])):
			average = true
		}
	}
	if members < minGrownRows || !r.headless(t) && r.ScoresInRows(t) < minGrownRows {
		return t
	}
	columns := make([]model.Box, len(g.Xs)-1)
	for i := range columns {
		columns[i] = model.Box{g.Xs[i], g.Box.Top(), g.Xs[i+1], g.Box.Bottom()}
	}
	if !heads {
		if l := nearest(p, t, true); l != nil {
			if ps := piecesOver(l, columns, 2); ps != nil && !r.scoreRow(l) && (l.Bold || r.allHeads(ps)) {
				for _, c := range t.Cells {
					c.Row++
				}
				r.addRow(t, l, ps, 0)
			}
		}
	}
	if !average {
		if l := nearest(p, t, false); l != nil {
			if ps := piecesOver(l, columns, 2); ps != nil && r.averagesLine(Pieces(l)) {
				r.addRow(t, l, ps, t.Rows)
			}
		}
	}
	return t
}

// maxHeadLines is over how many lines the heads of members go at most ('United' over
// 'Kingdom').
const maxHeadLines = 4

// withMembersAbove adds the heads of a ruled table of scores in which no row names
// members, where the lines right above its rules name them over its columns.
func (r *Reader) withMembersAbove(p *sheet.Page, g layout.Grid, t *sheet.Table) *sheet.Table {
	if t.Cols <= sheet.MinMatrixMembers || r.ScoresInRows(t) < minGrownRows*sheet.MinMatrixMembers {
		return t
	}
	if row, members, _ := r.MatrixHead(t); row >= 0 && len(members) > 0 {
		return t
	}
	columns := make([]model.Box, len(g.Xs)-1)
	for i := range columns {
		columns[i] = model.Box{g.Xs[i], g.Box.Top(), g.Xs[i+1], g.Box.Bottom()}
	}
	best := &sheet.Table{}
	most := sheet.MinMatrixMembers - 1
	heads := &sheet.Table{Page: p, Rows: 1, Cols: t.Cols, Box: t.Box}
	for range maxHeadLines {
		l := nearest(p, heads, true)
		if l == nil || r.scoreRow(l) || !addOver(heads, l, columns) {
			break
		}
		grown := *heads
		grown.Cells = nil
		for _, c := range heads.Cells {
			cell := *c
			cell.Parts = slices.Clone(c.Parts)
			grown.Cells = append(grown.Cells, &cell)
		}
		r.finishCells(&grown)
		if _, members, _ := r.MatrixHead(&grown); len(members) > most {
			best, most = &grown, len(members)
		}
	}
	if most < sheet.MinMatrixMembers {
		return t
	}
	for _, c := range t.Cells {
		c.Row++
	}
	t.Rows++
	t.Cells = append(t.Cells, best.Cells...)
	t.Lines = append(t.Lines, best.Lines...)
	t.Box = t.Box.Union(best.Box)
	r.finishCells(t)
	return t
}

// addOver puts the pieces of a line into the cells over whose columns they stand, and
// reports whether each stands over one.
func addOver(heads *sheet.Table, l *sheet.Line, columns []model.Box) bool {
	at := piecesOver(l, columns, 1)
	if at == nil {
		return false
	}
	for col := range columns {
		pc, ok := at[col]
		if !ok {
			continue
		}
		i := slices.IndexFunc(heads.Cells, func(c *sheet.Cell) bool { return c.Col == col })
		if i < 0 {
			i = len(heads.Cells)
			heads.Cells = append(heads.Cells, &sheet.Cell{Col: col, RowSpan: 1, ColSpan: 1})
		}
		heads.Cells[i].Parts = append(heads.Cells[i].Parts, pc)
	}
	heads.Lines = append(heads.Lines, l)
	heads.Box = heads.Box.Union(l.Box)
	return true
}

// nearest is the line right above or below a table, within its sides; nil
// where none is.
func nearest(p *sheet.Page, t *sheet.Table, above bool) *sheet.Line {
	var best *sheet.Line
	for _, l := range p.Body {
		if l.Dir != model.Rightward || holds(t, l) || l.Box.X1() < t.Box.X0() || l.Box.X0() > t.Box.X1() {
			continue
		}
		switch {
		case above && l.Baseline <= t.Box.Top()+0.2*l.Size && t.Box.Top()-l.Baseline < maxEdgeGap*l.Size && (best == nil || l.Baseline > best.Baseline):
			best = l
		case !above && l.Box.Top() >= t.Box.Bottom()-0.2*l.Size && l.Box.Top()-t.Box.Bottom() < maxEdgeGap*l.Size && (best == nil || l.Baseline < best.Baseline):
			best = l
		}
	}
	return best
}

// piecesOver gives the pieces of a line by their columns; nil where fewer than
// least stand there, one of them outside or two over one column.
func piecesOver(l *sheet.Line, columns []model.Box, least int) map[int]sheet.Part {
	out := map[int]sheet.Part{}
	ps := Pieces(l)
	if len(ps) < least {
		return nil
	}
	for _, pc := range ps {
		box := pc.Box()
		col := sort.Search(len(columns), func(i int) bool { return columns[i].X1() > box.CentreX() })
		if col == len(columns) || box.CentreX() < columns[col].X0() {
			return nil
		}
		outside := math.Max(columns[col].X0()-box.X0(), box.X1()-columns[col].X1())
		if _, twice := out[col]; twice || outside > l.Size {
			return nil
		}
		out[col] = pc
	}
	return out
}

func (r *Reader) allHeads(ps map[int]sheet.Part) bool {
	for _, pc := range ps {
		s, _ := r.Raw(pc)
		if _, ok := r.ColumnKind(s); !ok && !r.isHead(s) {
			return false
		}
	}
	return true
}

// addRow puts the pieces of a line into a new row of a table.
func (r *Reader) addRow(t *sheet.Table, l *sheet.Line, ps map[int]sheet.Part, row int) {
	t.Rows++
	for col := range t.Cols {
		if pc, ok := ps[col]; ok {
			t.Cells = append(t.Cells, &sheet.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Parts: []sheet.Part{pc}})
		}
	}
	t.Lines = append(t.Lines, l)
	t.Box = t.Box.Union(l.Box)
	r.finishCells(t)
}
