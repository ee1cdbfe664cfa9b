package grid

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// cutCloseFigure gives a row of a table whose label is so long that no gap is
// left before its first figure, with the two as pieces; nil for other rows.
// Another row tells: it has a piece more, and its figures stand where this
// row's do, the first of them where this one's label ends in a score.
func (r *Reader) cutCloseFigure(l *sheet.Line, rows []*sheet.Line) *sheet.Line {
	ps := Pieces(l)
	if len(ps) < sheet.MinMatrixMembers {
		return nil
	}
	c := r.figureApart(l, ps[0].To)
	if c == nil {
		return nil
	}
	last := ps[0].To - 1 + len(c.Runs) - len(l.Runs)
	figure := sheet.Part{L: c, From: last, To: last + 1}
	for _, other := range rows {
		qs := Pieces(other)
		if other == l || len(qs) != len(ps)+1 || !over(figure, qs[1]) {
			continue
		}
		fits := true
		for i := 1; i < len(ps); i++ {
			fits = fits && over(ps[i], qs[i+1])
		}
		if !fits {
			continue
		}
		return c
	}
	return nil
}

// figureApart is a line with a gap before the score in which the first of its
// pieces, of the runs before end, ends; nil where that is no score. The score
// may be a run of its own, or the last word of one: where it begins is estimated
// from the letters then.
func (r *Reader) figureApart(l *sheet.Line, end int) *sheet.Line {
	last := l.Runs[end-1]
	cut := []model.Run{last}
	if label, figure, spaced := cutLastWord(last.Text); spaced {
		cut = layout.CutRun(last, []string{label, figure}, l.Size)
	} else if end < 2 {
		return nil
	}
	figure := &cut[len(cut)-1]
	if _, ok, _ := scoretext.ParseScore(r.Vocab, figure.Text); !ok {
		return nil
	}
	figure.Space, figure.Gap = true, l.Size
	m := *l.Line
	m.Runs = slices.Concat(l.Runs[:end-1], cut, l.Runs[end:])
	c := *l
	c.Line = &m
	c.Origin = l
	return &c
}

// cutLastWord parts a text from its last word, which a space stands before.
func cutLastWord(s string) (rest, word string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s, false
	}
	rest = strings.TrimSpace(s[:i])
	return rest, s[i+1:], rest != ""
}

// over reports whether two pieces stand one above the other.
func over(a, b sheet.Part) bool {
	return math.Abs(a.Box().CentreX()-b.Box().CentreX()) < 0.8*a.L.Size
}
