package audit

import (
	"strings"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// A finding that rests on a corrected value names the correction and accuses
// nobody; one that does not rest on it is what it was.
func TestFindingsOnCorrectedValues(t *testing.T) {
	for _, test := range []struct {
		name, path string
		rule       string
		rests      bool
	}{
		{"a score of the table", "/commitments/0/assessment/scores/1/score", "average-stated", true},
		{"the average itself", "/commitments/0/assessment/average/value", "average-stated", true},
		{"a score of another chapter", "/commitments/1/assessment/scores/1/score", "average-stated", false},
		{"a date of the same chapter", "/commitments/0/verdicts/1/actions/0/date", "average-stated", false},
		{"the heading's score", "/commitments/0/verdicts/1/heading_score", "score-heading-table", true},
		{"another member's heading", "/commitments/0/verdicts/0/heading_score", "score-heading-table", false},
		{"a cell of the summary table", "/matrices/0/rows/0/scores/1", "score-heading-table", false},
		{"the title", "/report/title", "average-stated", false},
	} {
		r := cleanReport()
		noMatrix(r)
		if test.rule == "average-stated" {
			setAverage(r, 1, "+0.17 (58%)")
		} else {
			verdict(r, 1, cleanMembers[1]).HeadingScore = ptr(1)
		}
		r.Corrections = []model.Correction{{Path: test.path, Was: "1", Now: "0", By: "A. Reader", On: "2031-05-02"}}
		res := run(t, r, Options{Only: []string{test.rule}})
		if len(res.Findings) != 1 {
			t.Errorf("%s: %d findings: %+v", test.name, len(res.Findings), res.Findings)
			continue
		}
		f := res.Findings[0]
		said := strings.Contains(f.Message, test.path) && strings.Contains(f.Message, "A. Reader on 2031-05-02")
		if said != test.rests || (f.Severity == rule.Warning) != test.rests {
			t.Errorf("%s: %s %q", test.name, f.Severity, f.Message)
		}
	}
}
