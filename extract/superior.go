package extract

import (
	"cmp"
	"slices"
	"strings"
)

// Typefaces have superior figures of their own for note markers: glyphs that
// are drawn small and high within the letter's own box, so that neither size
// nor height of the text changes, and that ToUnicode calls by the plain digit.
// Read as plain, a marker behind a year becomes part of a number. What tells
// them is that the font has two glyphs for a digit, and one is much narrower:
// figures are drawn to one width, and superior ones to about six tenths of it.

// superiorFigures are Unicode's raised figures, by digit.
var superiorFigures = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

const (
	// superiorWidth is the widest that a superior figure is, as a share of the
	// plain one. Old-style, tabular and lining figures of a face differ by less.
	superiorWidth = 0.78
	// minSuperior is how many digits must have a narrow second glyph: an
	// old-style 1 alone may be half as wide as a tabular one.
	minSuperior = 2
)

// superior finds the codes of superior figures: nil where the font has none.
// It looks only at what the map lists one by one, as it does for subsets.
func (c *composite) superior() map[uint32]string {
	if c.toUnicode == nil || c.vertical {
		return nil
	}
	var codes [10][]uint32
	for code, text := range c.toUnicode.text {
		if len(text) == 1 && text[0] >= '0' && text[0] <= '9' {
			codes[text[0]-'0'] = append(codes[text[0]-'0'], code)
		}
	}
	out := map[uint32]string{}
	digits := 0
	plain, raised := 0.0, 0.0 // the widest of each
	for digit, of := range codes {
		widest := 0.0
		for _, code := range of {
			widest = max(widest, c.widthOf(code))
		}
		plain = max(plain, widest)
		if len(of) < 2 || digit == 1 {
			continue
		}
		found := false
		for _, code := range of {
			if w := c.widthOf(code); w > 0 && w <= superiorWidth*widest {
				out[code] = superiorFigures[digit]
				raised = max(raised, w)
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
	for digit, of := range codes {
		switch {
		case digit != 1 && len(of) == 1:
			if w := c.widthOf(of[0]); w > 0 && w <= raised && w <= superiorWidth*plain {
				out[of[0]] = superiorFigures[digit]
			}
		case digit == 1 && len(of) > 1:
			narrow := slices.MinFunc(of, func(a, b uint32) int { return cmp.Or(cmp.Compare(c.widthOf(a), c.widthOf(b)), cmp.Compare(a, b)) })
			if w := c.widthOf(narrow); w > 0 && w <= raised {
				out[narrow] = superiorFigures[digit]
			}
		}
	}
	return out
}

// widthOf is the width of a code's glyph in units of the size.
func (c *composite) widthOf(code uint32) float64 {
	if w, ok := c.width[c.cidOf(code)]; ok {
		return w
	}
	return c.dw
}

// isSuperior reports whether a letter is one of Unicode's raised figures.
func isSuperior(s string) bool {
	return len(s) > 1 && (s[0] == 0xc2 || s[0] == 0xe2) && strings.Contains("⁰¹²³⁴⁵⁶⁷⁸⁹", s)
}

// superiorAt reports whether the k-th letter of a row is a raised figure, or
// what stands between two of them ("³,⁴", "³–⁵").
func (a *assembler) superiorAt(k int) bool {
	s := a.placed[k].text
	if isSuperior(s) {
		return true
	}
	return (s == "," || s == "-" || s == "–") && k > 0 && k+1 < len(a.placed) &&
		isSuperior(a.placed[k-1].text) && isSuperior(a.placed[k+1].text)
}
