package parse

import (
	"strings"
	"testing"
)

// A label may reach the first figure of its row; the other rows tell where that
// one stands. A figure that ends a label stands elsewhere.
func TestLabelThatReachesItsFirstFigure(t *testing.T) {
	xs := []float64{72, 220, 270, 320, 370, 430}
	for name, c := range map[string]struct {
		label string
		x     float64
		first string
		want  string
		// oneRun sets label and figure as one run of text with a space between them.
		oneRun bool
	}{
		"with a gap":                  {"1. Wells", 220, "+1", "1: 1 0 0 -1 = 0.00", false},
		"without":                     {"1. Wells, pumps and pipes [12]", 220, "+1", "1: 1 0 0 -1 = 0.00", false},
		"a figure of the label":       {"1. Wells of zone", 160, "1", "1: x 0 0 -1 = 0.00", false},
		"a space alone":               {"1. Wells, pumps and old pipes", 220, "+1", "1: 1 0 0 -1 = 0.00", true},
		"a word's figure in the text": {"1. Wells of zone", 160, "1", "1: x 0 0 -1 = 0.00", true},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.row(xs, "", "CAN", "FRA", "GER", "ITA", "Average")
		s.row(xs, "2. Seals", "0", "+1", "0", "0", "0.25")
		s.row(xs, "3. Grain", "+1", "0", "0", "+1", "0.50")
		s.row(xs, "4. Lamps", "+1", "0", "0", "+1", "0.50")
		s.at(xs[0], s.y, s.size, c.label).at(c.x, s.y, s.size, c.first).at(xs[2], s.y, s.size, "0").at(xs[3], s.y, s.size, "0").at(xs[4], s.y, s.size, "−1").at(xs[5], s.y, s.size, "0.00")
		s.mergeRows()
		if name != "with a gap" {
			last := s.current().Lines[len(s.current().Lines)-1].Runs
			last[1].Gap, last[1].Space = 3, true
		}
		if c.oneRun {
			l := &s.current().Lines[len(s.current().Lines)-1]
			l.Runs[0].Text += " " + l.Runs[1].Text
			l.Runs[0].Box[2] = l.Runs[1].Box[2]
			l.Runs = append(l.Runs[:1], l.Runs[2:]...)
		}
		s.y += s.lead * s.size
		s.page().chapterHead()
		got := onlyMatrix(t, s.parse(t))
		lines := strings.Split(strings.TrimSpace(got), "\n")
		if lines[0] != "CAN FRA DEU ITA" || lines[len(lines)-1] != c.want {
			t.Errorf("%s:\n%s\nwant %s", name, got, c.want)
		}
	}
}
