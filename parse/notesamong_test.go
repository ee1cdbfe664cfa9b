package parse

import (
	"fmt"
	"testing"
)

// The notes of a section stand below it in the middle of the page, and their count goes on
// over the sections: a table below a note, and a heading with what follows it, are no part of
// the note, on whatever page.
func TestATableBelowANoteIsKept(t *testing.T) {
	s := newSheet()
	for n := 1; n <= 4; n++ {
		s.page()
		s.put(sheetLeft, 16, fmt.Sprintf("*Part %d*", n))
		s.para("The gauges of the harbours were read on every day of the year and", fmt.Sprintf("all of them were found to be in good order by their keepers.^%d^", n))
		s.at(sheetLeft, s.y, 8, fmt.Sprintf("^%d^ Gauge %d, Harbour Office (Lind), which answered by", n, n))
		s.at(sheetLeft, s.y+10, 8, "telephone.")
		s.y += 40
		s.put(sheetLeft, 14, fmt.Sprintf("*Table %d: Final Compliance Scores*", n))
		s.y += 12
		if n == 2 {
			s.ruled([]float64{72, 240, 300, 360, 420, 500},
				[]string{"Commitment", "Canada", "France", "Japan", "Average"},
				[]string{"1. Harbours [12]", "+1", "0", "−1", "0.00"},
				[]string{"2. Lamps [15]", "+1", "+1", "+1", "+1.00"},
				[]string{"Average", "+1.00", "+0.50", "0.00", "+0.50"})
		}
		s.para("Each of the lamps was lit.")
	}
	s.page().chapterHead()
	rep := s.parse(t)
	if len(rep.Footnotes) != 4 {
		t.Errorf("%d notes: %+v", len(rep.Footnotes), rep.Footnotes)
	}
	for i, n := range rep.Footnotes {
		if want := fmt.Sprintf("Gauge %d, Harbour Office (Lind), which answered by telephone.", i+1); n.Text != want {
			t.Errorf("note %q", n.Text)
		}
	}
	if len(rep.Matrices) != 1 || len(rep.Matrices[0].Rows) != 2 {
		t.Errorf("matrices: %+v", rep.Matrices)
	}
}
