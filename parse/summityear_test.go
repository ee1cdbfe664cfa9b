package parse

import (
	"testing"

	"recount.invalid/recount/model"
)

// A year in the title may be the report's; the one beside the summit's name is the
// summit's, and what contradicts is told.
func TestSummitYearStandsBesideItsName(t *testing.T) {
	for _, c := range []struct {
		title, below, from string
		year               int
		doubt              bool
	}{
		{"The 2032 G7 Research Group Compliance Report", "2031 Cologne Summit", "11 July 2031", 2031, false},
		{"The 2032 G7 Research Group Compliance Report", "Cologne, 2031", "11 July 2031", 2031, false},
		{"The 2032 G7 Research Group Compliance Report", "2031 G7 Cologne Summit", "11 July 2029", 2031, true},
		{"Cologne Compliance Report 2032", "A study", "11 July 2031", 2031, true},
		// Near misses: the year is the summit's, or the period begins in the next.
		{"2031 Cologne Compliance Report", "A study", "11 July 2031", 2031, false},
		{"2031 Cologne Compliance Report", "A study", "2 January 2032", 2031, false},
		{"2031 Cologne Compliance Report", "A study", "2 January 2030", 2031, true},
		{"Cologne Compliance Report 2031", "Printed in Lind 2032", "11 July 2031", 2031, false},
	} {
		s := newSheet().page()
		s.y = 120
		s.put(150, 18, "*Keeping Cologne’s Commitments*")
		s.y += 20
		s.put(150, 14, "*"+c.title+"*")
		s.y += 20
		s.put(180, 12, c.below)
		s.y += 20
		s.put(180, 11, c.from+" to 31 May 2033")
		s.y += 20
		s.put(220, 11, "20 June 2033")
		s.page()
		s.chapterHead()
		rep := s.parse(t)
		doubted := false
		for _, w := range rep.Warnings {
			doubted = doubted || w.Kind == "summit-year"
		}
		if i := rep.Report; i.Summit != (model.Summit{Name: "Cologne", Year: c.year}) || doubted != c.doubt {
			t.Errorf("%q, %q: summit %+v, doubted %v", c.title, c.below, i.Summit, doubted)
		}
	}
}
