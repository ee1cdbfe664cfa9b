package typeface

import (
	"math"
	"slices"
	"unicode"

	"recount.invalid/recount/extract/internal/fontfile"
)

// A map of characters that has no checksum may have lost a bit. Where the font's program
// names its glyphs, they are compared; where it does not, what the glyphs draw tells: a
// letter that is not drawn as high as all others of its kind, or one of another writing
// among letters of one, is no letter of the font, if the one that a single lost figure
// explains is missing and fits what is drawn.

// lostDrawnLetter says so of a font.
const lostDrawnLetter = "its ToUnicode calls a character by a letter of another form than it draws"

// Kinds of letters by how high they are drawn. Letters of which faces differ are in none.
const (
	highLetters = "ABCDEFGHIKLMNOPRSTUVXYZ0123456789bdhkl"
	lowLetters  = "acemnorsuvwx"
	hanging     = "gpqy"
)

// stance is how a kind of letters stands: the medians of the heights between which a font
// draws them.
type stance struct{ bottom, top float64 }

// otherForm is how far, as a share of the capitals' height, the ends of a letter are from
// where others of its kind end at the least, if it is of another kind.
const otherForm = 0.15

// drawnLetters are the letters of a font's map by what is drawn of them.
type drawnLetters struct {
	chars []character
	shape func(uint32) (fontfile.Shape, bool)
	forms map[string]stance
	has   map[rune]int // how many codes stand for a character
}

// drawn holds the letters of a map without a checksum against what the glyphs draw.
func (s *statements) drawn() testimony {
	c := s.composite
	if c == nil || c.toUnicode == nil || !c.toUnicode.unchecked || c.Vertical || s.program.tooLong() {
		return noWord
	}
	outlines, _ := s.program.readOutlines()
	if outlines == nil {
		return noWord
	}
	glyphOf := s.program.glyphsOf(s.cid)
	d := &drawnLetters{forms: map[string]stance{}, has: map[rune]int{}, shape: func(code uint32) (fontfile.Shape, bool) {
		g, ok := glyphOf(c.cidOf(code))
		if !ok {
			return fontfile.Shape{}, false
		}
		return outlines.Shape(g)
	}}
	for code, text := range c.toUnicode.text {
		if r := []rune(text); len(r) == 1 {
			d.chars = append(d.chars, character{code: code, r: r[0]})
			d.has[r[0]]++
		}
	}
	return proofIf(d.oneLost())
}

// oneLost reports whether one character is not what it draws, while the others are.
func (d *drawnLetters) oneLost() bool {
	for _, kind := range []string{highLetters, lowLetters, hanging} {
		d.measure(kind)
	}
	if len(d.forms) < 2 {
		return false // capitals alone, or a font of signs
	}
	agree, odd := 0, []character(nil)
	for _, c := range d.chars {
		drawn, ok := d.shape(c.code)
		switch {
		case !ok:
		case d.foreign(c.r):
			odd = append(odd, c)
		case kindOfLetter(c.r) == "":
		case d.fits(c.r, drawn):
			agree++
		default:
			odd = append(odd, c)
		}
	}
	if len(odd) != 1 || agree < agreeing {
		return false
	}
	drawn, _ := d.shape(odd[0].code)
	for _, kind := range []string{highLetters, lowLetters, hanging} {
		for _, r := range kind {
			if d.has[r] == 0 && figureAway(string(r), string(odd[0].r)) && d.fits(r, drawn) {
				return true
			}
		}
	}
	return false
}

// measure finds how a kind of letters stands, where the font has enough of it.
func (d *drawnLetters) measure(kind string) {
	var bottoms, tops []float64
	for _, c := range d.chars {
		if drawn, ok := d.shape(c.code); ok && kindOfLetter(c.r) == kind {
			bottoms, tops = append(bottoms, drawn.Bottom), append(tops, drawn.Top)
		}
	}
	if len(tops) >= leastOfKind {
		d.forms[kind] = stance{middle(bottoms, 0), middle(tops, 0)}
	}
}

// leastOfKind is how many letters tell how their kind stands.
const leastOfKind = 3

// fits reports whether a glyph is drawn as letters of a kind are.
func (d *drawnLetters) fits(r rune, drawn fontfile.Shape) bool {
	f, ok := d.forms[kindOfLetter(r)]
	slack := otherForm * d.forms[highLetters].top
	return ok && math.Abs(drawn.Bottom-f.bottom) <= slack && math.Abs(drawn.Top-f.top) <= slack
}

func kindOfLetter(r rune) string {
	for _, kind := range []string{highLetters, lowLetters, hanging} {
		if slices.Contains([]rune(kind), r) {
			return kind
		}
	}
	return ""
}

// latinEnd is behind the letters with marks that Latin writings use.
const latinEnd = 0x180

// foreign reports whether a character is a letter of a writing of which the font has no
// other one.
func (d *drawnLetters) foreign(r rune) bool {
	if r < latinEnd || !unicode.IsLetter(r) {
		return false
	}
	for _, table := range unicode.Scripts {
		if !unicode.Is(table, r) {
			continue
		}
		for other := range d.has {
			if other != r && other >= latinEnd && unicode.Is(table, other) {
				return false
			}
		}
		return true
	}
	return false
}
