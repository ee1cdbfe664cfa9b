package parse

import (
	"fmt"
	"testing"
)

// The notes at a chapter's end stand in two columns over two pages, and a number among
// them is left out: those behind the gap are taken with the others, and no second time.
func TestEndnotesWithAGap(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*1. Harbours: Tide Gauges*")
	s.y += 10
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.y += 4
	for n := 1; n <= 16; n++ {
		if n != 12 {
			s.line(fmt.Sprintf("On %d July 2031, Canada opened harbour number %d.^%d^", n, n, n))
		}
	}
	s.para("Thus, Canada receives a score of +1.")
	s.put(sheetLeft, 12, "*Notes*")
	s.y += 4
	size := s.size
	s.size = 8
	notes := func(from, to int) (out []string) {
		for n := from; n <= to; n++ {
			if n != 12 {
				out = append(out, fmt.Sprintf("^%d^ Harbour %d, Harbour Office (Lind)", n, n), fmt.Sprintf("%d July 2031. https://a.example/%d", n, n))
			}
		}
		return out
	}
	s.columns(99, notes(1, 3), notes(4, 6))
	s.page()
	s.columns(99, notes(7, 11), notes(13, 16))
	s.size = size
	rep := s.parse(t)
	if len(rep.Footnotes) != 15 {
		t.Errorf("%d notes: %+v", len(rep.Footnotes), rep.Footnotes)
	}
}
