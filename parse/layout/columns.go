package layout

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
)

// MergeColumns unites boxes that overlap horizontally, from left to right.
func MergeColumns(bs []model.Box) []model.Box {
	sort.Slice(bs, func(i, j int) bool { return bs[i].X0() < bs[j].X0() })
	var out []model.Box
	for _, b := range bs {
		if n := len(out); n > 0 && b.X0() <= out[n-1].X1() {
			out[n-1] = out[n-1].Union(b)
			continue
		}
		out = append(out, b)
	}
	return out
}

// Overlaps counts the columns that a box stands over.
func Overlaps(columns []model.Box, b model.Box) int {
	n := 0
	for _, c := range columns {
		if b.X0() < c.X1() && b.X1() > c.X0() {
			n++
		}
	}
	return n
}

// Nearest is the column whose centre is nearest to that of a box; 0 where there
// are none.
func Nearest(columns []model.Box, b model.Box) int {
	best, dist := 0, math.Inf(1)
	for i, c := range columns {
		d := math.Abs(c.CentreX() - b.CentreX())
		if b.CentreX() >= c.X0() && b.CentreX() <= c.X1() {
			d = 0
		}
		if d < dist {
			best, dist = i, d
		}
	}
	return best
}
