package parse

import (
	"fmt"
	"testing"
)

// Markers that touch: notes whose numbers are not raised are found by their
// markers, so that the figure is taken apart before.
func TestMarkersThatTouch(t *testing.T) {
	for _, c := range []struct {
		marker string
		notes  []int
		want   string // of the last action
	}{
		{"6263", []int{60, 61, 62, 63}, "[62 63]"},
		{"6364", []int{60, 61, 63, 64}, "[63 64]"}, // 62 is left out
		{"626364", []int{60, 61, 62, 63, 64}, "[62 63 64]"},
		{"612", []int{60, 61, 62}, "[612]"},       // typed far outside
		{"6265", []int{60, 61, 62, 65}, "[6265]"}, // not one behind the other
		{"62", []int{60, 61, 62}, "[62]"},
	} {
		s := verdictSheet()
		s.para("On 3 July 2009, Canada put up one gauge.^60^")
		s.para("On 4 July 2009, Canada put up two gauges.^61^")
		s.para("On 5 July 2009, Canada put up more gauges.^" + c.marker + "^")
		var foot []string
		for _, n := range c.notes {
			foot = append(foot, fmt.Sprintf("%d Gauge of the Pier, Harbour Office (Lind) 3 May 2030. https://harbour.example/gauge", n))
		}
		s.foot(foot...)
		rep := s.parse(t)
		var got []int
		for _, f := range rep.Commitments[0].Verdicts[0].Actions[2].Footnotes {
			got = append(got, f.Number)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: markers %v, want %s", c.marker, got, c.want)
		}
		if c.marker != "612" && c.marker != "6265" && len(rep.Footnotes) != len(c.notes) {
			t.Errorf("%s: %d notes, want %d", c.marker, len(rep.Footnotes), len(c.notes))
		}
		if (c.marker == "612" || c.marker == "6265") && len(rep.Warnings) == 0 {
			t.Errorf("%s: no doubt", c.marker)
		}
	}
}
