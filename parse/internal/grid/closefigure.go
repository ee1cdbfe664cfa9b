package grid

import (
	"math"

	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/internal/sheet"
)

// cutCloseFigure gives a row of a table whose label is so long that no gap is
// left before its first figure, with the two as pieces; nil for other rows.
// Another row tells: it has a piece more, and its figures stand where this
// row's do, the first of them where this one's label ends in a score.
func (r *Reader) cutCloseFigure(l *sheet.Line, rows []*sheet.Line) *sheet.Line {
	ps := Pieces(l)
	if len(ps) < sheet.MinMatrixMembers || ps[0].To-ps[0].From < 2 {
		return nil
	}
	last := ps[0].To - 1
	figure := sheet.Part{L: l, From: last, To: last + 1}
	s, _ := r.Raw(figure)
	if _, ok, _ := notation.ParseScore(r.Vocab, s); !ok {
		return nil
	}
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
		m := *l.Line
		m.Runs = append(m.Runs[:0:0], l.Runs...)
		m.Runs[last].Space, m.Runs[last].Gap = true, l.Size
		c := *l
		c.Line = &m
		c.Origin = l
		return &c
	}
	return nil
}

// over reports whether two pieces stand one above the other.
func over(a, b sheet.Part) bool {
	return math.Abs(a.Box().CentreX()-b.Box().CentreX()) < 0.8*a.L.Size
}
