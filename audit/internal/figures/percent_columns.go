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

// percentsOf is what the percentages of a published table are.
type percentsOf struct {
	why string // they are held against no average; "" where they may be
	// Of all pairs of an average and a percentage so many have the average times 100, and
	// so many have that and not the percentage on the scale from 0 to 100.
	pairs, hundreds, alone int
}

// hundredsToSlip is how many percentages must be the averages times 100 for each that is
// not, before that one is wrong.
const hundredsToSlip = 6

// areHundreds reports whether the percentages are the averages times 100, nearly all.
func (o *percentsOf) areHundreds() bool {
	return o.alone > 0 && o.hundreds >= hundredsToSlip*max(1, o.pairs-o.hundreds)
}

// percentColumn says what the percentages of a published table are.
var percentColumn = rule.Keep(func(p *rule.Pass) *percentsOf {
	o := &percentsOf{}
	wrong, shares := 0, 0
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
		o.pairs++
		hundred := reckon.IsTimesHundred(*avg.Percent, mean, avg.Value)
		if hundred {
			o.hundreds++
		}
		if reckon.PercentHolds(*avg.Percent, mean, avg.Value) || mean == nil && reckon.PercentFits(*avg.Percent, *avg.Value) {
			continue
		}
		wrong++
		e := claims.Evidence{Scores: t}
		if e.ShareOfFull(*avg.Percent) {
			shares++
		}
		if hundred {
			o.alone++
		}
	}
	switch {
	case 2*shares > wrong:
		o.why = "the percentages of the table may be the shares of scores of +1"
		o.hundreds = 0
	case o.alone > 1 && 2*o.alone > wrong:
		o.why = "the percentages of the table may be the averages times 100"
	case wrong > 1 && 2*wrong > o.pairs:
		o.why = otherShares
	}
	return o
})

// hasPair reports whether a commitment has both an average and a percentage.
func hasPair(c *model.Commitment) bool {
	return c.Assessment != nil && c.Assessment.Average != nil && c.Assessment.Average.Value != nil && c.Assessment.Average.Percent != nil
}
