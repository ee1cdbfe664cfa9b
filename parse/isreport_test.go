package parse

import (
	"errors"
	"strings"
	"testing"

	"recount.invalid/recount/parse/internal/front"
)

// What looks like a report and is none is refused with what was found in it and
// what was not; a page of a report is one.
func TestWhatIsNoReport(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(s *drawnSheet)
		found string // "" is a report
	}{
		{"contents of a standard", func(s *drawnSheet) {
			s.put(sheetLeft, 18, "*Recommendation on Gauges*")
			for _, l := range []string{"1 The purpose of gauges and of their scales 5", "2 Possibilities of compression in the scale 6", "3 Compatibility with what was there before 6"} {
				s.para(l)
			}
		}, ""},
		{"sections of a paper", func(s *drawnSheet) {
			s.put(sheetLeft, 16, "*Background*")
			s.para("Gauges have been read since the first piers were built.")
			s.put(sheetLeft, 16, "*Assessment*")
			s.para("They are read twice a day, by hand.")
		}, "2 headings"},
		{"list of commitments", func(s *drawnSheet) {
			s.put(sheetLeft, 18, "*Commitments of the Quayside Summit*")
			for _, l := range []string{"1. We will put a tide gauge into every harbour. (2031-1)", "2. We will open a library beside every school. (2031-2)", "3. We will train two thousand nurses for clinics. (2031-3)"} {
				s.para(l)
			}
		}, "3 numbered entries"},
		{"grades", func(s *drawnSheet) {
			s.put(sheetLeft, 18, "*Country Performance Assessment*")
			for _, l := range []string{"Canada", "Overall Grade: B+", "Gauges", "Grade Awarded: A", "Libraries", "Grade Awarded: C"} {
				s.para(l)
			}
		}, "3 letter grades"},
		{"table of levels", func(s *drawnSheet) {
			s.put(sheetLeft, 16, "*Background*")
			s.para("The handbook tells how to read gauges.")
			s.put(sheetLeft, 16, "*Scoring*")
			s.y += 12
			s.ruled([]float64{72, 120, 500}, []string{"−1", "The gauge cannot be read at all by its keeper."}, []string{"+1", "The gauge can be read by everybody at all times."})
		}, "levels"},
	} {
		s := newSheet().page()
		c.build(s)
		_, err := s.tryParse()
		var no *front.NotReportError
		if !errors.Is(err, front.ErrNotReport) || !errors.As(err, &no) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if !strings.Contains(err.Error(), "none was found of members with scores") || !strings.Contains(err.Error(), c.found) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for name, build := range map[string]func(s *drawnSheet){
		"a table of scores": func(s *drawnSheet) { s.chapterHead() },
		"a section": func(s *drawnSheet) {
			s.line("*Canada: +1*").para("Canada has fully complied with its commitment.").para("Thus, Canada receives a score of +1.")
		},
		"a cover": func(s *drawnSheet) { s.put(sheetLeft, 18, "*2031 G7 Quayside Summit Final Compliance Report*") },
		"a summary": func(s *drawnSheet) {
			s.put(sheetLeft, 12, "*Table 2: Scores*")
			s.y += 10
			s.ruled([]float64{72, 180, 240, 300, 360}, []string{"", "Brazil", "India", "China"}, []string{"1. Gauges", "+1", "0", "−1"}, []string{"2. Piers", "+1", "0", "−1"})
		},
		"the first page of a chapter": func(s *drawnSheet) {
			s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
			s.y += 10
			s.para("“We will put a tide gauge into every harbour.”")
			s.put(sheetLeft, 12, "*Assessment*")
			s.para("It was made by six students and their teacher.")
		},
		"the parts of a chapter": func(s *drawnSheet) {
			s.put(sheetLeft, 12, "*Background*")
			s.para("Gauges are old.")
			s.put(sheetLeft, 12, "*Commitment Features*")
			s.para("The promise has two parts.")
			s.put(sheetLeft, 12, "*Scoring Guidelines*")
			s.para("−1: The member does nothing.").para("+1: The member does both.")
		},
	} {
		s := newSheet().page()
		build(s)
		if _, err := s.tryParse(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
