package arrange

import "recount.invalid/recount/model"

// maxGutters bounds the gutters of a page that its lines are parted at.
const maxGutters = 8

// guttersCrossed gives the middle of the white space between a page's columns of
// text where a run outside of them goes over it. A loose line of a narrow column may
// have gaps as wide as the gutter is, so that the line beside it was taken for more of
// the same; where the gutter is known the two are parted.
func guttersCrossed(lines []model.Line) (out []float64) {
	for k := 1; k < len(lines) && len(out) < maxGutters; k++ {
		a, b := lines[k-1].Column, lines[k].Column
		if a == b || a == (model.Box{}) || b == (model.Box{}) || a.X1() >= b.X0() {
			continue
		}
		if x := (a.X1() + b.X0()) / 2; goesOver(lines, x) {
			out = append(out, x)
		}
	}
	return out
}

// goesOver reports whether a run of upright text outside of columns stands at both
// sides of x.
func goesOver(lines []model.Line, x float64) bool {
	for i := range lines {
		if lines[i].Dir != model.Rightward || lines[i].Column != (model.Box{}) {
			continue
		}
		for _, r := range lines[i].Runs {
			if r.Box.X0() < x && r.Box.X1() > x {
				return true
			}
		}
	}
	return false
}
