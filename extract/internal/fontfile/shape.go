package fontfile

import "math"

// Shape is what a glyph draws: how far it reaches, in thousandths of the em from
// its origin, and a sum of its lines and curves, which is the same for the same
// drawing wherever it stands in the em and differs else.
type Shape struct {
	Left, Bottom, Right, Top float64
	Sum                      uint64
}

// Height is how high a shape is, in thousandths of the em.
func (s Shape) Height() float64 { return s.Top - s.Bottom }

// Shape gives what glyph g draws; ok is false where it draws nothing, the program
// does not have it, or it cannot be followed.
func (o *Outlines) Shape(g int) (s Shape, ok bool) {
	if o == nil || g < 0 || g >= o.glyphs {
		return Shape{}, false
	}
	switch {
	case o.type1 != nil:
		return o.type1.shape(g)
	case o.cff != nil:
		return o.cff.shape(o.charStrings, g)
	}
	return o.trueTypeShape(g)
}

// trueTypeShape reads the extent with which a glyph's description begins (OpenType
// specification, "glyf"). The description is summed up as it stands, without the
// instructions for screens.
func (o *Outlines) trueTypeShape(g int) (s Shape, ok bool) {
	from, to := o.at(g)
	if to <= from || from+10 > len(o.glyf) || o.unit == 0 {
		return Shape{}, false
	}
	d := o.glyf[from:min(to, len(o.glyf))]
	em := func(i int) float64 { return 1000 * float64(int16(d.u16(i))) / float64(o.unit) }
	s = Shape{Left: em(2), Bottom: em(4), Right: em(6), Top: em(8)}
	if s.Left >= s.Right || s.Bottom >= s.Top {
		return Shape{}, false
	}
	t := newTrace(1)
	contours := int(int16(d.u16(0)))
	ends := 10 + 2*max(contours, 0)
	body := ends
	if contours >= 0 {
		body += 2 + d.u16(ends)
	}
	for _, b := range d[min(10, len(d)):min(ends, len(d))] {
		t.add(uint64(b))
	}
	if body < len(d) {
		for _, b := range d[body:] {
			t.add(uint64(b))
		}
	}
	s.Sum = t.sum
	return s, true
}

// trace follows the lines and curves of a charstring.
type trace struct {
	unit float64 // thousandths of the em that a unit of the program is
	x, y float64
	s    Shape
	any  bool
	sum  uint64
}

// Constants of the sum, which is FNV-1a's.
const (
	sumBegin  = 14695981039346656037
	sumFactor = 1099511628211
)

func newTrace(unit float64) *trace { return &trace{unit: unit, sum: sumBegin} }

func (t *trace) add(v uint64) { t.sum = (t.sum ^ v) * sumFactor }

// point takes the present point into the extent.
func (t *trace) point() {
	x, y := t.x*t.unit, t.y*t.unit
	if !t.any {
		t.any = true
		t.s.Left, t.s.Right, t.s.Bottom, t.s.Top = x, x, y, y
		return
	}
	t.s.Left, t.s.Right = min(t.s.Left, x), max(t.s.Right, x)
	t.s.Bottom, t.s.Top = min(t.s.Bottom, y), max(t.s.Top, y)
}

// move goes on without drawing. Where the first contour begins is no part of the
// drawing; where the others stand is.
func (t *trace) move(dx, dy float64) {
	if t.any {
		t.step(1, dx, dy)
		return
	}
	t.x, t.y = t.x+dx, t.y+dy
}

func (t *trace) step(kind uint64, dx, dy float64) {
	t.x, t.y = t.x+dx, t.y+dy
	t.add(kind)
	t.add(uint64(int64(math.Round(4 * dx))))
	t.add(uint64(int64(math.Round(4 * dy))))
}

func (t *trace) line(dx, dy float64) {
	t.point()
	t.step(2, dx, dy)
	t.point()
}

// curve draws a curve to the sum of the three steps. Where it reaches farthest
// lies between its control points, which glyphs have at their extremes.
func (t *trace) curve(d [6]float64) {
	t.point()
	for i := 0; i < len(d); i += 2 {
		t.step(3, d[i], d[i+1])
		t.point()
	}
}

// done gives the shape; ok is false where nothing was drawn or numbers ran away.
func (t *trace) done() (s Shape, ok bool) {
	s = t.s
	s.Sum = t.sum
	size := math.Abs(s.Left) + math.Abs(s.Bottom) + math.Abs(s.Right) + math.Abs(s.Top)
	return s, t.any && size < maxExtent // no if one is not a number
}

// maxExtent is beyond what glyphs reach, in thousandths of the em.
const maxExtent = 1e6

const (
	// maxSteps bounds the bytes of charstrings that are read for one glyph, with its
	// subroutines.
	maxSteps = 20_000
	// maxCalls bounds subroutines that call others (Adobe Technical Note 5177,
	// appendix B).
	maxCalls = 10
	// maxStack bounds the numbers in front of an operator; of the formats the later
	// one has the most.
	maxStack = 513
)
