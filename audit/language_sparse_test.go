package audit

import (
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// Every field of a report may be absent or half there; a rule then says
// nothing, or that it could not decide, and never breaks (run fails the test
// when one does).
func TestSparseReports(t *testing.T) {
	rules := append([]string{"prose-figure", "ranking-order"}, languageRules...)
	for name, r := range map[string]*model.Report{
		"empty": {},
		"hollow": {
			Report:      model.Info{Period: &model.Period{}, Periods: []model.Period{{}, {From: "2031"}}},
			Commitments: []model.Commitment{{}, {Verdicts: []model.Verdict{{}, {Actions: []model.Action{{}}}}, Assessment: &model.Assessment{}}},
			Footnotes:   []model.Footnote{{}, {URL: "x"}},
			Matrices:    []model.Matrix{{}, {Rows: []model.MatrixRow{{}}}},
			Rankings:    []model.Ranking{{}, {Entries: []model.RankedEntry{{}, {}}}},
			Figures:     []model.Figure{{}, {Sentence: "this commitment 0.5", Commitment: 3}},
			Sections:    []model.Section{{}, {Paragraphs: []model.Text{{}}}},
		},
		"crooked": {
			Report: model.Info{Forum: "G7", Summit: model.Summit{Name: "Norport"}, Period: &model.Period{From: "2032-01-01", To: "2031-01-01"}},
			Commitments: []model.Commitment{{
				Number: 1, Guidelines: []model.Level{{Text: "a"}, {Score: ptr(7), Text: "takes two strong actions"}},
				Rubric:   []model.Level{{Score: ptr(1)}, {Score: ptr(1)}},
				Features: []model.Text{{Text: "1) 2) 3)"}},
				Verdicts: []model.Verdict{{
					HeadingScore: ptr(7), Closing: &model.Statement{}, Actions: []model.Action{{Date: "20xx", Footnotes: []model.Ref{{Number: -1}}}},
				}},
			}},
			Matrices: []model.Matrix{{Members: []string{"CAN"}, Rows: []model.MatrixRow{
				{Number: 1, Scores: []*int{ptr(1), nil, ptr(-1)}, Cells: []string{"+1"}}, {Number: 1, Scores: nil},
			}, ColumnAverages: []model.ColumnAverage{{Member: "XYZ"}}, Overall: &model.Average{}}},
			Sections:        []model.Section{{Heading: "Summary", Paragraphs: []model.Text{{Text: "Canada had the highest compliance score at +0.50 (75%), followed by Canada and Japan, respectively."}}}},
			CommitmentsList: []model.ListedPromise{{}, {Number: 9}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, f := range run(t, r, Options{Only: rules}).Findings {
				if f.Severity == rule.Error {
					t.Errorf("%s: %s", f.Rule, f.Message)
				}
			}
		})
	}
}
