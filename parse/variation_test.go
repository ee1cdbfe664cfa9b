package parse

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// The documents here are variations that real reports have and the generator
// of the fixtures has not. Each hit stands beside a near miss.

func scoresOf(m []*int) string {
	var b strings.Builder
	for _, s := range m {
		switch {
		case s == nil:
			b.WriteString("n ")
		case *s > 0:
			b.WriteString("+ ")
		case *s < 0:
			b.WriteString("- ")
		default:
			b.WriteString("0 ")
		}
	}
	return strings.TrimSpace(b.String())
}

func TestHeadingWithLevelInWords(t *testing.T) {
	v := vocabulary.Default()
	for _, c := range []struct {
		text, name string
		score      int
		ok         bool
	}{
		{"Canada – Full Compliance (+1)", "Canada", 1, true},
		{"3. Japan, Partial Compliance (0)", "Japan", 0, true},
		{"Italy: Non-Compliance (−1)", "Italy", -1, true},
		{"Canada – Japan Dialogue (1)", "", 0, false},
		{"Full Compliance (+1)", "", 0, false},
	} {
		name, score, ok := scoretext.HeadingScore(v, c.text)
		if ok != c.ok || ok && (name != c.name || score == nil || *score != c.score) {
			t.Errorf("%q: %q %v %v", c.text, name, score, ok)
		}
	}
}

func TestScoringTableByNamedLevels(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 6
	for _, row := range [][3]string{
		{"Full Compliance", "The member puts a gauge into all of its", "harbours and keeps them."},
		{"Partial Compliance", "The member puts a gauge into some of", "its harbours and keeps them."},
		{"No Compliance", "The member puts a gauge into none of", "its harbours."},
	} {
		s.at(sheetLeft, s.y, 11, row[0])
		s.at(260, s.y, 11, row[1])
		s.mergeRows()
		s.y += 13.2
		s.at(sheetLeft, s.y, 11, map[string]string{"Full Compliance": "(+1)", "Partial Compliance": "(0)", "No Compliance": "(−1)"}[row[0]])
		s.at(260, s.y, 11, row[2])
		s.mergeRows()
		s.y += 22
	}
	s.y += 10
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	rep := s.parse(t)
	c := rep.Commitments[0]
	if len(c.Rubric) != 3 || len(c.Verdicts) != 1 {
		t.Fatalf("rubric %+v, verdicts %d", c.Rubric, len(c.Verdicts))
	}
	for i, want := range []struct {
		score int
		text  string
	}{{1, "The member puts a gauge into all of its harbours and keeps them."}, {0, "The member puts a gauge into some of its harbours and keeps them."}, {-1, "The member puts a gauge into none of its harbours."}} {
		if l := c.Rubric[i]; l.Score == nil || *l.Score != want.score || l.Text != want.text {
			t.Errorf("level %d: %+v", i, l)
		}
	}
}

func verdictSheet() *drawnSheet {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.y += 6
	return s.para("Canada has fully complied with its commitment.")
}

func TestMarkersWithoutAGap(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge.^1^")
	s.para("On 4 July 2009, Canada put up two more gauges.^23^")
	s.foot("^1^ One gauge.", "^2^ Two gauges.", "^3^ More gauges.")
	a := s.parse(t).Commitments[0].Verdicts[0].Actions
	if f := a[1].Footnotes; len(f) != 2 || f[0].Number != 2 || f[1].Number != 3 {
		t.Errorf("glued markers: %+v", f)
	}
	// The same figures where the count goes on with 23 are one marker.
	s = verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge.^22^")
	s.para("On 4 July 2009, Canada put up two more gauges.^23^")
	s.foot("^22^ One gauge.", "^23^ Two gauges.")
	a = s.parse(t).Commitments[0].Verdicts[0].Actions
	if f := a[1].Footnotes; len(f) != 1 || f[0].Number != 23 {
		t.Errorf("one marker: %+v", f)
	}
}

func TestRaisedCommaIsNoText(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge,^1^^,^^2^ as it said.")
	s.foot("^1^ One gauge.", "^2^ Two gauges.")
	a := s.parse(t).Commitments[0].Verdicts[0].Actions[0]
	if a.Text != "On 3 July 2009, Canada put up one gauge, as it said." || len(a.Footnotes) != 2 {
		t.Errorf("%q %+v", a.Text, a.Footnotes)
	}
}

func TestYearFromThePeriod(t *testing.T) {
	period := &model.Period{From: "2009-07-11", To: "2010-06-20"}
	for _, c := range []struct {
		period     *model.Period
		last       string
		month, day int
		want       string
	}{
		{period, "", 11, 9, "2009"},
		{period, "2009-12-20", 1, 9, "2010"}, // not the year of the action before
		{period, "2009-12-20", 6, 0, "2010"},
		{nil, "", 11, 9, ""},
		{nil, "2009-10-05", 11, 9, "2009"},
		{nil, "2009-12-20", 1, 9, ""}, // the next year, or out of order
	} {
		y := action.YearSense{Period: c.period, Last: c.last}
		if got := y.Of(c.month, c.day); got != c.want {
			t.Errorf("%v after %q, %d/%d: %q, want %q", c.period, c.last, c.day, c.month, got, c.want)
		}
	}
}

func TestSectionOfOneParagraphOpens(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*France: 0*")
	s.para("France has partially complied with its commitment. It put up one gauge.",
		"Thus, France receives a score of 0.")
	v := s.parse(t).Commitments[0].Verdicts[0]
	if v.Opening == nil || v.Opening.Compliance != "partial" || v.Closing != nil || v.ConcludingScore == nil || *v.ConcludingScore != 0 {
		t.Errorf("%+v", v)
	}
}

func TestMatrixWithMembersAsRows(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 2: Scores*")
	s.y += 10
	s.ruled([]float64{72, 180, 240, 300, 420},
		[]string{"Member", "1", "2", "Average"},
		[]string{"Brazil", "+1", "0", "+0.50 (75%)"},
		[]string{"India", "0", "n/a", "0.00 (50%)"},
		[]string{"China", "−1", "0", "−0.50 (25%)"},
		[]string{"Average", "0.00 (50%)", "0.00 (50%)", "0.00 (50%)"})
	s.doc.Pages = append(s.doc.Pages, model.Page{Number: 2, Width: 612, Height: 792})
	s.y = 90
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("matrices %+v", rep.Matrices)
	}
	m := rep.Matrices[0]
	if strings.Join(m.Members, " ") != "BRA IND CHN" || len(m.Rows) != 2 || len(m.ColumnAverages) != 3 || m.Overall == nil {
		t.Fatalf("%+v", m)
	}
	if m.Rows[0].Number != 1 || scoresOf(m.Rows[0].Scores) != "+ 0 -" || scoresOf(m.Rows[1].Scores) != "0 n 0" {
		t.Errorf("%+v", m.Rows)
	}
	if first, second := m.Rows[0].CellsAt[0][0].Box, m.Rows[0].CellsAt[1][0].Box; first[1] >= second[1] || first[0] < 180 || first[2] > 240 {
		t.Errorf("the cells of a turned table stand at %v and %v", first, second)
	}
	if m.ColumnAverages[2].Value == nil || m.ColumnAverages[2].Value.String() != "-0.50" {
		t.Errorf("%+v", m.ColumnAverages[2])
	}
}

// Counts of scores by member look like a matrix with members as rows.
func TestTableOfCountsIsNoMatrix(t *testing.T) {
	s := newSheet().page()
	s.ruled([]float64{72, 180, 240, 300, 420},
		[]string{"Member", "+1", "0", "−1"},
		[]string{"Brazil", "1", "0", "1"},
		[]string{"India", "0", "1", "1"},
		[]string{"China", "1", "1", "0"})
	s.doc.Pages = append(s.doc.Pages, model.Page{Number: 2, Width: 612, Height: 792})
	s.y = 90
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 0 || len(rep.Tables) != 1 {
		t.Errorf("matrices %+v, tables %+v", rep.Matrices, rep.Tables)
	}
}

func assessed(t *testing.T, edges []float64, rows ...[]string) *model.Assessment {
	t.Helper()
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled(edges, rows...)
	s.put(sheetLeft, 12, "*Background*")
	s.para("Gauges are old.")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
		t.Fatalf("no assessment: %+v", rep.Commitments)
	}
	return rep.Commitments[0].Assessment
}

func TestScoreTablesOfOtherForms(t *testing.T) {
	for _, c := range []struct {
		name    string
		edges   []float64
		rows    [][]string
		members string
		scores  string
		columns string
	}{
		{"marks in columns", []float64{72, 200, 300, 400, 520}, [][]string{
			{"", "Score: −1", "Score: 0", "Score: +1"}, {"Canada", "", "", "X"}, {"France", "", "X", ""}, {"Japan", "X", "", ""}},
			"CAN FRA JPN", "+ 0 -", "full partial none"},
		{"columns from the right", []float64{72, 200, 300, 400, 520}, [][]string{
			{"", "Full", "Partial", "None"}, {"Canada", "+1", "", ""}, {"France", "", "0", ""}, {"Japan", "", "", "−1"}},
			"CAN FRA JPN", "+ 0 -", "full partial none"},
		{"two halves", []float64{72, 200, 260, 400, 520}, [][]string{
			{"Canada", "0", "Italy", "+1"}, {"France", "+1", "Japan", "−1"}},
			"CAN ITA FRA JPN", "0 + + -", "   "},
		{"two stages", []float64{72, 200, 300, 400}, [][]string{
			{"Country", "Interim", "Final"}, {"Canada", "0", "+1"}, {"France", "−1", "0"}, {"Japan", "0", "−1"}},
			"CAN FRA JPN", "+ 0 -", "  "},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assessed(t, c.edges, c.rows...)
			var members, columns []string
			var scores []*int
			for _, s := range a.Scores {
				members = append(members, s.Member)
				columns = append(columns, s.Column)
				scores = append(scores, s.Score)
			}
			if strings.Join(members, " ") != c.members || scoresOf(scores) != c.scores || strings.Join(columns, " ") != c.columns {
				t.Errorf("%v %s %v", members, scoresOf(scores), columns)
			}
		})
	}
}

func TestScoreBelowTheMembersName(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*CANADA*")
	s.put(sheetLeft, 11, "Score: +1")
	s.y += 7
	s.para("Canada put up nine gauges.")
	v := s.parse(t).Commitments[0].Verdicts[0]
	if v.HeadingScore == nil || *v.HeadingScore != 1 || len(v.Actions) != 1 || v.Actions[0].Text != "Canada put up nine gauges." {
		t.Errorf("%+v", v)
	}
}

// A page's only note looks like the foot of other pages that have one note.
func TestLoneNotesAreNoFeet(t *testing.T) {
	s := verdictSheet()
	for p := range 4 {
		if p > 0 {
			s.page()
		}
		s.para("On 3 July 2009, Canada put up gauge " + string(rune('A'+p)) + ".^" + string(rune('1'+p)) + "^")
		s.at(sheetLeft, 700, 8, "^"+string(rune('1'+p))+"^ Ibid.")
		s.heads("Gauge Watch", "Version of 3 May 2010")
	}
	rep := s.parse(t)
	if len(rep.Footnotes) != 4 || len(rep.Commitments[0].Verdicts[0].Actions) != 4 {
		t.Errorf("notes %+v", rep.Footnotes)
	}
}

// Notes of the text's size without a rule stand at the feet of the pages; what
// stands between those of two pages is text.
func TestNotesOfTheTextsSize(t *testing.T) {
	s := verdictSheet()
	n := 0
	for p := range 3 {
		if p > 0 {
			s.page()
		}
		for range 2 {
			n++
			s.para("On 3 July 2009, the ministry put up another gauge in harbour " + string(rune('A'+n)) + ".^" + string(rune('0'+n)) + "^")
		}
		s.y = 640
		s.line("^" + string(rune('0'+n-1)) + "^ Gauge news, Ministry of Tides (Ottawa) 3 July 2009.")
		s.line("^" + string(rune('0'+n)) + "^ Harbour news, Ministry of Tides (Ottawa) 3 July 2009.")
	}
	rep := s.parse(t)
	if len(rep.Footnotes) != 6 {
		t.Fatalf("notes %+v", rep.Footnotes)
	}
	if a := rep.Commitments[0].Verdicts[0].Actions; len(a) != 6 {
		t.Errorf("actions %+v", a)
	}
	for _, f := range rep.Footnotes {
		if strings.Contains(f.Text, "another gauge") {
			t.Errorf("text in note: %+v", f)
		}
	}
}

func TestAreasBetweenTheRowsOfAMatrix(t *testing.T) {
	s := newSheet().page()
	row := func(cells ...string) {
		for i, c := range cells {
			if c != "" {
				s.at([]float64{72, 190, 250, 310, 370}[i], s.y, 11, c)
			}
		}
		s.mergeRows()
		s.y += 16
	}
	s.para("*Table A. Scores*")
	row("Issue", "Brazil", "India", "China", "Average")
	row("*Economy*")
	row("Dry Docks", "+1", "0", "−1", "0.00")
	row("Cranes", "+1", "0", "0", "0.33")
	row("*Security*")
	row("Watchmen", "0", "0", "0", "0.00")
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || len(rep.Matrices[0].Rows) != 3 {
		t.Fatalf("%+v", rep.Matrices)
	}
	m := rep.Matrices[0]
	if m.Rows[1].Label != "Cranes" || scoresOf(m.Rows[0].Scores) != "+ 0 -" {
		t.Errorf("%+v", m.Rows)
	}
	// Each score has the place of its cell, which is not its row's.
	for i, left := range []float64{190, 250, 310} {
		at := m.Rows[0].CellsAt[i]
		if len(at) != 1 || at[0].Box[0] < left-1 || at[0].Box[2] > left+40 {
			t.Errorf("cell %d stands at %v", i, at)
		}
	}
	var heads []string
	for _, h := range m.Heads {
		heads = append(heads, h.Text)
	}
	if got := strings.Join(heads, "|"); !strings.Contains(got, "Economy") || !strings.Contains(got, "Security") {
		t.Errorf("heads %q", got)
	}
}

func TestSectionThatOpensWithItsScore(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*France: 0*")
	s.para("France has partially complied with its commitment and thus receives a score of 0.")
	s.para("On 3 July 2009, France put up one gauge.")
	s.para("No second gauge is known.")
	v := s.parse(t).Commitments[0].Verdicts[0]
	if v.Opening == nil || v.Opening.Compliance != "partial" || v.ConcludingScore == nil || *v.ConcludingScore != 0 || len(v.Actions) != 2 {
		t.Errorf("%+v", v)
	}
	// The usual order: the score comes last, what follows it is told.
	s = newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*France: 0*")
	s.para("France has partially complied with its commitment.")
	s.para("Thus, France receives a score of 0.")
	s.para("A gauge is a gauge is a gauge.")
	rep := s.parse(t)
	if v := rep.Commitments[0].Verdicts[0]; len(v.Actions) != 0 {
		t.Errorf("actions %+v", v.Actions)
	}
	if !strings.Contains(warningKinds(rep), "after-conclusion") {
		t.Error("the text behind the conclusion is not told")
	}
}

func TestSourceBehindTheQuotation(t *testing.T) {
	for _, c := range []struct{ line, text, source string }{
		{"“We will raise the piers.” Quay Town Declaration", "We will raise the piers.", "Quay Town Declaration"},
		{"“We will raise the piers.” (Quay Town Declaration)", "We will raise the piers.", "Quay Town Declaration"},
		{"“We will raise the piers.” (2009-12)", "We will raise the piers.", ""},
		{"“We will raise the piers” and lower the cranes.", "“We will raise the piers” and lower the cranes.", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*5. Harbours: Piers*")
		s.y += 10
		s.para(c.line)
		s.put(sheetLeft, 12, "*Assessment*")
		s.para("None was made.")
		s.put(sheetLeft, 12, "*Background*")
		s.para("Piers are old.")
		got := s.parse(t).Commitments[0]
		if got.Text != c.text || got.SourceDocument != c.source {
			t.Errorf("%q: text %q, source %q", c.line, got.Text, got.SourceDocument)
		}
	}
}

func TestSourceBelowTheQuotation(t *testing.T) {
	for _, c := range []struct {
		lines        [2]string
		text, source string
	}{
		{[2]string{"“We will raise the piers.”", "Quay Town Leaders’ Declaration"}, "We will raise the piers.", "Quay Town Leaders’ Declaration"},
		{[2]string{"“We will raise the piers”.", "Quay Town Leaders’ Declaration"}, "“We will raise the piers”.", "Quay Town Leaders’ Declaration"},
		{[2]string{"“We will raise the piers.”", "The piers are those of the outer harbour."}, "“We will raise the piers.”\nThe piers are those of the outer harbour.", ""},
		{[2]string{"“We will raise the piers.”", "“We will lower the cranes”"}, "“We will raise the piers.”\n“We will lower the cranes”", ""},
		{[2]string{"We will raise the piers.", "Quay Town Leaders’ Declaration"}, "We will raise the piers.\nQuay Town Leaders’ Declaration", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*5. Harbours: Piers*")
		s.y += 10
		s.para(c.lines[0])
		s.para(c.lines[1])
		s.put(sheetLeft, 12, "*Assessment*")
		s.para("None was made.")
		s.put(sheetLeft, 12, "*Background*")
		s.para("Piers are old.")
		got := s.parse(t).Commitments[0]
		if got.Text != c.text || got.SourceDocument != c.source {
			t.Errorf("%q: text %q, source %q", c.lines, got.Text, got.SourceDocument)
		}
	}
}

func TestLongListOfCommitments(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 1: Commitments*")
	s.y += 6
	for n := 1; n <= 12; n++ {
		if n == 11 {
			s.page() // the list goes on
		}
		s.at(102, s.y, 10, "We will put gauge "+string(rune('A'+n))+" into the harbour that is")
		s.y += 6
		s.at(82, s.y, 10, strconv.Itoa(n))
		s.y += 6
		s.at(102, s.y, 10, "nearest to it. (2009-"+strconv.Itoa(20+n)+")")
		s.y += 18
	}
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.CommitmentsList) != 12 {
		t.Fatalf("%d entries: %+v", len(rep.CommitmentsList), rep.CommitmentsList)
	}
	for i, p := range rep.CommitmentsList {
		if p.Number != i+1 || p.ID != "2009-"+strconv.Itoa(21+i) || !strings.HasPrefix(p.Text, "We will put gauge "+string(rune('A'+i+1))) {
			t.Errorf("entry %d: %+v", i+1, p)
		}
	}
}

func TestRankings(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 3: Ranking*")
	s.y += 10
	s.ruled([]float64{72, 120, 300, 420},
		[]string{"Rank", "Member", "Average"},
		[]string{"1", "Japan", "+0.50 (75%)"},
		[]string{"2", "Canada", "+0.25 (63%)"},
		[]string{"2", "France", "+0.25 (63%)"})
	s.put(sheetLeft, 12, "*Table 4: Two commitments*")
	s.y += 10
	s.ruled([]float64{72, 120, 300, 420},
		[]string{"1", "Tide Gauges", "+0.50 (75%)"},
		[]string{"2", "Piers", "−0.25 (38%)"})
	s.put(sheetLeft, 12, "*Table 5: Sums*")
	s.y += 10
	// Averages without ranks, and two rows only: nothing is ordered here.
	s.ruled([]float64{72, 120, 300, 420},
		[]string{"", "All piers", "+0.50 (75%)"},
		[]string{"", "All gauges", "−0.25 (38%)"})
	s.page()
	s.chapterHead()
	rep := s.parse(t)
	if len(rep.Rankings) != 2 || len(rep.Tables) != 1 {
		t.Fatalf("rankings %+v, tables %+v", rep.Rankings, rep.Tables)
	}
	e := rep.Rankings[0].Entries
	if len(e) != 3 || e[0].Member != "JPN" || e[2].Rank != 2 || e[2].Value.String() != "0.25" || e[1].Percent.String() != "63" {
		t.Errorf("%+v", e)
	}
	if e := rep.Rankings[1].Entries; len(e) != 2 || e[1].Label != "Piers" || e[1].Value.String() != "-0.25" {
		t.Errorf("%+v", e)
	}
}

func TestCoverOfAnInstitution(t *testing.T) {
	s := newSheet().page()
	s.y = 200
	s.put(200, 18, "The G8 Research Group")
	s.y += 30
	s.put(200, 11, "at the Quayside School presents the")
	s.y += 30
	s.put(150, 16, "*2009 Quay Town G8 Summit*")
	s.put(150, 16, "*Interim Compliance Report*")
	s.y += 30
	s.put(220, 11, "11 July 2009 to 20 January 2010")
	s.put(220, 11, "14 February 2010")
	s.page()
	s.chapterHead()
	i := s.parse(t).Report
	if i.Title != "2009 Quay Town G8 Summit Interim Compliance Report" || i.Forum != "G8" || i.Summit.Name != "Quay Town" || i.Stage != "interim" {
		t.Errorf("%+v", i)
	}
	if i.Period == nil || i.Period.From != "2009-07-11" || i.Period.To != "2010-01-20" || i.Published != "2010-02-14" {
		t.Errorf("period %+v, published %q", i.Period, i.Published)
	}
}

func TestRolesOnOneLine(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.para("Compliance Director: Ida Moor   Lead Analyst: Ola Berg")
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.y += 6
	s.para("Canada has fully complied with its commitment.")
	s.put(400, 11, "Analyst: Una Dell: The Younger")
	c := s.parse(t).Commitments[0]
	if c.Director != "Ida Moor" || c.LeadAnalyst != "Ola Berg" || len(c.People) != 2 {
		t.Errorf("%q %q %+v", c.Director, c.LeadAnalyst, c.People)
	}
	// A colon alone makes no second role.
	if a := c.Verdicts[0].Analyst; a != "Una Dell: The Younger" {
		t.Errorf("analyst %q", a)
	}
}

// Who wrote a chapter may be named at its end, without a colon.
func TestPeopleAtAChaptersEnd(t *testing.T) {
	for _, c := range []struct {
		line   string
		people int
		last   string
	}{
		{"Compiled by Una Dell and Ola van Berg", 1, ""},
		{"Analyst: Una Dell", 1, ""},
		{"Compiled by hand in the harbour office", 0, ""},
	} {
		s := newSheet().page().chapterHead()
		for _, name := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
			s.put(sheetLeft, 11, "*"+name+"*")
			s.y += 6
			s.para("The pier was built.")
		}
		s.para(c.line)
		rep := s.parse(t)
		ch := rep.Commitments[0]
		if len(ch.People) != c.people || len(ch.Verdicts) != 3 || ch.Verdicts[2].Analyst != c.last {
			t.Errorf("%q: %+v, %+v", c.line, ch.People, ch.Verdicts)
		}
		if c.people > 0 && c.line[0] == 'C' && (ch.People[0].Role != "Compiled by" || ch.People[0].Name != "Una Dell and Ola van Berg") {
			t.Errorf("%q: %+v", c.line, ch.People[0])
		}
	}
}

func TestAverageOverTheColumns(t *testing.T) {
	edges := []float64{72, 200, 300, 400, 520}
	a := assessed(t, edges, []string{"Average: +0.25 (63%)"}, []string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""})
	if a.Average == nil || a.Average.Value == nil || a.Average.Value.String() != "0.25" || a.Average.Percent == nil || a.Average.Percent.String() != "63" || a.Average.Label != "Average" {
		t.Errorf("%+v", a.Average)
	}
	a = assessed(t, edges, []string{"Table 3: 4 members"}, []string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""})
	if a.Average != nil {
		t.Errorf("%+v", a.Average)
	}
}

func TestWatermark(t *testing.T) {
	s := newSheet()
	for i := range 4 {
		s.page()
		if i == 0 {
			s.chapterHead()
			s.put(sheetLeft, 12, "*Background*")
		}
		s.para("Gauges of kind " + string(rune('A'+i)) + " are old.")
		s.put(150, 60, "DRAFT")
		if i == 3 {
			s.put(150, 60, "GAUGES")
		}
		s.para("Piers of kind " + strconv.Itoa(i) + " are new.")
	}
	rep := s.parse(t)
	if len(rep.RunningHeads) != 1 || rep.RunningHeads[0].Text != "DRAFT" || len(rep.RunningHeads[0].Pages) != 4 {
		t.Errorf("running heads %+v", rep.RunningHeads)
	}
}

func TestSerialBeforeThePromise(t *testing.T) {
	for _, c := range []struct{ line, text, id string }{
		{"2009-12: “We will raise the piers.”", "We will raise the piers.", "2009-12"},
		{"Piers: “We will raise them.”", "Piers: “We will raise them.”", ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*5. Harbours: Piers*")
		s.y += 10
		s.para(c.line)
		s.put(sheetLeft, 12, "*Assessment*")
		s.para("None was made.")
		s.put(sheetLeft, 12, "*Background*")
		s.para("Piers are old.")
		got := s.parse(t).Commitments[0]
		if got.Text != c.text || got.ID != c.id {
			t.Errorf("%q: text %q, id %q", c.line, got.Text, got.ID)
		}
	}
}

func TestHeadsOfAScoringTableAreNoLevels(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 12
	s.ruled([]float64{72, 140, 530},
		[]string{"Score", "Guideline"},
		[]string{"−1", "The member puts up no gauge in any of its harbours."},
		[]string{"+1", "The member puts up a gauge in every one of its harbours."})
	c := s.parse(t).Commitments[0]
	if len(c.Rubric) != 2 || c.Rubric[0].Score == nil || len(c.Other) != 1 || !strings.Contains(c.Other[0].Paragraphs[0].Text, "Guideline") {
		t.Errorf("rubric %+v, other %+v", c.Rubric, c.Other)
	}
}

// Browsers break words with a hyphen of their own: where a document has it at
// lines' ends only, it is dropped there, in addresses too, and the ordinary
// hyphen stays.
func TestTypesettersOwnHyphen(t *testing.T) {
	for _, c := range []struct{ name, extra, address string }{
		{"at lines' ends only", "A well-known pier.", "https://harbour.example/mole-head"},
		{"within lines too", "A well‐known pier of long-ago.", "https://harbour.example/mo‐le-head"},
	} {
		s := newSheet().page()
		s.chapterHead()
		s.para(c.extra)
		s.para("The well-be‐", "ing of the harbour.")
		s.para("See https://harbour.example/mo‐", "le-head")
		var texts []string
		for _, b := range s.parse(t).Commitments[0].Background {
			texts = append(texts, b.Text)
		}
		got := strings.Join(texts, "\n")
		if !strings.Contains(got, "The well-being of") || !strings.HasSuffix(got, c.address) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// A minus whose figure a narrow column has put on the next line is no +1.
func TestSignPartedFromItsFigure(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 8
	s.put(sheetLeft, 11, "– | The member has put no tide gauge into any of its harbours, or has taken one out, or")
	s.put(sheetLeft, 11, "1 | the member has put gauges into harbours that have no tide.")
	s.y += 4
	s.put(sheetLeft, 11, "0 | The member has put a tide gauge into some of its harbours.")
	s.y += 4
	s.put(sheetLeft, 11, "+1 | The member has put a tide gauge into every one of its harbours.")
	s.para("")
	var got []int
	for _, l := range s.parse(t).Commitments[0].Rubric {
		if l.Score != nil {
			got = append(got, *l.Score)
		}
	}
	if !slices.Equal(got, []int{-1, 0, 1}) {
		t.Errorf("levels %v", got)
	}
}

// A cover's lines may stand so close that they look like one paragraph.
func TestCloseLinesOfTheCover(t *testing.T) {
	s := newSheet().page()
	s.y = 200
	s.put(150, 16, "*2029 Quay Town G7 Summit Final Compliance Report*")
	s.y += 30
	s.put(180, 11, "11 July 2029 to")
	s.put(180, 11, "20 January 2030")
	s.y += 30
	s.put(180, 11, "Prepared by Ida Moor and Ola Berg")
	s.put(180, 11, "14 February 2030")
	s.put(180, 11, "www.quay.example")
	s.page()
	s.chapterHead()
	i := s.parse(t).Report
	if i.Period == nil || i.Period.From != "2029-07-11" || i.Period.To != "2030-01-20" || i.Published != "2030-02-14" {
		t.Errorf("period %+v, published %q", i.Period, i.Published)
	}
	if got := strings.Join(i.PreparedBy, "|"); got != "Ida Moor|Ola Berg" {
		t.Errorf("prepared by %q", got)
	}
}

// A term may stand alone over its definition; a sentence in bold is none.
func TestTermAboveItsDefinition(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Definitions and Concepts*")
	s.y += 8
	s.put(sheetLeft, 11, "*Tide gauge:*")
	s.y += 8
	s.para("An instrument by which the height of the water is read twice a day.")
	s.put(sheetLeft, 11, "*It must be read by daylight.*")
	s.y += 8
	s.para("The keepers of the harbours read it.")
	var terms []string
	for _, d := range s.parse(t).Commitments[0].Definitions {
		if d.Term != "" {
			terms = append(terms, d.Term)
		}
	}
	if got := strings.Join(terms, "|"); got != "Tide gauge" {
		t.Errorf("terms %q", got)
	}
}

// The day of a date that a line's end has cut may be the number of the note
// that is due.
func TestDateCutInANote(t *testing.T) {
	s := newSheet()
	for page, n := range []int{19, 21} {
		s.page()
		if page == 0 {
			s.chapterHead()
			s.put(sheetLeft, 12, "*Canada: +1*")
			s.para("Canada has fully complied with its commitment.")
		}
		s.para(fmt.Sprintf("On %d May 2030, the keepers of Lind put a gauge into the water.^%d^", n, n))
		s.para(fmt.Sprintf("On %d May 2030, the keepers of Marn put another gauge into it.^%d^", n+1, n+1))
		s.rule(sheetLeft, 600, sheetLeft+140, 600)
		s.at(sheetLeft, 612, 8, fmt.Sprintf("%d. Gauges in the Water, Harbour Office (Lind) %d May 2030. Access Date:", n, n))
		s.at(sheetLeft, 622, 8, fmt.Sprintf("%d July 2030. https://harbour.example/%d", n+1, n))
		s.at(sheetLeft, 632, 8, fmt.Sprintf("%d. %d July 2030 Bulletin, Harbour Office (Marn) %d May 2030. Access Date: 3 July 2030. https://marn.example/%d", n+1, n+1, n+1, n+1))
	}
	r := s.parse(t)
	if len(r.Footnotes) != 4 {
		t.Fatalf("%d notes: %+v", len(r.Footnotes), r.Footnotes)
	}
	if f := r.Footnotes[0]; f.Accessed != "2030-07-20" || f.URL != "https://harbour.example/19" {
		t.Errorf("%+v", f)
	}
}

// Scores in words begin paragraphs of the guidelines, also with a capital.
func TestGuidelinesByScore(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 8
	s.para("Score of −1: The member puts a gauge into none of its harbours.")
	s.para("Score of 0: The member puts a gauge into some of its harbours.")
	s.para("Score of +1: The member puts a gauge into every one of its harbours.")
	var got []int
	c := s.parse(t).Commitments[0]
	for _, l := range append(append([]model.Level{}, c.Rubric...), c.Guidelines...) {
		if l.Score != nil {
			got = append(got, *l.Score)
		}
	}
	if !slices.Equal(got, []int{-1, 0, 1}) {
		t.Errorf("levels %v", got)
	}
}

func TestMemberLabel(t *testing.T) {
	r := newReading(&model.Document{}, Options{})
	for label, want := range map[string]string{
		"Canada": "CAN", "2. Canada:": "CAN", "Indonesi a": "IDN", "Can ada": "CAN", "Canada and Japan": "", "Can Ada": "",
	} {
		if got, _ := r.MemberLabel(label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}

// Amounts in a list below an action are the action's.
func TestAmountsInAList(t *testing.T) {
	s := newSheet().page()
	s.chapterHead()
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	s.para("On 4 May 2030, the keepers bought gauges at a price of CAD3.5 million:")
	s.para("• CAD2 million for the harbour of Lind")
	s.para("• CAD1.5 million for the harbour of Marn")
	s.para("Thus, Canada receives a score of +1.")
	a := s.parse(t).Commitments[0].Verdicts[0].Actions
	if len(a) != 1 || len(a[0].Amounts) != 3 {
		t.Errorf("%+v", a)
	}
}

// The labels of a matrix with members as rows may have two lines each, beside
// which the figures stand halfway, also behind a page break.
func TestMatrixWithMembersAsRowsOverAPage(t *testing.T) {
	xs := []float64{72, 200, 280, 360, 440}
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 2: Scores*")
	s.y += 4
	s.row(xs, "Member", "4 Nets", "7 Lamps", "9 Buoys", "Average")
	s.row(xs, "Brazil", "+1", "0", "0", "+0.33 (67%)")
	s.row(xs, "India", "0", "+1", "0", "+0.33 (67%)")
	s.row(xs, "China", "−1", "0", "+1", "0.00 (50%)")
	s.page()
	s.row(xs, "Member", "4 Nets", "7 Lamps", "9 Buoys", "Average")
	s.row(xs, "Russia", "−1", "0", "+1", "0.00 (50%)")
	y := s.y
	s.at(72, y+3, 11, "United")
	s.y = y + 9
	s.row(xs, "", "+1", "+1", "0", "+0.67 (83%)")
	s.at(72, y+15, 11, "Kingdom")
	s.y = y + 31
	s.row(xs, "Average", "0.00 (50%)", "+0.40 (70%)", "+0.40 (70%)", "+0.27 (63%)")
	s.y += 30
	s.para("The figures of the table were counted by the keeper of the lamp, who was", "asked to do so by nobody.")
	s.page().chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("matrices %+v", rep.Matrices)
	}
	m := rep.Matrices[0]
	if strings.Join(m.Members, " ") != "BRA IND CHN RUS GBR" || len(m.Rows) != 3 || len(m.ColumnAverages) != 5 || m.Overall == nil {
		t.Fatalf("%+v", m)
	}
	if scoresOf(m.Rows[0].Scores) != "+ 0 - - +" || m.Rows[2].Average == nil {
		t.Errorf("%+v", m.Rows)
	}
}
