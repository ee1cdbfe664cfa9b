package arrange

import (
	"slices"

	"recount.invalid/recount/model"
)

// wallSlack is how far, in points, text may stand over the ruled line beside it.
const wallSlack = 1

// outOfTables gives what of one side of the gutter stands in no ruled table of that side,
// and the upright lines that enclose the rest: a cell has one on either hand, both on its
// own side of the gutter. A frame around all columns is none.
func (g gutter) outOfTables(lines []model.Line, ss []segment, rules []model.Rule) (text []segment, walls []model.Rule) {
	var upright []model.Rule
	for _, r := range rules {
		if !r.Horizontal() {
			upright = append(upright, r)
		}
	}
	if len(upright) < 2 {
		return ss, nil
	}
	for _, s := range ss {
		l := &lines[s.line]
		y := l.Baseline - 0.3*l.Size
		left, right := -1, -1
		for i, r := range upright {
			x := r.Box.CentreX()
			if r.Box.Top() > y || r.Box.Bottom() < y || (x < g.x) != (s.x0 < g.x) {
				continue
			}
			if x <= s.x0+wallSlack {
				left = i
			}
			if x >= s.x1-wallSlack {
				right = i
			}
		}
		if left < 0 || right < 0 {
			text = append(text, s)
			continue
		}
		for _, r := range upright {
			if r.Box.Top() <= y && r.Box.Bottom() >= y && (r.Box.CentreX() < g.x) == (s.x0 < g.x) {
				walls = append(walls, r)
			}
		}
	}
	return text, walls
}

// wallsOnly reports whether the upright lines between two columns of text are the outer
// ones of tables that stand in the columns.
func (g gutter) wallsOnly(lines []model.Line, left, right []segment, between, rules []model.Rule) bool {
	left, leftWalls := g.outOfTables(lines, left, rules)
	right, rightWalls := g.outOfTables(lines, right, rules)
	for _, r := range between {
		if !slices.Contains(leftWalls, r) && !slices.Contains(rightWalls, r) {
			return false
		}
	}
	return isColumn(lines, left) && isColumn(lines, right)
}
