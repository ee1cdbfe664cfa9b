package grid

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// cellGap is how wide a gap between the cells of a line is at least, as a ratio of
// its size.
const cellGap = 0.6

// Pieces cuts a line at its gaps.
func Pieces(l *sheet.Line) []sheet.Part { return piecesOf(sheet.Part{L: l, From: 0, To: len(l.Runs)}) }

// piecesOf cuts a part of a line at its gaps.
func piecesOf(pt sheet.Part) []sheet.Part {
	var out []sheet.Part
	for i := pt.From; i < pt.To; i++ {
		if n := len(out); n > 0 && (pt.L.Runs[i].Gap < cellGap*pt.L.Size || typedSpace(pt.L.Runs[i-1], pt.L.Runs[i])) {
			out[n-1].To = i + 1
			continue
		}
		out = append(out, sheet.Part{L: pt.L, From: i, To: i + 1})
	}
	return out
}

// typedSpace reports whether the gap between two runs is the space of a typewriter,
// on which every letter and the space are of one width, wider than the spaces of
// other type.
func typedSpace(a, b model.Run) bool {
	letter := b.Box.Width() / float64(max(1, utf8.RuneCountInString(b.Text)))
	same := func(w float64) bool { return math.Abs(w-letter) < 0.02*letter }
	return same(b.Gap) && same(a.Box.Width()/float64(max(1, utf8.RuneCountInString(a.Text))))
}

// nameWords cuts a text at its spaces and where a capital follows a small
// letter: "KingdomStates".
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		from := 0
		prev := rune(0)
		for i, c := range w {
			if i > from && unicode.IsLower(prev) && unicode.IsUpper(c) {
				out = append(out, w[from:i])
				from = i
			}
			prev = c
		}
		out = append(out, w[from:])
	}
	return out
}

// FigureWords cuts a text at its spaces, before every sign that stands right
// behind a figure, and behind percent signs: "+0.33–0.67", "67%100%". A percentage
// in brackets stays with the figure before it.
func FigureWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if n := len(out); n > 0 && strings.HasPrefix(w, "(") && strings.HasSuffix(w, "%)") {
			out[n-1] += " " + w
			continue
		}
		from := 0
		prev := rune(0)
		for i, c := range w {
			glued := prev >= '0' && prev <= '9' && script.IsSign(c) || prev == '%' && c != ')'
			if i > from && glued {
				out = append(out, w[from:i])
				from = i
			}
			prev = c
		}
		out = append(out, w[from:])
	}
	return out
}

// crowdedFigures reports whether a piece is several figures.
func crowdedFigures(pc sheet.Part) bool {
	n := 0
	for i := pc.From; i < pc.To; i++ {
		text := pc.L.Runs[i].Text
		if sheet.HasLetter(text) {
			return false
		}
		for _, w := range FigureWords(text) {
			switch {
			case LoneSign(w):
				// a sign that is set in a font of its own
			case !strings.ContainsAny(w, "0123456789"):
				return false
			default:
				n++
			}
		}
	}
	return n > 1
}

// labelPiece is the box of a row's first piece with letters.
func labelPiece(row *sheet.Line) (model.Box, bool) {
	for _, pc := range Pieces(row) {
		for i := pc.From; i < pc.To; i++ {
			if sheet.HasLetter(row.Runs[i].Text) {
				return pc.Box(), true
			}
		}
	}
	return model.Box{}, false
}
