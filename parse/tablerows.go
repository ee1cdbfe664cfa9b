package parse

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// edgeRow bounds the height of a row at a table's edge, as a ratio of the text's
// size.
const edgeRow = 3.5

// withEdgeRows adds to a skeleton of rules the rows at its edges that no vertical
// rule ties to it: the heads, each over a column of its own, and the row of the
// average. Both lie between the skeleton and a rule as long as it is.
func (r *reading) withEdgeRows(p *pageState, g layout.Grid) layout.Grid {
	if len(g.Xs) < 3 || !g.Divided() {
		return g
	}
	columns := make([]model.Box, len(g.Xs)-1)
	for i := range columns {
		columns[i] = model.Box{g.Xs[i], g.Box.Top(), g.Xs[i+1], g.Box.Bottom()}
	}
	tol := 0.3 * p.size
	for _, rule := range p.Rules {
		b := rule.Box
		if !rule.Horizontal() || math.Abs(b.X0()-g.Box.X0()) > tol || math.Abs(b.X1()-g.Box.X1()) > tol {
			continue
		}
		y := b.CentreY()
		above := y < g.Box.Top()-tol && y > g.Box.Top()-edgeRow*p.size
		below := y > g.Box.Bottom()+tol && y < g.Box.Bottom()+edgeRow*p.size
		if !above && !below {
			continue
		}
		row := r.rowBetween(p, math.Min(y, g.Box.Bottom()), math.Max(y, g.Box.Top()), above, columns)
		if above && r.areHeads(row) || below && len(row) > 1 && r.vocab.AverageLabel(row[0]) {
			g.Extend(y)
		}
	}
	return g
}

// rowBetween gives the texts that stand at one edge of the columns, each in one
// of its own; none where one stands over several columns.
func (r *reading) rowBetween(p *pageState, low, high float64, above bool, columns []model.Box) (out []string) {
	top, bottom := low, columns[0].Top()
	if !above {
		top, bottom = columns[0].Bottom(), high
	}
	taken := map[int]bool{}
	for _, l := range p.body {
		if y := l.Box.CentreY(); y < top || y > bottom || l.Dir != model.Rightward {
			continue
		}
		for _, pc := range pieces(l) {
			at := layout.Nearest(columns, pc.box())
			if layout.Overlaps(columns, pc.box()) != 1 || taken[at] {
				return nil
			}
			taken[at] = true
			s, _ := r.raw(pc)
			out = append(out, s)
		}
	}
	return out
}

// areHeads reports whether texts are the heads of columns: several, and none of
// them a score alone.
func (r *reading) areHeads(texts []string) bool {
	for _, s := range texts {
		if _, score, na := notation.ParseScore(r.vocab, s); score || na {
			return false
		}
	}
	return len(texts) > 1
}
