package mark

import (
	"cmp"
	"math"
	"slices"

	"recount.invalid/recount/model"
)

// Setting is how a glyph stands against the text that it is shown with, both as
// shares of the size: how far above the base line, and how large.
type Setting struct{ Rise, Scale float64 }

// Letter is one shown glyph on its way into a line: its text and where it
// begins and ends along the reading direction, in reading coordinates. A text that is ""
// was taken out, a blank is " ".
type Letter struct {
	Text   string
	U0, U1 float64
}

// Stretch is a row of letters that one operator showed: one font, one size,
// one baseline, one direction.
type Stretch struct {
	Face     *Face
	From, To int     // its letters in Page.Letters, To not among them
	Size     float64 // of the text in points, as it is seen
	V        float64 // of the baseline
	Track    float64 // what the writer adds behind each letter to set all apart (Tc), in points
	Angle    int16   // reading direction in whole degrees, counter-clockwise, 0 to 359
	Bold     bool
	Italic   bool
	Hidden   bool // it is not seen, and read all the same
	Artifact bool // the file says that it is no part of what the page has to say
}

// Face is what a line says of the font of its letters.
type Face struct {
	Name            string  // base font name without the subset prefix
	Ascent, Descent float64 // of the typeface, in units of the size; descent is negative
}

// LetterTop is how high the letters of a line stand above its baseline, in sizes.
const LetterTop = 0.7

// Page are what a page's content shows of letters and lines, in the order in which it
// was drawn.
type Page struct {
	Letters   []Letter
	Stretches []Stretch
	Standing  []StandingLetter // letters whose glyphs are raised or lowered by what they draw, in order
	Strokes   []Stroke
	Unmapped  int // letters without a Unicode value, which stand as U+FFFD
}

// Empty takes everything away and keeps the memory for the next page.
func (c *Page) Empty() {
	clear(c.Letters)
	clear(c.Stretches)
	*c = Page{Letters: c.Letters[:0], Stretches: c.Stretches[:0], Standing: c.Standing[:0], Strokes: c.Strokes[:0]}
}

// Stroke is a ruled line as it was drawn, in points from the page's top left corner: a
// box that is thin in one direction.
type Stroke struct {
	X0, Y0, X1, Y1 float64
}

// StandingLetter is a letter whose glyph is raised or lowered by what it draws.
type StandingLetter struct {
	Letter int // in Page.Letters
	Setting
}

// Tally is text of a page of which something is told, with where it stands: boxes in
// points from the page's top left corner, of neighbours one.
type Tally struct {
	Letters int // how many there are
	Boxes   []model.Box
}

// maxBoxes bounds how many places of a tally a page names.
const maxBoxes = 20

// Note counts letters that stand in a box.
func (u *Tally) Note(letters int, b model.Box) {
	u.Letters += letters
	if n := len(u.Boxes); n > 0 {
		last := u.Boxes[n-1]
		if joined := last.Union(b); joined.Height() <= 1.5*max(last.Height(), b.Height()) || n >= maxBoxes {
			u.Boxes[n-1] = joined
			return
		}
	}
	u.Boxes = append(u.Boxes, b)
}

// Drop takes letters out: their text is "" from then on.
func (c *Page) Drop(from, to int) {
	for k := from; k < to; k++ {
		if c.Letters[k].Text == "\ufffd" {
			c.Unmapped--
		}
		c.Letters[k].Text = ""
	}
}

// Inked counts the letters from one to another, which is not among them, that are no
// blanks.
func (c *Page) Inked(from, to int) (n int) {
	for k := from; k < to; k++ {
		if t := c.Letters[k].Text; t != "" && t != " " {
			n++
		}
	}
	return n
}

// BoxOf is the box on the page around letters of a stretch, from the baseline to LetterTop.
func (c *Page) BoxOf(s *Stretch, from, to int) model.Box {
	ex, ey := Direction(int(s.Angle))
	u0, u1 := math.Inf(1), math.Inf(-1)
	for _, l := range c.Letters[from:to] {
		if l.Text != "" && l.Text != " " {
			u0, u1 = min(u0, l.U0), max(u1, l.U1)
		}
	}
	return Box(ex, ey, u0, u1, s.V-LetterTop*s.Size, s.V)
}

// Bounds is where a stretch's visible letters begin and end, and how many
// there are.
func (c *Page) Bounds(i int) (u0, u1 float64, n int) {
	s := &c.Stretches[i]
	u0, u1 = math.Inf(1), math.Inf(-1)
	for k := s.From; k < s.To; k++ {
		if l := &c.Letters[k]; l.Text != "" && l.Text != " " {
			u0, u1 = min(u0, l.U0), max(u1, l.U1)
			n++
		}
	}
	return u0, u1, n
}

// Direction is the unit vector of an angle in display space; exact for the
// four quarters.
func Direction(angle int) (x, y float64) {
	switch angle {
	case 0:
		return 1, 0
	case 90:
		return 0, -1
	case 180:
		return -1, 0
	case 270:
		return 0, 1
	}
	sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
	return cos, -sin
}

// TrackedGap is the widest gap in em that letters are set apart by on
// purpose; wider ones part words.
const TrackedGap = 0.6

// Box turns reading coordinates into a box on the page.
func Box(ex, ey, u0, u1, v0, v1 float64) model.Box {
	x := func(u, v float64) float64 { return u*ex - v*ey }
	y := func(u, v float64) float64 { return u*ey + v*ex }
	return model.Box{
		min(x(u0, v0), x(u1, v0), x(u0, v1), x(u1, v1)),
		min(y(u0, v0), y(u1, v0), y(u0, v1), y(u1, v1)),
		max(x(u0, v0), x(u1, v0), x(u0, v1), x(u1, v1)),
		max(y(u0, v0), y(u1, v0), y(u0, v1), y(u1, v1)),
	}
}

// Print is a letter that is seen, with its middle and the baseline.
type Print struct {
	U, V   float64
	U0, U1 float64
	Text   string
}

// Prints are the letters of one direction that are not hidden (by their number), by
// baseline from the top.
func (c *Page) Prints(hidden []bool, angle int16) (all []Print) {
	for i := range c.Stretches {
		s := &c.Stretches[i]
		for k := s.From; k < s.To && s.Angle == angle; k++ {
			if l := &c.Letters[k]; !hidden[k] && l.Text != "" && l.Text != " " {
				all = append(all, Print{(l.U0 + l.U1) / 2, s.V, l.U0, l.U1, l.Text})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Print) int { return cmp.Compare(a.V, b.V) })
	return all
}
