package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// A figure above the scale is no finding in a table of which the figures may be counts.
func TestScaleOfCounts(t *testing.T) {
	two, zero := 2, 0
	for _, c := range []struct {
		about []string
		want  int
	}{{nil, 1}, {[]string{"/matrices/0"}, 0}, {[]string{"/matrices/1"}, 1}} {
		report := &model.Report{Matrices: []model.Matrix{{
			Members: []string{"CAN", "FRA"}, Names: []string{"CAN", "FRA"},
			Rows: []model.MatrixRow{{Number: 1, Label: "Energy", Scores: []*int{&two, &zero}, Cells: []string{"2", "0"}, CellsAt: make([]model.At, 2)}},
		}}}
		if c.about != nil {
			report.Warnings = []model.Warning{{Kind: "scores-or-counts", Text: "x", About: c.about}}
		}
		if got := run(t, report, Options{Only: []string{"score-scale"}}); len(got.Findings) != c.want {
			t.Errorf("%v: %+v", c.about, got.Findings)
		}
	}
}
