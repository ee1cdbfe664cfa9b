package parse

import (
	"reflect"
	"testing"
)

// rowRuled draws a table that rules its rows alone, with a title above it.
func rowRuled(title string, xs []float64, rows ...[]string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 14, "*Summary*").para("The leaders met at Quay.")
	s.put(sheetLeft, 11, "*"+title+"*")
	edge := func() { s.rule(sheetLeft, s.y-1.4*s.size, 520, s.y-1.4*s.size) }
	s.y += 8
	edge()
	for _, row := range rows {
		s.centred(xs, row)
		edge()
	}
	s.y += 20
	return s.page().chapterHead()
}

func TestTablesThatRuleTheirRows(t *testing.T) {
	xs := []float64{sheetLeft, 220, 320, 420}
	rows := [][]string{{"*Summit*", "*Commitments*", "*Interim*", "*Final*"}, {"Quay 2030", "4", "+0.31 (66%)", "+0.42 (71%)"}, {"Pier 2031", "3", "n/a", "+0.25 (63%)"}, {"Shore 2032", "3", "+0.10 (55%)", "+0.20 (60%)"}}
	rep := rowRuled("Table 3: Averages of Three Summits", xs, rows...).parse(t)
	want := [][]string{{"Summit", "Commitments", "Interim", "Final"}, rows[1], rows[2], rows[3]}
	if len(rep.Tables) != 1 || !reflect.DeepEqual(rep.Tables[0].Rows, want) {
		t.Errorf("a table of summits: %+v", rep.Tables)
	}
	// Nothing is made of a list of contents, of a head over many rows without rules, and of
	// rows of which none is a head.
	for name, rows := range map[string][][]string{
		"contents":          {{"1. Wells in Every Harbour", "5"}, {"2. Ports for All", "9"}, {"3. Ships of the Fleet", "13"}},
		"rules of the head": {{"*Area*", "*Number*"}, {"Wells|Ports|Ships", "24|21|18"}, {"Total", "63"}},
		"one column":        {{"Wells"}, {"Ports"}, {"Ships"}},
	} {
		if rep := rowRuled("Table 3: Numbers", []float64{sheetLeft, 420}, rows...).parse(t); len(rep.Tables) > 0 || len(rep.CommitmentsList) > 0 {
			t.Errorf("%s: %+v %+v", name, rep.Tables, rep.CommitmentsList)
		}
	}
}
