package output

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit"
)

// answers are the values of audit.Reading.Answer in the order in which they
// are shown.
var answers = []string{"unsupported", "undecided", "supported"}

// rubricReading is one commitment's rubric: how much of it was understood,
// and whether the members' conclusions reach the levels awarded.
type rubricReading struct {
	Title    string
	Texts    []string // what was understood of each text
	Readings []audit.Reading
}

// rubricReadings puts coverage and readings together by commitment, in the
// order of the report.
func rubricReadings(r audit.Result) []rubricReading {
	var out []rubricReading
	index := map[string]int{}
	entry := func(commitment int, id string) *rubricReading {
		title := groupTitle(audit.Finding{Commitment: commitment, CommitmentID: id})
		i, ok := index[title]
		if !ok {
			i = len(out)
			index[title] = i
			out = append(out, rubricReading{Title: title})
		}
		return &out[i]
	}
	for _, c := range r.Rubrics {
		e := entry(c.Commitment, c.CommitmentID)
		e.Texts = append(e.Texts, understood(c))
	}
	for _, g := range r.Readings {
		e := entry(g.Commitment, g.CommitmentID)
		e.Readings = append(e.Readings, g)
	}
	return out
}

// understood says how much of a text was understood, and what was not.
func understood(c audit.RubricCoverage) string {
	s := fmt.Sprintf("%d of %d phrases of %s understood", c.Understood, c.Phrases, c.Text)
	if len(c.Missed) > 0 {
		s += ", not “" + strings.Join(c.Missed, "”, “") + "”"
	}
	if c.Unusable != "" {
		s += "; " + c.Unusable
	}
	return s
}

// Score is the score awarded, as it is written in tables; empty where there is
// none.
func (rubricReading) Score(g audit.Reading) string {
	if g.Score == nil {
		return ""
	}
	return scoreCell(g.Score, "", "").Text
}

// withAnswer names the members whose conclusions have the answer.
func (r rubricReading) withAnswer(answer string) []string {
	var names []string
	for _, g := range r.Readings {
		if g.Answer != answer {
			continue
		}
		name := g.Member
		if name == "" {
			name = g.Name
		}
		names = append(names, strings.TrimSpace(name+" "+r.Score(g)))
	}
	return names
}
