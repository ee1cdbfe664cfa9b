package parse

import "testing"

// A level of few words is one in a table that the other levels make a scoring
// table, ruled or open; short texts behind scores alone make none.
func TestLevelOfFewWords(t *testing.T) {
	edges := []float64{sheetLeft, 140, 500}
	levels := [][]string{
		{"+1", "The member digs the wells AND shares the drawings with others."},
		{"0", "The member digs the wells OR shares the drawings with others."},
		{"−1", "The member does neither."},
	}
	s := newSheet().page().chapterHead()
	s.line("*Scoring Guidelines*")
	s.ruled(edges, levels...)
	s.y += 16
	s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
	rep := s.parse(t)
	got := rep.Commitments[0].Rubric
	if len(got) != 3 || got[2].Score == nil || *got[2].Score != -1 || got[2].Text != levels[2][1] {
		t.Errorf("levels %+v, warnings %+v", got, rep.Warnings)
	}

	s = newSheet().page().chapterHead()
	s.line("*Background*")
	s.ruled(edges, []string{"+1", "Wells dug."}, []string{"0", "Few wells."}, []string{"−1", "No well."})
	s.y += 16
	s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
	if got := s.parse(t).Commitments[0].Rubric; len(got) > 0 {
		t.Errorf("levels %+v", got)
	}
}
