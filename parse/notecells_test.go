package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// markedTable is a chapter whose table of scores has the given cells for
// Canada, France and the row of averages.
func markedTable(head, canada, score, average string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "No Compliance", "Partial Compliance", head},
		[]string{canada, "", "", "+1"},
		[]string{"France", "", score, ""},
		[]string{"Japan", "−1", "", ""},
		[]string{"Average", "", average, ""})
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	s.para("On 3 July 2009, Canada put up one gauge.^2^ It put up another.^3^")
	return s.foot("^1^ The islands are not counted.", "^2^ One gauge, Harbour Office.", "^3^ Three gauges, Harbour Office.")
}

func numbersOf(refs []model.Ref) string {
	var b strings.Builder
	for _, f := range refs {
		b.WriteString(string(rune('0' + f.Number)))
	}
	return b.String()
}

func TestMarkersInCells(t *testing.T) {
	for _, c := range []struct {
		name                         string
		head, canada, score, average string
		row                          int // of the scores; -1: the table's, -2: a head's, -3: none
	}{
		{"behind a member", "Full Compliance", "Canada^1^", "0", "0.00 (50%)", 0},
		{"behind a score", "Full Compliance", "Canada", "0^1^", "0.00 (50%)", 1},
		{"behind an average", "Full Compliance", "Canada", "0", "0.00^1^ (50%)", -1},
		{"behind a head", "Full Compliance^1^", "Canada", "0", "0.00 (50%)", -2},
		{"none", "Full Compliance", "Canada", "0", "0.00 (50%)", -3},
	} {
		rep := markedTable(c.head, c.canada, c.score, c.average).parse(t)
		a := rep.Commitments[0].Assessment
		if a == nil || len(a.Scores) != 3 || a.Average == nil || a.Scores[1].Score == nil || *a.Scores[1].Score != 0 || a.Scores[0].Name != "Canada" {
			t.Errorf("%s: %+v", c.name, a)
			continue
		}
		for i, s := range a.Scores {
			want := ""
			if i == c.row {
				want = "1"
			}
			if got := numbersOf(s.Footnotes); got != want {
				t.Errorf("%s: markers %q of row %d", c.name, got, i)
			}
		}
		if got := numbersOf(a.Footnotes); (got == "1") != (c.row == -1) {
			t.Errorf("%s: markers %q of the table", c.name, got)
		}
		heads := ""
		for _, h := range a.Heads {
			heads += numbersOf(h.Footnotes)
		}
		if (heads == "1") != (c.row == -2) {
			t.Errorf("%s: markers %q of heads", c.name, heads)
		}
		if lost := strings.Contains(warningKinds(rep), "note-without-marker"); lost != (c.row == -3) {
			t.Errorf("%s: warnings %s", c.name, warningKinds(rep))
		}
	}
}

// A raised figure behind a unit is an exponent in a cell as in the text.
func TestExponentInACell(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 12
	s.ruled([]float64{72, 120, 520},
		[]string{"−1", "The member puts up no gauge on any 50 km^2^ of water."},
		[]string{"0", "The member puts up gauges on some waters.^1^"},
		[]string{"+1", "The member puts up gauges on each 50 km^2^ of water."})
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	s.para("On 3 July 2009, Canada put up one gauge.^2^ It put up another.^3^")
	s.foot("^1^ The islands are not counted.", "^2^ One gauge, Harbour Office.", "^3^ Three gauges, Harbour Office.")
	rubric := s.parse(t).Commitments[0].Rubric
	if len(rubric) != 3 || !strings.Contains(rubric[0].Text, "50 km2 of water") || len(rubric[0].Footnotes) != 0 ||
		!strings.Contains(rubric[2].Text, "50 km2 of water") || numbersOf(rubric[1].Footnotes) != "1" || strings.Contains(rubric[1].Text, "1") {
		t.Errorf("rubric %+v", rubric)
	}
}
