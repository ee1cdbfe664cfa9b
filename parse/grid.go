package parse

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
)

// Bounds on what is believed to be a table; a drawing can have thousands of
// rules.
const (
	maxGridRules = 4000
	maxGridSide  = 400
)

// grid is a set of rules that touch each other: the skeleton of a ruled
// table.
type grid struct {
	h, v []model.Rule
	xs   []float64 // column boundaries, ascending
	ys   []float64 // row boundaries, ascending
	box  model.Box
	tol  float64
}

// grids groups a page's rules into skeletons of at least two cells.
func (p *pageState) grids() []grid {
	if len(p.rules) == 0 || len(p.rules) > maxGridRules {
		return nil
	}
	tol := math.Max(p.size*0.2, 1)
	parent := make([]int, len(p.rules))
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
	order := make([]int, len(p.rules))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return p.rules[order[a]].Box.Top() < p.rules[order[b]].Box.Top() })
	for a, i := range order {
		bi := p.rules[i].Box
		for _, j := range order[a+1:] {
			bj := p.rules[j].Box
			if bj.Top() > bi.Bottom()+tol {
				break
			}
			if bj.X0() <= bi.X1()+tol && bj.X1() >= bi.X0()-tol {
				parent[find(j)] = find(i)
			}
		}
	}
	groups := map[int][]model.Rule{}
	for i, rule := range p.rules {
		groups[find(i)] = append(groups[find(i)], rule)
	}
	roots := make([]int, 0, len(groups))
	for root := range groups {
		roots = append(roots, root)
	}
	sort.Ints(roots)
	var out []grid
	for _, root := range roots {
		if g, ok := newGrid(groups[root], tol); ok {
			out = append(out, g)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].box.Top() < out[j].box.Top() })
	return out
}

func newGrid(rules []model.Rule, tol float64) (grid, bool) {
	g := grid{tol: tol}
	var xs, ys []float64
	for _, r := range rules {
		g.box = g.box.Union(r.Box)
		if r.Horizontal() {
			g.h = append(g.h, r)
			ys = append(ys, r.Box.CentreY())
		} else {
			g.v = append(g.v, r)
			xs = append(xs, r.Box.CentreX())
		}
	}
	// A table whose outer sides are not drawn ends where its rules end.
	xs = append(xs, g.box.X0(), g.box.X1())
	ys = append(ys, g.box.Top(), g.box.Bottom())
	g.xs, g.ys = cluster(xs, tol), cluster(ys, tol)
	cols, rows := len(g.xs)-1, len(g.ys)-1
	if len(g.h) < 2 || cols < 1 || rows < 1 || cols*rows < 2 || cols > maxGridSide || rows > maxGridSide {
		return grid{}, false
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

// wallLeft reports whether a vertical rule stands at column boundary c beside
// row r.
func (g *grid) wallLeft(r, c int) bool {
	y := (g.ys[r] + g.ys[r+1]) / 2
	for _, v := range g.v {
		if math.Abs(v.Box.CentreX()-g.xs[c]) <= g.tol && v.Box.Top() <= y && v.Box.Bottom() >= y {
			return true
		}
	}
	return false
}

// wallAbove reports whether a horizontal rule stands at row boundary r over
// column c.
func (g *grid) wallAbove(r, c int) bool {
	x := (g.xs[c] + g.xs[c+1]) / 2
	for _, h := range g.h {
		if math.Abs(h.Box.CentreY()-g.ys[r]) <= g.tol && h.Box.X0() <= x && h.Box.X1() >= x {
			return true
		}
	}
	return false
}
