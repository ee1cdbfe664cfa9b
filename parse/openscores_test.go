package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// openScores is a chapter whose table of scores is set by white space, rows given
// as centred cells, with lines of text below it.
func openScores(xs []float64, rows [][]string, below ...string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.centred(xs, rows...)
	s.y += 14
	for _, text := range below {
		s.para(text)
		s.y += 6
	}
	s.put(sheetLeft, 12, "*Background*").para("Gauges are old.")
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	return s
}

func TestOpenTablesOfScores(t *testing.T) {
	two, three := []float64{72, 260}, []float64{72, 120, 260}
	for _, c := range []struct {
		name  string
		xs    []float64
		rows  [][]string
		below string
		want  string
	}{
		{"numbered", three, [][]string{{"*No.*", "*Member*", "*Score*"}, {"1", "Canada", "+1"}, {"2", "France", "0"}, {"3", "Japan", "−1"}, {"", "Average", "0.00 (50%)"}}, "", "CAN+ FRA0 JPN- 0.00"},
		{"halves side by side", []float64{72, 190, 260, 380}, [][]string{{"*Member*", "*Score*", "*Member*", "*Score*"}, {"Canada", "+1", "Japan", "−1"}, {"France", "0", "Germany", "+1"}, {"Italy", "0", "Russia", "0"}, {"Average", "0.17 (58%)"}}, "", "CAN+ JPN- FRA0 DEU+ ITA0 RUS0 0.17"},
		{"percentages beside", []float64{72, 200, 260}, [][]string{{"*Member*", "*Score*", "*%*"}, {"Canada", "+1", "100%"}, {"France", "0", "50%"}, {"Japan", "−1", "0%"}, {"Average", "0.00", "50%"}}, "", "CAN+ FRA0 JPN- 0.00"},
		{"groups", two, [][]string{{"*Member*", "*Score*"}, {"*European members*"}, {"France", "+1"}, {"Germany", "0"}, {"*Other members*"}, {"Canada", "+1"}, {"Japan", "−1"}, {"Average", "0.25"}}, "", "FRA+ DEU0 CAN+ JPN- 0.25"},
		{"marks of remarks", two, [][]string{{"*Member*", "*Score*"}, {"Canada", "+1^a^"}, {"France", "0"}, {"Japan", "−1^b^"}, {"Italy", "0"}, {"Average", "0.00"}}, "", "CAN+ FRA0 JPN- ITA0 0.00"},
		{"ticks", []float64{72, 170, 260, 380}, [][]string{{"", "*No Compliance*", "*Partial Compliance*", "*Full Compliance*"}, {"Canada", "", "", "X"}, {"France", "", "X", ""}, {"Japan", "X", "", ""}, {"Average", "", "0.00", ""}}, "", "CAN+ FRA0 JPN- 0.00"},
		{"words under a head of another kind", two, [][]string{{"*Member*", "*Assessment*"}, {"Canada", "Full compliance"}, {"France", "Partial compliance"}, {"Japan", "No compliance"}, {"Average", "0.00"}}, "", "CAN+ FRA0 JPN- 0.00"},
		{"words in two lines", two, [][]string{{"*Member*", "*Score*"}, {"Canada", "Work in|Progress"}, {"France", "Lack of|Compliance"}, {"Japan", "Full|Compliance"}, {"Average", "0.00"}}, "", "CAN0 FRA- JPN+ 0.00"},
		{"compliance alone", two, [][]string{{"*Member*", "*Score*"}, {"Canada", "Compliance"}, {"France", "Lack of Compliance"}, {"Japan", "Work in Progress"}, {"Average", "0.00"}}, "", "CAN+ FRA- JPN0 0.00"},
		{"blocks", []float64{72, 140, 220, 300}, [][]string{{"*CAN*", "*FRA*", "*JPN*", "*ITA*"}, {"+1", "0", "−1", "0"}, {"*USA*", "*RUS*"}, {"0", "+1"}}, "Average: 0.17 (58%)", "CAN+ FRA0 JPN- ITA0 USA0 RUS+ 0.17"},
	} {
		var below []string
		if c.below != "" {
			below = []string{c.below}
		}
		rep := openScores(c.xs, c.rows, below...).parse(t)
		a := rep.Commitments[0].Assessment
		if a == nil {
			t.Errorf("%s: no table; tables %+v, %s", c.name, rep.Tables, warningKinds(rep))
			continue
		}
		got := tableOf(a)
		if a.Average != nil && a.Average.Value != nil {
			got += a.Average.Value.String()
		}
		if got != c.want || hasKind(rep, "score-illegible") || len(rep.Commitments) != 1 || len(rep.Commitments[0].Verdicts) != 1 {
			t.Errorf("%s: %q, want %q; %s", c.name, got, c.want, warningKinds(rep))
		}
	}
}

// What is near one of these forms and is none of them.
func TestOpenTablesThatSayLess(t *testing.T) {
	two := []float64{72, 260}
	scores := func(rows ...[]string) *model.Assessment {
		return openScores(two, rows).parse(t).Commitments[0].Assessment
	}
	// 'Compliance' beside another word that is no level: nobody knows which is which.
	if a := scores([]string{"*Member*", "*Score*"}, []string{"Canada", "Compliance"}, []string{"France", "Lack of Compliance"}, []string{"Japan", "Pending"}, []string{"Italy", "Work in Progress"}); a != nil {
		for _, s := range a.Scores {
			if s.Member == "CAN" && s.Score != nil {
				t.Errorf("read: %s", tableOf(a))
			}
		}
	}
	// The first section's heading is bold and near, and no group.
	s := openScores(two, [][]string{{"*Member*", "*Score*"}, {"France", "+1"}, {"Germany", "0"}, {"Japan", "−1"}})
	if got := tableOf(s.parse(t).Commitments[0].Assessment); got != "FRA+ DEU0 JPN- " {
		t.Error(got)
	}
	// Members' percentages are no scores.
	if a := openScores([]float64{72, 200, 260}, [][]string{{"*Member*", "*2029*", "*2030*"}, {"Canada", "75%", "100%"}, {"France", "50%", "50%"}, {"Japan", "25%", "0%"}}).parse(t).Commitments[0].Assessment; a != nil {
		t.Errorf("percentages: %s", tableOf(a))
	}
	// A second table of the same members is another table.
	s = openScores([]float64{72, 140, 220, 300}, [][]string{{"*CAN*", "*FRA*", "*JPN*", "*ITA*"}, {"+1", "0", "−1", "0"}, {"*CAN*", "*FRA*", "*JPN*", "*ITA*"}, {"+1", "0", "−1", "0"}})
	if a := s.parse(t).Commitments[0].Assessment; a != nil && strings.Count(tableOf(a), "CAN") > 1 {
		t.Error(tableOf(a))
	}
}

// A dash alone may be a score that lost its figure, or say that there is none: the
// rows around it are read, and it is a doubt.
func TestDashAmongScores(t *testing.T) {
	rep := openScores([]float64{72, 260}, [][]string{{"*Member*", "*Score*"}, {"Canada", "+1"}, {"France", "–"}, {"Japan", "−1"}, {"Italy", "0"}}).parse(t)
	if got := tableOf(rep.Commitments[0].Assessment); got != "CAN+ FRAn JPN- ITA0 " || !hasKind(rep, "score-illegible") {
		t.Errorf("%q, %s", got, warningKinds(rep))
	}
}

// A year over a column that is too narrow for it is a year: the table is one of two
// years, and no summary of two commitments.
func TestYearsBrokenOverNarrowColumns(t *testing.T) {
	rep := openScores([]float64{72, 260, 310}, [][]string{{"*Member*", "*202*|*9*", "*203*|*0*"}, {"Canada", "+1", "+1"}, {"France", "0", "+1"}, {"Japan", "−1", "0"}, {"Italy", "0", "0"}}).parse(t)
	if len(rep.Matrices) != 0 || rep.Commitments[0].Assessment == nil || !hasKind(rep, "edition-unknown") {
		t.Errorf("matrices %+v, %+v, %s", rep.Matrices, rep.Commitments[0].Assessment, warningKinds(rep))
	}
}
