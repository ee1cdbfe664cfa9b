package parse

import (
	"fmt"
	"testing"
)

// A chapter's scores stand in tables of many forms.
func TestTablesOfScoresTheOtherWayRound(t *testing.T) {
	wide := []float64{72, 150, 230, 310, 390, 470}
	for _, c := range []struct {
		name  string
		edges []float64
		rows  [][]string
		want  string
	}{
		{"numbered", wide[:4], [][]string{{"No.", "Member", "Score"}, {"1", "Canada", "+1"}, {"2", "France", "0"}, {"3", "Japan", "−1"}, {"", "Average", "0.00 (50%)"}}, "CAN+ FRA0 JPN- 0.00"},
		{"scores first", wide[:3], [][]string{{"Score", "Member"}, {"+1", "Canada"}, {"0", "France"}, {"−1", "Japan"}, {"0.00 (50%)", "Average"}}, "CAN+ FRA0 JPN- 0.00"},
		{"bare scores first", wide[:3], [][]string{{"Score", "Member"}, {"1", "Canada"}, {"0", "France"}, {"1", "Japan"}, {"0.67", "Average"}}, "CAN+ FRA0 JPN+ 0.67"},
		{"members over one row", wide[:5], [][]string{{"Canada", "France", "Japan", "Average"}, {"+1", "0", "−1", "0.00"}}, "CAN+ FRA0 JPN- 0.00"},
		{"members over a labelled row", wide, [][]string{{"Member", "Canada", "France", "Japan", "Average"}, {"Score", "+1", "0", "−1", "0.00"}}, "CAN+ FRA0 JPN- 0.00"},
		{"levels as rows", wide[:5], [][]string{{"", "Canada", "France", "Japan"}, {"Full Compliance", "+1", "", ""}, {"Partial Compliance", "", "0", ""}, {"No Compliance", "", "", "−1"}}, "CAN+ FRA0 JPN- "},
		{"members of each level", wide[:3], [][]string{{"Level", "Members"}, {"Full Compliance (+1)", "Canada and the United Kingdom"}, {"Partial Compliance (0)", "France, Italy"}, {"No Compliance (−1)", "none"}, {"Average", "+0.50"}}, "CAN+ GBR+ FRA0 ITA0 0.50"},
	} {
		a := assessed(t, c.edges, c.rows...)
		got := tableOf(a)
		if a.Average != nil && a.Average.Value != nil {
			got += a.Average.Value.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Tables in a chapter that are no assessment: a scoring table whose words name
// members, and two rows of scores for two parts of the commitment.
func TestTablesThatAreNoAssessment(t *testing.T) {
	for name, rows := range map[string][][]string{
		"levels":    {{"Level", "What it asks"}, {"Full Compliance (+1)", "The member acts as France and Italy have done."}, {"No Compliance (−1)", "The member does nothing at all in the period."}},
		"two parts": {{"", "Canada", "France", "Japan"}, {"Part one", "+1", "0", "−1"}, {"Part two", "0", "0", "−1"}},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300, 400, 500}[:len(rows[0])+1], rows...)
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		if a := s.parse(t).Commitments[0].Assessment; a != nil {
			t.Errorf("%s: %s", name, tableOf(a))
		}
	}
}

// The scores of a chapter as a list under its heading; the headings of sections
// with text between them are none.
func TestScoresAsAList(t *testing.T) {
	for _, bullet := range []string{"• ", "– ", ""} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		for _, line := range []string{"Canada: +1", "France: 0", "Japan: −1", "Russia: n/a", "Average: 0.00 (50%)"} {
			s.line(bullet + line)
		}
		s.y += 10
		s.put(sheetLeft, 12, "*Background*")
		s.para("Gauges are old.")
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		c := s.parse(t).Commitments[0]
		if c.Assessment == nil || tableOf(c.Assessment) != "CAN+ FRA0 JPN- RUSn " || c.Assessment.Average == nil || c.Assessment.Average.Percent.String() != "50" {
			t.Errorf("%q: %+v", bullet, c.Assessment)
		}
		if len(c.Verdicts) != 1 || len(c.Background) != 1 {
			t.Errorf("%q: %d sections, %d paragraphs of background", bullet, len(c.Verdicts), len(c.Background))
		}
	}
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	for _, line := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
		s.line("*" + line + "*").para("The member opened a pier and put a gauge on it.")
	}
	if c := s.parse(t).Commitments[0]; c.Assessment != nil || len(c.Verdicts) != 3 {
		t.Errorf("%+v, %d sections", c.Assessment, len(c.Verdicts))
	}
}

// The scores of a matrix with decimals or in words; averages are none.
func TestMatrixWithScoresInOtherForms(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want string
	}{
		{"decimals", [][]string{{"1. Gauges", "+1.0", "0.0", "−1.0", "0.00"}, {"2. Piers", "0.0", "0.0", "+1.0", "+0.33"}, {"Average", "+0.50", "0.00", "0.00", "+0.17"}}, "1: 1 0 -1 = 0.00\n2: 0 0 1 = +0.33\n+0.50 0.00 0.00 = +0.17"},
		{"two decimals", [][]string{{"1. Gauges", "1.00", "0.00", "−1.00", "0.00"}, {"2. Piers", "n/a", "0.00", "1.00", "0.50"}}, "1: 1 0 -1 = 0.00\n2: x 0 1 = 0.50\n"},
		{"words", [][]string{{"1. Gauges", "Full", "Partial", "None", "0.00"}, {"2. Piers", "Partial", "n/a", "Full", "+0.50"}}, "1: 1 0 -1 = 0.00\n2: 0 x 1 = +0.50\n"},
		{"more words", [][]string{{"1. Gauges", "full compliance", "partial compliance", "non-compliance", "0.00"}, {"2. Piers", "partial compliance", "none", "full compliance", "+0.50"}}, "1: 1 0 -1 = 0.00\n2: 0 x 1 = +0.50\n"},
		{"averages of years", [][]string{{"2029", "+1.00", "0.00", "−1.00", "0.00"}, {"2030", "0.00", "0.00", "+1.00", "+0.33"}}, ""},
		{"averages", [][]string{{"Harbours", "+1.00", "0.50", "−1.00", "0.00"}, {"Piers", "0.00", "0.00", "+1.00", "+0.33"}}, ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Table 2: Scores*")
		s.y += 10
		s.ruled([]float64{72, 160, 260, 360, 460, 540}, append([][]string{{"", "Brazil", "India", "China", "Average"}}, c.rows...)...)
		s.page().chapterHead()
		rep := s.parse(t)
		got := ""
		if len(rep.Matrices) > 0 {
			got = matrixText(rep.Matrices[0])
		}
		want := c.want
		if want != "" {
			want = "BRA IND CHN\n" + want
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

func TestNumbersOfChapters(t *testing.T) {
	for _, c := range []struct {
		heads              [2]string
		number             int
		serial, area, name string
	}{
		{[2]string{"Commitment 3 – Harbours: Tide Gauges", "Commitment 4 – Safety: Pilots"}, 3, "", "Harbours", "Tide Gauges"},
		{[2]string{"Chapter 3: Harbours: Tide Gauges", "Chapter 4: Safety: Pilots"}, 3, "", "Harbours", "Tide Gauges"},
		{[2]string{"Commitment No. 3: Harbours: Tide Gauges", "Commitment No. 4: Safety: Pilots"}, 3, "", "Harbours", "Tide Gauges"},
		{[2]string{"I. Harbours: Tide Gauges", "II. Safety: Pilots"}, 1, "", "Harbours", "Tide Gauges"},
		{[2]string{"C. Harbours: Tide Gauges", "M. Safety: Pilots"}, 1, "", "C. Harbours", "Tide Gauges"},
		{[2]string{"2031-12 Harbours: Tide Gauges", "2031-27 Safety: Pilots"}, 1, "2031-12", "Harbours", "Tide Gauges"},
		{[2]string{"[2031-12] Harbours: Tide Gauges", "[2031-27] Safety: Pilots"}, 1, "2031-12", "Harbours", "Tide Gauges"},
		{[2]string{"3. 2031-12: Harbours: Tide Gauges", "4. 2031-27: Safety: Pilots"}, 3, "2031-12", "Harbours", "Tide Gauges"},
	} {
		s := newSheet()
		for _, h := range c.heads {
			s.page()
			s.put(sheetLeft, 16, "*"+h+"*")
			s.y += 10
			s.para("“We will do what we have promised in the harbours.”")
			s.put(sheetLeft, 12, "*Assessment*")
			s.y += 12
			s.ruled([]float64{72, 200, 300}, []string{"Country", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
			s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		}
		rep := s.parse(t)
		if len(rep.Commitments) != 2 {
			t.Errorf("%q: %d chapters", c.heads[0], len(rep.Commitments))
			continue
		}
		got := rep.Commitments[0]
		if fmt.Sprint(got.Number, got.ID, got.IssueArea, got.Title) != fmt.Sprint(c.number, c.serial, c.area, c.name) {
			t.Errorf("%q: %d %q %q %q", c.heads[0], got.Number, got.ID, got.IssueArea, got.Title)
		}
	}
}
