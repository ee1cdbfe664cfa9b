package evidence

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// FigureWay is a way from scores to a stated figure.
type FigureWay struct {
	Text string // behind a fraction in a sentence; empty for the usual way
	// Of is what the sum of scores is divided by.
	Of func(scored, blank int) int
	// fits reports whether the mean gives the figure.
	fits func(f reckon.Figure, mean *big.Rat) bool
}

// Gives reports whether a sum of scores gives a figure.
func (w FigureWay) Gives(f reckon.Figure, sum, scored, blank int) bool {
	n := w.Of(scored, blank)
	return n > 0 && w.fits(f, big.NewRat(int64(sum), int64(n)))
}

// FigureWays are the ways in which the chapters' averages may be made: the one
// that the report uses first, then those that nothing in it refutes.
func FigureWays(p *rule.Pass) []FigureWay {
	scoredOnly := func(scored, _ int) int { return scored }
	usual := FigureWay{"", scoredOnly, reckon.Figure.Fits}
	zeros := FigureWay{", members without a score counted as 0", func(scored, blank int) int { return scored + blank }, reckon.Figure.Fits}
	hundred := FigureWay{", the mean times 100", scoredOnly, isHundred}
	out := []FigureWay{usual}
	add := func(w FigureWay, prevails, mayHold bool) {
		switch {
		case prevails:
			out = append([]FigureWay{w}, out...)
		case mayHold:
			out = append(out, w)
		}
	}
	z := ZeroCount.Of(p)
	add(zeros, z.Prevails(), z.MayHold())
	if !PercentScale(p) {
		add(hundred, Hundreds.Of(p).Prevails(), true)
	}
	return out
}

// AnyReading reports whether some reading of the cells that cannot be read gives
// a figure in one of the ways.
func AnyReading(p *rule.Pass, f reckon.Figure, t reckon.Tally) bool {
	for _, w := range FigureWays(p) {
		if t.Illegible > mostReadings {
			return true
		}
		for m := 0; m <= t.Illegible; m++ {
			for sum := -m; sum <= m; sum++ {
				if w.Gives(f, t.Sum()+sum, len(t.Scores)+m, t.Blank+t.Illegible-m) {
					return true
				}
			}
		}
	}
	return false
}

// mostReadings bounds the search; so many cells can give any mean.
const mostReadings = 40

// isHundred reports whether a figure is a percentage alone that is the mean
// times 100.
func isHundred(f reckon.Figure, mean *big.Rat) bool {
	return f.Value == nil && f.Percent != nil && reckon.IsTimesHundred(*f.Percent, mean, nil)
}
