package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// A note whose number stands twice, or that belongs to another chapter, is not
// the marker's: its date is not held against the action.
func TestCitationDateOfAnUncertainNote(t *testing.T) {
	note := func(number, chapter int, published string) model.Footnote {
		return model.Footnote{Number: number, Commitment: chapter, Text: "Notice, Harbour Office.", Published: published}
	}
	action := func(day string, number int) model.Action {
		return model.Action{Date: day, DateText: day, Text: "On that day, the pier was opened.", Footnotes: []model.Ref{{Number: number}}}
	}
	report := func(notes ...model.Footnote) *model.Report {
		return &model.Report{
			Footnotes: notes,
			Commitments: []model.Commitment{
				{Number: 1, Verdicts: []model.Verdict{{Member: "CAN", Actions: []model.Action{action("2031-01-05", 1), action("2031-02-05", 2), action("2031-08-05", 3)}}}},
				{Number: 2, Verdicts: []model.Verdict{{Member: "CAN", Actions: []model.Action{action("2031-11-05", 1), action("2031-12-05", 3)}}}},
			},
		}
	}
	for name, test := range map[string]struct {
		r    *model.Report
		want int
	}{
		"each its own": {report(note(1, 1, "2031-01-05"), note(2, 1, "2031-02-05"), note(3, 1, "2031-08-05"), note(1, 2, "2031-11-05"), note(2, 2, "2031-12-01"), note(3, 2, "2031-12-05")), 0},
		"one far off":  {report(note(1, 1, "2031-01-05"), note(2, 1, "2030-02-05"), note(3, 1, "2031-08-05"), note(1, 2, "2031-11-05"), note(2, 2, "2031-12-01"), note(3, 2, "2031-12-05")), 1},
		"a number twice": {report(note(1, 1, "2031-01-05"), note(2, 1, "2031-02-05"), note(2, 1, "2031-08-05"), note(3, 1, "2031-08-05"),
			note(1, 2, "2031-11-05"), note(2, 2, "2031-12-01"), note(3, 2, "2031-12-05")), 0},
		"missing here, there in another chapter": {report(note(1, 1, "2031-01-05"), note(2, 1, "2031-02-05"), note(3, 1, "2031-08-05"), note(1, 2, "2031-11-05")), 0},
	} {
		if got := countOf(run(t, test.r, Options{Only: []string{"citation-date-mismatch"}}), "citation-date-mismatch").Failed; got != test.want {
			t.Errorf("%s: %d findings, want %d", name, got, test.want)
		}
	}
}
