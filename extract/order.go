package extract

import (
	"cmp"
	"slices"

	"recount/model"
)

// mainDirection is the direction of most of a page's letters.
func mainDirection(counts map[int16]int) model.Direction {
	var n [4]int
	for angle, c := range counts {
		n[quarter(angle)/90] += c
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return model.Direction(best * 90)
}

// readingOrder sorts a page's lines from top to bottom as somebody reads it
// who holds it so that most of its text is upright. Lines that run across,
// such as turned table heads, come where their foot is, from left to right:
// before the rows below them.
func readingOrder(lines []model.Line, main model.Direction) []model.Line {
	down := func(l model.Line) float64 {
		if l.Dir == main {
			switch main {
			case model.Leftward, model.Down:
				return -l.Baseline
			}
			return l.Baseline
		}
		switch main {
		case model.Up:
			return l.Box.X1()
		case model.Leftward:
			return -l.Box.Top()
		case model.Down:
			return -l.Box.X0()
		}
		return l.Box.Bottom()
	}
	along := func(l model.Line) float64 {
		switch main {
		case model.Up:
			return -l.Box.Bottom()
		case model.Leftward:
			return -l.Box.X1()
		case model.Down:
			return l.Box.Top()
		}
		return l.Box.X0()
	}
	slices.SortStableFunc(lines, func(a, b model.Line) int {
		return cmp.Or(cmp.Compare(down(a), down(b)), cmp.Compare(along(a), along(b)))
	})
	return lines
}
