package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// SmallRatio is how much smaller than the body a line must be to count as
// note-sized.
const SmallRatio = 0.955

// SameSize reports whether two sizes are the same but for rounding.
func SameSize(a, b float64) bool { return a > b*0.95 && a < b*1.05 }

// IsRaised reports whether a run stands above its line as a superscript does:
// raised by a noticeable part of the line's size and set smaller, or raised
// by a quarter of it whatever its size.
func IsRaised(l *model.Line, run model.Run) bool {
	return run.Rise > 0.10*l.Size && run.Size < 0.86*l.Size || run.Rise > 0.25*l.Size
}

// Superscripts are Unicode's own raised figures, from 0 on.
const Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// SuperscriptFigures reports whether s is written in Unicode's own raised
// figures.
func SuperscriptFigures(s string) bool {
	if c, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune(Superscripts, c) {
		return false
	}
	seen := false
	for _, c := range s {
		if strings.ContainsRune(Superscripts, c) {
			seen = true
		} else if c != ',' && c != ' ' {
			return false
		}
	}
	return seen
}

// HalfPoints is a size in half points, rounded, by which sizes are counted.
func HalfPoints(size float64) int { return int(math.Round(size * 2)) }

// BodySize takes code points by size in half points, and gives points: it is
// the largest size among those that carry much of the text:
// notes are smaller than the body but can outweigh it, headings are larger
// but never carry a third of what the commonest size carries.
func BodySize(weight map[int]int) float64 {
	most := 0
	for _, w := range weight {
		most = max(most, w)
	}
	best := 0
	for s, w := range weight {
		if w*3 >= most && s > best {
			best = s
		}
	}
	return float64(best) / 2
}
