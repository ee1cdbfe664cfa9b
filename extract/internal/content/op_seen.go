package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/internal/token"
)

// color notes the colour and opacity of what the pen shows, and whether any of
// it is seen by these.
func (p *pen) color() {
	g, s := p.gs, &p.coat
	fill, line := g.fill.ink, g.stroke.ink
	s.ink, s.alpha = fill, g.alphaOf(g.fillClear)
	switch g.mode & 3 {
	case 1:
		s.ink, s.alpha = line, g.alphaOf(g.strokeClear)
	case 2:
		// Seen by the one or by the other.
		switch a := g.alphaOf(g.strokeClear); {
		case fill.kind == inkNone || s.alpha < leastAlpha:
			s.ink, s.alpha = line, a
		case line.kind != inkNone && a >= leastAlpha && (!fill.like(line) || a != s.alpha):
			s.ink.kind = inkUnknown
		}
	case 3:
		s.why = whyMode
		return
	}
	if g.blend || g.blendAbove {
		s.ink.kind = max(s.ink.kind, inkUnknown)
	}
	switch {
	case s.ink.kind == inkNone:
		s.why = whyInk
	case s.alpha < leastAlpha:
		s.why = whyClear
	}
}

// letterBox is the box on the page of a letter's upper part, baseline to
// letterTop.
func (p *pen) letterBox(u0, u1 float64) mark.Stroke {
	b := mark.Box(p.ex, p.ey, u0, u1, p.s.V-mark.LetterTop*p.size, p.s.V)
	return mark.Stroke{X0: b.X0(), Y0: b.Top(), X1: b.X1(), Y1: b.Bottom()}
}

// clipped reports whether clipping leaves too little of a letter, which is
// counted if it says anything: rows of dots are cut at the room that they have.
func (p *pen) clipped(text string, u0, u1 float64) bool {
	b := p.letterBox(u0, u1)
	w := &p.gs.clip
	if !w.hides(b.X0, b.Y0, b.X1, b.Y1) {
		return false
	}
	if w.page && b.X0 >= w.x0 && b.X1 <= w.x1 && w.y0 == w.top && w.y1 == w.bottom {
		return false // the page's window, which has said that it leaves enough
	}
	if telling(text) {
		p.in.out.Unseen.Note(1, [4]float64{b.X0, b.Y0, b.X1, b.Y1})
	}
	return true
}

// telling reports whether a glyph's text is a letter, a figure, a sign or
// unknown, and no mark such as a dot.
func telling(text string) bool {
	return chars.IsLetter(text) || chars.SignOrFigure(text) != 0 || strings.ContainsFunc(text, func(r rune) bool {
		return r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}

// masked reports whether soft masks leave nothing of the letters shown.
func (p *pen) masked() bool {
	shown := 0
	for k := p.s.From; k < len(p.in.out.Letters); k++ {
		l := &p.in.out.Letters[k]
		if l.Text == " " {
			continue
		}
		shown++
		b := p.letterBox(l.U0, l.U1)
		if !p.gs.masked((b.X0+b.X1)/2, (b.Y0+b.Y1)/2) {
			return false
		}
	}
	return shown > 0
}

// beginText is BT.
func (in *Interpreter) beginText([]token.Operand) {
	in.tm, in.tlm = plane.Identity, plane.Identity
	in.textFrom = len(in.out.Stretches)
}

// endText is ET: text drawn in the modes from 4 on clips from here on (PDF
// 32000-1, 9.3.6), and what is painted then is seen through its letters.
func (in *Interpreter) endText([]token.Operand) {
	if in.gs.mode < 4 || in.textFrom >= len(in.out.Stretches) {
		return
	}
	in.gs.shapeFrom, in.gs.shapeTo = in.textFrom, len(in.out.Stretches)
	in.gs.clip.loose = true
}
