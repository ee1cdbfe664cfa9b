package parse

import (
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/scoring"
)

// Habits of tables, one at a time. A table that cannot be read is a doubt.

// summaryOf is a report whose front has a summary table set by white space, with
// a line of text below it.
func summaryOf(below string, rows ...string) *drawnSheet {
	s := groupedSheet(rows...)
	front := &s.doc.Pages[0]
	y := front.Lines[len(front.Lines)-1].Baseline + 40
	chapters := s.doc.Pages[1:]
	s.doc.Pages = s.doc.Pages[:1]
	s.at(sheetLeft, y, s.size, below)
	s.doc.Pages = append(s.doc.Pages, chapters...)
	return s
}

func hasKind(rep *model.Report, kind string) bool {
	return slices.ContainsFunc(rep.Warnings, func(w model.Warning) bool { return w.Kind == kind })
}

func TestSignsForScoresByTheReportsKey(t *testing.T) {
	rows := []string{"| Canada | France | Japan | Italy", "1. Lamps | F | P | N | F", "2. Gauges | N | P | F | F", "3. Nets | P | P | N | F"}
	const want = "CAN FRA JPN ITA\n1: 1 0 -1 1\n2: -1 0 1 1\n3: 0 0 -1 1"
	for _, key := range []string{
		"F = full compliance; P = partial compliance; N = no compliance",
		"Full compliance (F), partial compliance (P), no compliance (N).",
	} {
		rep := summaryOf(key, rows...).parse(t)
		if len(rep.Matrices) != 1 || !strings.HasPrefix(strings.TrimSpace(matrixText(rep.Matrices[0])), want) {
			t.Errorf("%q: %+v", key, rep.Matrices)
		}
	}
	circles := []string{rows[0], "1. Lamps | ● | ◐ | ○ | ●", "2. Gauges | ○ | ◐ | ● | ●", "3. Nets | ◐ | ◐ | ○ | ●"}
	rep := summaryOf("● Full compliance ◐ Partial compliance ○ No compliance", circles...).parse(t)
	if len(rep.Matrices) != 1 || !strings.HasPrefix(strings.TrimSpace(matrixText(rep.Matrices[0])), want) {
		t.Errorf("circles: %+v", rep.Matrices)
	}
	// What has no key, or half of one, or two levels for one sign, is not guessed.
	for _, none := range []string{"The marks are those of last year.", "F = full compliance; N = no compliance", "F = full compliance; F = partial compliance; N = no compliance"} {
		if rep := summaryOf(none, rows...).parse(t); len(rep.Matrices) != 0 {
			t.Errorf("%q: read as %s", none, matrixText(rep.Matrices[0]))
		}
	}
}

func TestMarksWithoutKeyAreADoubt(t *testing.T) {
	s := newSheet().page()
	s.line("*Table A: Scores*")
	s.y += 12
	s.ruled([]float64{72, 200, 260, 320, 380}, []string{"Commitment", "Canada", "France", "Japan"}, []string{"Lamps", "F", "P", "N"}, []string{"Gauges", "N", "P", "F"})
	rep := s.page().chapterHead().parse(t)
	if len(rep.Matrices) != 0 || !hasKind(rep, scoring.KindUnreadScores) {
		t.Errorf("matrices %+v, warnings %+v", rep.Matrices, rep.Warnings)
	}
	// A table of something else that names members is none.
	s = newSheet().page()
	s.line("*Table A: Ports*")
	s.y += 12
	s.ruled([]float64{72, 200, 290, 380, 470}, []string{"Port", "Canada", "France", "Japan"}, []string{"Largest", "Vancouver", "Le Havre", "Nagoya"}, []string{"Opened", "1867", "1517", "1907"})
	if rep := s.page().chapterHead().parse(t); len(rep.Matrices) != 0 || hasKind(rep, scoring.KindUnreadScores) {
		t.Errorf("ports: matrices %+v, warnings %+v", rep.Matrices, rep.Warnings)
	}
}

func TestSummaryInWordsByWhiteSpace(t *testing.T) {
	m := groupedSheet("| Canada | France | Japan | Italy", "1. Lamps | Full | Partial | None | Full", "2. Gauges | None | Partial | Full | Full", "3. Nets | Partial | Full | None | Full").parse(t).Matrices
	if len(m) != 1 || !strings.HasPrefix(strings.TrimSpace(matrixText(m[0])), "CAN FRA JPN ITA\n1: 1 0 -1 1\n2: -1 0 1 1\n3: 0 1 -1 1") {
		t.Errorf("%+v", m)
	}
}

func TestColumnsBesideTheScores(t *testing.T) {
	edges := []float64{72, 200, 280, 360, 440}
	a := assessed(t, edges, []string{"Member", "Interim Score", "Final Score", "Change"}, []string{"Canada", "−1", "+1", "+2"}, []string{"France", "0", "0", "0"}, []string{"Japan", "+1", "−1", "−2"}, []string{"Average", "0.00", "0.00", ""})
	if got := tableOf(a); got != "CAN+ FRA0 JPN- " {
		t.Errorf("beside changes: %q", got)
	}
	// The average may have no label; a figure without decimals is not taken for it.
	for last, want := range map[string]string{"+0.33 (67%)": "0.33", "1": ""} {
		a = assessed(t, edges[:3], []string{"Member", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "0"}, []string{"", last})
		got := ""
		if a.Average != nil && a.Average.Value != nil {
			got = a.Average.Value.String()
		}
		if got != want {
			t.Errorf("%q without label: %q, want %q", last, got, want)
		}
	}
	// The raised mark of a remark is no part of the score.
	a = assessed(t, edges[:3], []string{"Member", "Score"}, []string{"Canada", "+1"}, []string{"France", "0^a^"}, []string{"Japan", "−1^b^"}, []string{"Average", "0.00"})
	if got := tableOf(a); got != "CAN+ FRA0 JPN- " {
		t.Errorf("marks: %q", got)
	}
}

func TestAverageBeforeTheRows(t *testing.T) {
	s := newSheet().page()
	s.line("*Table A: Scores*")
	s.y += 12
	head := []string{"Average", "Commitment", "CAN", "FRA", "JPN"}
	s.ruled([]float64{72, 130, 260, 320, 380, 440}, head, []string{"0.00", "1. Lamps", "+1", "0", "−1"}, head, []string{"+0.67", "2. Gauges", "+1", "+1", "0"}, []string{"+0.33", "Average", "+1.00", "+0.50", "−0.50"})
	rep := s.page().chapterHead().parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("%+v", rep.Warnings)
	}
	m := rep.Matrices[0]
	if len(m.Rows) != 2 || m.Rows[0].Average == nil || m.Rows[0].Average.Text != "0.00" || m.Rows[1].Number != 2 || m.Rows[1].Average.Text != "+0.67" || len(m.ColumnAverages) != 3 || m.Overall == nil || m.Overall.Text != "+0.33" {
		t.Errorf("%s, overall %+v", matrixText(m), m.Overall)
	}
}

// A chapter's table goes on over the page: with its title again, or with its
// averages alone. Another table of the same members does not belong to it.
func TestTableOverThePage(t *testing.T) {
	edges := []float64{72, 200, 280, 360, 440}
	head := []string{"Member", "No Compliance", "Partial Compliance", "Full Compliance"}
	first := [][]string{head, {"Brazil", "", "", "+1"}, {"Canada", "", "0", ""}, {"France", "−1", "", ""}}
	for _, c := range []struct {
		name, title string
		edges       []float64
		next        [][]string
		want        string
	}{
		{"title and head again", "*Table 4: Scores (continued)*", edges, [][]string{head, {"Germany", "", "0", ""}, {"Italy", "", "", "+1"}, {"Japan", "", "", "+1"}, {"Average", "", "+0.33", ""}}, "BRA+ CAN0 FRA- DEU0 ITA+ JPN+ 0.33"},
		{"averages alone", "", []float64{72, 200, 440}, [][]string{{"Average", "0.00 (50%)"}}, "BRA+ CAN0 FRA- 0.00"},
		{"the same members", "*Table 5: Scores (continued)*", edges[:3], [][]string{{"Member", "Score"}, {"Brazil", "0"}, {"Canada", "0"}, {"France", "0"}}, "BRA+ CAN0 FRA- "},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled(edges, first...)
		s.page()
		if c.title != "" {
			s.line(c.title)
			s.y += 12
		}
		s.ruled(c.edges, c.next...)
		s.put(sheetLeft, 12, "*Background*")
		s.para("Gauges are old.")
		rep := s.parse(t)
		if len(rep.Commitments) == 0 || rep.Commitments[0].Assessment == nil {
			t.Errorf("%s: no table", c.name)
			continue
		}
		a := rep.Commitments[0].Assessment
		got := tableOf(a)
		if a.Average != nil && a.Average.Value != nil {
			got += a.Average.Value.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRankingsSideBySide(t *testing.T) {
	s := newSheet().page()
	s.line("*Table B: Averages*")
	s.y += 12
	s.ruled([]float64{72, 100, 200, 280, 310, 410, 490},
		[]string{"Rank", "Member", "Average", "Rank", "Commitment", "Average"},
		[]string{"1", "Canada", "+0.75 (88%)", "1", "Lamps", "+0.50 (75%)"},
		[]string{"2", "France", "+0.50 (75%)", "2", "Gauges", "+0.25 (63%)"},
		[]string{"3", "Japan", "0.00 (50%)", "", "", ""})
	rep := s.page().chapterHead().parse(t)
	if len(rep.Rankings) != 2 || len(rep.Rankings[0].Entries) != 3 || len(rep.Rankings[1].Entries) != 2 || rep.Rankings[0].Entries[2].Member != "JPN" || rep.Rankings[1].Entries[1].Label != "Gauges" {
		t.Errorf("%+v", rep.Rankings)
	}
}

// Rows of scores that no table was made of are told, not kept in silence as prose.
func TestScoresInRunningTextAreADoubt(t *testing.T) {
	s := newSheet().page()
	s.line("*Table A: Scores*")
	s.line("Lamps +1 0 −1 +1 0 +1 0.33")
	s.line("Gauges 0 0 +1 +1 −1 +1 0.33")
	rep := s.page().chapterHead().parse(t)
	if len(rep.Matrices) != 0 || !hasKind(rep, scoring.KindUnreadScores) {
		t.Errorf("warnings %+v, sections %+v", rep.Warnings, rep.Sections)
	}
	s = newSheet().page()
	s.line("*Scoring*")
	s.line("Members are given +1, 0 or −1; two of them went from −1 to 0 and from 0 to +1.")
	s.line("The averages of the last summits were +0.33, +0.50, 0.00, −0.25, +0.40 and +0.51.")
	if rep := s.page().chapterHead().parse(t); hasKind(rep, scoring.KindUnreadScores) {
		t.Errorf("prose: warnings %+v", rep.Warnings)
	}
}
