package parse

import (
	"strconv"
	"strings"
	"testing"
)

func TestRunningFootPartedBetweenColumns(t *testing.T) {
	pages := func(left string) *drawnSheet {
		s := newSheet()
		for i := 1; i <= 8; i++ {
			s.page()
			if i == 1 {
				s.chapterHead()
			} else {
				s.para("A gauge stands in bay " + strings.Repeat("o", i) + " and is read at noon.")
			}
			foot := "Page " + strconv.Itoa(i) + " of 8"
			if i < 7 {
				s.at(sheetLeft, 750, 9, "Harbour Group, 3 May 2031 | "+foot)
				continue
			}
			s.at(sheetLeft, 750, 9, left)
			s.at(450, 750, 9, foot)
		}
		return s
	}
	text := func(s *drawnSheet) (string, int) {
		rep := s.parse(t)
		var all []string
		for _, b := range rep.Commitments[0].Background {
			all = append(all, b.Text)
		}
		heads := 0
		for _, h := range rep.RunningHeads {
			heads += len(h.Pages)
		}
		return strings.Join(all, " "), heads
	}
	if got, heads := text(pages("Harbour Group, 3 May 2031")); strings.Contains(got, "Page") || strings.Contains(got, "Group") || heads != 8 {
		t.Errorf("%d heads, text %q", heads, got)
	}
	// Other words at that height are text.
	if got, _ := text(pages("the gauge of the Harbour Group.")); !strings.Contains(got, "Harbour Group.") {
		t.Errorf("text %q", got)
	}
}
