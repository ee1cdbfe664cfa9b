package arrange

import (
	"strings"

	"recount.invalid/recount/extract/internal/chars"
)

// isSuperior reports whether a letter is one of Unicode's raised figures.
func isSuperior(s string) bool {
	return len(s) > 1 && (s[0] == 0xc2 || s[0] == 0xe2) && strings.Contains(chars.Superiors, s)
}

// superiorAt reports whether the k-th letter of a row is a raised figure, or
// what stands between two of them ("³,⁴", "³–⁵"). The numerator of a fraction
// ("¹⁄₂") is none.
func (a *Arranger) superiorAt(k int) bool {
	s := a.placed[k].text
	if isSuperior(s) {
		for n := 1; n < longestNumerator && k+1 < len(a.placed) && isSuperior(a.placed[k+1].text); n++ {
			k++
		}
		return k+2 >= len(a.placed) || !isStroke(a.placed[k+1].text) || !isDenominator(a.placed[k+2].text)
	}
	return joinsMarks(s) && k > 0 && k+1 < len(a.placed) &&
		isSuperior(a.placed[k-1].text) && isSuperior(a.placed[k+1].text)
}

// longestNumerator is how many figures the numerator of a fraction has at most.
const longestNumerator = 3

// isStroke reports whether a letter is the stroke of a fraction.
func isStroke(s string) bool { return s == "⁄" || s == "/" }

// isDenominator reports whether a letter is a figure, plain or lowered.
func isDenominator(s string) bool {
	return len(s) == 1 && chars.IsFigure(rune(s[0])) || len(s) == 3 && strings.Contains("₀₁₂₃₄₅₆₇₈₉", s)
}

// joinsMarks reports whether a letter may stand between two raised figures.
func joinsMarks(s string) bool { return s == "," || s == "-" || s == "–" }
