package content

import (
	"fmt"
	"math"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/internal/typeface"
	"recount.invalid/recount/extract/object"
)

func (in *Interpreter) setFont(a []token.Operand) {
	if len(a) < 2 || a[0].Kind != token.Name {
		return
	}
	in.gs.size = a[1].Num
	in.gs.font = in.fontNamed(in.lex.Bytes(a[0]))
}

// fontNamed finds a font of the present resources: loaded once per file when
// it is an object of its own, once per resource dictionary otherwise.
func (in *Interpreter) fontNamed(name []byte) *typeface.Font {
	if f, ok := in.res.fonts[string(name)]; ok {
		return f
	}
	f := in.font(in.resource("Font", string(name)))
	if in.res.fonts == nil {
		in.res.fonts = map[string]*typeface.Font{}
	}
	in.res.fonts[string(name)] = f
	return f
}

// fontCost is how many operators loading a font counts for that no other page
// or form can share.
const fontCost = 1000

// font gives the font that an entry refers to or is.
func (in *Interpreter) font(o object.Object) *typeface.Font {
	if _, direct := o.(object.Dict); direct {
		in.ops += fontCost
	}
	return in.fonts.Font(o)
}

// move starts the next line (Td).
func (in *Interpreter) move(x, y float64) {
	in.tlm = in.tlm.Translated(x, y)
	if !in.tlm.Finite() {
		in.tlm = plane.Identity
	}
	in.tm = in.tlm
}

func (in *Interpreter) setTextMatrix(a []token.Operand) {
	if len(a) < 6 {
		return
	}
	in.tm = matrixOf(a)
	in.tlm = in.tm
}

func (in *Interpreter) showString(a []token.Operand) {
	if len(a) < 1 || a[0].Kind != token.String {
		return
	}
	var p pen
	if p.begin(in) {
		p.show(in.lex.Bytes(a[0]))
		p.end()
	}
}

func (in *Interpreter) showArray(a []token.Operand) {
	if len(a) < 1 || a[0].Kind != token.Array {
		return
	}
	var p pen
	if !p.begin(in) {
		return
	}
	items := in.lex.Items(a[0])
	for i := range items {
		switch e := &items[i]; e.Kind {
		case token.String:
			p.show(in.lex.Bytes(*e))
		case token.Number:
			p.adjust(e.Num)
		}
	}
	p.end()
}

// trackedLetters is how many letters an operator must show for its Tc to be
// taken for tracking. Some writers make the blank between two words of it, in
// short strings or taking it back within words.
const trackedLetters = 6

// pen shows strings on one baseline: everything that stays the same during
// one Tj or TJ is worked out once.
type pen struct {
	in    *Interpreter
	gs    *graphics
	s     mark.Stretch
	coat  coat    // of s
	at    float64 // where the pen is, in text space along the writing direction
	step  float64 // display length of one unit of text space; negative when written backwards
	u     float64 // reading coordinate of at = 0
	back  int     // adjustments that take tracking back
	shown bool    // whether a string was shown that is not empty
	cut   bool    // the page's window leaves nothing of the letters to be read
	clip  bool    // clipping may hide letters
	// left and right are between which it hides none, as far as that is known of
	// the whole line: for upright letters of a height that is in the window.
	left, right float64
	mask        bool // a soft mask may
	// ex and ey are the reading direction, and size the text size, of letters
	// that clipping or a mask may hide.
	ex, ey, size float64

	x, y   float64 // display place of at = 0
	dx, dy float64 // display vector of one unit of text space
}

// begin works out the geometry of PDF 32000-1, 9.4.4. It reports false when
// nothing can be seen: a size of zero, a matrix that flattens.
func (p *pen) begin(in *Interpreter) bool {
	gs := &in.gs
	if gs.font == nil {
		gs.font = typeface.Substitute()
	}
	t := in.tm.Mul(gs.ctm)
	if !t.Finite() || gs.size == 0 || len(in.out.Letters) > in.file.Limits.GlyphsPerPage {
		if len(in.out.Letters) > in.file.Limits.GlyphsPerPage {
			in.failed = &object.LimitError{Limit: "GlyphsPerPage", Max: int64(in.file.Limits.GlyphsPerPage)}
		}
		return false
	}
	p.in, p.gs = in, gs
	fn := gs.font
	vertical := fn.Composite != nil && fn.Composite.Vertical

	p.x, p.y = t.Apply(0, gs.rise)
	p.dx, p.dy = t[0], t[1]
	sign := gs.size * gs.stretchX
	if vertical {
		p.dx, p.dy = -t[2], -t[3]
		sign = gs.size
	}
	length := math.Hypot(p.dx, p.dy)
	if length == 0 || sign == 0 {
		return false
	}
	ex, ey := p.dx/length, p.dy/length
	p.step = length
	if sign < 0 {
		ex, ey, p.step = -ex, -ey, -length
	}
	// The height of the letters is what is left of the area that the matrix
	// gives to a square when the writing direction is taken out.
	size := math.Abs(gs.size) * math.Abs(t.Det()) / length
	if size == 0 || math.IsNaN(size) {
		return false
	}
	angle := 0
	if ey != 0 || ex < 0 {
		angle = int(math.Round(math.Atan2(-ey, ex) * 180 / math.Pi))
		angle = (angle + 360) % 360
	}
	ex, ey = mark.Direction(angle)
	p.u = p.x*ex + p.y*ey
	v := -p.x*ey + p.y*ex
	if vertical {
		v += 0.25 * size // the column's middle runs through the letters
	}
	p.cut = angle == 0 && gs.clip.cuts(p.y, size)
	p.clip, p.mask = gs.clip.set, gs.mask != nil || gs.above != nil
	p.ex, p.ey, p.size = ex, ey, size
	p.left, p.right = math.Inf(1), math.Inf(-1)
	if w := &gs.clip; angle == 0 && v-mark.LetterTop*size >= w.y0 && v <= w.y1 {
		p.left, p.right = w.x0, w.x1
	}
	p.shown = false
	p.s = mark.Stretch{
		Face:     &fn.Face,
		From:     len(in.out.Letters),
		Size:     size * fn.Scale,
		V:        v,
		Track:    max(0, min(gs.charGap*gs.stretchX*p.step, mark.TrackedGap*size)),
		Angle:    int16(angle),
		Bold:     fn.Bold || gs.mode == 2 || gs.mode == 6,
		Italic:   fn.Italic || slanted(t),
		Hidden:   gs.mode == 3 || gs.mode == 7,
		Artifact: in.artifact(),
	}
	p.coat = coat{paints: len(in.out.paints)}
	p.color()
	if least := leastSize * min(1, in.height/leastSizePage); min(size, math.Abs(sign)*length) < least {
		p.coat.why = whyTiny
	}
	return true
}

// slanted reports whether a matrix leans letters to the right, as writers do
// for a typeface that has no italic. 12 degrees is usual; 6 is too little to
// be seen as meant.
func slanted(t plane.Matrix) bool {
	dot := t[0]*t[2] + t[1]*t[3]
	cross := math.Abs(t.Det())
	return cross > 0 && math.Abs(dot)/cross > 0.1 && math.Abs(dot)/cross < 1
}

// adjust moves by a TJ array's number.
func (p *pen) adjust(n float64) {
	d := -n / 1000 * p.gs.size
	if c := p.gs.font.Composite; c == nil || !c.Vertical {
		d *= p.gs.stretchX
	} else {
		d = -d
	}
	p.at += d
	if d*p.step < -0.5*p.s.Track {
		p.back++
	}
}

func (p *pen) show(s []byte) {
	fn, gs := p.gs.font, p.gs
	p.shown = p.shown || len(s) > 0
	c := fn.Composite
	if c == nil {
		for _, b := range s {
			from := len(p.in.out.Letters)
			gap := gs.charGap
			if b == ' ' {
				gap += gs.wordGap
			}
			p.glyph(fn.Text[b], fn.Width[b]*gs.size*gs.stretchX, gap*gs.stretchX)
			if fn.Lies != nil && fn.Lies[b] {
				p.alter()
			}
			if fn.Stands != nil {
				p.stand(uint32(b), from)
			}
		}
		return
	}
	for len(s) > 0 {
		from := len(p.in.out.Letters)
		text, w, n := c.Next(s)
		gap := p.gs.charGap
		if n == 1 && s[0] == ' ' {
			gap += p.gs.wordGap
		}
		if c.Vertical {
			p.glyph(text, w*p.gs.size, gap)
		} else {
			p.glyph(text, w*p.gs.size*p.gs.stretchX, gap*p.gs.stretchX)
		}
		if c.Lies != nil && c.Lies[c.First(s)] {
			p.alter()
		}
		if fn.Stands != nil {
			p.stand(c.First(s), from)
		}
		s = s[n:]
	}
}

// glyph puts one letter down and moves on.
func (p *pen) glyph(text string, width, gap float64) {
	at := p.at
	p.at += width + gap
	out := p.in.out
	if x, y := p.x+at*p.dx, p.y+at*p.dy; p.cut || x < -p.s.Size || y < 0 || x > p.in.width || y > p.in.height+p.s.Size {
		out.Outside++
		if !p.cut && text != " " && text != chars.Nothing {
			out.Beyond.Note(1, [4]float64{x, y, x, y})
		}
		return
	}
	switch text {
	case "":
		text = "\ufffd"
		out.Unmapped++
	case chars.Nothing:
		return
	}
	u0 := p.u + at*p.step
	u1 := u0 + width*p.step
	if u1 < u0 {
		u0, u1 = u1, u0
	}
	if p.clip && (u0 < p.left || u1 > p.right) && text != " " && p.clipped(text, u0, u1) {
		return
	}
	out.Letters = append(out.Letters, mark.Letter{Text: text, U0: u0, U1: u1})
}

// end closes the stretch and leaves the text matrix where the pen is.
func (p *pen) end() {
	out := p.in.out
	p.s.To = len(out.Letters)
	if n := p.s.To - p.s.From; n < trackedLetters || 5*p.back >= n {
		p.s.Track = 0 // gaps between words, not letters set apart
	}
	if p.mask && p.coat.why == whySeen && p.masked() {
		p.coat.why = whyMask
	}
	// A font that stands in for a lost one may have nothing for its codes.
	if lost := p.gs.font.Lost; lost != "" && p.shown && p.in.drawn.lost == nil && !p.in.layerHidden() {
		p.in.drawn.lost = fmt.Errorf("%w: a font that the page uses: %s", object.ErrDamaged, lost)
	}
	if p.s.To > p.s.From && !p.in.layerHidden() {
		if p.in.layerDoubtful() {
			out.Doubtful.Note(out.Inked(p.s.From, p.s.To), out.BoxOf(&p.s, p.s.From, p.s.To))
		}
		out.Stretches, out.coats = append(out.Stretches, p.s), append(out.coats, p.coat)
	} else {
		out.Letters = out.Letters[:p.s.From]
		out.forgetStanding()
	}
	if c := p.gs.font.Composite; c != nil && c.Vertical {
		p.in.tm = p.in.tm.Translated(0, -p.at)
	} else {
		p.in.tm = p.in.tm.Translated(p.at, 0)
	}
}
