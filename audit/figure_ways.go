package audit

import (
	"math/big"

	"recount.invalid/recount/audit/reckon"
)

// figureWay is a way from scores to a stated figure.
type figureWay struct {
	text string // behind a fraction in a sentence; empty for the usual way
	// of is what the sum of scores is divided by.
	of func(scored, blank int) int
	// fits reports whether the mean gives the figure.
	fits func(f reckon.Figure, mean *big.Rat) bool
}

// gives reports whether a sum of scores gives a figure.
func (w figureWay) gives(f reckon.Figure, sum, scored, blank int) bool {
	n := w.of(scored, blank)
	return n > 0 && w.fits(f, big.NewRat(int64(sum), int64(n)))
}

// figureWays are the ways in which the chapters' averages may be made: the one
// that the report uses first, then those that nothing in it refutes.
func (p *Pass) figureWays() []figureWay {
	scoredOnly := func(scored, _ int) int { return scored }
	usual := figureWay{"", scoredOnly, reckon.Figure.Fits}
	zeros := figureWay{", members without a score counted as 0", func(scored, blank int) int { return scored + blank }, reckon.Figure.Fits}
	hundred := figureWay{", the mean times 100", scoredOnly, isHundred}
	out := []figureWay{usual}
	add := func(w figureWay, prevails, mayHold bool) {
		switch {
		case prevails:
			out = append([]figureWay{w}, out...)
		case mayHold:
			out = append(out, w)
		}
	}
	z := zeroCount.of(p)
	add(zeros, z.prevails(), z.mayHold())
	if !p.percentScale() {
		add(hundred, hundreds.of(p).prevails(), true)
	}
	return out
}

// anyReading reports whether some reading of the cells that cannot be read gives
// a figure in one of the ways.
func (p *Pass) anyReading(f reckon.Figure, t reckon.Tally) bool {
	for _, w := range p.figureWays() {
		if t.Illegible > mostReadings {
			return true
		}
		for m := 0; m <= t.Illegible; m++ {
			for sum := -m; sum <= m; sum++ {
				if w.gives(f, t.Sum()+sum, len(t.Scores)+m, t.Blank+t.Illegible-m) {
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
