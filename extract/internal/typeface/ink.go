package typeface

import (
	"bytes"
	"slices"
	"sync"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/internal/token"
	"recount.invalid/recount/extract/object"
)

// Maps from codes to text call a glyph a blank or a control character that
// draws something: most often a minus, of which then nothing is left, and the
// figure behind it has the wrong sign. Whether a glyph draws anything its
// program says.

// visible reports whether a glyph's text is one that can be seen.
func visible(s string) bool {
	t := chars.Shown(s)
	return t != "" && t != " " && t != chars.Nothing
}

// simpleInk tells of the codes of a simple font whether their glyphs draw
// something.
type simpleInk struct {
	file    loader
	d       object.Dict
	names   *glyph.Encoding
	subtype string
	program *program
}

// ink reports whether the glyph of code c draws something; known is false
// where the file does not tell.
func (s *simpleInk) ink(c int) (ink, known bool) {
	if s.subtype == "Type3" {
		drawing, ok := s.drawing(c)
		if !ok || !paints(drawing) {
			return false, ok
		}
		// A font whose glyphs are all one box, as stand-ins are, tells nothing.
		for other := range 256 {
			if s.names[other] != s.names[c] {
				if d, ok := s.drawing(other); ok && bytes.Equal(d, drawing) {
					return false, false
				}
			}
		}
		return true, true
	}
	if g, ok := s.glyph(c); ok {
		outlines, _ := s.program.readOutlines()
		return outlines.Ink(g)
	}
	return false, false
}

// shape gives what code c draws; ok is false where the file does not tell.
func (s *simpleInk) shape(c int) (drawn fontfile.Shape, ok bool) {
	if s.subtype == "Type3" {
		return s.drawnBox(c)
	}
	g, ok := s.glyph(c)
	if !ok {
		return fontfile.Shape{}, false
	}
	outlines, _ := s.program.readOutlines()
	return outlines.Shape(g)
}

// drawnBox is the extent that the description of a Type 3 glyph begins with (PDF
// 32000-1, table 113), in thousandths of the size.
func (s *simpleInk) drawnBox(c int) (drawn fontfile.Shape, ok bool) {
	proc := s.file.Stream(s.file.Dict(s.d["CharProcs"])[object.Name(s.names[c])])
	if proc == nil {
		return fontfile.Shape{}, false
	}
	data, _ := s.file.Data(proc)
	op, args, ok := token.New(data).Next()
	if !ok || string(op) != "d1" || len(args) < 6 {
		return fontfile.Shape{}, false
	}
	unit := 1000 * s.file.Matrix(s.d["FontMatrix"])[3]
	drawn = fontfile.Shape{Left: unit * args[2].Num, Bottom: unit * args[3].Num, Right: unit * args[4].Num, Top: unit * args[5].Num}
	return drawn, drawn.Bottom < drawn.Top && drawn.Left < drawn.Right
}

// glyph gives the glyph of code c in the font's program.
func (s *simpleInk) glyph(c int) (g int, ok bool) {
	var names []string
	switch key, _ := s.program.bytes(); key {
	case "FontFile":
		_, names = s.program.readOutlines()
	case "FontFile2":
		t := s.program.readTrueType()
		if t == nil {
			return 0, false
		}
		g, ok = t.Glyph(byte(c))
		if named, found := t.Named(s.names[c]); found && (!ok || s.file.Name(s.d["Encoding"]) != "") {
			return named, true
		}
		return g, ok
	case "FontFile3":
		if cff := s.program.readCFF(); cff != nil {
			names = cff.Names
		}
	}
	if s.names[c] == "" {
		return 0, false
	}
	g = slices.Index(names, s.names[c])
	return g, g >= 0
}

// drawing is what a Type 3 font draws for code c, from behind the operator
// that states the glyph's width.
func (s *simpleInk) drawing(c int) (data []byte, ok bool) {
	proc := s.file.Stream(s.file.Dict(s.d["CharProcs"])[object.Name(s.names[c])])
	if proc == nil {
		return nil, false
	}
	data, err := s.file.Data(proc)
	if i := bytes.Index(data, []byte("d0")); i >= 0 {
		return data[i:], err == nil
	}
	if i := bytes.Index(data, []byte("d1")); i >= 0 {
		return data[i:], err == nil
	}
	return data, err == nil
}

// paints reports whether a content stream paints anything.
func paints(data []byte) bool {
	l := token.New(data)
	for {
		op, _, ok := l.Next()
		if !ok {
			return false
		}
		switch string(op) {
		case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "Tj", "TJ", "'", "\"":
			return true
		}
	}
}

// invisibles gives the characters that a map may give to a glyph and that
// cannot be seen.
var invisibles = sync.OnceValue(func() (out []rune) {
	for r := range rune(0x10000) {
		if utf8.ValidRune(r) && (r < 0xe000 || r > 0xf8ff) && !visible(string(r)) {
			out = append(out, r)
		}
	}
	return out
})

// correct finds the codes that ToUnicode calls by a character that cannot be
// seen and whose glyphs draw something, with what the program says of these; ""
// where it says nothing.
func (c *Composite) correct(p *program, cid object.Dict) {
	var codes []uint32
	for code, s := range c.toUnicode.text {
		if !visible(s) {
			codes = append(codes, code)
		}
	}
	for _, r := range c.toUnicode.spread {
		for _, u := range invisibles() {
			if at := u - r.first; at >= 0 && uint32(at) <= r.hi-r.lo {
				if code := r.lo + uint32(at); c.toUnicode.text[code] == "" {
					codes = append(codes, code)
				}
			}
		}
	}
	if len(codes) == 0 || !p.file.embedded(p.desc) {
		return
	}
	outlines, _ := p.readOutlines()
	if outlines == nil {
		return
	}
	glyphOf := p.glyphsOf(cid)
	inked := map[uint32]string{}
	for _, code := range codes {
		if g, ok := glyphOf(c.cidOf(code)); ok {
			if ink, _ := outlines.Ink(g); ink {
				inked[code] = ""
			}
		}
	}
	if len(inked) == 0 {
		return
	}
	own := p.cidText(cid)
	agree, against := 0, 0
	for code, s := range c.toUnicode.text {
		if t, ok := own[c.cidOf(code)]; ok && visible(s) {
			if chars.Clean(s) == chars.Clean(t) {
				agree++
			} else {
				against++
			}
		}
	}
	if against > agree {
		return // the glyphs are other ones than the map is about
	}
	for code := range inked {
		if t := own[c.cidOf(code)]; visible(t) {
			inked[code] = t
		}
	}
	c.inked = inked
}

// glyphsOf gives the glyph of a CID (PDF 32000-1, 9.7.4.2).
func (p *program) glyphsOf(cid object.Dict) func(uint32) (int, bool) {
	if s := p.file.Stream(cid["CIDToGIDMap"]); s != nil {
		m, _ := p.file.Data(s)
		return func(c uint32) (int, bool) {
			if int(c) >= len(m)/2 {
				return 0, false
			}
			return int(m[2*c])<<8 | int(m[2*c+1]), true
		}
	}
	if c := p.readCFF(); c != nil && c.CIDs != nil {
		glyphs := make(map[uint32]int, len(c.CIDs))
		for g, cid := range c.CIDs {
			glyphs[uint32(cid)] = g
		}
		return func(cid uint32) (int, bool) {
			g, ok := glyphs[cid]
			return g, ok
		}
	}
	return func(c uint32) (int, bool) { return int(c), true }
}

// cidOf is the CID of a code.
func (c *Composite) cidOf(code uint32) uint32 {
	if c.encoding != nil {
		return c.encoding.cid(code)
	}
	return code
}
