package parse

import "testing"

// The stage may stand in a line of the cover that says nothing else.
func TestStageInALineOfTheCover(t *testing.T) {
	for line, want := range map[string]string{
		"Final version": "final", "Interim edition": "interim", "Status: final": "final", "Final": "final", "(Preliminary)": "preliminary",
		"Final draft": "", "Final Declaration of the Ministers": "", "From the interim to the final version": "", "Version of the report": "",
	} {
		s := newSheet().page()
		s.y = 180
		s.put(150, 16, "*Compliance with G8 Commitments: From Quay Town 2000 to Lind 2001*")
		s.y += 20
		s.put(220, 11, line)
		s.y += 30
		s.put(220, 11, "July 6, 2001")
		rep := s.page().chapterHead().parse(t)
		if rep.Report.Stage != want {
			t.Errorf("%q: %q, not %q", line, rep.Report.Stage, want)
		}
	}
}
