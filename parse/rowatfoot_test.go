package parse

import (
	"fmt"
	"strings"
	"testing"
)

// The last row before the end of several pages may be the same in each chapter's table;
// it is a row all the same, while a foot in a frame of its own is one on every page.
func TestRowsAtTheFootOfPages(t *testing.T) {
	cuts := []float64{72, 200, 300, 400}
	for name, c := range map[string]struct {
		rows  [][]string
		pages int // that end so, of eight
		taken bool
	}{
		"rows of a table":       {[][]string{{"Brazil", "", "+1"}, {"Canada", "0", ""}, {"Japan", "", "+1"}}, 4, false},
		"a foot in a frame":     {[][]string{{"Harbour Office", "", "Report"}}, 8, true},
		"a foot of framed rows": {[][]string{{"Harbour Office", "", "Report"}, {"Draft", "", "of May"}}, 8, true},
	} {
		s := newSheet()
		for i := range 8 {
			s.page()
			if i == 0 {
				s.chapterHead()
			}
			s.para(fmt.Sprintf("Text of leaf %c goes on about harbours.", 'a'+i), "It has a second line of words.")
			if i%2 == 0 || c.pages == 8 {
				s.y = 700
				s.ruled(cuts, c.rows...)
			}
		}
		rep := s.parse(t)
		heads := ""
		for _, h := range rep.RunningHeads {
			heads += h.Text + ";"
		}
		last := c.rows[len(c.rows)-1][0]
		if got := strings.Contains(heads, last); got != c.taken {
			t.Errorf("%s: taken %v, want %v: %s", name, got, c.taken, heads)
		}
	}
}
