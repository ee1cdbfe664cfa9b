package parse

import (
	"fmt"
	"testing"
)

// A chapter that is a file of its own may print its period in the running head alone: that is no
// day of publication. A foot with one date is.
func TestPeriodInARunningHead(t *testing.T) {
	for head, want := range map[string][3]string{
		"2031 G7 Larkhaven Summit Final Report, 4 May 2031 to 1 March 2032": {"2031-05-04", "2032-03-01", ""},
		"2031 G7 Larkhaven Summit Final Report, 4 May 2031 – 1 March 2032":  {"2031-05-04", "2032-03-01", ""},
		"2031 G7 Larkhaven Summit Final Report, version of 15 March 2032":   {"", "", "2032-03-15"},
		"2031 G7 Larkhaven Summit, 3 to 5 May 2031":                         {"", "", ""},
	} {
		s := newSheet()
		for i := range 6 {
			s.page()
			s.at(sheetLeft, 40, 9, head)
			s.y = 80
			if i == 0 {
				s.chapterHead()
			}
			s.para(fmt.Sprintf("Text of leaf %c goes on about harbours.", 'a'+i), "It has a second line of words.")
		}
		info := s.parse(t).Report
		got := [3]string{"", "", info.Published}
		if info.Period != nil {
			got[0], got[1] = info.Period.From, info.Period.To
		}
		if got != want {
			t.Errorf("%s: %v, want %v", head, got, want)
		}
	}
}
