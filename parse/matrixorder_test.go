package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/parse/internal/scoring"
)

// The averages of a matrix stand before the scores in some reports, or among
// them.
func TestAveragesBeforeTheScores(t *testing.T) {
	want := "BRA IND CHN\n1: 1 0 1 = +0.67\n2: 0 0 -1 = −0.33\n+0.50 0.00 0.00 = +0.17"
	for _, c := range []struct {
		name string
		rows [][]string
	}{
		{"before", [][]string{{"", "Average", "Brazil", "India", "China"}, {"1. Gauges", "+0.67", "+1", "0", "+1"},
			{"2. Piers", "−0.33", "0", "0", "−1"}, {"Average", "+0.17", "+0.50", "0.00", "0.00"}}},
		{"among", [][]string{{"", "Brazil", "India", "Average", "China"}, {"1. Gauges", "+1", "0", "+0.67", "+1"},
			{"2. Piers", "0", "0", "−0.33", "−1"}, {"Average", "+0.50", "0.00", "+0.17", "0.00"}}},
		{"behind", [][]string{{"", "Brazil", "India", "China", "Average"}, {"1. Gauges", "+1", "0", "+1", "+0.67"},
			{"2. Piers", "0", "0", "−1", "−0.33"}, {"Average", "+0.50", "0.00", "0.00", "+0.17"}}},
		{"two heads in one", [][]string{{"", "Brazil", "India", "China", "Average Interim", ""}, {"1. Gauges", "+1", "0", "+1", "+0.67", "+0.33"},
			{"2. Piers", "0", "0", "−1", "−0.33", "0.00"}, {"Average", "+0.50", "0.00", "0.00", "+0.17", ""}}},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Table 2: Scores*")
		s.y += 10
		s.ruled([]float64{72, 160, 230, 290, 350, 440, 500}[:1+len(c.rows[0])], c.rows...)
		s.page().chapterHead()
		if got := onlyMatrix(t, s.parse(t)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
	}
}

// A table with scores that is not understood says so, about the summary tables
// too; one of levels, of stages or of counts is another matter.
func TestUnreadScoresAreADoubt(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		want bool
	}{
		{"two members", [][]string{{"", "Brazil", "Elsewhere", "Nowhere"}, {"Gauges", "+1", "−1", "0"}, {"Piers", "0", "+1", "−1"}}, true},
		{"counts", [][]string{{"", "2029", "2030", "2031"}, {"Gauges", "12", "14", "19"}, {"Piers", "3", "7", "0"}}, false},
		{"averages of years", [][]string{{"", "2029", "2030", "2031"}, {"Brazil", "+0.50", "0.00", "+0.25"}, {"India", "+0.20", "+0.10", "−0.25"}}, false},
		{"words", [][]string{{"Place", "Gauge"}, {"Lind", "old"}, {"Marn", "new"}}, false},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Table 9: Others*")
		s.y += 10
		s.ruled([]float64{72, 160, 240, 320, 400}[:len(c.rows[0])+1], c.rows...)
		s.page().chapterHead()
		rep := s.parse(t)
		got := false
		for _, w := range rep.Warnings {
			if w.Kind == scoring.KindUnreadScores {
				got = len(w.About) == 2 && w.About[0] == "/matrices" && w.About[1] == "/tables/0"
			}
		}
		if got != c.want || len(rep.Tables) != 1 {
			t.Errorf("%s: said %v, %d tables, %s", c.name, got, len(rep.Tables), warningKinds(rep))
		}
	}
}

// The commitments of a matrix stand in groups, each with its mean and with the
// members' names printed again.
func TestGroupsOfCommitments(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table A: Scores by Issue Area*")
	s.y += 10
	s.ruled([]float64{72, 200, 280, 360, 440, 520},
		[]string{"Economic Issues", "Brazil", "India", "China", "0.17"},
		[]string{"Gauges", "+1", "0", "+1", "0.67"},
		[]string{"Piers", "0", "0", "−1", "−0.33"},
		[]string{"Security Issues", "Brazil", "India", "China", "0.33"},
		[]string{"Pilots", "+1", "n/a", "n/a", "1.00"},
		[]string{"Other Issues", "", "", "", "−0.33"},
		[]string{"Lamps", "0", "−1", "0", "−0.33"},
		[]string{"Average", "0.50", "−0.33", "0.00", "0.25"})
	s.page().chapterHead()
	want := "BRA IND CHN\n1: 1 0 1 = 0.67\n2: 0 0 -1 = −0.33\n3: 1 x x = 1.00\n4: 0 -1 0 = −0.33\n0.50 −0.33 0.00 = 0.25"
	rep := s.parse(t)
	if got := onlyMatrix(t, rep); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	heads := 0
	for _, h := range rep.Matrices[0].Heads {
		if h.Text == "Security Issues" || h.Text == "Other Issues" {
			heads++
		}
	}
	if heads != 2 {
		t.Errorf("heads %+v", rep.Matrices[0].Heads)
	}
}

// One row of scores without rules is a table where the members stand over it.
func TestOneRowUnderTheMembers(t *testing.T) {
	for _, c := range []struct {
		head string
		want string
	}{
		{"CDA FRA JAP US Average", "CAN+ FRA0 JPN- USA+ "},
		{"one two three four five", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*Harbours: Tide Gauges*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will put a tide gauge into every harbour.”")
		s.y += 6
		xs := []float64{72, 140, 210, 280, 350}
		s.row(xs, strings.Fields(c.head)...)
		s.row(xs, "+1", "0", "−1", "+1", "0.25")
		s.y += 12
		for _, m := range []string{"Canada +1", "France 0", "Japan −1"} {
			s.y += 6
			s.line("*" + m + "*").para("The pier was built.").para("Thus, it receives a score.")
		}
		rep := s.parse(t)
		got := ""
		if len(rep.Commitments) == 1 && rep.Commitments[0].Assessment != nil {
			got = tableOf(rep.Commitments[0].Assessment)
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q; %d chapters, %s", c.head, got, c.want, len(rep.Commitments), warningKinds(rep))
		}
	}
}
