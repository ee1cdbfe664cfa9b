package extract

import (
	"fmt"
	"math"

	"recount.invalid/recount/extract/object"
)

func (in *interpreter) setFont(a []operand) {
	if len(a) < 2 || a[0].kind != kindName {
		return
	}
	in.gs.size = a[1].num
	in.gs.font = in.fontNamed(in.lex.bytes(a[0]))
}

// fontNamed finds a font of the present resources: loaded once per file when
// it is an object of its own, once per resource dictionary otherwise.
func (in *interpreter) fontNamed(name []byte) *font {
	if f, ok := in.res.fonts[string(name)]; ok {
		return f
	}
	f := in.font(in.resource("Font", string(name)))
	if in.res.fonts == nil {
		in.res.fonts = map[string]*font{}
	}
	in.res.fonts[string(name)] = f
	return f
}

// fontCost is how many operators loading a font counts for that no other page
// or form can share.
const fontCost = 1000

// font gives the font that an entry refers to or is.
func (in *interpreter) font(o object.Object) *font {
	if _, direct := o.(object.Dict); direct {
		in.ops += fontCost
	}
	return in.file.fontOf(o)
}

// fontOf gives the font that a resource entry refers to.
func (f *file) fontOf(o object.Object) *font {
	ref, ok := o.(object.Ref)
	if !ok {
		return f.loadFont(f.dict(o))
	}
	f.fontMu.Lock()
	defer f.fontMu.Unlock()
	if fn, ok := f.fonts[ref]; ok {
		return fn
	}
	if len(f.fonts)+f.fontRoom/usualFont >= f.limits.Fonts {
		f.fontsLeftOut = true
		f.shared.Store(true)
		return f.substitute()
	}
	d := f.dict(ref)
	if d == nil && !f.absent(ref) && f.resolve(ref) == nil {
		return f.substitute() // a limit kept it from being read, which is told of
	}
	fn := f.loadFont(d)
	f.fonts[ref] = fn
	f.fontRoom += fn.room()
	return fn
}

// move starts the next line (Td).
func (in *interpreter) move(x, y float64) {
	in.tlm = in.tlm.translated(x, y)
	if !in.tlm.finite() {
		in.tlm = identity
	}
	in.tm = in.tlm
}

func (in *interpreter) setTextMatrix(a []operand) {
	if len(a) < 6 {
		return
	}
	in.tm = matrixOf(a)
	in.tlm = in.tm
}

func (in *interpreter) showString(a []operand) {
	if len(a) < 1 || a[0].kind != kindString {
		return
	}
	var p pen
	if p.begin(in) {
		p.show(in.lex.bytes(a[0]))
		p.end()
	}
}

func (in *interpreter) showArray(a []operand) {
	if len(a) < 1 || a[0].kind != kindArray {
		return
	}
	var p pen
	if !p.begin(in) {
		return
	}
	items := in.lex.items(a[0])
	for i := range items {
		switch e := &items[i]; e.kind {
		case kindString:
			p.show(in.lex.bytes(*e))
		case kindNumber:
			p.adjust(e.num)
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
	in    *interpreter
	gs    *graphics
	s     stretch
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
func (p *pen) begin(in *interpreter) bool {
	gs := &in.gs
	if gs.font == nil {
		gs.font = in.file.substitute()
	}
	t := in.tm.mul(gs.ctm)
	if !t.finite() || gs.size == 0 || len(in.out.letters) > in.file.limits.GlyphsPerPage {
		if len(in.out.letters) > in.file.limits.GlyphsPerPage {
			in.failed = &object.LimitError{Limit: "GlyphsPerPage", Max: int64(in.file.limits.GlyphsPerPage)}
		}
		return false
	}
	p.in, p.gs = in, gs
	fn := gs.font
	vertical := fn.composite != nil && fn.composite.vertical

	p.x, p.y = t.apply(0, gs.rise)
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
	size := math.Abs(gs.size) * math.Abs(t.det()) / length
	if size == 0 || math.IsNaN(size) {
		return false
	}
	angle := 0
	if ey != 0 || ex < 0 {
		angle = int(math.Round(math.Atan2(-ey, ex) * 180 / math.Pi))
		angle = (angle + 360) % 360
	}
	ex, ey = direction(angle)
	p.u = p.x*ex + p.y*ey
	v := -p.x*ey + p.y*ex
	if vertical {
		v += 0.25 * size // the column's middle runs through the letters
	}
	p.cut = angle == 0 && gs.clip.cuts(p.y, size)
	p.clip, p.mask = gs.clip.set, gs.mask != nil || gs.above != nil
	p.ex, p.ey, p.size = ex, ey, size
	p.left, p.right = math.Inf(1), math.Inf(-1)
	if w := &gs.clip; angle == 0 && v-letterTop*size >= w.y0 && v <= w.y1 {
		p.left, p.right = w.x0, w.x1
	}
	p.shown = false
	p.s = stretch{
		font:     fn,
		from:     len(in.out.letters),
		size:     size * fn.scale,
		v:        v,
		track:    max(0, min(gs.charGap*gs.stretchX*p.step, trackedGap*size)),
		angle:    int16(angle),
		bold:     fn.bold || gs.mode == 2 || gs.mode == 6,
		italic:   fn.italic || slanted(t),
		hidden:   gs.mode == 3 || gs.mode == 7,
		artifact: in.artifact(),
		paints:   len(in.out.paints),
	}
	p.color()
	if least := leastSize * min(1, in.height/leastSizePage); min(size, math.Abs(sign)*length) < least {
		p.s.why = whyTiny
	}
	return true
}

// slanted reports whether a matrix leans letters to the right, as writers do
// for a typeface that has no italic. 12 degrees is usual; 6 is too little to
// be seen as meant.
func slanted(t matrix) bool {
	dot := t[0]*t[2] + t[1]*t[3]
	cross := math.Abs(t.det())
	return cross > 0 && math.Abs(dot)/cross > 0.1 && math.Abs(dot)/cross < 1
}

// direction is the unit vector of an angle in display space; exact for the
// four quarters.
func direction(angle int) (x, y float64) {
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

// adjust moves by a TJ array's number.
func (p *pen) adjust(n float64) {
	d := -n / 1000 * p.gs.size
	if c := p.gs.font.composite; c == nil || !c.vertical {
		d *= p.gs.stretchX
	} else {
		d = -d
	}
	p.at += d
	if d*p.step < -0.5*p.s.track {
		p.back++
	}
}

func (p *pen) show(s []byte) {
	fn, gs := p.gs.font, p.gs
	p.shown = p.shown || len(s) > 0
	c := fn.composite
	if c == nil {
		for _, b := range s {
			from := len(p.in.out.letters)
			gap := gs.charGap
			if b == ' ' {
				gap += gs.wordGap
			}
			p.glyph(fn.text[b], fn.width[b]*gs.size*gs.stretchX, gap*gs.stretchX)
			if fn.lies != nil && fn.lies[b] {
				p.alter()
			}
			if fn.stands != nil {
				p.stand(uint32(b), from)
			}
		}
		return
	}
	for len(s) > 0 {
		from := len(p.in.out.letters)
		text, w, n := c.next(s)
		gap := p.gs.charGap
		if n == 1 && s[0] == ' ' {
			gap += p.gs.wordGap
		}
		if c.vertical {
			p.glyph(text, w*p.gs.size, gap)
		} else {
			p.glyph(text, w*p.gs.size*p.gs.stretchX, gap*p.gs.stretchX)
		}
		if c.lies != nil && c.lies[c.first(s)] {
			p.alter()
		}
		if fn.stands != nil {
			p.stand(c.first(s), from)
		}
		s = s[n:]
	}
}

// glyph puts one letter down and moves on.
func (p *pen) glyph(text string, width, gap float64) {
	at := p.at
	p.at += width + gap
	out := p.in.out
	if x, y := p.x+at*p.dx, p.y+at*p.dy; p.cut || x < -p.s.size || y < 0 || x > p.in.width || y > p.in.height+p.s.size {
		out.outside++
		if !p.cut && text != " " && text != nothing {
			out.beyond.note(1, [4]float64{x, y, x, y})
		}
		return
	}
	switch text {
	case "":
		text = "\ufffd"
		out.unmapped++
	case nothing:
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
	out.letters = append(out.letters, letter{text, u0, u1})
}

// end closes the stretch and leaves the text matrix where the pen is.
func (p *pen) end() {
	out := p.in.out
	p.s.to = len(out.letters)
	if n := p.s.to - p.s.from; n < trackedLetters || 5*p.back >= n {
		p.s.track = 0 // gaps between words, not letters set apart
	}
	if p.mask && p.s.why == whySeen && p.masked() {
		p.s.why = whyMask
	}
	// A font that stands in for a lost one may have nothing for its codes.
	if lost := p.s.font.lost; lost != "" && p.shown && p.in.drawn.lost == nil && !p.in.layerHidden() {
		p.in.drawn.lost = fmt.Errorf("%w: a font that the page uses: %s", object.ErrDamaged, lost)
	}
	if p.s.to > p.s.from && !p.in.layerHidden() {
		if p.in.layerDoubtful() {
			out.doubtful.note(out.inked(p.s.from, p.s.to), out.boxOf(&p.s, p.s.from, p.s.to))
		}
		out.stretches = append(out.stretches, p.s)
	} else {
		out.letters = out.letters[:p.s.from]
		out.forgetStanding()
	}
	if c := p.gs.font.composite; c != nil && c.vertical {
		p.in.tm = p.in.tm.translated(0, -p.at)
	} else {
		p.in.tm = p.in.tm.translated(p.at, 0)
	}
}
