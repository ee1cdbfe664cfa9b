package parse

import (
	"testing"
)

// edgeSheet is a chapter with a table of scores whose first head stands between
// two lines of heads, and right below it the first section, headed by a member
// at the left and the score at the right edge.
func edgeSheet(below ...[2]string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
	s.line("*Background*").para("The harbours are old.")
	s.line("*Assessment*")
	s.y += 10
	top := s.y
	s.at(300, top, s.size, "Final Compliance Score")
	s.at(sheetLeft, top+0.6*s.lead*s.size, s.size, "Member")
	s.y = top + 1.2*s.lead*s.size
	for i, head := range []string{"No Compliance −1", "Partial Compliance 0", "Full Compliance +1"} {
		s.at(180+110*float64(i), s.y, s.size, head)
	}
	row := func(label, score string, x float64) {
		s.y += 1.2 * s.lead * s.size
		s.at(sheetLeft, s.y, s.size, label)
		s.at(x, s.y, s.size, score)
		s.mergeRows()
	}
	row("Argentina", "0", 330)
	row("Brazil", "+1", 440)
	row("Canada", "−1", 220)
	row("France", "+1", 440)
	row("Average Score", "+0.25", 330)
	for _, b := range below {
		s.y += 0.6 * s.lead * s.size
		row(b[0], b[1], 500)
	}
	s.y += 1.2 * s.lead * s.size
	return s
}

func TestHeadBetweenTwoLinesOfHeads(t *testing.T) {
	s := edgeSheet([2]string{"Argentina", "0"})
	s.para("Argentina has partially complied with its commitment.")
	s.line("*Brazil: +1*").para("Brazil has fully complied with its commitment.")
	rep := s.parse(t)
	a := rep.Commitments[0].Assessment
	if a == nil {
		t.Fatalf("no table: %+v", rep.Warnings)
	}
	if got, want := tableOf(a), "ARG0 BRA+ CAN- FRA+ "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
	if vs := rep.Commitments[0].Verdicts; len(vs) != 2 || vs[0].Member != "ARG" || vs[0].HeadingScore == nil {
		t.Errorf("sections %+v", vs)
	}
}

// A member who has no row above the average may have one below it: guests and
// institutions stand there.
func TestMemberBelowTheAverage(t *testing.T) {
	s := edgeSheet([2]string{"Japan", "0"})
	s.line("*Argentina: 0*").para("Argentina has partially complied with its commitment.")
	if got, want := tableOf(s.parse(t).Commitments[0].Assessment), "ARG0 BRA+ CAN- FRA+ JPN0 "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
}
