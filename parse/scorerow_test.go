package parse

import (
	"strings"
	"testing"
)

// lyingTableSheet is a chapter whose table has the members over its columns and
// the rows given below them.
func lyingTableSheet(head string, rows ...string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
	s.line("*Background*").para("The harbours are old.")
	s.line("*Marks by Country*")
	s.y += 10
	for _, text := range append([]string{head}, rows...) {
		for i, cell := range strings.Split(text, "|") {
			s.at(sheetLeft+70*float64(i), s.y, s.size, strings.TrimSpace(cell))
		}
		s.mergeRows()
		s.y += s.lead * s.size
	}
	s.y += 20
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	s.line("*France: 0*").para("France has partially complied with its commitment.")
	return s
}

func TestTableOfOneRowUnderTheMembers(t *testing.T) {
	head := "CAN | FRA | GER | JAP | Average"
	rep := lyingTableSheet(head, " +1 |   0 |  −1 |  +1 | 0.25").parse(t)
	c := rep.Commitments[0]
	if c.Assessment == nil {
		t.Fatalf("no table: %+v", rep.Warnings)
	}
	if got, want := tableOf(c.Assessment), "CAN+ FRA0 DEU- JPN+ "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
	if a := c.Assessment.Average; a == nil || a.Value == nil || a.Value.String() != "0.25" || a.Label != "Average" {
		t.Errorf("average %+v", a)
	}
	if len(rep.Matrices) != 0 || len(c.Verdicts) != 2 {
		t.Errorf("%d matrices, %d sections", len(rep.Matrices), len(c.Verdicts))
	}
	// Two commitments are a matrix; counts, averages and a row without names
	// over it are no chapter's table.
	for _, s := range []*drawnSheet{
		lyingTableSheet("Aim | CAN | FRA | GER | JAP", "Lamps | +1 |   0 |  −1 |  +1", "Gauges | 0 |   0 |  −1 |  +1"),
		lyingTableSheet("Stage | CAN | FRA | GER | JAP", "Interim | −1 |   0 |  −1 |   0", "Final |   +1 |   0 |  −1 |  +1"),
		lyingTableSheet(head, " 12 |   4 |   7 |   3 | 6.50"),
		lyingTableSheet("CAN | FRA | GER | JAP", " 0.50 | 0.25 | 1.00 | 0.75"),
		lyingTableSheet("Spring | Summer | Autumn | Winter", "    +1 |      0 |     −1 |     +1"),
	} {
		if rep := s.parse(t); rep.Commitments[0].Assessment != nil {
			t.Errorf("taken for a chapter's table: %+v", rep.Commitments[0].Assessment)
		}
	}
}
