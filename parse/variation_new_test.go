package parse

import (
	"testing"
)

// The documents here are modern ones as word processors and browsers make
// them. Each hit stands beside a near miss.

// Notes whose unraised numbers stand behind a gap look like the entries of a
// list; a scoring table in small print below a rule is one.
func TestNotesWithNumbersInAColumn(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, the ministry put up a gauge.^2^ It put up another.^3^")
	s.para("On 4 July 2009, the ministry read the first gauge.^4^")
	s.foot("2 | Gauge news, Ministry of Tides (Ottawa) 3 July 2009.",
		"3 | Harbour news, Ministry of Tides (Ottawa) 3 July 2009.",
		"4 | Tide news, Ministry of Tides (Ottawa) 4 July 2009.")
	rep := s.parse(t)
	if len(rep.Footnotes) != 3 || rep.Footnotes[0].Number != 2 || rep.Footnotes[2].Number != 4 {
		t.Errorf("notes %+v", rep.Footnotes)
	}
	if n := len(rep.Commitments[0].Rubric); n != 0 {
		t.Errorf("%d levels", n)
	}

	s = newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.rule(sheetLeft, s.y, sheetLeft+144, s.y)
	s.y += 14
	for _, l := range []string{"-1 | The member put up no gauge.", "0 | The member put up one gauge.", "+1 | The member put up two gauges."} {
		s.put(sheetLeft, 9, l)
	}
	if n := len(s.parse(t).Commitments[0].Rubric); n != 3 {
		t.Errorf("%d levels in small print", n)
	}
}
