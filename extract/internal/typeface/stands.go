package typeface

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/fontfile"
	"recount.invalid/recount/extract/internal/glyph"
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/extract/object"
)

// Typefaces have superior figures of their own for note markers: glyphs that are
// drawn small and high within the letter's own box, so that neither size nor height
// of the text changes, and that maps call by the plain figure. Read as plain, a
// marker behind a year becomes part of a number. What a glyph draws tells: the
// figures of text stand on the base line or hang below it (old-style ones), superior
// ones hang above it and inferior ones below. Such glyphs are read as figures of the
// size and height that is seen, as if they had been set smaller and raised.

// character is a code of a font with the one character that it stands for and its
// width in units of the size.
type character struct {
	code  uint32
	r     rune
	width float64
}

// Heights in thousandths of the em.
const (
	// leastRise is below where any superior figure begins; the figures of text begin
	// at the base line or below.
	leastRise = 200
	// leastDrop is above where any inferior figure begins, highestInferior where
	// it ends at the most.
	leastDrop       = -50
	highestInferior = 400
	// leastFigure is below the height of any face's figures, but for old-style ones and
	// those of fractions; usualFigure is how high figures are where a font has no other
	// glyphs that tell.
	leastFigure = 500
	usualFigure = 650
)

// Shares of the height of the font's figures, or capitals.
const (
	superiorHeight = 0.75 // the highest that a superior or inferior figure is
	superiorBottom = 0.3  // the lowest that a superior figure begins
	inferiorTop    = 0.62 // the highest that an inferior one ends: the x-height is above
)

const (
	// superiorWidth is the widest that a superior figure is, as a share of the plain
	// one, where widths alone must tell. Old-style, tabular and lining figures of a
	// face differ by less.
	superiorWidth = 0.78
	// minSuperior is how many figures must have a narrow second glyph then: an
	// old-style 1 alone may be half as wide as a tabular one.
	minSuperior = 2
	// narrowFigure is a width below that of the figures of most faces, in em.
	narrowFigure = 0.42
)

// untold is the setting of superior figures of which outlines do not tell it.
var untold = mark.Setting{Rise: 0.35, Scale: 0.6}

// stand finds the codes whose glyphs are raised or lowered; nil where the font has
// none. shape gives what a code's glyph draws, and referenced says that it is to be
// believed only against glyphs that stand on the base line.
func stand(codes []character, shape func(code uint32) (fontfile.Shape, bool), referenced bool) map[uint32]mark.Setting {
	s := standing{shape: shape, height: usualFigure}
	told, odd := false, false
	for _, c := range codes {
		if chars.IsFigure(c.r) {
			drawn, ok := shape(c.code)
			told = told || ok
			odd = odd || ok && (drawn.Bottom >= leastRise || drawn.Bottom <= leastDrop && drawn.Top <= highestInferior)
		}
	}
	if !told {
		return narrowTwins(codes)
	}
	if !odd && !hasTwins(codes) {
		return nil
	}
	full := 0.0
	for _, c := range codes {
		if drawn, ok := shape(c.code); ok && (chars.IsFigure(c.r) || c.r >= 'A' && c.r <= 'Z') && drawn.Bottom > leastDrop && drawn.Bottom < -leastDrop {
			full = max(full, drawn.Top)
		}
	}
	if full >= leastFigure {
		s.height = full
	} else if referenced {
		return nil
	}
	return s.find(codes, full >= leastFigure)
}

// standing looks for raised and lowered glyphs of a font.
type standing struct {
	shape  func(code uint32) (fontfile.Shape, bool)
	height float64 // of the font's figures
}

// find gives the raised glyphs one setting and the lowered ones another: figures of
// one row differ in height by what their curves overshoot.
func (s *standing) find(codes []character, known bool) map[uint32]mark.Setting {
	plain := map[rune]float64{} // heights of the letters of text
	for _, c := range codes {
		if drawn, ok := s.shape(c.code); ok && !s.raised(drawn) && !s.lowered(drawn) {
			plain[c.r] = max(plain[c.r], drawn.Height())
		}
	}
	var up, down []uint32
	var rises, drops, sizes, smalls []float64
	for _, c := range codes {
		drawn, ok := s.shape(c.code)
		if !ok || c.r >= 'A' && c.r <= 'Z' {
			continue
		}
		size := plain[c.r]
		if chars.IsFigure(c.r) {
			size = s.height
		}
		switch {
		case s.raised(drawn):
			up, rises = append(up, c.code), append(rises, drawn.Bottom)
			if size > 0 {
				sizes = append(sizes, drawn.Height()/size)
			}
		case known && chars.IsFigure(c.r) && s.lowered(drawn):
			down, drops = append(down, c.code), append(drops, drawn.Bottom)
			smalls = append(smalls, drawn.Height()/size)
		}
	}
	if len(up)+len(down) == 0 {
		return nil
	}
	out := make(map[uint32]mark.Setting, len(up)+len(down))
	for _, code := range up {
		out[code] = mark.Setting{Rise: middle(rises, 0) / 1000, Scale: middle(sizes, untold.Scale)}
	}
	for _, code := range down {
		out[code] = mark.Setting{Rise: middle(drops, 0) / 1000, Scale: middle(smalls, untold.Scale)}
	}
	return out
}

func (s *standing) raised(drawn fontfile.Shape) bool {
	return drawn.Bottom >= leastRise && drawn.Bottom >= superiorBottom*s.height && drawn.Height() <= superiorHeight*s.height
}

func (s *standing) lowered(drawn fontfile.Shape) bool {
	return drawn.Bottom <= leastDrop && drawn.Top <= min(highestInferior, inferiorTop*s.height) && drawn.Height() <= superiorHeight*s.height
}

// middle is the median of some numbers, or what stands in where there are none.
func middle(v []float64, none float64) float64 {
	if len(v) == 0 {
		return none
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// markLetters are the characters that note markers are made of, beside figures.
const markLetters = "abcdefghijklmnopqrstuvwxyz†‡§¶"

// tells reports whether a character's glyph may be raised, or tells how high glyphs
// of text are.
func tells(r rune) bool {
	return chars.IsFigure(r) || r >= 'A' && r <= 'Z' || strings.ContainsRune(markLetters, r)
}

// hasTwins reports whether two codes of a font stand for one character.
func hasTwins(codes []character) bool {
	seen := make(map[rune]bool, len(codes))
	for _, c := range codes {
		if seen[c.r] {
			return true
		}
		seen[c.r] = true
	}
	return false
}

// suspicious reports whether widths say that a font may have superior figures: two
// codes for a figure, or narrow ones. Long programs, and those of simple fonts, of which
// nothing else asks what they draw, are looked at only then.
func suspicious(codes []character) bool {
	narrow, wide := 0.0, 0.0
	seen := [10]bool{}
	for _, c := range codes {
		if !chars.IsFigure(c.r) {
			continue
		}
		if seen[c.r-'0'] {
			return true
		}
		seen[c.r-'0'] = true
		if c.r != '1' && c.width > 0 {
			wide = max(wide, c.width)
			if narrow == 0 || c.width < narrow {
				narrow = c.width
			}
		}
	}
	return narrow > 0 && (narrow < narrowFigure || narrow <= superiorWidth*wide)
}

// narrowTwins finds superior figures by widths alone, for fonts that are not in the
// file: there are two glyphs for a figure, and one is much narrower.
func narrowTwins(codes []character) map[uint32]mark.Setting {
	var of [10][]character
	for _, c := range codes {
		if chars.IsFigure(c.r) {
			of[c.r-'0'] = append(of[c.r-'0'], c)
		}
	}
	out := map[uint32]mark.Setting{}
	digits := 0
	plain, raised := 0.0, 0.0 // the widest of each
	for digit, of := range of {
		widest := 0.0
		for _, c := range of {
			widest = max(widest, c.width)
		}
		plain = max(plain, widest)
		if len(of) < 2 || digit == 1 {
			continue
		}
		found := false
		for _, c := range of {
			if c.width > 0 && c.width <= superiorWidth*widest {
				out[c.code] = untold
				raised = max(raised, c.width)
				found = true
			}
		}
		if found {
			digits++
		}
	}
	if digits < minSuperior {
		return nil
	}
	// A digit of which the subset has the superior figure alone is told by its
	// width; of 1, which is narrow in any form, the narrowest of several.
	for digit, of := range of {
		switch {
		case digit != 1 && len(of) == 1:
			if w := of[0].width; w > 0 && w <= raised && w <= superiorWidth*plain {
				out[of[0].code] = untold
			}
		case digit == 1 && len(of) > 1:
			narrow := slices.MinFunc(of, func(a, b character) int {
				return cmp.Or(cmp.Compare(a.width, b.width), cmp.Compare(a.code, b.code))
			})
			if narrow.width > 0 && narrow.width <= raised {
				out[narrow.code] = untold
			}
		}
	}
	return out
}

// stand finds the raised and lowered glyphs of a composite font. It looks only at what
// the map lists one by one, as it does for parts of fonts.
func (c *Composite) stand(p *program, cid object.Dict) map[uint32]mark.Setting {
	if c.Vertical || c.unicode || c.legacy != nil {
		return nil
	}
	text := c.byCID
	if c.toUnicode != nil {
		text = c.toUnicode.text
	} else if c.encoding != nil {
		return nil // what is known is known by CIDs
	}
	codes := charactersOf(text, c.widthOf)
	if !slices.ContainsFunc(codes, func(c character) bool { return chars.IsFigure(c.r) }) {
		return nil
	}
	if p.tooLong() && !suspicious(codes) {
		return nil
	}
	outlines, _ := p.readOutlines()
	glyphOf := p.glyphsOf(cid)
	return stand(codes, func(code uint32) (fontfile.Shape, bool) {
		if g, ok := glyphOf(c.cidOf(code)); ok {
			return outlines.Shape(g)
		}
		return fontfile.Shape{}, false
	}, false)
}

// charactersOf are the codes of a map that stand for one character which may be raised
// or tells, in order.
func charactersOf(text map[uint32]string, widthOf func(uint32) float64) []character {
	var codes []character
	for code, s := range text {
		if len(s) == 0 || len(s) > 3 {
			continue
		}
		if r, n := utf8.DecodeRuneInString(s); n == len(s) && tells(r) {
			codes = append(codes, character{code, r, widthOf(code)})
		}
	}
	slices.SortFunc(codes, func(a, b character) int { return cmp.Compare(a.code, b.code) })
	return codes
}

// widthOf is the width of a code's glyph in units of the size.
func (c *Composite) widthOf(code uint32) float64 {
	if w, ok := c.width[c.cidOf(code)]; ok {
		return w
	}
	return c.dw
}

// stand finds the raised and lowered glyphs of a simple font. One that is not in the
// file draws what its glyphs are called.
func (fn *Font) stand(ink *simpleInk) map[uint32]mark.Setting {
	text := make(map[uint32]string, 64)
	for code, s := range fn.Text {
		text[uint32(code)] = s
	}
	codes := charactersOf(text, func(code uint32) float64 { return fn.Width[code] })
	if !slices.ContainsFunc(codes, func(c character) bool { return chars.IsFigure(c.r) }) {
		return nil
	}
	if ink.subtype != "Type3" && !ink.file.embedded(ink.program.desc) {
		var out map[uint32]mark.Setting
		for _, c := range codes {
			if chars.IsFigure(c.r) && glyph.Superior(ink.names[c.code]) {
				if out == nil {
					out = map[uint32]mark.Setting{}
				}
				out[c.code] = untold
			}
		}
		return out
	}
	if ink.subtype != "Type3" && !suspicious(codes) {
		return nil
	}
	return stand(codes, func(code uint32) (fontfile.Shape, bool) { return ink.shape(int(code)) }, ink.subtype == "Type3")
}
