package content

import (
	"math"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/object"
)

// paint is an area that was painted, in display space: the ground of text that
// comes later, and the cover of text that came before.
type paint struct {
	x0, y0, x1, y1 float64
	outline        []point // nil for the box itself
	ink            ink
	alpha          float64
	// solid says that nothing below it is seen through; picture that it is one.
	solid, picture bool
	// mask is a picture's soft mask, which is looked at only where a cover
	// matters: the picture is solid if the mask lets all of it through.
	mask *object.Stream
}

type point struct{ x, y float64 }

const (
	// thinPaint is the height or width in points below which an area is a line
	// and covers no letter.
	thinPaint = 1.5
	// maxPaints bounds the areas of a page; a map has some thousand.
	maxPaints = 20_000
	// maxOutline bounds an outline that is followed, maxParts the parts of one
	// path that are compared with each other.
	maxOutline = 64
	maxParts   = 8
	// solidFrom is the opacity from which on nothing is seen through.
	solidFrom = 0.95
)

// alphaOf is how opaque something is that is painted with the transparency
// clear of its own.
func (g *graphics) alphaOf(clear float64) float64 { return (1 - clear) * (1 - g.under) }

// plain reports whether paint is laid over what is below, not mixed with it and
// not masked.
func (g *graphics) plain() bool {
	return !g.blend && !g.blendAbove && g.mask == nil && g.above == nil
}

// addPaint keeps an area that is painted now. certain says that all of it is.
func (in *Interpreter) addPaint(p paint, clear float64, certain bool) {
	g := &in.gs
	in.showThrough()
	p.alpha = g.alphaOf(clear)
	if p.alpha <= 0 || p.ink.kind == inkNone {
		return
	}
	if g.clip.set {
		p.x0, p.y0 = max(p.x0, g.clip.x0), max(p.y0, g.clip.y0)
		p.x1, p.y1 = min(p.x1, g.clip.x1), min(p.y1, g.clip.y1)
	}
	certain = certain && !g.clip.loose
	p.x0, p.y0, p.x1, p.y1 = max(p.x0, 0), max(p.y0, 0), min(p.x1, in.width), min(p.y1, in.height)
	if !(p.x1-p.x0 >= thinPaint && p.y1-p.y0 >= thinPaint) {
		return
	}
	if !certain || !g.plain() {
		p.solid, p.ink.kind = false, inkUnknown
	}
	p.solid = p.solid && p.alpha >= solidFrom
	if len(in.out.paints) >= maxPaints {
		in.out.Overpainted = true
		return
	}
	in.out.paints = append(in.out.paints, p)
}

// showThrough makes letters seen that were drawn for clipping only and that
// something is painted through now.
func (in *Interpreter) showThrough() {
	g := &in.gs
	for i := g.shapeFrom; i < g.shapeTo && i < len(in.out.Stretches); i++ {
		if c := &in.out.coats[i]; c.why == whyMode {
			c.why, c.ink.kind = whySeen, inkUnknown
			in.out.Stretches[i].Hidden = false
		}
	}
	g.shapeFrom, g.shapeTo = 0, 0
}

// fillAreas keeps the areas that filling a path paints.
func (in *Interpreter) fillAreas(pts []pathPoint) {
	var parts [maxParts]mark.Stroke
	n, clear := 0, true // parts so far, and that they are clear of each other
	first := len(in.out.paints)
	for rest := pts; len(rest) > 0; {
		end := 1
		for end < len(rest) && !rest[end].start {
			end++
		}
		sub := rest[:end]
		rest = rest[end:]
		p := paint{ink: in.gs.fill.ink, solid: !in.gs.fill.pattern}
		certain := true
		b, upright := boxOf(sub)
		if !upright {
			b = extentOf(sub)
			if len(sub) < 3 {
				continue
			}
			if certain = len(sub) <= maxOutline; certain && b.X1-b.X0 >= thinPaint && b.Y1-b.Y0 >= thinPaint {
				p.outline = make([]point, len(sub))
				for i := range sub {
					p.outline[i] = point{sub[i].x, sub[i].y}
				}
			}
		}
		if n < maxParts {
			for k := range parts[:n] {
				clear = clear && !(b.X0 < parts[k].X1 && b.X1 > parts[k].X0 && b.Y0 < parts[k].Y1 && b.Y1 > parts[k].Y0)
			}
			parts[n] = b
		} else {
			certain = certain && upright
		}
		n++
		p.x0, p.y0, p.x1, p.y1 = b.X0, b.Y0, b.X1, b.Y1
		in.addPaint(p, in.gs.fillClear, certain)
	}
	if !clear {
		// One part may be a hole in another.
		for i := range in.out.paints[first:] {
			p := &in.out.paints[first+i]
			p.solid, p.ink.kind = false, inkUnknown
		}
	}
}

// extentOf is the box around the points of a path; what curves bulge is left
// out, as it is in an outline.
func extentOf(pts []pathPoint) mark.Stroke {
	s := mark.Stroke{X0: pts[0].x, Y0: pts[0].y, X1: pts[0].x, Y1: pts[0].y}
	for _, p := range pts[1:] {
		s = mark.Stroke{X0: min(s.X0, p.x), Y0: min(s.Y0, p.y), X1: max(s.X1, p.x), Y1: max(s.Y1, p.y)}
	}
	return s
}

// strokeAreas keeps what thick lines paint: some writers shade a cell with one.
func (in *Interpreter) strokeAreas(pts []pathPoint) {
	half := math.Abs(in.gs.lineWidth) * math.Sqrt(math.Abs(in.gs.ctm.Det())) / 2
	if 2*half < thinPaint {
		return
	}
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		if b.start {
			continue
		}
		p := paint{
			x0: min(a.x, b.x), y0: min(a.y, b.y), x1: max(a.x, b.x), y1: max(a.y, b.y),
			ink: in.gs.stroke.ink, solid: !in.gs.stroke.pattern,
		}
		upright := !b.bent && axial(a, b)
		if !upright || p.x1-p.x0 < p.y1-p.y0 {
			p.x0, p.x1 = p.x0-half, p.x1+half
		}
		if !upright || p.x1-p.x0 >= p.y1-p.y0 {
			p.y0, p.y1 = p.y0-half, p.y1+half
		}
		in.addPaint(p, in.gs.strokeClear, upright && !in.gs.dashed)
	}
}

// picture keeps the area of an image: the unit square of the present space.
func (in *Interpreter) picture(solid bool, mask *object.Stream) {
	if in.layerHidden() {
		return
	}
	m := &in.gs.ctm
	var pts [5]pathPoint
	for i, c := range [5][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}} {
		pts[i].x, pts[i].y = m.Apply(c[0], c[1])
	}
	p := paint{ink: ink{kind: inkUnknown}, solid: solid, picture: true, mask: mask}
	b, upright := boxOf(pts[:])
	if !upright {
		b = extentOf(pts[:])
		for _, q := range pts {
			p.outline = append(p.outline, point{q.x, q.y})
		}
	}
	p.x0, p.y0, p.x1, p.y1 = b.X0, b.Y0, b.X1, b.Y1
	in.addPaint(p, in.gs.fillClear, true)
}

// shade keeps the area that a shading paints: all that clipping leaves, if it
// goes on beyond its ends (PDF 32000-1, 8.7.4.5).
func (in *Interpreter) shade(a []token.Operand) {
	if len(a) < 1 || a[0].Kind != token.Name || in.layerHidden() {
		return
	}
	d := in.file.Dict(in.resource("Shading", string(in.lex.Bytes(a[0]))))
	extend := in.file.Array(d["Extend"])
	solid := len(extend) == 2
	for _, e := range extend {
		on, _ := in.file.Resolve(e).(bool)
		solid = solid && on
	}
	in.addPaint(paint{x1: in.width, y1: in.height, ink: ink{kind: inkUnknown}, solid: solid}, in.gs.fillClear, true)
}

// holds reports whether a point lies within the area.
func (p *paint) holds(x, y float64) bool {
	if x < p.x0 || x > p.x1 || y < p.y0 || y > p.y1 {
		return false
	}
	if p.outline == nil {
		return true
	}
	in := false
	for i, a := range p.outline {
		b := p.outline[(i+1)%len(p.outline)]
		if (a.y > y) != (b.y > y) && x < a.x+(y-a.y)*(b.x-a.x)/(b.y-a.y) {
			in = !in
		}
	}
	return in
}
