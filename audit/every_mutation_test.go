package audit

import (
	"fmt"
	"reflect"
	"testing"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// assessed is the number of members with a score in each commitment.
var assessed = []int{6, 5, 6}

// multipleOf counts out whether units hundredths are a rounded k/n.
func multipleOf(units int64, n int) bool {
	for k := -n; k <= n; k++ {
		if d := units*2*int64(n) - int64(k)*200; d <= int64(n) && d >= int64(-n) {
			return true
		}
	}
	return false
}

// Whatever single score or figure of the clean report is changed, the audit
// must say where, once.
func TestEveryScoreAndFigure(t *testing.T) {
	expect := func(r *model.Report, what string, want ...string) {
		t.Helper()
		res := run(t, r, Options{})
		if got := keys(res); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: findings %q, want %q", what, got, want)
		}
	}
	for i, row := range cleanScores {
		for k, was := range row {
			if was == notAssessed {
				continue
			}
			member := cleanMembers[k]
			place := fmt.Sprintf("c%d %s", i+1, member)
			for s := reckon.LowestScore; s <= reckon.HighestScore; s++ {
				if s == was {
					continue
				}
				what := fmt.Sprintf("%s from %d to %d", place, was, s)

				r := cleanReport()
				verdict(r, i+1, member).HeadingScore = ptr(s)
				expect(r, what+" in the heading", "score-heading-table "+place)

				r = cleanReport()
				verdict(r, i+1, member).ConcludingScore = ptr(s)
				expect(r, what+" in the closing sentence", "score-closing-heading "+place)

				r = cleanReport()
				noMatrix(r)
				setScore(r, i+1, member, s)
				expect(r, what+" in the table", "score-heading-table "+place)

				r = cleanReport()
				setCell(r, i+1, member, s)
				expect(r, what+" in the summary", "matrix-chapter "+place)

				// Without chapters only the sums can tell; they must lead to
				// the row.
				r = cleanReport()
				onlyMatrix(r)
				setCell(r, i+1, member, s)
				res := run(t, r, Options{})
				if len(res.Findings) == 0 || res.Findings[0].Commitment != i+1 {
					t.Errorf("%s in a summary alone: findings %q", what, keys(res))
				}
			}
		}
		for _, d := range []int64{-30, -3, -2, 2, 3, 30} {
			r := cleanReport()
			r.Commitments[i].Assessment.Average.Value.Units += d
			want := []string{fmt.Sprintf("average-stated c%d", i+1)}
			if n, units := assessed[i], r.Commitments[i].Assessment.Average.Value.Units; !multipleOf(units, n) {
				want = append(want, fmt.Sprintf("average-unattainable c%d", i+1))
			}
			expect(r, fmt.Sprintf("average of %d by %d", i+1, d), want...)

			r = cleanReport()
			r.Commitments[i].Assessment.Average.Percent.Units += d
			expect(r, fmt.Sprintf("percentage of %d by %d", i+1, d), fmt.Sprintf("percent-stated c%d", i+1))

			r = cleanReport()
			r.Matrices[0].Rows[i].Average.Value.Units += d
			expect(r, fmt.Sprintf("summary's average of %d by %d", i+1, d), fmt.Sprintf("matrix-row-average c%d", i+1))
		}
	}
	for k, member := range cleanMembers {
		for _, d := range []int64{-30, -2, 2, 30} {
			r := cleanReport()
			r.Matrices[0].ColumnAverages[k].Value.Units += d
			expect(r, fmt.Sprintf("average of %s by %d", member, d), "matrix-column-average "+member)

			r = cleanReport()
			r.Matrices[0].ColumnAverages[k].Percent.Units += d
			expect(r, fmt.Sprintf("percentage of %s by %d", member, d), "matrix-column-average "+member)
		}
	}
}
