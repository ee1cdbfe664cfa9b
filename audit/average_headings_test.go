package audit

import (
	"testing"

	"recount.invalid/recount/model"
)

// Older reports print a chapter's scores in the headings of its sections and the average
// in a line of its own.
func TestAverageOfScoresInHeadings(t *testing.T) {
	report := func(stated string, change func(c *model.Commitment)) *model.Report {
		r := &model.Report{}
		for n := 1; n <= 3; n++ {
			c := model.Commitment{Number: n, Assessment: &model.Assessment{Scores: []model.Score{}, Average: &model.Average{Text: "0.600", Value: printedNumber(t, "0.600")}}}
			for i, code := range []string{"CAN", "FRA", "DEU", "ITA", "JPN"} {
				score := 1
				if i > 2 {
					score = 0
				}
				c.Verdicts = append(c.Verdicts, model.Verdict{Member: code, HeadingScore: &score})
			}
			r.Commitments = append(r.Commitments, c)
		}
		c := &r.Commitments[0]
		c.Assessment.Average = &model.Average{Text: stated, Value: printedNumber(t, stated)}
		if change != nil {
			change(c)
		}
		return r
	}
	one := 1
	for name, c := range map[string]struct {
		stated string
		change func(c *model.Commitment)
		want   int
	}{
		"right":                          {"0.600", nil, 0},
		"wrong":                          {"0.800", nil, 1},
		"a section missing":              {"0.800", func(c *model.Commitment) { c.Verdicts = c.Verdicts[:4] }, 0},
		"a heading without score":        {"0.800", func(c *model.Commitment) { c.Verdicts[1].HeadingScore = nil }, 0},
		"right with the closing's score": {"0.800", func(c *model.Commitment) { c.Verdicts[4].ConcludingScore = &one }, 0},
	} {
		if found, _, _ := runRules(t, report(c.stated, c.change), "average-stated", "score-heading-table"); len(found) != c.want {
			t.Errorf("%s: found %q", name, found)
		}
	}
}
