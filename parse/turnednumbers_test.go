package parse

import (
	"strings"
	"testing"
)

// In a matrix with the members at its rows the commitments are numbers over the
// columns; the word over the members is none of them.
func TestTurnedMatrixUnderNumbers(t *testing.T) {
	s := newSheet().page().line("*Table 2: Final Compliance Scores*").ruled([]float64{72, 200, 260, 320, 380, 440, 500},
		[]string{"Member", "1", "2", "3", "4", "Average"},
		[]string{"Canada", "+1", "0", "+1", "0", "+0.50"}, []string{"France", "0", "0", "+1", "−1", "0.00"},
		[]string{"Germany", "+1", "+1", "0", "0", "+0.50"}, []string{"Japan", "0", "+1", "+1", "0", "+0.50"})
	s.page().chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("%d matrices, tables %v", len(rep.Matrices), rep.Tables)
	}
	if got := strings.Join(rep.Matrices[0].Members, " "); got != "CAN FRA DEU JPN" {
		t.Errorf("members %q", got)
	}
}
