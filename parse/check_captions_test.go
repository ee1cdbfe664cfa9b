package parse

import (
	"slices"
	"testing"

	"recount.invalid/recount/parse/internal/witness"
)

// A table that nobody read is told of by its title, whatever it looks like.
func TestTitleWithoutItsTable(t *testing.T) {
	prose := func(s *drawnSheet) {
		s.para("The members kept most of their promises, as the analysts of the group found", "in the course of the year.")
		s.para("They met in Lind.")
	}
	rows := func(s *drawnSheet) {
		for _, l := range []string{"Harbours: more than half of the quays", "Nets: a third, and the hares of Thule", "Gauges: none in the north of Atlantis"} {
			s.line(l)
		}
	}
	ruled := func(s *drawnSheet) {
		s.ruled([]float64{72, 300, 420}, []string{"Harbour", "Depth"}, []string{"Lind", "deep"}, []string{"Thule", "shallow"})
	}
	list := func(s *drawnSheet) {
		s.ruled([]float64{72, 120, 420}, []string{"No.", "Commitment"}, []string{"1", "We will build ten quays."}, []string{"2", "We will mend the nets."})
	}
	for name, c := range map[string]struct {
		draw  func(s *drawnSheet)
		about string // of the warning; empty is none
	}{
		"rows among paragraphs": {func(s *drawnSheet) { s.para("*Table 3: Compliance by Region*"); rows(s) }, "/matrices"},
		"the number alone":      {func(s *drawnSheet) { s.para("*Table 3*"); s.para("*Harbours of the Region*"); rows(s) }, "/commitments_list"},
		"a title in plain type": {func(s *drawnSheet) { s.para("TABLE B. Harbours of the Region"); rows(s) }, "/commitments_list"},
		"before the next title": {func(s *drawnSheet) { s.para("*Table 1: Harbours*"); s.para("*Table 2: Depths*"); ruled(s) }, "/commitments_list"},
		"nothing but text":      {func(s *drawnSheet) { s.para("*Table 3: Scores*"); prose(s); prose(s); prose(s); prose(s) }, "/matrices"},
		"a ruled table":         {func(s *drawnSheet) { s.para("*Table 3: Depths*"); ruled(s) }, ""},
		"a list":                {func(s *drawnSheet) { s.para("*Table 3: Commitments*"); list(s) }, ""},
		"a title below":         {func(s *drawnSheet) { ruled(s); s.y += 12; s.para("*Table 3: Depths*"); prose(s) }, ""},
		"a note between":        {func(s *drawnSheet) { s.para("*Table 3: Depths*"); s.para("Measured at low tide."); ruled(s) }, ""},
		"a sentence about it":   {func(s *drawnSheet) { s.para("Table 3 shows what was found in the harbours."); prose(s) }, ""},
		"a reference in a line": {func(s *drawnSheet) {
			s.para("The scores of all the members of the group are shown in", "Table 3. They were found by the analysts.")
			prose(s)
		}, ""},
		"an entry of the contents": {func(s *drawnSheet) {
			s.para("*Contents*")
			s.line("Overview......2").line("Table 3: Depths......2").line("Harbours: Tide Gauges......4").para("Safety: Pilots......8")
		}, ""},
	} {
		s := newSheet().page()
		c.draw(s)
		s.page()
		s.chapterHead()
		about := ""
		for _, w := range s.parse(t).Warnings {
			if w.Kind == witness.KindTableUnread {
				if about = "/none"; len(w.About) > 0 {
					about = w.About[0]
				}
				if slices.Contains(w.About, c.about) {
					about = c.about
				}
			}
		}
		if about != c.about {
			t.Errorf("%s: about %q, want %q", name, about, c.about)
		}
	}
}
