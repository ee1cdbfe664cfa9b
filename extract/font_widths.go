package extract

import (
	"math"
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
const plainly = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+.,:;()/"

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

// isPlain reports whether a glyph's name is that of one of the characters above.
func isPlain(name string) bool {
	s, ok := glyph.Unicode(name)
	return ok && len(s) == 1 && strings.Contains(plainly, s)
}

// oddProgramWidth reports the same of a composite font whose TrueType program is in
// the file. Glyphs that draw nothing do not count: writers give blanks the width
// that a line needs.
func (f *file) oddProgramWidth(cid, desc object.Dict, widths map[uint32]float64) bool {
	s := f.stream(desc["FontFile2"])
	if s == nil || len(widths) < agreeing {
		return false
	}
	if length, ok := f.number(s.Dict["Length1"]); !ok || length > longestProgram {
		return false
	}
	_, program := f.program(desc)
	advances, outlines := fontfile.ReadAdvances(program), fontfile.ReadOutlines(program)
	if advances == nil || outlines == nil {
		return false
	}
	glyphOf := f.glyphsOf(cid, program)
	agree, odd := 0, 0
	for c, stated := range widths {
		g, ok := glyphOf(c)
		if !ok || stated == 0 {
			continue
		}
		known, ok := advances.Of(g)
		if ink, _ := outlines.Ink(g); !ok || !ink {
			continue
		}
		switch far := math.Abs(1000*stated - known); {
		case far <= sameWidth:
			agree++
		case far > otherWidth:
			odd++
		}
	}
	return odd > 0 && agree >= agreeing*odd
}
