package parse

import (
	"fmt"
	"testing"
)

// A table of scores that a page's end cuts, with the heads of its columns printed again
// over its rest, is one table of one chapter; another chapter's table is not.
func TestScoresOverAPage(t *testing.T) {
	xs := []float64{72, 220, 320, 420}
	for _, c := range []struct {
		name    string
		members []string // of the second table
		title   bool     // the second table has a chapter's heading
		over    string   // the head over the second table's columns
		want    string
	}{
		{"the rest", []string{"Italy", "Japan", "Russia"}, false, "Final Compliance Score", "4: 6 "},
		{"another chapter", []string{"Italy", "Japan", "Russia"}, true, "Final Compliance Score", "4: 3 5: 3 "},
		{"another head", []string{"Italy", "Japan", "Russia"}, false, "Scores of Harbours", "4: 3 2: 3 "},
		{"the same members", []string{"Canada", "France", "Germany"}, false, "Final Compliance Score", "4: 3 2: 3 "},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*").para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		heads := func(over string) {
			s.put(300, s.size, "*"+over+"*")
			s.y += 10
			s.row(xs, "*Country*", "*Lack of*", "*Work in*", "*Full*")
			s.row(xs, "", "*Compliance*", "*Progress*", "*Compliance*")
			s.row(xs, "", "*−1*", "*0*", "*+1*")
			s.y += 20
		}
		heads("Final Compliance Score")
		for _, m := range []string{"Canada", "France", "Germany"} {
			s.row(xs, m, "", "", "+1")
		}
		s.page()
		if c.title {
			s.put(sheetLeft, 16, "*5. Lights: New Lamps*")
			s.y += 10
		}
		heads(c.over)
		for _, m := range c.members {
			s.row(xs, m, "", "0", "")
		}
		s.row(xs, "Average", "", "+0.50", "")
		s.y += 10
		s.put(sheetLeft, 12, "*Background*").para("The harbours of the members had no gauges before the summit.")
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.y += 6
		s.para("Canada has fully complied with its commitment.", "It put up gauges in all of its harbours in the period.")
		got := ""
		for _, k := range s.parse(t).Commitments {
			n := 0
			if k.Assessment != nil {
				n = len(k.Assessment.Scores)
			}
			got += fmt.Sprintf("%d: %d ", k.Number, n)
		}
		if got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
}
