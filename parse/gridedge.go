package parse

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
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
func (r *reading) withEdges(p *pageState, g layout.Grid, t *table) *table {
	members, heads, average := 0, false, false
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0].text.Text
		switch {
		case r.isMember(label) && cs[0].col == 0:
			members++
		case members == 0:
			heads = true
		case r.averagesRow(label, cellTexts(cs[1:])):
			average = true
		}
	}
	if members < minGrownRows || !r.headless(t) && r.scoresInRows(t) < minGrownRows {
		return t
	}
	columns := make([]model.Box, len(g.Xs)-1)
	for i := range columns {
		columns[i] = model.Box{g.Xs[i], g.Box.Top(), g.Xs[i+1], g.Box.Bottom()}
	}
	if !heads {
		if l := nearest(p, t, true); l != nil {
			if ps := piecesOver(l, columns); ps != nil && !r.scoreRow(l) && (l.bold || r.allHeads(ps)) {
				for _, c := range t.cells {
					c.row++
				}
				r.addRow(t, l, ps, 0)
			}
		}
	}
	if !average {
		if l := nearest(p, t, false); l != nil {
			if ps := piecesOver(l, columns); ps != nil && r.averagesLine(pieces(l)) {
				r.addRow(t, l, ps, t.rows)
			}
		}
	}
	return t
}

// nearest is the line right above or below a table, within its sides; nil
// where none is.
func nearest(p *pageState, t *table, above bool) *line {
	var best *line
	for _, l := range p.body {
		if l.Dir != model.Rightward || t.holds(l) || l.Box.X1() < t.box.X0() || l.Box.X0() > t.box.X1() {
			continue
		}
		switch {
		case above && l.Baseline <= t.box.Top()+0.2*l.Size && t.box.Top()-l.Baseline < maxEdgeGap*l.Size && (best == nil || l.Baseline > best.Baseline):
			best = l
		case !above && l.Box.Top() >= t.box.Bottom()-0.2*l.Size && l.Box.Top()-t.box.Bottom() < maxEdgeGap*l.Size && (best == nil || l.Baseline < best.Baseline):
			best = l
		}
	}
	return best
}

// piecesOver gives the pieces of a line by their columns; nil where fewer than
// two stand there, one of them outside or two over one column.
func piecesOver(l *line, columns []model.Box) map[int]part {
	out := map[int]part{}
	ps := pieces(l)
	if len(ps) < 2 {
		return nil
	}
	for _, pc := range ps {
		box := pc.box()
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

func (r *reading) allHeads(ps map[int]part) bool {
	for _, pc := range ps {
		s, _ := r.raw(pc)
		if _, ok := r.columnKind(s); !ok && !r.isHead(s) {
			return false
		}
	}
	return true
}

// addRow puts the pieces of a line into a new row of a table.
func (r *reading) addRow(t *table, l *line, ps map[int]part, row int) {
	t.rows++
	for col := range t.cols {
		if pc, ok := ps[col]; ok {
			t.cells = append(t.cells, &cell{row: row, col: col, rowSpan: 1, colSpan: 1, parts: []part{pc}})
		}
	}
	t.lines = append(t.lines, l)
	t.box = t.box.Union(l.Box)
	r.finishCells(t)
}
