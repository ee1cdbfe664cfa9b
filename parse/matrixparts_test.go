package parse

import (
	"testing"
)

// A summary table in parts below each other is one where its rows are the same,
// its members others, and only the last part has the averages of the rows.
func TestMatrixInParts(t *testing.T) {
	xs := []float64{72, 200, 250, 300, 350, 410}
	part := func(s *drawnSheet, title string, rows ...[]string) {
		s.put(sheetLeft, 12, "*"+title+"*")
		s.y += 6
		for _, row := range rows {
			s.row(xs, row...)
		}
		s.y += 24
	}
	first := [][]string{{"", "CAN", "FRA", "GER", "USA"}, {"1. Gauges", "+1", "0", "+1", "0"}, {"2. Piers", "0", "0", "−1", "0"}, {"Average", "+0.50", "0.00", "0.00", "0.00"}}
	second := [][]string{{"", "ITA", "JPN", "RUS", "EU", "Average"}, {"1. Gauges", "−1", "0", "0", "+1", "+0.25"}, {"2. Piers", "0", "0", "0", "+1", "0.00"}, {"Average", "−0.50", "0.00", "0.00", "+1.00", "+0.13"}}
	for _, c := range []struct {
		name   string
		title  string
		a, b   [][]string
		tables int
	}{
		{"the remark that it goes on", "Table 1: Scores (continued)", first, second, 1},
		{"another title", "Table 2: Scores of Others", first, second, 2},
		{"other rows", "Table 1: Scores (continued)", first, [][]string{second[0], {"1. Lamps", "−1", "0", "0", "+1", "0.00"}, second[2], second[3]}, 2},
		{"a member in both", "Table 1: Scores (continued)", first, [][]string{{"", "CAN", "JPN", "RUS", "EU", "Average"}, second[1], second[2], second[3]}, 2},
		{"averages in both", "Table 1: Scores (continued)", [][]string{{"", "CAN", "FRA", "GER", "USA", "Average"}, {"1. Gauges", "+1", "0", "+1", "0", "+0.50"}, {"2. Piers", "0", "0", "−1", "0", "−0.25"}}, second, 2},
	} {
		s := newSheet().page()
		part(s, "Table 1: Scores", c.a...)
		part(s, c.title, c.b...)
		rep := s.page().chapterHead().parse(t)
		if len(rep.Matrices) != c.tables {
			t.Errorf("%s: %d matrices", c.name, len(rep.Matrices))
		}
		if c.tables == 1 {
			const want = "CAN FRA DEU USA ITA JPN RUS EU\n1: 1 0 1 0 -1 0 0 1 = +0.25\n2: 0 0 -1 0 0 0 0 1 = 0.00\n+0.50 0.00 0.00 0.00 −0.50 0.00 0.00 +1.00 = +0.13"
			if got := matrixText(rep.Matrices[0]); got != want {
				t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
			}
		}
	}
}
