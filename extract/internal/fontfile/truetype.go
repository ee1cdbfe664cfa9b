package fontfile

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/glyph"
)

//go:embed macnames.txt
var macNamesText string

// macNames are the 258 glyph names of the Macintosh's standard order, to
// which 'post' tables refer.
var macNames = sync.OnceValue(func() []string { return strings.Fields(macNamesText) })

// TrueType is what a TrueType or OpenType program says of its glyphs.
type TrueType struct {
	unicode map[int]rune // glyph index to character: the lowest that the font maps to it
	symbol  map[int]int  // (3, 0): code to glyph index
	mac     map[int]int  // (1, 0): code to glyph index
	names   []string     // by glyph index

	named map[string]int // glyph index by name, and by character behind a "="; made when it is asked for
}

// ReadTrueType reads the tables 'cmap' and 'post'; nil where there is neither.
func ReadTrueType(program []byte) *TrueType {
	d := data(program)
	t := &TrueType{unicode: map[int]rune{}}
	if c := table(d, "cmap"); c != nil {
		t.cmaps(c)
	}
	if p := table(d, "post"); p != nil {
		t.names = postNames(p)
	}
	if len(t.unicode) == 0 && t.symbol == nil && t.mac == nil && t.names == nil {
		return nil
	}
	return t
}

// table finds a table of a font program (OpenType specification, "Table
// directory").
func table(d data, tag string) data {
	n := min(d.u16(4), 256)
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(d) {
			return nil
		}
		if string(d[at:at+4]) == tag {
			t := d.from(d.u32(at + 8))
			return t[:min(len(t), d.u32(at+12))]
		}
	}
	return nil
}

func (t *TrueType) cmaps(c data) {
	for i := range min(c.u16(2), 64) {
		at := 4 + 8*i
		platform, encoding := c.u16(at), c.u16(at+2)
		sub := c.from(c.u32(at + 4))
		switch {
		case platform == 0 || platform == 3 && (encoding == 1 || encoding == 10):
			for code, g := range subtable(sub) {
				r := rune(code)
				if !utf8.ValidRune(r) || r < ' ' {
					continue
				}
				if old, ok := t.unicode[g]; !ok || better(r, old) {
					t.unicode[g] = r
				}
			}
		case platform == 3 && encoding == 0:
			t.symbol = subtable(sub)
		case platform == 1 && encoding == 0:
			t.mac = subtable(sub)
		}
	}
}

// better reports whether r says more than old of the same glyph: a character
// rather than a private one, and of two the lower, which is the ordinary one
// (hyphen rather than soft hyphen).
func better(r, old rune) bool {
	private := func(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 }
	if private(r) != private(old) {
		return private(old)
	}
	return r < old
}

// subtable reads a subtable of 'cmap' in one of the formats 0, 4, 6 and 12.
func subtable(d data) map[int]int {
	m := map[int]int{}
	put := func(code, g int) {
		if g != 0 && len(m) < maxGlyphs {
			m[code] = g
		}
	}
	switch d.u16(0) {
	case 0:
		for c := range 256 {
			put(c, d.u8(6+c))
		}
	case 4:
		n := d.u16(6) / 2
		ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
		budget := 2 * maxGlyphs
		for s := range n {
			end, start := d.u16(ends+2*s), d.u16(starts+2*s)
			delta, offset := d.u16(deltas+2*s), d.u16(offsets+2*s)
			for c := start; c <= end && c < 0xffff && budget > 0; c++ {
				budget--
				g := c
				if offset != 0 {
					if g = d.u16(offsets + 2*s + offset + 2*(c-start)); g == 0 {
						continue
					}
				}
				put(c, (g+delta)&0xffff)
			}
		}
	case 6:
		first, n := d.u16(6), d.u16(8)
		for i := range n {
			put(first+i, d.u16(10+2*i))
		}
	case 12:
		budget := 2 * maxGlyphs
		for i := range min(d.u32(12), maxGlyphs) {
			at := 16 + 12*i
			if at >= len(d) {
				break
			}
			start, end, g := d.u32(at), d.u32(at+4), d.u32(at+8)
			for c := start; c <= end && c <= utf8.MaxRune && budget > 0; c++ {
				budget--
				put(c, (g+c-start)&0xffff)
			}
		}
	}
	return m
}

// postNames reads the glyph names of a 'post' table of version 1 or 2.
func postNames(d data) []string {
	switch d.u32(0) {
	case 0x00010000:
		return macNames()
	case 0x00020000:
		n := d.u16(32)
		if 34+2*n > len(d) {
			return nil
		}
		var extra []string
		for at := 34 + 2*n; at < len(d); {
			size := d.u8(at)
			if at+1+size > len(d) {
				break
			}
			extra = append(extra, string(d[at+1:at+1+size]))
			at += 1 + size
		}
		names := make([]string, n)
		for g := range names {
			i := d.u16(34 + 2*g)
			switch {
			case i < len(macNames()):
				names[g] = macNames()[i]
			case i-258 >= 0 && i-258 < len(extra):
				names[g] = extra[i-258]
			}
		}
		return names
	}
	return nil
}

// Text is what a glyph stands for, by the font's own word.
func (t *TrueType) Text(g int) (string, bool) {
	if r, ok := t.unicode[g]; ok {
		return string(r), true
	}
	if g >= 0 && g < len(t.names) {
		return glyph.Unicode(t.names[g])
	}
	return "", false
}

// Code is the text of a single-byte code of a symbolic font.
func (t *TrueType) Code(c byte) (string, bool) {
	if g, ok := t.Glyph(c); ok {
		return t.Text(g)
	}
	return "", false
}

// Glyph is the glyph of a single-byte code of a symbolic font (PDF 32000-1,
// 9.6.6.4): through the symbol subtable, at the code or at U+F000 and above,
// or through the Macintosh one.
func (t *TrueType) Glyph(c byte) (g int, ok bool) {
	for _, at := range []int{int(c), 0xf000 + int(c), 0xf100 + int(c), 0xf200 + int(c)} {
		if g, ok := t.symbol[at]; ok {
			return g, true
		}
	}
	g, ok = t.mac[int(c)]
	return g, ok
}

// Named is the glyph that a name leads to in a font that is not symbolic: the
// one of the character that it stands for, or of that name. It is the lowest
// of several.
func (t *TrueType) Named(name string) (g int, ok bool) {
	if t.named == nil {
		t.named = make(map[string]int, len(t.unicode)+len(t.names))
		put := func(key string, g int) {
			if old, ok := t.named[key]; !ok || g < old {
				t.named[key] = g
			}
		}
		for g, r := range t.unicode {
			put("="+string(r), g)
		}
		for g, n := range t.names {
			put(n, g)
		}
	}
	if s, ok := glyph.Unicode(name); ok {
		if g, ok := t.named["="+s]; ok {
			return g, true
		}
	}
	g, ok = t.named[name]
	return g, ok && name != ""
}
