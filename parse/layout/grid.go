package layout

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
)

// Bounds on what is believed to be a table; a drawing can have thousands of
// rules.
const (
	maxGridRules = 4000
	MaxGridSide  = 400
)

// Grid is a set of rules that touch each other: the skeleton of a ruled
// table.
type Grid struct {
	h, v []model.Rule
	Xs   []float64 // column boundaries, ascending
	Ys   []float64 // row boundaries, ascending
	Box  model.Box
	tol  float64
}

// Grids groups a page's rules into skeletons of at least two cells.
func Grids(rules []model.Rule, size float64) []Grid {
	if len(rules) == 0 || len(rules) > maxGridRules {
		return nil
	}
	tol := math.Max(size*0.2, 1)
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	order := make([]int, len(rules))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return rules[order[a]].Box.Top() < rules[order[b]].Box.Top() })
	for a, i := range order {
		bi := rules[i].Box
		for _, j := range order[a+1:] {
			bj := rules[j].Box
			if bj.Top() > bi.Bottom()+tol {
				break
			}
			if bj.X0() <= bi.X1()+tol && bj.X1() >= bi.X0()-tol {
				parent[find(j)] = find(i)
			}
		}
	}
	groups := map[int][]model.Rule{}
	for i, rule := range rules {
		groups[find(i)] = append(groups[find(i)], rule)
	}
	roots := make([]int, 0, len(groups))
	for root := range groups {
		roots = append(roots, root)
	}
	sort.Ints(roots)
	var out []Grid
	for _, root := range roots {
		if g, ok := newGrid(groups[root], tol); ok {
			out = append(out, g)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Box.Top() < out[j].Box.Top() })
	return out
}

func newGrid(rules []model.Rule, tol float64) (Grid, bool) {
	g := Grid{tol: tol}
	var xs, ys []float64
	for _, r := range rules {
		g.Box = g.Box.Union(r.Box)
		if r.Horizontal() {
			g.h = append(g.h, r)
			ys = append(ys, r.Box.CentreY())
		} else {
			g.v = append(g.v, r)
			xs = append(xs, r.Box.CentreX())
		}
	}
	// A table whose outer sides are not drawn ends where its rules end.
	xs = append(xs, g.Box.X0(), g.Box.X1())
	ys = append(ys, g.Box.Top(), g.Box.Bottom())
	g.Xs, g.Ys = cluster(xs, tol), cluster(ys, tol)
	cols, rows := len(g.Xs)-1, len(g.Ys)-1
	if len(g.h) < 2 || cols < 1 || rows < 1 || cols*rows < 2 || cols > MaxGridSide || rows > MaxGridSide {
		return Grid{}, false
	}
	return g, true
}

// cluster merges values closer than tol to their neighbour into their mean.
func cluster(vs []float64, tol float64) []float64 {
	sort.Float64s(vs)
	var out []float64
	for i := 0; i < len(vs); {
		j, sum := i, 0.0
		for j < len(vs) && (j == i || vs[j]-vs[j-1] <= tol) {
			sum += vs[j]
			j++
		}
		out = append(out, sum/float64(j-i))
		i = j
	}
	return out
}

// WallLeft reports whether a vertical rule stands at column boundary c beside
// row r.
func (g *Grid) WallLeft(r, c int) bool {
	y := (g.Ys[r] + g.Ys[r+1]) / 2
	for _, v := range g.v {
		if math.Abs(v.Box.CentreX()-g.Xs[c]) <= g.tol && v.Box.Top() <= y && v.Box.Bottom() >= y {
			return true
		}
	}
	return false
}

// WallAbove reports whether a horizontal rule stands at row boundary r over
// column c.
func (g *Grid) WallAbove(r, c int) bool {
	x := (g.Xs[c] + g.Xs[c+1]) / 2
	for _, h := range g.h {
		if math.Abs(h.Box.CentreY()-g.Ys[r]) <= g.tol && h.Box.X0() <= x && h.Box.X1() >= x {
			return true
		}
	}
	return false
}
