package arrange

import (
	"cmp"
	"slices"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// Turn is by how much a page must be turned clockwise for most of its letters
// to be upright. A table of few figures under many turned heads is left as it
// is: it takes two thirds of the letters to turn a page.
func Turn(c *mark.Page) int {
	var n [4]int
	total := 0
	for i := range c.Stretches {
		s := &c.Stretches[i]
		n[quarter(s.Angle)/90] += s.To - s.From
		total += s.To - s.From
	}
	for i := range n {
		if 3*n[i] > 2*total {
			return 90 * i
		}
	}
	return 0
}

// What makes a page one of a table on its side: rows of that many cells at least, that
// many of them, and no more upright lines beside running heads, a caption and a
// remark. Upright heads of such a table are lines too.
const (
	sideCells   = 3
	sideRows    = 3
	sideUpright = 16
)

// TableTurn is by how much a page must be turned clockwise for its table to be
// upright, where the page holds a turned table and but few upright lines, none of
// which is a row of a table; 0 for any other page.
func TableTurn(lines []model.Line) int {
	rows := map[model.Direction]int{}
	letters := map[model.Direction]int{}
	upright := 0
	for i := range lines {
		l := &lines[i]
		for _, r := range l.Runs {
			letters[l.Dir] += len(r.Text)
		}
		if l.Dir == model.Rightward {
			upright++
		}
		cells := 1
		for _, r := range l.Runs[1:] {
			if r.Gap > l.Size {
				cells++
			}
		}
		if cells >= sideCells {
			rows[l.Dir]++
		}
	}
	if upright > sideUpright || rows[model.Rightward] > 0 {
		return 0
	}
	for _, d := range []model.Direction{model.Up, model.Leftward, model.Down} {
		if rows[d] >= sideRows && 3*letters[d] > letters[model.Rightward] {
			return int(d)
		}
	}
	return 0
}

// ordered is a line with what its place in the reading order depends on.
type ordered struct {
	line    int
	left    float64
	rank    float64 // its place among those of one height: left, but for turned blocks of text
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
		order[i] = ordered{line: i, left: l.Box.X0(), rank: l.Box.X0(), down: l.Baseline, top: l.Box.Top(), foot: l.Box.Bottom(), upright: l.Dir == model.Rightward}
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
		rankTurned(lines, order, across[i:j])
		i = j
	}
	slices.SortStableFunc(order, func(a, b ordered) int {
		return cmp.Or(cmp.Compare(a.down, b.down), cmp.Compare(a.rank, b.rank), cmp.Compare(a.left, b.left))
	})
	for i, o := range order {
		out[i] = lines[o.line]
	}
	return out
}

// turnedLeading is the widest distance, in sizes, between the baselines of two lines
// of one block of turned text; the heads of columns stand further apart.
const turnedLeading = 1.7

// rankTurned gives the lines of a block that runs across their order where it is not
// from left to right: text that is read downward has its first line on the right,
// and text on its head its first line at the foot.
func rankTurned(lines []model.Line, order []ordered, block []int) {
	for _, k := range block {
		if lines[k].Dir == model.Leftward {
			order[k].rank = -lines[k].Baseline
		}
	}
	var down []int
	for _, k := range block {
		if lines[k].Dir == model.Down {
			down = append(down, k)
		}
	}
	slices.SortStableFunc(down, func(a, b int) int { return cmp.Compare(lines[a].Baseline, lines[b].Baseline) })
	for i := 0; i < len(down); {
		j := i + 1
		for ; j < len(down); j++ {
			l, before := &lines[down[j]], &lines[down[j-1]]
			if l.Baseline-before.Baseline > turnedLeading*max(l.Size, before.Size) {
				break
			}
		}
		first, last := lines[down[i]].Box.X0(), lines[down[j-1]].Box.X0()
		for _, k := range down[i:j] {
			order[k].rank = first + last - lines[k].Box.X0()
		}
		i = j
	}
}
