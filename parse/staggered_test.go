package parse

import (
	"strings"
	"testing"
)

// centred puts rows of cells on a page as processors do that centre them by the
// height of their row; a bar in a cell is a line's end.
func (s *drawnSheet) centred(xs []float64, rows ...[]string) *drawnSheet {
	for _, row := range rows {
		high := 1
		for _, cell := range row {
			high = max(high, strings.Count(cell, "|")+1)
		}
		for half := range 2*high - 1 { // baselines stand half a line apart
			for i, cell := range row {
				lines := strings.Split(cell, "|")
				if k := half - (high - len(lines)); cell != "" && k >= 0 && k%2 == 0 && k/2 < len(lines) {
					s.at(xs[i], s.y+float64(half)*s.size*s.lead/2, s.size, lines[k/2])
				}
			}
			s.mergeRows()
		}
		s.y += float64(high)*s.size*s.lead + 6
	}
	return s
}

func TestRowsOfCentredCells(t *testing.T) {
	xs := []float64{72, 190, 240, 300, 360, 430}
	head := []string{"*Commitment*", "*Brazil*", "*South*|*Africa*", "*India*", "*China*", "*Average*"}
	rows := [][]string{
		{"1. Lost Fishing|Gear", "+1", "0", "+1", "−1", "+0.25|(63%)"},
		{"2. Lamps", "0", "0", "+1", "+1", "+0.50|(75%)"},
		{"3. Wells of|Small|Villages", "−1", "0", "", "+1", "0.00|(50%)"},
		{"Average", "0.00", "0.00", "+1.00", "+0.33", "+0.25|(63%)"},
	}
	const want = "BRA ZAF IND CHN\n1: 1 0 1 -1 = +0.25 (63%)\n2: 0 0 1 1 = +0.50 (75%)\n3: -1 0 x 1 = 0.00 (50%)\n0.00 0.00 +1.00 +0.33 = +0.25 (63%)"
	group := func(name string) []string { return []string{name, "", "", "", "", ""} }
	for name, table := range map[string][][]string{
		"plain":     append([][]string{head}, rows...),
		"in groups": {head, group("*Environment*|*and Society*"), rows[0], rows[1], group("*Trade*"), rows[2], rows[3]},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.y += 8
		rep := s.centred(xs, table...).page().chapterHead().parse(t)
		if got := strings.TrimSpace(onlyMatrix(t, rep)); got != want || hasKind(rep, "matrix-row") {
			t.Errorf("%s:\n%s\nwant\n%s\n%s", name, got, want, warningKinds(rep))
		}
		if m := rep.Matrices[0]; m.Rows[0].Label != "Lost Fishing Gear" || m.Rows[0].Average.Percent == nil || m.Overall == nil {
			t.Errorf("%s: %+v, overall %+v", name, m.Rows[0], m.Overall)
		}
	}
}

// Lines of text that follow each other stay apart, whatever stands beside them.
func TestLinesOfTextAreNoCentredCells(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 14, "*Table A: Scores*")
	s.y += 8
	xs := []float64{72, 190, 240, 300, 360}
	s.row(xs, "", "CAN", "FRA", "GER", "Average")
	s.row(xs, "1. Wells", "+1", "0", "0", "0.33")
	s.row(xs, "and pumps", "", "", "", "")
	s.row(xs, "2. Seals", "0", "+1", "−1", "0.00")
	got := onlyMatrix(t, s.page().chapterHead().parse(t))
	if !strings.Contains(got, "1: 1 0 0 = 0.33\n2: 0 1 -1 = 0.00") {
		t.Error(got)
	}
}
