package columns_test

import (
	"context"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// A member that has two rows of nearly the same figures is told of; two rows of different
// figures are of two stages, and members that all have two are so too.
func TestMemberWithTwoRows(t *testing.T) {
	rows := [][]string{
		{"Member", "2006", "2007", "2008", "2009"}, {"Canada", "0.40", "0.39", "0.60", "0.63"}, {"France", "0.85", "0.43", "0.45", "0.67"},
		{"Germany", "0.50", "0.87", "0.80", "0.33"}, {"Italy", "0.35", "0.39", "0.25", "0.38"}, {"Japan", "0.40", "0.43", "0.75", "0.50"}, {"Russia", "0.35", "0.00", "0.30", "0.21"},
	}
	for _, c := range []struct {
		more [][]string
		want int
	}{
		{nil, 0},
		{[][]string{{"Italy", "0.35", "0.39", "0.25", "0.63"}}, 1},
		{[][]string{{"Italy ", "0.35", "0.39", "0.25", "0.38"}}, 1},
		{[][]string{{"Italy", "0.35", "0.30", "0.20", "0.63"}}, 0},
		{[][]string{{"Italy", "0.35", "0.39", "0.25", ""}}, 0},
		{[][]string{{"Italy", "0.35", "0.39", "0.25", "0.63"}, {"Japan", "0.40", "0.43", "0.75", "0.51"}}, 0},
	} {
		r := &model.Report{Source: model.Source{Reader: "csv"}, Tables: []model.Table{{Rows: append(append([][]string{}, rows...), c.more...)}}}
		result, err := audit.Run(context.Background(), r, audit.Options{})
		if err != nil || len(result.Findings) != c.want {
			t.Errorf("%q: %v %+v", c.more, err, result.Findings)
		}
	}
}
