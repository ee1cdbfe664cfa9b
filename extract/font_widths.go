package extract

import (
	"math"
	"strconv"
	"strings"

	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// lostWidth says of a font that a digit of its widths was lost.
const lostWidth = "one of its widths is not that of the character"

const (
	// sameWidth is how far apart two statements of a width may be, in thousandths
	// of the size.
	sameWidth = 1
	// otherWidth is how far apart they are when one of them is wrong.
	otherWidth = 20
	// agreeing is how many widths must agree for one that does not.
	agreeing = 20
	// longestProgram is how long a font program may be that is unpacked to look at
	// its widths, in bytes: those of parts of fonts are shorter.
	longestProgram = 256 << 10
)

// plainly are characters of which all versions of the standard fonts have the
// same widths, and all encodings the same codes.
const plainly = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+.,:;()/&?!=#@[]"

// oddWidth reports whether a few of the widths that a file states for a standard
// font, which is not in the file, are not those that the font has, while the
// others are: a digit of them was lost. Where many differ, another font has
// taken the name.
func (f *file) oddWidth(d object.Dict, names *glyph.Encoding, family glyph.Family) bool {
	first, ok := f.number(d["FirstChar"])
	if !ok || first < 0 || first > 255 {
		return false
	}
	agree, odd := 0, 0
	for i, o := range f.array(d["Widths"]) {
		c := int(first) + i
		if c > 255 {
			break
		}
		stated, ok := f.number(o)
		known, listed := family.Width(names[c])
		if !ok || !listed || stated == 0 { // 0 stands for characters that are not used
			continue
		}
		switch far := math.Abs(stated - known); {
		case far <= sameWidth:
			agree++
		case far > otherWidth && isPlain(names[c]):
			odd++
		}
	}
	return odd > 0 && agree >= agreeing*odd
}

// isPlain reports whether a glyph's name is that of one of the characters above, or
// of the blank.
func isPlain(name string) bool {
	if name == "space" {
		return true
	}
	s, ok := glyph.Unicode(name)
	return ok && len(s) == 1 && strings.Contains(plainly, s)
}

// oddProgramWidth reports the same of a composite font whose TrueType program is in
// the file. Glyphs that have no text of their own, where others have, do not count: a
// range of widths takes in glyphs that are not used. Blanks do: no writer is known
// that gives them another width than their font.
func (f *file) oddProgramWidth(cid, desc object.Dict, c *composite) bool {
	if c.toUnicode == nil || c.encoding != nil {
		return false
	}
	p := f.shortProgram(desc, len(c.width))
	if p == nil {
		return false
	}
	glyphOf := f.glyphsOf(cid, p.bytes)
	compare := func(code uint32, stated float64) {
		if g, ok := glyphOf(code); ok {
			p.compare(g, 1000*stated)
		}
	}
	for code := range c.toUnicode.text {
		stated, listed := c.width[code]
		if !listed {
			stated = c.dw
		}
		compare(code, stated)
	}
	if len(c.toUnicode.text) == 0 {
		for code, stated := range c.width {
			compare(code, stated)
		}
	}
	return p.differs()
}

// oddSimpleWidth reports the same of a simple font.
func (f *file) oddSimpleWidth(d, desc object.Dict, names *glyph.Encoding) bool {
	widths := f.array(d["Widths"])
	first, ok := f.number(d["FirstChar"])
	if !ok || first < 0 || first > 255 {
		return false
	}
	widths = widths[:min(len(widths), 256-int(first))]
	if desc["FontFile"] != nil {
		// At codes that an encoding leaves to the one below it, and that are not
		// used, the width is that of another glyph.
		if differences := f.array(f.dict(d["Encoding"])["Differences"]); differences != nil {
			names = new(glyph.Encoding)
			f.eachDifference(differences, func(code int, name string) { names[code] = name })
		}
		return f.oddType1Width(widths, desc, names[int(first):])
	}
	p := f.shortProgram(desc, len(widths))
	if p == nil {
		return false
	}
	trueType := fontfile.ReadTrueType(p.bytes)
	if trueType == nil {
		return false
	}
	for i, o := range widths {
		stated, ok := f.number(o)
		if g, found := trueType.Glyph(byte(int(first) + i)); ok && found {
			p.compare(g, stated)
		}
	}
	return p.differs()
}

// programWidths are the widths of a font's own program beside those that the file
// states.
type programWidths struct {
	bytes      []byte
	advances   *fontfile.Advances
	agree, odd int
	lost       bool // one of the odd ones is a digit away
}

// oddType1Width reports the same of a font with a Type 1 program, which knows its
// glyphs by their names.
func (f *file) oddType1Width(widths object.Array, desc object.Dict, names []string) bool {
	s := f.stream(desc["FontFile"])
	if s == nil || len(widths) < agreeing || len(widths) > len(names) {
		return false
	}
	if length, ok := f.number(s.Dict["Length2"]); !ok || length > longestProgram {
		return false
	}
	_, program := f.program(desc)
	known := fontfile.Type1Widths(program)
	p := programWidths{}
	for i, o := range widths {
		stated, ok := f.number(o)
		// Writers put signs that a font lacks together from others under its names.
		if w, there := known[names[i]]; ok && there && isPlain(names[i]) {
			p.weigh(w, stated)
		}
	}
	return p.differs()
}

// composedLost says of a composite font what its program knows otherwise than the
// map of its characters. The program is looked at where the map has no checksum.
func (f *file) composedLost(cid, desc object.Dict, c *composite) string {
	if !c.toUnicode.unchecked || len(c.toUnicode.text) == 0 {
		return ""
	}
	return c.compareProgram(f.cidText(cid, desc))
}

// shortProgram is the TrueType or OpenType program of a font that states so many
// widths; nil where there is none, it is too long to be looked at, or too few are
// stated.
func (f *file) shortProgram(desc object.Dict, widths int) *programWidths {
	s, key := f.stream(desc["FontFile2"]), object.Name("Length1")
	if s == nil {
		s, key = f.stream(desc["FontFile3"]), "Length" // as it is packed
	}
	if s == nil || widths < agreeing {
		return nil
	}
	if length, ok := f.number(s.Dict[key]); !ok || length > longestProgram {
		return nil
	}
	_, program := f.program(desc)
	p := &programWidths{bytes: program, advances: fontfile.ReadAdvances(program)}
	if p.advances == nil {
		return nil
	}
	return p
}

// compare holds the stated width of a glyph against the program's, in thousandths
// of the size.
func (p *programWidths) compare(g int, stated float64) {
	if known, ok := p.advances.Of(g); ok && g != 0 { // glyph 0 stands for what the font lacks
		p.weigh(known, stated)
	}
}

// weigh counts a width that the program knows and the file states; 0 stands for
// characters that are not used.
func (p *programWidths) weigh(known, stated float64) {
	if stated == 0 {
		return
	}
	switch far := math.Abs(stated - known); {
	case far <= sameWidth:
		p.agree++
	case far > otherWidth:
		p.odd++
		p.lost = p.lost || digitLost(known, stated)
	}
}

// differs reports whether a few widths differ and most do not: one in a way that a
// lost digit explains, or several, since an index that was lost moves some of them.
// Some writers state for a single sign of a font the width of another.
func (p *programWidths) differs() bool {
	return (p.lost || p.odd >= fewestMoved) && p.agree >= max(agreeing, leastAgreed*p.odd)
}

// fewestMoved is how many widths an index that was lost moves at least.
const fewestMoved = 3

// digitLost reports whether one character of a stated width, put right or put back,
// gives the width that is known.
func digitLost(known, stated float64) bool {
	text := strconv.FormatFloat(stated, 'f', -1, 64)
	fits := func(s string) bool {
		v, err := strconv.ParseFloat(s, 64)
		return err == nil && math.Abs(v-known) <= sameWidth
	}
	for i := 0; i <= len(text); i++ {
		for c := '0'; c <= '9'; c++ {
			if i < len(text) && fits(text[:i]+string(c)+text[i+1:]) || fits(text[:i]+string(c)+text[i:]) {
				return true
			}
		}
		if i < len(text) && fits(text[:i]+"."+text[i:]) {
			return true
		}
	}
	return false
}

// lostName says of a font that a glyph's name was lost.
const lostName = "one of its characters has a name that is none"

// oddName reports whether a glyph of a standard font, which is not in the file, has
// a name that no font knows, while the others have names that all know.
func oddName(names *glyph.Encoding, family glyph.Family) bool {
	known, odd := 0, 0
	for _, name := range names {
		if _, ok := family.Width(name); ok {
			known++
			continue
		}
		if _, ok := glyph.Unicode(name); !ok && name != "" && name != ".notdef" {
			odd++
		}
	}
	return odd > 0 && known >= agreeing*odd
}
