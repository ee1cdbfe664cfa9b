package conventions

import (
	"fmt"
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

// Way is a way from scores to a stated figure.
type Way struct {
	Text string // behind a fraction in a sentence; empty for the usual way
	// Of is what the sum of scores is divided by.
	Of func(scored, blank int) int
	// fits reports whether the mean gives the figure.
	fits func(f reckon.Figure, mean *big.Rat) bool
}

// Gives reports whether a sum of scores gives a figure.
func (w Way) Gives(f reckon.Figure, sum, scored, blank int) bool {
	n := w.Of(scored, blank)
	return n > 0 && w.fits(f, big.NewRat(int64(sum), int64(n)))
}

// Ways are the ways in which the chapters' averages may be made: the one
// that the report uses first, then those that nothing in it refutes.
func Ways(p *rule.Pass) []Way {
	scoredOnly := func(scored, _ int) int { return scored }
	usual := Way{"", scoredOnly, reckon.Figure.Fits}
	zeros := Way{", members without a score counted as 0", func(scored, blank int) int { return scored + blank }, reckon.Figure.Fits}
	hundred := Way{", the mean times 100", scoredOnly, tallies.IsHundred}
	out := []Way{usual}
	add := func(w Way, prevails, mayHold bool) {
		switch {
		case prevails:
			out = append([]Way{w}, out...)
		case mayHold:
			out = append(out, w)
		}
	}
	z := ZeroCount.Of(p)
	add(zeros, z.Prevails(), z.MayHold())
	cut := Way{", cut off", scoredOnly, cutGives}
	add(cut, CutCount.Of(p).Prevails(), CutMeans(p).Unrefuted() || CutPercents(p).Unrefuted())
	rounded := Way{", rounded to two decimals first", scoredOnly, roundedGives}
	add(rounded, RoundCount.Of(p).Prevails(), RoundCount.Of(p).MayHold())
	if !tallies.PercentScale(p) {
		add(hundred, Hundreds.Of(p).Prevails(), true)
	}
	return out
}

// AnyReading reports whether some reading of the cells that cannot be read gives the
// figure of a chapter, by its place, in one of the ways. between says that a cell may
// stand for a number between two scores.
func AnyReading(p *rule.Pass, i int, f reckon.Figure, t reckon.Tally, between bool) bool {
	if t.Illegible > mostReadings {
		return true
	}
	for m := 0; m <= t.Illegible; m++ {
		for sum := -m; sum <= m; sum++ {
			if anyWay(p, i, f, t, m, sum) {
				return true
			}
		}
	}
	if !between {
		return false
	}
	// A mean grows with each score, so that the ends bound what is between.
	low, high := t, t
	for k := range t.Illegible {
		low.Scores = append(slices.Clone(low.Scores), reckon.MemberScore{Name: fmt.Sprint(k), Score: reckon.LowestScore})
		high.Scores = append(slices.Clone(high.Scores), reckon.MemberScore{Name: fmt.Sprint(k), Score: reckon.HighestScore})
	}
	ends := func(t reckon.Tally) []*big.Rat {
		mean, _ := t.Mean()
		return append([]*big.Rat{mean}, ZeroMeans(t)...)
	}
	lows, highs := ends(low), ends(high)
	for k := range lows {
		if MayLieBetween(f, lows[k], highs[k], false) || MayLieBetween(f, lows[k], highs[k], true) {
			return true
		}
	}
	return false
}

// anyWay reports whether a figure follows in one of the ways where so many cells that
// cannot be read are scores with that sum.
func anyWay(p *rule.Pass, i int, f reckon.Figure, t reckon.Tally, scores, sum int) bool {
	scored, rest := len(t.Scores)+scores, t.Illegible-scores
	for _, w := range Ways(p) {
		if w.Gives(f, t.Sum()+sum, scored, t.Blank+rest) || t.Empty > 0 && w.Gives(f, t.Sum()+sum, scored, t.Blank-t.Empty+rest) {
			return true
		}
	}
	read := reckon.Tally{Noun: t.Noun, Scores: slices.Clone(t.Scores), Blank: t.Blank + rest, Empty: t.Empty}
	for k := range scores {
		one := min(max(sum, reckon.LowestScore), reckon.HighestScore)
		sum -= one
		read.Scores = append(read.Scores, reckon.MemberScore{Name: fmt.Sprint(k), Score: one})
	}
	return ofRun(p, i, f, read) != ""
}

// MayLieBetween reports whether a figure may be of a mean between two; hundred says that
// it is the mean times 100 where it is a percentage alone.
func MayLieBetween(f reckon.Figure, low, high *big.Rat, hundred bool) bool {
	at, d := reckon.Interval{Low: low, High: high}, f.Value
	switch {
	case low.Cmp(high) > 0:
		return true
	case d != nil:
	case f.Percent == nil:
		return true
	case hundred:
		times := big.NewRat(100, 1)
		at, d = reckon.Interval{Low: new(big.Rat).Mul(low, times), High: new(big.Rat).Mul(high, times)}, f.Percent
	default:
		at, d = reckon.Interval{Low: reckon.Percent(low), High: reckon.Percent(high)}, f.Percent
	}
	return reckon.IntervalOf(*d).Meets(at)
}

// mostReadings bounds the search; so many cells can give any mean.
const mostReadings = 40
