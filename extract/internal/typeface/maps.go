package typeface

import (
	"strings"
	"unicode"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/object"
)

// A file says in two ways which text a glyph is: by what draws it, the glyph's
// name or program, and by maps made for copying (ToUnicode, ActualText). Where
// the two differ in a figure or a sign, what is copied is not what is seen.

// leastAgreed is how many codes an embedded font's names must agree on with
// its map, against each that they do not, for the names to be believed: many
// writers give glyphs whatever name.
const leastAgreed = 3

// compareNames holds a simple font's map against its glyphs' names. A font that
// is not embedded draws what the names say, and that is read; in another the
// map is read, and the code is in doubt. lost says that a letter of the map, which has
// no checksum, was lost.
func (fn *Font) compareNames(names *glyph.Encoding, toUnicode *cmap, embedded bool) (lost bool) {
	agree, against, plain := 0, 0, 0
	var differ, swapped []byte // swapped is one figure or sign for another
	for c := range 256 {
		s, _ := toUnicode.lookup(uint32(c))
		t, ok := glyph.Unicode(names[c])
		if !ok || !says(s) || !visible(s) || !visible(t) {
			continue
		}
		if chars.SameCharacter(s, t) {
			agree++
			continue
		}
		against++
		if isPlain(names[c]) || toUnicode.unchecked && figureAway(s, t) {
			plain++
		}
		if a, b := chars.Figures(s), chars.Figures(t); a != b {
			differ = append(differ, byte(c))
			if a != "" && b != "" {
				swapped = append(swapped, byte(c))
			}
		}
	}
	lost = toUnicode.unchecked && plain > 0 && agree >= leastAgreed*against
	switch {
	case embedded && agree < leastAgreed*against:
		return lost
	case agree < against:
		differ = swapped // the codes are the writer's own, and the font was left out
	}
	if len(differ) == 0 {
		return lost
	}
	fn.Lies = map[byte]bool{}
	for _, c := range differ {
		fn.Lies[c] = true
		if t, _ := glyph.Unicode(names[c]); !embedded {
			fn.Text[c] = chars.Shown(t)
		}
	}
	return lost
}

// lostLetter says of a font that a letter of its map was lost. It is said of maps
// that are not compressed alone: the others have a checksum.
const lostLetter = "its ToUnicode calls a character otherwise than its own program"

// figureAway reports whether one hexadecimal figure makes of one character, or of one of
// a ligature's, the other, as a lost bit does. Dashes are neighbours, and fonts draw
// several by one glyph.
func figureAway(s, t string) bool {
	a, b := []rune(s), []rune(t)
	if len(a) != len(b) {
		return false
	}
	at := -1
	for i := range a {
		switch {
		case a[i] == b[i]:
		case at >= 0:
			return false
		default:
			at = i
		}
	}
	if at < 0 || isDash(a[at]) && isDash(b[at]) {
		return false
	}
	for differ := a[at] ^ b[at]; differ != 0; differ >>= 4 {
		if differ&0xf != 0 {
			return differ <= 0xf
		}
	}
	return false
}

// isDash reports whether a character is a dash; the soft hyphen is drawn by the hyphen's
// glyph.
func isDash(r rune) bool { return r == '\u00ad' || unicode.Is(unicode.Pd, r) }

// compareProgram is compareNames for a composite font whose program, which is in
// the file, knows its characters.
func (c *Composite) compareProgram(p *program, cid object.Dict) (lost bool) {
	if len(c.toUnicode.text) == 0 || !c.toUnicode.unchecked && p.tooLong() {
		return false
	}
	own := p.cidText(cid)
	agree, against := 0, 0
	lies := map[uint32]bool{}
	for code, s := range c.toUnicode.text {
		t := own[c.cidOf(code)]
		if !visible(t) {
			continue
		}
		if !says(s) || !visible(s) {
			if c.toUnicode.unchecked && figureAway(s, t) {
				against++
			}
			continue
		}
		switch {
		case chars.SameCharacter(s, t):
			agree++
		case len(t) == 1 && strings.Contains(plainly, t):
			against++
			if chars.Figures(s) != chars.Figures(t) {
				lies[code] = true
			}
		case c.toUnicode.unchecked && figureAway(s, t):
			against++
		}
	}
	if against == 0 || agree < leastAgreed*against {
		return false
	}
	if len(lies) > 0 {
		c.Lies = lies
	}
	return c.toUnicode.unchecked
}

// First is the code at the beginning of a string.
func (c *Composite) First(s []byte) uint32 {
	switch {
	case c.encoding != nil:
		code, _ := c.encoding.cut(s)
		return code
	case len(s) >= 2:
		return uint32(s[0])<<8 | uint32(s[1])
	}
	return uint32(s[0])
}
