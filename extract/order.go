package extract

import (
	"cmp"
	"math"
	"slices"

	"recount/model"
)

// mainDirection is the direction in which a page is read: upright, unless
// most of its letters are not. A table of few figures under many turned heads
// is still read upright.
func mainDirection(counts map[int16]int) model.Direction {
	var n [4]int
	total := 0
	for angle, c := range counts {
		n[quarter(angle)/90] += c
		total += c
	}
	for i := range n {
		if 3*n[i] > 2*total {
			return model.Direction(i * 90)
		}
	}
	return model.Rightward
}

// ordered is a line's place as somebody sees it who holds the page so that
// most of its text is upright: across from left to right, down from top to
// bottom.
type ordered struct {
	line      int
	left      float64
	top, foot float64
	down      float64 // what it is sorted by: the baseline, or the foot of its block
	upright   bool
}

// readingOrder sorts a page's lines from top to bottom. Lines that run across
// the others, such as turned table heads, come together where their foot is,
// from left to right: before the rows below them.
func readingOrder(lines []model.Line, main model.Direction) []model.Line {
	order := make([]ordered, len(lines))
	var across []int
	for i := range lines {
		order[i] = turned(&lines[i], main)
		order[i].line = i
		if !order[i].upright {
			across = append(across, i)
		}
	}
	// Lines across that stand side by side are one block.
	slices.SortStableFunc(across, func(a, b int) int { return cmp.Compare(order[a].top, order[b].top) })
	for i := 0; i < len(across); {
		foot := order[across[i]].foot
		j := i + 1
		for ; j < len(across) && order[across[j]].top < foot; j++ {
			foot = max(foot, order[across[j]].foot)
		}
		for _, k := range across[i:j] {
			order[k].down = foot
		}
		i = j
	}
	slices.SortStableFunc(order, func(a, b ordered) int {
		return cmp.Or(cmp.Compare(a.down, b.down), cmp.Compare(a.left, b.left))
	})
	out := make([]model.Line, len(lines))
	for i, o := range order {
		out[i] = lines[o.line]
	}
	return out
}

// turned gives a line's place with the page held so that main is upright.
func turned(l *model.Line, main model.Direction) ordered {
	b := l.Box
	o := ordered{upright: l.Dir == main}
	switch main {
	case model.Up:
		o.left, o.top, o.foot, o.down = -b.Bottom(), b.X0(), b.X1(), l.Baseline
	case model.Leftward:
		o.left, o.top, o.foot, o.down = -b.X1(), -b.Bottom(), -b.Top(), -l.Baseline
	case model.Down:
		o.left, o.top, o.foot, o.down = b.Top(), -b.X1(), -b.X0(), -l.Baseline
	default:
		o.left, o.top, o.foot, o.down = b.X0(), b.Top(), b.Bottom(), l.Baseline
	}
	if math.IsNaN(o.down) {
		o.down = 0
	}
	return o
}
