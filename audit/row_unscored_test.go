package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// A section that awards no score is of a member that was not assessed: a table of
// scores has no row to miss for it.
func TestSectionWithoutScoreMissesNoRow(t *testing.T) {
	one := 1
	for _, c := range []struct {
		score *int
		want  int
	}{{&one, 1}, {nil, 0}} {
		report := &model.Report{Commitments: []model.Commitment{{
			Number:     1,
			Assessment: &model.Assessment{Scores: []model.Score{{Member: "CAN", Name: "Canada", Score: &one}, {Member: "FRA", Name: "France", Score: &one}}},
			Verdicts: []model.Verdict{
				{Member: "CAN", Name: "Canada", HeadingScore: &one}, {Member: "FRA", Name: "France", HeadingScore: &one},
				{Member: "CHN", Name: "China", HeadingScore: c.score},
			},
		}}}
		if result := run(t, report, Options{Only: []string{"score-row-missing"}}); len(result.Findings) != c.want {
			t.Errorf("score %v: %+v", c.score, result.Findings)
		}
	}
}
