package extract

// fillFrame keeps the sides of a frame: two boxes, one within the other, of
// which the outer less the inner is painted. So style sheets' borders are
// drawn; a side without a border has the same place in both boxes. It reports
// whether the path is such a frame. Frames whose boxes turn the same way are
// painted whole under the nonzero rule (PDF 32000-1, 8.5.3.3.2), but nobody
// draws a box within a box of its own colour, so that the rule is not asked
// for.
func (in *interpreter) fillFrame(pts []pathPoint) bool {
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
	for _, side := range []stroke{
		{outer.x0, outer.y0, outer.x1, inner.y0},
		{outer.x0, inner.y1, outer.x1, outer.y1},
		{outer.x0, outer.y0, inner.x0, outer.y1},
		{inner.x1, outer.y0, outer.x1, outer.y1},
	} {
		if side.x1-side.x0 > noBorder && side.y1-side.y0 > noBorder {
			in.addThin(side)
		}
	}
	return true
}

// noBorder is the width, in points, of a border that is not there: what
// rounding leaves between two coordinates that were one.
const noBorder = 0.01

// holds reports whether box q lies within box p.
func holds(p, q stroke) bool {
	return q.x0 >= p.x0-noBorder && q.y0 >= p.y0-noBorder && q.x1 <= p.x1+noBorder && q.y1 <= p.y1+noBorder
}
