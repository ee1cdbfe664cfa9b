package conventions

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Whether a published table cuts decimals off or rounds them, the figures of the members
// below it show as those of its rows do. Percentages may be made in another way than
// averages and are counted by themselves.

// and adds what other figures show.
func (z WayCount) and(o WayCount) WayCount {
	z.All, z.Some, z.usual, z.neither = z.All+o.All, z.Some+o.Some, z.usual+o.usual, z.neither+o.neither
	return z
}

// see counts a figure that follows in one of the two ways only.
func (z *WayCount) see(usual, some bool) {
	if usual == some {
		return
	}
	z.All++
	if some {
		z.Some++
	} else {
		z.usual++
	}
}

// CutMeans counts the averages whose decimals were cut off. A single one of them tells
// beside percentages that are.
func CutMeans(p *rule.Pass) WayCount { return CutCount.Of(p).beside(percentCuts.Of(p)) }

// CutPercents counts the percentages, as CutMeans does the averages.
func CutPercents(p *rule.Pass) WayCount { return percentCuts.Of(p).beside(CutCount.Of(p)) }

// beside takes up what other figures show where these alone are too few to show it and
// do not refute it.
func (z WayCount) beside(o WayCount) WayCount {
	if z.usual == 0 && z.Some > 0 && o.Unrefuted() {
		z.Some += o.Some
	}
	return z
}

var percentCuts = rule.Keep(func(p *rule.Pass) WayCount {
	z := WayCount{strict: true}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil && a.Average != nil && a.Average.Percent != nil {
			t := tallies.OfChapter(p, &p.Report.Commitments[i])
			if mean, ok := t.Mean(); ok && t.WhyUndecided() == "" {
				z.see(percentWays(*a.Average.Percent, mean, tallies.AsMean(p, a.Average.Value, a.Average.Text)))
			}
		}
	}
	return z.and(cutMembers(p, true))
})

// percentWays reports whether a percentage follows from the exact mean, or the one
// printed beside it, rounded, and cut off.
func percentWays(percent model.Decimal, mean *big.Rat, printed *model.Decimal) (rounded, cut bool) {
	rounded = reckon.PercentHolds(percent, mean, printed)
	cut = reckon.CutOff(reckon.Percent(mean), percent.Places).Cmp(percent.Rat()) == 0 ||
		printed != nil && reckon.CutOff(reckon.Percent(printed.Rat()), percent.Places).Cmp(percent.Rat()) == 0
	return rounded, cut
}

// CutPercent reports whether a percentage is cut off where those of its report that show
// it are.
func CutPercent(p *rule.Pass, percent model.Decimal, mean *big.Rat, printed *model.Decimal) bool {
	if !CutPercents(p).Unrefuted() {
		return false
	}
	if mean == nil {
		// Each may be cut off from more, by a unit of its last decimal.
		off := new(big.Rat).Sub(reckon.Percent(printed.Rat()), percent.Rat())
		return off.Abs(off).Cmp(big.NewRat(2, 1)) < 0
	}
	_, cut := percentWays(percent, mean, printed)
	return cut
}

// cutMembers counts the members' averages, or their percentages, below the rows of a
// published table.
func cutMembers(p *rule.Pass, percents bool) WayCount {
	var all WayCount
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		var best WayCount
		most := 0
		for _, rows := range [][]int{tallies.SectionRows(p, s), tallies.BlockAbove(p, s), tallies.AllRows(p)} {
			// Where many follow in neither way they are averages of something else.
			if z, fit, n := cutOver(p, s, rows, percents); fit > most && 8*fit >= 7*n {
				best, most = z, fit
			}
		}
		all = all.and(best)
	}
	return all
}

// cutOver counts them where they are of some rows, and how many of all follow from these.
func cutOver(p *rule.Pass, s *model.Summary, rows []int, percents bool) (z WayCount, fit, n int) {
	for _, a := range s.Averages {
		f := tallies.StatedMean(p, model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent})
		t := tallies.OfMember(p, rows, a.Member, tallies.RowScores)
		mean, ok := t.Mean()
		if !ok || t.WhyUndecided() != "" || percents && a.Percent == nil || !percents && f.Value == nil {
			continue
		}
		usual, cut := f.Fits(mean), isCut(f, t)
		if percents {
			usual, cut = percentWays(*a.Percent, mean, tallies.AsMean(p, a.Value, a.Text))
		}
		z.see(usual, cut)
		n++
		if usual || cut {
			fit++
		}
	}
	return z, fit, n
}
