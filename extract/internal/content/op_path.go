package content

import (
	"math"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/token"
)

// path is the path under construction (PDF 32000-1, 8.5.2), kept only as far
// as rules need it: straight lines along the axes, and rectangles.
type path struct {
	points []pathPoint
}

type pathPoint struct {
	x, y  float64
	start bool // begins a subpath
	bent  bool // reached by a curve
}

const (
	// maxPathPoints bounds one path; a ruled line has two points, and a
	// table drawn in one path some thousands.
	maxPathPoints = 50_000
	// maxStrokes bounds the ruled lines of a page.
	maxStrokes = 20_000
)

func (p *path) reset() { p.points = p.points[:0] }

func (p *path) add(pt pathPoint) {
	if len(p.points) < maxPathPoints {
		p.points = append(p.points, pt)
	}
}

func (p *path) move(x, y float64)  { p.add(pathPoint{x: x, y: y, start: true}) }
func (p *path) line(x, y float64)  { p.add(pathPoint{x: x, y: y}) }
func (p *path) curve(x, y float64) { p.add(pathPoint{x: x, y: y, bent: true}) }

// close goes back to where the subpath began.
func (p *path) close() {
	for i := len(p.points) - 1; i >= 0; i-- {
		if p.points[i].start {
			p.add(pathPoint{x: p.points[i].x, y: p.points[i].y})
			return
		}
	}
}

func (in *Interpreter) rectangle(a []token.Operand) {
	x, y, w, h := number(a, 0), number(a, 1), number(a, 2), number(a, 3)
	in.path.move(in.gs.ctm.Apply(x, y))
	in.path.line(in.gs.ctm.Apply(x+w, y))
	in.path.line(in.gs.ctm.Apply(x+w, y+h))
	in.path.line(in.gs.ctm.Apply(x, y+h))
	in.path.close()
}

// paint ends the path: its lines become strokes where it is stroked, and a
// filled subpath that is a thin upright box becomes one. Which boxes are thin
// enough is decided when the page's text size is known (rules).
func (in *Interpreter) paint(stroked, filled bool) {
	defer in.path.reset()
	defer in.clip()
	if in.layerHidden() {
		return
	}
	// What is wholly transparent rules nothing.
	stroked = stroked && in.gs.alphaOf(in.gs.strokeClear) > 0
	filled = filled && in.gs.alphaOf(in.gs.fillClear) > 0
	pts := in.path.points
	if filled && in.fillFrame(pts) {
		filled = false
	}
	if filled {
		in.fillAreas(pts)
	}
	if stroked {
		in.strokeAreas(pts)
	}
	for len(pts) > 0 {
		n := 1
		for n < len(pts) && !pts[n].start {
			n++
		}
		sub := pts[:n]
		pts = pts[n:]
		if filled {
			in.fillBox(sub)
		}
		if stroked {
			in.strokeLines(sub)
		}
	}
}

func (in *Interpreter) addStroke(s mark.Stroke) {
	// Off the page nothing is seen; a line that begins on it is cut at its
	// edge.
	s.X0, s.Y0 = max(s.X0, 0), max(s.Y0, 0)
	s.X1, s.Y1 = min(s.X1, in.width), min(s.Y1, in.height)
	if s.X1 < s.X0 || s.Y1 < s.Y0 || math.IsNaN(s.X0+s.Y0+s.X1+s.Y1) {
		return
	}
	if len(in.out.Strokes) < maxStrokes {
		in.out.Strokes = append(in.out.Strokes, s)
	}
}

// fillBox keeps a filled subpath whose four sides are upright, and which is
// thin.
func (in *Interpreter) fillBox(sub []pathPoint) {
	if s, ok := boxOf(sub); ok {
		in.addThin(s)
	}
}

// boxOf is the box that a subpath draws, where all its sides are upright.
func boxOf(sub []pathPoint) (s mark.Stroke, ok bool) {
	if len(sub) < 4 || len(sub) > 6 {
		return s, false
	}
	s = mark.Stroke{X0: sub[0].x, Y0: sub[0].y, X1: sub[0].x, Y1: sub[0].y}
	for i, p := range sub {
		if p.bent || i > 0 && !axial(sub[i-1], p) {
			return s, false
		}
		s = mark.Stroke{X0: min(s.X0, p.x), Y0: min(s.Y0, p.y), X1: max(s.X1, p.x), Y1: max(s.Y1, p.y)}
	}
	return s, true
}

// addThin keeps a filled box that may be a line. One that is larger than any
// line is thick, whatever the text, is a shaded cell.
func (in *Interpreter) addThin(s mark.Stroke) {
	if min(s.X1-s.X0, s.Y1-s.Y0) <= 0.02*max(in.width, in.height) {
		in.addStroke(s)
	}
}

// strokeLines keeps a stroked subpath's upright lines.
func (in *Interpreter) strokeLines(sub []pathPoint) {
	half := math.Abs(in.gs.lineWidth) * math.Sqrt(math.Abs(in.gs.ctm.Det())) / 2
	for i := 1; i < len(sub); i++ {
		a, b := sub[i-1], sub[i]
		if b.bent || !axial(a, b) || a.x == b.x && a.y == b.y {
			continue
		}
		s := mark.Stroke{X0: min(a.x, b.x), Y0: min(a.y, b.y), X1: max(a.x, b.x), Y1: max(a.y, b.y)}
		if s.X1-s.X0 >= s.Y1-s.Y0 {
			s.Y0, s.Y1 = s.Y0-half, s.Y1+half
		} else {
			s.X0, s.X1 = s.X0-half, s.X1+half
		}
		in.addStroke(s)
	}
}

// axial reports whether a line runs along an axis: within one part in 200,
// which is what rounding and a scanner's tilt leave.
func axial(a, b pathPoint) bool {
	dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
	return min(dx, dy) <= 0.005*max(dx, dy)
}
