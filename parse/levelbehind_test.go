package parse

import "testing"

// The levels of a scoring table may stand behind the texts. A table in which a
// score stands twice, or that lists members, is a table of what was scored.
func TestLevelsBehindTheirTexts(t *testing.T) {
	edges := []float64{sheetLeft, 400, 500}
	read := func(heading string, rows ...[]string) int {
		s := newSheet().page().chapterHead()
		s.line("*" + heading + "*")
		s.ruled(edges, rows...)
		s.y += 16
		s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
		levels := s.parse(t).Commitments[0].Rubric
		for i, l := range levels {
			if l.Score == nil || *l.Score != i-1 || l.Text != rows[len(rows)-3+i][0] {
				t.Errorf("%s: level %+v", heading, l)
			}
		}
		return len(levels)
	}
	head := []string{"Indicator", "Score"}
	none := []string{"Neither wells nor drawings of wells.", "–1"}
	some := []string{"Wells, or drawings of wells.", "0"}
	both := []string{"Both wells and drawings of wells.", "+1"}
	if n := read("Scoring", head, none, some, both); n != 3 {
		t.Errorf("%d levels", n)
	}
	if n := read("Scoring Guidelines", none, some, both); n != 3 {
		t.Errorf("%d levels without heads", n)
	}
	if n := read("Background", head, []string{"Wells at the coast", "+1"}, []string{"Wells in the hills", "0"}, []string{"Wells in the towns", "+1"}); n != 0 {
		t.Errorf("%d levels where a score stands twice", n)
	}
	if n := read("Background", head, []string{"United States", "-1"}, []string{"South Africa", "0"}, []string{"European Union", "+1"}); n != 0 {
		t.Errorf("%d levels in a table of members", n)
	}
}

// A page's end may cut a scoring table so that one level stands alone.
func TestScoringTableCutByAPage(t *testing.T) {
	edges := []float64{sheetLeft, 120, 500}
	none := []string{"–1", "The member has neither wells nor drawings of wells."}
	some := []string{"0", "The member has wells or drawings of wells, but not both."}
	both := []string{"+1", "The member has both wells and drawings of wells."}
	head := []string{"Score", "Criteria"}
	read := func(heading string, first, second [][]string) (out []int) {
		s := newSheet().page().chapterHead()
		s.line("*" + heading + "*")
		s.ruled(edges, first...)
		s.page()
		s.ruled([]float64{sheetLeft + 9, 139, 480}, second...)
		s.y += 16
		s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
		for _, l := range s.parse(t).Commitments[0].Rubric {
			out = append(out, *l.Score)
		}
		return out
	}
	for _, c := range []struct {
		heading       string
		first, second [][]string
		want          int
	}{
		{"Scoring Guidelines", [][]string{head, none}, [][]string{some, both}, 3},
		{"Scoring Guidelines", [][]string{none}, [][]string{some, both}, 3},
		{"Scoring Guidelines", [][]string{head, none, some}, [][]string{both}, 3},
		{"Scoring", [][]string{both, some}, [][]string{head, none}, 3},
	} {
		if got := read(c.heading, c.first, c.second); len(got) != c.want {
			t.Errorf("%s, %v, %v: levels %v", c.heading, c.first, c.second, got)
		}
	}
}

// Levels with their scores in the guidelines are the scoring table of a chapter without
// another; the rest stays with the guidelines.
func TestGuidelinesThatAreTheScoringTable(t *testing.T) {
	levels := []string{"Full Compliance (+1): both wells and drawings were made.", "Work in Progress (0): wells or drawings were made.", "Lack of Compliance (-1): nothing was made."}
	read := func(table bool, paragraphs ...string) (rubric, guidelines int) {
		s := newSheet().page().chapterHead()
		s.line("*Interpretation*")
		s.para("A well may be old. It counts when it holds water.")
		for _, p := range paragraphs {
			s.para(p)
		}
		if table {
			s.line("*Scoring*")
			s.ruled([]float64{sheetLeft, 120, 500}, []string{"–1", "The member has neither wells nor drawings of wells."}, []string{"0", "The member has wells or drawings of wells, but not both."}, []string{"+1", "The member has both wells and drawings of wells."})
			s.y += 16
		}
		s.line("*Canada: 0*").para("Canada has partially complied with its commitment.")
		c := s.parse(t).Commitments[0]
		return len(c.Rubric), len(c.Guidelines)
	}
	for _, c := range []struct {
		table              bool
		paragraphs         []string
		rubric, guidelines int
	}{
		{false, levels, 3, 1},
		{false, levels[:2], 2, 1},
		// Near misses: a table of its own, one level, one level twice.
		{true, levels, 3, 4},
		{false, levels[:1], 0, 2},
		{false, []string{levels[0], levels[1], levels[1]}, 0, 4},
	} {
		if rubric, guidelines := read(c.table, c.paragraphs...); rubric != c.rubric || guidelines != c.guidelines {
			t.Errorf("%v, %d paragraphs: %d levels, %d in the guidelines", c.table, len(c.paragraphs), rubric, guidelines)
		}
	}
}
