package typeface

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

// standardWidths holds the widths that a file states for a standard font, which is
// not in the file, against those that the font has. Where many differ, another font
// has taken the name.
func (s *statements) standardWidths() testimony {
	first, ok := s.file.Number(s.d["FirstChar"])
	if !s.standard() || !ok || first < 0 || first > 255 {
		return noWord
	}
	agree, odd, lost, rare := 0, 0, 0, 0
	for i, o := range s.file.Array(s.d["Widths"]) {
		c := int(first) + i
		if c > 255 {
			break
		}
		stated, ok := s.file.Number(o)
		known, listed := s.family.Width(s.names[c])
		if !ok || !listed || stated == 0 { // 0 stands for characters that are not used
			continue
		}
		switch far := math.Abs(stated - known); {
		case far <= sameWidth:
			agree++
		case far > otherWidth && isPlain(s.names[c]):
			odd++
		case far > otherWidth:
			// Versions of the standard fonts differ in rare signs.
			rare++
			if digitLost(known, stated) {
				lost++
			}
		}
	}
	switch {
	case odd > 0 && agree >= agreeing*odd, lost == 1 && rare < fewestMoved && odd == 0 && agree >= leastRegular:
		return proof
	}
	return noWord
}

// leastRegular is how many widths of rare signs and others must agree for a single one
// of a rare sign that does not.
const leastRegular = 100

// isPlain reports whether a glyph's name is that of one of the characters above, or
// of the blank.
func isPlain(name string) bool {
	if name == "space" {
		return true
	}
	s, ok := glyph.Unicode(name)
	return ok && len(s) == 1 && strings.Contains(plainly, s)
}

// programWidths holds the stated widths of a font against those of its own program,
// where that is in the file.
func (s *statements) programWidths() testimony {
	if s.subtype == "Type3" || !s.file.embedded(s.desc) {
		return noWord
	}
	if s.composite != nil {
		return s.composedWidths()
	}
	return s.simpleWidths()
}

// composedWidths are programWidths of a composite font. Glyphs that have no text of
// their own, where others have, do not count: a range of widths takes in glyphs that
// are not used. Blanks do: no writer is known that gives them another width than
// their font.
func (s *statements) composedWidths() testimony {
	c := s.composite
	if c.toUnicode == nil || c.encoding != nil {
		return noWord
	}
	p := s.program.comparedWidths(len(c.width))
	if p == nil {
		return noWord
	}
	glyphOf := s.program.glyphsOf(s.cid)
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
	return p.testify()
}

// simpleWidths are programWidths of a simple font.
func (s *statements) simpleWidths() testimony {
	f, names := s.file, s.names
	widths := f.Array(s.d["Widths"])
	first, ok := f.Number(s.d["FirstChar"])
	if !ok || first < 0 || first > 255 {
		return noWord
	}
	widths = widths[:min(len(widths), 256-int(first))]
	// At codes that an encoding leaves to the one below it, and that are not
	// used, the width is that of another glyph.
	if differences := f.Array(f.Dict(s.d["Encoding"])["Differences"]); differences != nil {
		names = new(glyph.Encoding)
		f.eachDifference(differences, func(code int, name string) { names[code] = name })
	}
	if s.desc["FontFile"] != nil {
		return s.program.type1Widths(widths, names[int(first):])
	}
	p := s.program.comparedWidths(len(widths))
	if p == nil {
		return noWord
	}
	glyphOf := s.program.simpleGlyphs(names)
	if glyphOf == nil {
		return noWord
	}
	for i, o := range widths {
		stated, ok := f.Number(o)
		if g, found := glyphOf(int(first) + i); ok && found {
			p.compare(g, stated)
		}
	}
	return p.testify()
}

// simpleGlyphs gives the glyph of a code of a simple font; nil where its program does
// not tell.
func (p *program) simpleGlyphs(names *glyph.Encoding) func(int) (int, bool) {
	if t := p.readTrueType(); t != nil {
		return func(code int) (int, bool) { return t.Glyph(byte(code)) }
	}
	c := p.readCFF()
	if c == nil || c.Names == nil {
		return nil
	}
	glyphs := make(map[string]int, len(c.Names))
	for g, name := range c.Names {
		glyphs[name] = g
	}
	return func(code int) (int, bool) {
		g, ok := glyphs[names[code]]
		return g, ok && isPlain(names[code])
	}
}

// widthOrder looks at the order of a composite font's list of widths. Writers put the
// characters in ascending order; one index that was lost breaks it in one place. Where
// it is broken otherwise, the writer has another.
func (s *statements) widthOrder() testimony {
	if s.composite == nil {
		return noWord
	}
	list := s.file.Array(s.cid["W"])
	var starts, ends []float64
	for i := 0; i+1 < len(list); {
		first, ok := s.file.Number(list[i])
		if !ok {
			return noWord
		}
		end := first
		if widths := s.file.Array(list[i+1]); widths != nil {
			end += float64(len(widths) - 1)
			i += 2
		} else {
			if end, ok = s.file.Number(list[i+1]); !ok || i+2 >= len(list) {
				return noWord
			}
			if end < first {
				return proof
			}
			i += 3
		}
		starts, ends = append(starts, first), append(ends, end)
	}
	if len(starts) < leastOrdered {
		return noWord
	}
	broken := 0
	for i := 1; i < len(starts); i++ {
		if starts[i] <= ends[i-1] {
			broken++
		}
	}
	return hintIf(broken == 1)
}

// leastOrdered is how many parts a list has whose order is known.
const leastOrdered = 4

// strayWidth looks for a single width of a character that the font's map does not
// have, where it has all others: a list with an index that was lost.
func (s *statements) strayWidth() testimony {
	c := s.composite
	if c == nil || c.toUnicode == nil || c.encoding != nil || len(c.width) < agreeing || len(c.toUnicode.spread) > 0 {
		return noWord
	}
	stray := 0
	for cid := range c.width {
		if _, ok := c.toUnicode.text[cid]; !ok && cid != 0 { // glyph 0 stands for what the font lacks
			stray++
		}
	}
	return hintIf(stray == 1)
}

// widthCount looks for more widths than a simple font says that it has characters.
func (s *statements) widthCount() testimony {
	first, ok := s.file.Number(s.d["FirstChar"])
	last, ok2 := s.file.Number(s.d["LastChar"])
	return hintIf(s.composite == nil && ok && ok2 && float64(len(s.file.Array(s.d["Widths"]))) > last-first+1)
}

// comparedWidths are the widths of a font's own program beside those that the file
// states.
type comparedWidths struct {
	advances   *fontfile.Advances
	agree, odd int
	lost       bool // one of the odd ones is a digit away
}

// type1Widths are programWidths of a font with a Type 1 program, which knows its
// glyphs by their names.
func (p *program) type1Widths(widths object.Array, names []string) testimony {
	f := p.file
	if p.type1TooLong() || len(widths) < agreeing || len(widths) > len(names) {
		return noWord
	}
	_, data := p.bytes()
	known := fontfile.Type1Widths(data)
	compared := comparedWidths{}
	for i, o := range widths {
		stated, ok := f.Number(o)
		// Writers put signs that a font lacks together from others under its names.
		if w, there := known[names[i]]; ok && there && isPlain(names[i]) {
			compared.weigh(w, stated)
		}
	}
	return compared.testify()
}

// tooLong reports whether the TrueType, OpenType or CFF program of a font is not there
// or longer than what is looked at for a font's sake.
func (p *program) tooLong() bool {
	s, key := p.file.Stream(p.desc["FontFile2"]), object.Name("Length1")
	if s == nil {
		s, key = p.file.Stream(p.desc["FontFile3"]), "Length" // as it is packed
	}
	if s == nil {
		return true
	}
	length, ok := p.file.Number(s.Dict[key])
	return !ok || length > longestProgram
}

// type1TooLong is tooLong for a Type 1 program.
func (p *program) type1TooLong() bool {
	s := p.file.Stream(p.desc["FontFile"])
	if s == nil {
		return true
	}
	length, ok := p.file.Number(s.Dict["Length2"])
	return !ok || length > longestProgram
}

// comparedWidths are the widths of the TrueType, OpenType or CFF program of a font that
// states so many; nil where there is none, it is too long to be looked at, or too few
// are stated.
func (p *program) comparedWidths(widths int) *comparedWidths {
	if widths < agreeing || p.tooLong() {
		return nil
	}
	_, data := p.bytes()
	advances := fontfile.ReadAdvances(data)
	if advances == nil {
		return nil
	}
	return &comparedWidths{advances: advances}
}

// compare holds the stated width of a glyph against the program's, in thousandths
// of the size.
func (p *comparedWidths) compare(g int, stated float64) {
	if known, ok := p.advances.Of(g); ok && g != 0 { // glyph 0 stands for what the font lacks
		p.weigh(known, stated)
	}
}

// weigh counts a width that the program knows and the file states; 0 stands for
// characters that are not used.
func (p *comparedWidths) weigh(known, stated float64) {
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

// testify says what the widths come to where a few differ and most do not: one in a
// way that a lost digit explains, or several, since an index that was lost moves some
// of them, are proof. Some writers state for a single sign of a font the width of
// another.
func (p *comparedWidths) testify() testimony {
	switch {
	case p.odd == 0 || p.agree < max(agreeing, leastAgreed*p.odd):
		return hintIf(p.odd > 0 && p.odd >= agreeing && p.odd >= leastAgreed*p.agree)
	case p.lost || p.odd >= fewestMoved:
		return proof
	}
	return hint
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
