package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// A dash for a member that was not assessed is no score that cannot be read, though another
// score of its row was printed wrong.
func TestDashesOfSummaryTables(t *testing.T) {
	of := func(change func(*model.Report)) int {
		r := proseReport(t)
		m := &r.Matrices[0]
		row := &m.Rows[3] // 0 0 -1 -1 1
		row.Scores[4], row.Cells[4] = nil, "–"
		row.Average = &model.Average{Value: printedNumber(t, "-0.50"), Percent: printedNumber(t, "25")}
		m.ColumnAverages[4] = model.ColumnAverage{Member: "JPN", Value: printedNumber(t, "0.33"), Percent: printedNumber(t, "67")}
		change(r)
		return len(run(t, r, Options{Only: []string{"score-illegible"}}).Findings)
	}
	one := 1
	wrong := func(r *model.Report) { r.Matrices[0].Rows[3].Scores[0], r.Matrices[0].Rows[3].Cells[0] = &one, "+1" }
	noColumn := func(r *model.Report) { r.Matrices[0].ColumnAverages = nil }
	for name, c := range map[string]struct {
		change func(*model.Report)
		want   int
	}{
		"the row's average holds without it": {noColumn, 0},
		"the column's does":                  {wrong, 0},
		"neither does":                       {func(r *model.Report) { wrong(r); noColumn(r) }, 1},
		"another dash of the table is one": {func(r *model.Report) {
			wrong(r)
			noColumn(r)
			r.Matrices[0].Rows[0].Scores[4], r.Matrices[0].Rows[0].Cells[4] = nil, "–" // 1 1 1 0
			r.Matrices[0].Rows[0].Average = &model.Average{Value: printedNumber(t, "0.75"), Percent: printedNumber(t, "88")}
		}, 0},
		"its own row's average wants a score": {func(r *model.Report) {
			noColumn(r)
			r.Matrices[0].Rows[3].Average = &model.Average{Value: printedNumber(t, "-0.60"), Percent: printedNumber(t, "20")} // -3/5
			r.Matrices[0].Rows[0].Scores[4], r.Matrices[0].Rows[0].Cells[4] = nil, "–"
			r.Matrices[0].Rows[0].Average = &model.Average{Value: printedNumber(t, "0.75"), Percent: printedNumber(t, "88")}
		}, 1},
		"the chapter has n/a": {func(r *model.Report) {
			wrong(r)
			noColumn(r)
			r.Commitments = append(r.Commitments, model.Commitment{Number: 4, ID: r.Matrices[0].Rows[3].ID, Assessment: &model.Assessment{Scores: []model.Score{
				{Member: "CAN", Score: &one, Text: "+1"}, {Member: "JPN", Text: "n/a"}}}})
		}, 0},
		"the chapter has a score": {func(r *model.Report) {
			wrong(r)
			noColumn(r)
			r.Commitments = append(r.Commitments, model.Commitment{Number: 4, ID: r.Matrices[0].Rows[3].ID, Assessment: &model.Assessment{Scores: []model.Score{
				{Member: "CAN", Score: &one, Text: "+1"}, {Member: "JPN", Score: &one, Text: "+1"}}}})
		}, 1},
	} {
		if got := of(c.change); got != c.want {
			t.Errorf("%s: %d findings, want %d", name, got, c.want)
		}
	}
}
