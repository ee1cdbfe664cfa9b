package parse

import "testing"

// Tables that count scores are no tables of scores; where nothing tells which one is, that
// is said.
func TestTablesOfCounts(t *testing.T) {
	members := []string{"CAN", "FRA", "GER", "ITA", "JPN"}
	const matrix, doubted, none = "a matrix", "a matrix in doubt", "no matrix"
	for name, c := range map[string]struct {
		head string
		rows [][]string
		want string
	}{
		"rows of levels":          {"Score", [][]string{{"+1", "2", "1", "0", "1", "1"}, {"0", "0", "1", "1", "1", "0"}, {"−1", "0", "0", "1", "0", "1"}}, none},
		"rows of levels in words": {"", [][]string{{"Full compliance", "1", "1", "0", "1", "1"}, {"Work in progress", "0", "1", "1", "1", "0"}, {"Lack of compliance", "0", "0", "1", "0", "1"}}, none},
		"many above the scale":    {"Area", [][]string{{"Energy", "3", "2", "0", "1", "4"}, {"Health", "0", "1", "2", "5", "0"}, {"Trade", "2", "0", "1", "0", "3"}}, none},
		"few above the scale":     {"Area", [][]string{{"Energy", "1", "2", "0", "1", "1"}, {"Health", "0", "1", "1", "1", "0"}, {"Trade", "1", "0", "1", "0", "1"}}, doubted},
		"sums alone":              {"Area", [][]string{{"Energy", "1", "1", "0", "1", "1"}, {"Health", "0", "1", "1", "1", "0"}, {"Trade", "1", "0", "1", "0", "1"}, {"Total", "2", "2", "2", "2", "2"}}, doubted},
		"scores without a sign":   {"Area", [][]string{{"Energy", "1", "1", "0", "1", "1"}, {"Health", "0", "1", "1", "1", "0"}, {"Trade", "1", "0", "1", "0", "1"}}, matrix},
		"a slip among scores":     {"Area", [][]string{{"Energy", "1", "2", "0", "−1", "1"}, {"Health", "0", "1", "1", "1", "0"}, {"Trade", "1", "0", "1", "0", "1"}}, matrix},
		"scores with averages":    {"Area", [][]string{{"Energy", "1", "2", "0", "1", "1"}, {"Health", "0", "1", "1", "1", "0"}, {"Trade", "1", "0", "1", "0", "1"}, {"Average", "0.67", "1.00", "0.67", "0.67", "0.67"}}, matrix},
		"numbered rows":           {"No.", [][]string{{"1. Energy", "+1", "0", "0", "−1", "+1"}, {"2. Health", "0", "+1", "+1", "+1", "0"}, {"3. Trade", "+1", "0", "+1", "0", "+1"}}, matrix},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Members*")
		xs := []float64{72, 220, 270, 320, 370, 420}
		s.threeRules(func() { s.row(xs, append([]string{c.head}, members...)...) }, func() {
			for _, row := range c.rows {
				s.row(xs, row...)
			}
		})
		s.page().chapterHead()
		rep := s.parse(t)
		got := none
		if len(rep.Matrices) > 0 {
			got = matrix
			if hasKind(rep, "scores-or-counts") {
				got = doubted
			}
		}
		if got != c.want || got == none && len(rep.Tables) != 1 {
			t.Errorf("%s: %s, want %s; %d tables, %s", name, got, c.want, len(rep.Tables), warningKinds(rep))
		}
	}
}
