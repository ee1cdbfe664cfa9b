package content

import "recount.invalid/recount/extract/internal/mark"

// fillFrame keeps the sides of a frame: two boxes, one within the other, of
// which the outer less the inner is painted. So style sheets' borders are
// drawn; a side without a border has the same place in both boxes. It reports
// whether the path is such a frame. Frames whose boxes turn the same way are
// painted whole under the nonzero rule (PDF 32000-1, 8.5.3.3.2), but nobody
// draws a box within a box of its own colour, so that the rule is not asked
// for.
func (in *Interpreter) fillFrame(pts []pathPoint) bool {
	if len(pts) < 8 || len(pts) > 12 {
		return false
	}
	second := 1
	for second < len(pts) && !pts[second].start {
		second++
	}
	p, ok := boxOf(pts[:second])
	if !ok {
		return false
	}
	for _, pt := range pts[second+1:] {
		if pt.start {
			return false
		}
	}
	q, ok := boxOf(pts[second:])
	if !ok {
		return false
	}
	outer, inner := p, q
	if !holds(outer, inner) {
		outer, inner = q, p
	}
	if !holds(outer, inner) {
		return false
	}
	for _, side := range []mark.Stroke{
		{X0: outer.X0, Y0: outer.Y0, X1: outer.X1, Y1: inner.Y0},
		{X0: outer.X0, Y0: inner.Y1, X1: outer.X1, Y1: outer.Y1},
		{X0: outer.X0, Y0: outer.Y0, X1: inner.X0, Y1: outer.Y1},
		{X0: inner.X1, Y0: outer.Y0, X1: outer.X1, Y1: outer.Y1},
	} {
		if side.X1-side.X0 > noBorder && side.Y1-side.Y0 > noBorder {
			in.addThin(side)
		}
	}
	return true
}

// noBorder is the width, in points, of a border that is not there: what
// rounding leaves between two coordinates that were one.
const noBorder = 0.01

// holds reports whether box q lies within box p.
func holds(p, q mark.Stroke) bool {
	return q.X0 >= p.X0-noBorder && q.Y0 >= p.Y0-noBorder && q.X1 <= p.X1+noBorder && q.Y1 <= p.Y1+noBorder
}
