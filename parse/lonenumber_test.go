package parse

import (
	"fmt"
	"strings"
	"testing"
)

// A page without a running foot keeps its number, which is no note; a figure that is
// not the number due, or stands elsewhere, is left where it is.
func TestPageNumberWithoutItsFoot(t *testing.T) {
	for name, c := range map[string]struct {
		number string
		y      float64
		taken  bool
	}{
		"the number due":        {"4", 760, true},
		"another number":        {"7", 760, false},
		"at the foot of a text": {"4", 712, false},
	} {
		s := newSheet()
		note := 1
		for i := range 8 {
			s.page()
			if i == 0 {
				s.chapterHead()
			}
			s.para(fmt.Sprintf("Text of leaf %c goes on about harbours.^%d^", 'a'+i, note), "It has a second line of words.")
			s.foot(fmt.Sprintf("^%d^ Lamps of Leaf %c, Harbour Press (Lind) 3 May 2010.", note, 'A'+i))
			note++
			if i == 3 {
				s.at(520, c.y, 10, c.number)
				continue
			}
			s.at(sheetLeft, 760, 10, "7 November 2019").at(520, 760, 10, fmt.Sprint(i+1))
			s.mergeRows()
		}
		rep := s.parse(t)
		heads := ""
		for _, h := range rep.RunningHeads {
			heads += fmt.Sprint(h.Text, h.Pages)
		}
		if got := strings.Contains(heads, "#[4]"); got != c.taken {
			t.Errorf("%s: taken %v, heads %s", name, got, heads)
		}
		if c.taken && len(rep.Footnotes) != 8 {
			t.Errorf("%s: %d notes", name, len(rep.Footnotes))
		}
	}
}
