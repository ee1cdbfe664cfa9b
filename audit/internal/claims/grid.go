package claims

import (
	"recount.invalid/recount/audit/prose"
)

// ScoreGrid is the table of scores by commitment and member.
type ScoreGrid struct {
	Members     []string
	Commitments []int
	// Score has no entry where a member was not assessed.
	Score map[int]map[string]int
	// Doubted are the members and commitments with a figure that their scores do not give:
	// one of the scores may be another.
	Doubted map[prose.Subject]bool
}

// Grid gives the table of scores, or why none can refute a statement.
func (x *ProseEvidence) Grid() (*ScoreGrid, string) {
	switch {
	case x.doubt != "":
		return nil, x.doubt
	case !x.Complete || !x.RowsSure:
		return nil, "the report's tables are not complete"
	}
	g := &ScoreGrid{Score: map[int]map[string]int{}, Doubted: map[prose.Subject]bool{}}
	for _, s := range x.Order {
		e := x.Of[s]
		switch {
		case s.Kind == prose.Overall:
			continue
		case len(e.Means) == 0 || e.Scores.WhyUndecided() != "":
			return nil, "a score of the tables is not certain"
		}
		if e.TwoMeans || e.ContradictsItself() {
			g.Doubted[s] = true
		}
		if s.Kind == prose.Member {
			g.Members = append(g.Members, s.Member)
			continue
		}
		row := map[string]int{}
		for _, c := range e.Scores.Scores {
			if c.Member == "" {
				return nil, "a score of the tables is not certain"
			}
			row[c.Member] = c.Score
		}
		if g.Score[s.Commitment] != nil {
			return nil, "a score of the tables is not certain"
		}
		g.Score[s.Commitment] = row
		g.Commitments = append(g.Commitments, s.Commitment)
	}
	if len(g.Members) < 2 || len(g.Commitments) == 0 {
		return nil, "what is counted was found in no table"
	}
	return g, ""
}
