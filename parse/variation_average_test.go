package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// The documents here name the averages of their tables in the ways of twenty
// years, and set those of several reports side by side. Each hit stands beside
// a near miss.

// levelTable is a chapter's table of three members, with the rows given below
// them.
func levelTable(title string, below ...[]string) *model.Report {
	s := newSheet().page()
	if title != "" {
		s.y = 200
		s.put(150, 16, "*"+title+"*")
		s.y += 30
		s.put(220, 11, "3 July 2007 to 1 May 2008")
		s.page()
	}
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	rows := [][]string{
		{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		{"Canada", "", "", "+1"},
		{"France", "", "", "+1"},
		{"Japan", "−1", "", ""},
	}
	s.ruled([]float64{72, 220, 320, 420, 520}, append(rows, below...)...)
	s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
	rep, err := s.tryParse()
	if err != nil {
		panic(err)
	}
	return rep
}

func averageOf(rep *model.Report) string {
	a := rep.Commitments[0].Assessment
	if a == nil || a.Average == nil || a.Average.Value == nil {
		return ""
	}
	return a.Average.Label + " " + a.Average.Value.String()
}

func TestLabelsOfAverages(t *testing.T) {
	for _, label := range []string{
		"Final Compliance Score", "Overall Compliance Score", "Compliance score", "Average Score", "Overall", "G8 Average",
		"Interim average", "G8 Average Compliance Score", "Average for the G8", "Group Average", "Average (all members)",
	} {
		rep := levelTable("", []string{label, "", "+0.33", ""})
		if got := averageOf(rep); got != label+" 0.33" {
			t.Errorf("%q: average %q, warnings %s", label, got, warningKinds(rep))
		}
	}
	// A whole number below the members is an average too; words are not, and
	// neither is the row of something else.
	if got := averageOf(levelTable("", []string{"Final Compliance Score", "", "0", ""})); got != "Final Compliance Score 0" {
		t.Errorf("a whole number: %q", got)
	}
	for _, label := range []string{"Harbour Average Depth", "Number of gauges"} {
		rep := levelTable("", []string{label, "", "+0.33", ""})
		if got := averageOf(rep); got != "" || !strings.Contains(warningKinds(rep), "assessment-row") {
			t.Errorf("%q: average %q, warnings %s", label, got, warningKinds(rep))
		}
	}
}

func TestAveragesOfSeveralReports(t *testing.T) {
	const final, interim = "2007 Larkhaven G8 Summit Final Compliance Report", "2007 Larkhaven G8 Summit Interim Compliance Report"
	row := func(label, value string) []string { return []string{label, "", value, ""} }
	for _, c := range []struct {
		title string
		rows  [][]string
		want  string
	}{
		{final, [][]string{row("Interim Average", "−0.67"), row("Final Average", "+0.33")}, "Final Average 0.33"},
		{interim, [][]string{row("Interim Average", "+0.33"), row("Final Average 2006", "−0.67")}, "Interim Average 0.33"},
		{final, [][]string{row("2006 Average", "−0.67"), row("2007 Average", "+0.33")}, "2007 Average 0.33"},
		{final, [][]string{row("Average", "+0.33"), row("Interim Average", "−0.67")}, "Average 0.33"},
		{final, [][]string{row("Last Year's Average", "−0.67"), row("Average", "+0.33")}, "Average 0.33"},
		{final, [][]string{row("2006 Average", "−0.67")}, ""},
		// Nothing tells which is the report's.
		{interim, [][]string{row("First Average", "−0.67"), row("Second Average", "+0.33")}, ""},
	} {
		rep := levelTable(c.title, c.rows...)
		if got := averageOf(rep); got != c.want {
			t.Errorf("%v: average %q, not %q (%s)", c.rows, got, c.want, warningKinds(rep))
		}
		if undecided := strings.Contains(warningKinds(rep), "edition-unknown"); undecided != (c.want == "" && len(c.rows) > 1) {
			t.Errorf("%v: warnings %s", c.rows, warningKinds(rep))
		}
		var kept []string
		for _, h := range rep.Commitments[0].Assessment.Heads {
			kept = append(kept, h.Text)
		}
		if !strings.Contains(strings.Join(kept, "|"), "−0.67") {
			t.Errorf("%v: the other average is lost: %q", c.rows, kept)
		}
	}
	// A percentage below the score is of the same report.
	rep := levelTable(final, row("Final Average", "+0.33"), row("Percentage", "67%"))
	if a := rep.Commitments[0].Assessment.Average; a == nil || a.Percent == nil || a.Percent.String() != "67" || a.Value.String() != "0.33" {
		t.Errorf("score and percentage: %+v", a)
	}
}

// Columns of scores of several reports or years: the report's own are read.
func TestColumnsOfSeveralReports(t *testing.T) {
	for _, c := range []struct{ stage, first, second, want string }{
		{"Final ", "Interim", "Final", "CAN+ FRA0 JPN- "},
		{"Final ", "Interim 2007", "Final 2008", "CAN+ FRA0 JPN- "},
		{"Final ", "2006", "2007", "CAN+ FRA0 JPN- "},
		{"Interim ", "Final 2006", "Interim 2007", "CAN+ FRA0 JPN- "},
		{"Final ", "First", "Second", "CAN+ FRA0 JPN- "},
		{"", "Last Year", "This Year", "CAN+ FRA0 JPN- "},
		{"Interim ", "First", "Second", "CANn FRAn JPNn "},
	} {
		s := newSheet().page()
		s.y = 200
		s.put(150, 16, "*2007 Larkhaven G8 Summit "+c.stage+"Compliance Report*")
		s.page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.line("*Commitment*").para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 220, 320, 420}, []string{"Country", c.first, c.second},
			[]string{"Canada", "0", "+1"}, []string{"France", "+1", "0"}, []string{"Japan", "−1", "−1"}, []string{"Average", "0.00", "0.33"})
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		rep := s.parse(t)
		a := rep.Commitments[0].Assessment
		if a == nil {
			t.Errorf("%+v: no table, warnings %s", c, warningKinds(rep))
			continue
		}
		if got := tableOf(a); got != c.want {
			t.Errorf("%+v: scores %q", c, got)
		}
		if undecided := strings.Contains(warningKinds(rep), "edition-unknown"); undecided != strings.Contains(c.want, "n") {
			t.Errorf("%+v: warnings %s", c, warningKinds(rep))
		}
	}
}

func TestMatrixWithAveragesOfSeveralReports(t *testing.T) {
	s := newSheet().page()
	s.y = 200
	s.put(150, 16, "*2007 Larkhaven G8 Summit Final Compliance Report*")
	s.page()
	s.put(sheetLeft, 12, "*Table 1: Scores*")
	s.y += 10
	s.ruled([]float64{72, 200, 255, 310, 365, 440, 520},
		[]string{"", "Canada", "France", "Japan", "Interim Average", "Final Average"},
		[]string{"1. Cranes", "+1", "0", "−1", "−0.67", "0.00"},
		[]string{"Interim Lamps", "+1", "+1", "−1", "−1.00", "+0.33"},
		[]string{"Interim average", "−1.00", "−0.50", "−1.00", "−0.83", ""},
		[]string{"Final average", "+1.00", "+0.50", "−1.00", "", "+0.17"})
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || len(rep.Matrices[0].Rows) != 2 {
		t.Fatalf("%+v", rep.Matrices)
	}
	m := rep.Matrices[0]
	if a := m.Rows[1].Average; a == nil || a.Text != "+0.33" {
		t.Errorf("row average %+v", a)
	}
	if c := m.ColumnAverages; len(c) != 3 || c[1].Text != "+0.50" || m.Overall == nil || m.Overall.Text != "+0.17" {
		t.Errorf("column averages %+v, overall %+v", c, m.Overall)
	}
}
