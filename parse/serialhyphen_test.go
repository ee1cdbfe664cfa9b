package parse

import "testing"

// The hyphen of a serial may be any that processors put in its place.
func TestHyphensOfSerials(t *testing.T) {
	for _, hyphen := range []string{"-", "–", "−", "‐"} {
		rep := headSheet(func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*Health: Tide Gauges [2031"+hyphen+words1(i)+"]*")
		}).parse(t)
		for i, c := range rep.Commitments {
			if c.ID != "2031-"+words1(i) || c.Title != "Tide Gauges" {
				t.Errorf("%q: %q, %q", hyphen, c.ID, c.Title)
			}
		}
	}
}
