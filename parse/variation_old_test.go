package parse

import (
	"strconv"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/vocabulary"
)

// The documents here are set as reports of the first fifteen years are. Each
// hit stands beside a near miss.

// plainTableSheet is a chapter with a table of two columns set by white space
// alone, in which the longest label leaves no gap before its score.
func plainTableSheet(rows ...string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*Harbours*")
	s.y += 10
	s.line("*Commitment:*").para("“We will put a tide gauge into every harbour.”")
	s.line("*Assessment:*")
	for _, row := range rows {
		label, score, gap := strings.Cut(row, " | ")
		s.at(sheetLeft, s.y, s.size, label)
		if gap {
			s.at(sheetLeft+105, s.y, s.size, score)
			s.mergeRows()
		}
		s.y += s.lead * s.size
	}
	s.line("*Canada*").line("*Score: 0*").para("Canada has partially complied with its commitment.")
	s.line("*France*").line("*Score: +1*").para("France has fully complied with its commitment.")
	return s
}

func tableOf(a *model.Assessment) string {
	out := ""
	for _, s := range a.Scores {
		out += s.Member + scoresOf([]*int{s.Score}) + " "
	}
	return out
}

func TestTableWithoutAGapBeforeTheScore(t *testing.T) {
	c := plainTableSheet("Canada | 0", "France | +1", "Russian Federation +1", "Japan | −1", "Average | 0.25").parse(t).Commitments[0]
	if got, want := tableOf(c.Assessment), "CAN0 FRA+ RUS+ JPN- "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
	// The names behind the averages are the headings of the sections.
	if len(c.Verdicts) != 2 || c.Verdicts[0].Member != "CAN" {
		t.Errorf("%d sections, the first %+v", len(c.Verdicts), c.Verdicts)
	}
	// A sentence that ends in a figure is no row, and a year is no score.
	for text, want := range map[string]bool{
		"United Kingdom (+1)": true, "Japan −1": true,
		"The gauges of Japan +1": false, "Japan 2009": false, "Japan": false,
	} {
		if _, _, ok := grid.TightLabel(vocabulary.Default(), text); ok != want {
			t.Errorf("%q: %v", text, ok)
		}
	}
}

func listedNotesSheet(heading string, notes ...string) *drawnSheet {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.y += 6
	s.para("Canada has fully complied with its commitment.")
	s.para("On May 3, 2001, Canada put up one gauge.^1^")
	s.para("On May 4, 2001, Canada put up two gauges.^2^")
	s.para("On May 5, 2001, Canada put up three gauges.^3^")
	s.page()
	s.para(heading)
	for _, n := range notes {
		s.para(n)
	}
	return s
}

func TestNotesAsAPlainList(t *testing.T) {
	s := listedNotesSheet("*Notes*", "1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "3. Three Gauges, Harbour Office, May 5, 2001.")
	s.put(sheetLeft, 16, "*5. Harbours: Lamps*")
	s.y += 10
	s.put(sheetLeft, 12, "*Commitment*")
	s.para("“We will put a lamp into every harbour.”")
	rep := s.parse(t)
	if len(rep.Footnotes) != 3 || rep.Footnotes[2].Number != 3 || rep.Footnotes[2].Text != "Three Gauges, Harbour Office, May 5, 2001." {
		t.Errorf("notes %+v", rep.Footnotes)
	}
	if len(rep.Commitments) != 2 || rep.Commitments[1].Title != "Lamps" {
		t.Errorf("the chapter behind the notes: %+v", rep.Commitments)
	}
	// Without the heading, or with a count that begins elsewhere, a numbered
	// list is a list.
	for _, s := range []*drawnSheet{
		listedNotesSheet("The office has three aims:", "1. One gauge for each harbour.", "2. Two gauges for each bay.", "3. Three gauges for each sea."),
		listedNotesSheet("*Notes*", "4. One gauge for each harbour.", "5. Two gauges for each bay.", "6. Three gauges for each sea."),
	} {
		if rep := s.parse(t); len(rep.Footnotes) != 0 {
			t.Errorf("a list became notes: %+v", rep.Footnotes)
		}
	}
}

func TestChapterUnderTheRepeatedTitle(t *testing.T) {
	chapters := func(first, second string) *drawnSheet {
		s := newSheet()
		for _, area := range []string{"Tide Gauges", "Lamps"} {
			s.page().put(sheetLeft, 16, "*"+first+"*")
			s.put(sheetLeft, 16, "*"+second+area+"*")
			s.y += 10
			s.line("*Commitment*").para("“We will put one into every harbour.”")
			s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
			s.line("*France: +1*").para("France has fully complied with its commitment.")
		}
		return s
	}
	rep := chapters("2001 Larkhaven Final Compliance Report", "").parse(t)
	if len(rep.Commitments) != 2 || rep.Commitments[0].IssueArea != "Tide Gauges" || rep.Commitments[1].IssueArea != "Lamps" {
		t.Errorf("areas: %+v", rep.Commitments)
	}
	// A heading over two lines that names no report is one heading.
	rep = chapters("Harbours of the North in 2001", "and their ").parse(t)
	if len(rep.Commitments) != 2 || rep.Commitments[1].IssueArea != "Harbours of the North in 2001 and their Lamps" {
		t.Errorf("areas: %+v", rep.Commitments)
	}
}

func TestAlikeSentencesWithNotesAreNoRunningHead(t *testing.T) {
	pages := func(mark func(i int) string) *drawnSheet {
		s := verdictSheet()
		for i := 1; i <= 4; i++ {
			s.page().at(sheetLeft, 40, 11, "In February 2002 the office read the gauges"+mark(i))
			for range 12 {
				s.para("The gauges of the harbours are read by the office from the first day of", "the winter to the last, as they were before.")
			}
		}
		return s
	}
	if rep := pages(func(i int) string { return "^" + strconv.Itoa(i) + "^" }).parse(t); len(rep.RunningHeads) != 0 {
		t.Errorf("text became a running head: %+v", rep.RunningHeads)
	}
	if rep := pages(func(int) string { return "" }).parse(t); len(rep.RunningHeads) == 0 {
		t.Error("the same words on every page are no running head")
	}
}

func TestScoresInWords(t *testing.T) {
	head := []string{"", "No Compliance", "Partial Compliance", "Full Compliance"}
	table := func(edges []float64, rows ...[]string) *model.Report {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled(edges, rows...)
		s.put(sheetLeft, 11, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		return s.parse(t)
	}
	edges := []float64{72, 200, 300, 400, 520}
	rep := table(edges, head,
		[]string{"Canada", "", "", "Full"}, []string{"France", "", "Partial", ""}, []string{"Japan", "None", "", ""}, []string{"Average", "", "0.00", ""})
	if got, want := tableOf(rep.Commitments[0].Assessment), "CAN+ FRA0 JPN- "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
	// A word in another level's column is two readings, and no score.
	rep = table(edges, head,
		[]string{"Canada", "", "Full", ""}, []string{"France", "", "0", ""}, []string{"Japan", "−1", "", ""}, []string{"Average", "", "0.00", ""})
	if got, want := tableOf(rep.Commitments[0].Assessment), "CANn FRA0 JPN- "; got != want || !strings.Contains(warningKinds(rep), "score-illegible") {
		t.Errorf("scores %q, not %q; warnings %s", got, want, warningKinds(rep))
	}
	// In a column of scores 'None' may say that there is no score.
	rep = table([]float64{72, 200, 300}, []string{"Country", "Score"},
		[]string{"Canada", "Full Compliance"}, []string{"France", "Partial"}, []string{"Japan", "None"}, []string{"Italy", "Non-compliance"}, []string{"Average", "0.00"})
	if got, want := tableOf(rep.Commitments[0].Assessment), "CAN+ FRA0 JPNn ITA- "; got != want {
		t.Errorf("scores %q, not %q", got, want)
	}
}
