package parse

import (
	"testing"

	"recount.invalid/recount/parse/internal/sheet"
)

func TestHeadOverAListOfCommitments(t *testing.T) {
	front := func(caption string, rows ...string) *drawnSheet {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*2031 G7 Larkhaven Summit Final Compliance Report*")
		s.y += 10
		s.put(sheetLeft, 14, "*"+caption+"*")
		s.y += 8
		s.at(sheetLeft+30, s.y, 11, "*Commitment*")
		s.y += 18
		for _, text := range rows {
			label, words := text[:1], text[2:]
			s.at(sheetLeft, s.y, 11, label)
			s.at(sheetLeft+30, s.y, 11, words)
			s.mergeRows()
			s.y += 14
			s.at(sheetLeft+30, s.y, 11, "every bay, and will mend it when it is broken.”")
			s.y += 24
		}
		return s.page().chapterHead()
	}
	list := []string{"1 Harbours: Tide Gauges (2031-5) “We will put a gauge into", "2 Harbours: Lamps (2031-8) “We will put a lamp into", "3 Sea: Buoys (2031-9) “We will put a buoy into"}
	rep := front("Table 1: Commitments Assessed", list...).parse(t)
	if len(rep.Commitments) != 1 || rep.Commitments[0].Title != "Tide Gauges" || len(rep.Commitments[0].Rubric) != 0 {
		t.Fatalf("chapters %+v", rep.Commitments)
	}
	if l := rep.CommitmentsList; len(l) != 3 || l[1].ID != "2031-8" || l[1].IssueArea != "Harbours: Lamps" || l[1].Text[:len("“We")] != "“We" {
		t.Errorf("list %+v", l)
	}
	// Levels under such a head are a rubric's.
	r := newReading(&front("Table 1: Levels", "− no", "0 some", "+ all").doc, Options{})
	levels := &sheet.Table{Rows: 3, Cols: 2}
	for i, label := range []string{"−1", "0", "+1"} {
		levels.Cells = append(levels.Cells, &sheet.Cell{Row: i, RowSpan: 1, ColSpan: 1}, &sheet.Cell{Row: i, Col: 1, RowSpan: 1, ColSpan: 1})
		levels.Cells[2*i].Text.Text = label
		levels.Cells[2*i+1].Text.Text = "The member puts a gauge into a bay of its own."
	}
	if r.CountsEntries(levels) || !r.IsRubric(levels) {
		t.Error("levels are no rubric")
	}
}
