package figures

import (
	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A column of percentages beside the averages of a published table need not be these on
// the scale from 0 to 100: it may be the share of those that complied in full, or the
// averages times 100. What it is most rows show; where they show another thing, or none, no
// percentage is called wrong.

// percentColumn says why the percentages of a published table are held against no average,
// "" where they may be.
var percentColumn = rule.Keep(func(p *rule.Pass) string {
	pairs, wrong, shares, hundreds := 0, 0, 0, 0
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if c.Row == 0 || !hasPair(c) {
			continue
		}
		avg := c.Assessment.Average
		t := tallies.OfChapter(p, c)
		mean := rule.MeanOrNil(t)
		if t.WhyUndecided() != "" {
			mean = nil
		}
		pairs++
		if reckon.PercentHolds(*avg.Percent, mean, avg.Value) || mean == nil && reckon.PercentFits(*avg.Percent, *avg.Value) {
			continue
		}
		wrong++
		e := claims.Evidence{Scores: t}
		if e.ShareOfFull(*avg.Percent) {
			shares++
		}
		if reckon.IsTimesHundred(*avg.Percent, mean, avg.Value) {
			hundreds++
		}
	}
	switch {
	case 2*shares > wrong:
		return "the percentages of the table may be the shares of scores of +1"
	case hundreds > 1 && 2*hundreds > wrong:
		return "the percentages of the table may be the averages times 100"
	case wrong > 1 && 2*wrong > pairs:
		return otherShares
	}
	return ""
})

// hasPair reports whether a commitment has both an average and a percentage.
func hasPair(c *model.Commitment) bool {
	return c.Assessment != nil && c.Assessment.Average != nil && c.Assessment.Average.Value != nil && c.Assessment.Average.Percent != nil
}
