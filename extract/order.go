package extract

import (
	"cmp"
	"slices"

	"recount.invalid/recount/model"
)

// turn is by how much a page must be turned clockwise for most of its letters
// to be upright. A table of few figures under many turned heads is left as it
// is: it takes two thirds of the letters to turn a page.
func (c *content) turn() int {
	var n [4]int
	total := 0
	for i := range c.stretches {
		s := &c.stretches[i]
		n[quarter(s.angle)/90] += s.to - s.from
		total += s.to - s.from
	}
	for i := range n {
		if 3*n[i] > 2*total {
			return 90 * i
		}
	}
	return 0
}

// ordered is a line with what its place in the reading order depends on.
type ordered struct {
	line    int
	left    float64
	down    float64 // the baseline, or the foot of the block of a line that runs across
	top     float64
	foot    float64
	upright bool
}

// inOrder reports whether lines are upright and stand in reading order.
func inOrder(lines []model.Line) bool {
	for i := range lines {
		l := &lines[i]
		if l.Dir != model.Rightward {
			return false
		}
		if i > 0 {
			before := &lines[i-1]
			if cmp.Or(cmp.Compare(before.Baseline, l.Baseline), cmp.Compare(before.Box.X0(), l.Box.X0())) > 0 {
				return false
			}
		}
	}
	return true
}

// readingOrder sorts a page's lines from top to bottom. Lines that run across
// the upright ones, such as turned table heads, come together where their
// foot is, from left to right: before the rows below them.
func readingOrder(lines []model.Line) []model.Line {
	out := make([]model.Line, len(lines))
	if inOrder(lines) { // as most pages are
		copy(out, lines)
		return out
	}
	order := make([]ordered, len(lines))
	var across []int
	for i := range lines {
		l := &lines[i]
		order[i] = ordered{line: i, left: l.Box.X0(), down: l.Baseline, top: l.Box.Top(), foot: l.Box.Bottom(), upright: l.Dir == model.Rightward}
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
	for i, o := range order {
		out[i] = lines[o.line]
	}
	return out
}
