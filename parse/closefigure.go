package parse

import (
	"math"

	"recount.invalid/recount/notation"
)

// cutCloseFigure gives a row of a table whose label is so long that no gap is
// left before its first figure, with the two as pieces; nil for other rows.
// Another row tells: it has a piece more, and its figures stand where this
// row's do, the first of them where this one's label ends in a score.
func (r *reading) cutCloseFigure(l *line, rows []*line) *line {
	ps := pieces(l)
	if len(ps) < minMatrixMembers || ps[0].to-ps[0].from < 2 {
		return nil
	}
	last := ps[0].to - 1
	figure := part{l, last, last + 1}
	s, _ := r.raw(figure)
	if _, ok, _ := notation.ParseScore(r.vocab, s); !ok {
		return nil
	}
	for _, other := range rows {
		qs := pieces(other)
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
		c.origin = l
		return &c
	}
	return nil
}

// over reports whether two pieces stand one above the other.
func over(a, b part) bool {
	return math.Abs(a.box().CentreX()-b.box().CentreX()) < 0.8*a.l.Size
}
