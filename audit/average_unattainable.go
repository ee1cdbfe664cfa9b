package audit

import (
	"fmt"
	"math/big"
)

var _ = register(Rule{
	ID:       "average-unattainable",
	Severity: Error,
	Title:    "no set of scores of that many members has the stated average",
	Checks:   "For each average printed in a chapter's table: whether any scores of −1, 0 and +1 of as many members give it at all, whatever the scores are. Cells that cannot be read are tried as every score and as none.",
	Why:      "A mean of eight scores is a multiple of one eighth. A figure between two multiples is wrong without knowing a single score, so the test works where the table cannot be read in full.",
	Example:  "Seven scores can be read and one cannot. With seven members the nearest means to +0.40 are 2/7 and 3/7, with eight 3/8 and 4/8: +0.40 is a finding. +0.38 is not: 3/8.",
	Convention: "Brown and Heathers, The GRIM Test, Social Psychological and Personality Science 8 (2017): the mean of n integers is a multiple of 1/n. Intervals and ties as for average-stated. " +
		"In a report both rules speak of such an average, as the one exception from one finding for one figure: average-stated rests on every score as it was read from the page, this rule only on how many there are, so that it still holds where a score was misread, and whoever asks for one of the two must find it. The cells of a CSV are certain, and there it is left to average-stated.",
	Since: "0.1.0",
	Run: func(p *Pass) {
		leftOut := p.chaptersLeaveOut()
		for i := range p.Report.Commitments {
			p.averageUnattainable(i, leftOut)
		}
	},
})

func (p *Pass) averageUnattainable(i int, leftOut string) {
	c := &p.Report.Commitments[i]
	if c.Assessment == nil || c.Assessment.Average == nil {
		return
	}
	avg := c.Assessment.Average
	stated := p.statedMean(*avg)
	if stated == (figure{}) {
		return
	}
	t := tallyScores(c.Assessment.Scores, p.Vocabulary)
	n := len(t.scores) + t.illegible
	if n == 0 {
		p.Undecided(1, "the number of members is not known")
		return
	}
	switch why := t.whyUndecided(); why {
	case "", "a score cannot be read", "no scores were found":
	default:
		p.Undecided(1, why)
		return
	}
	doubt := columnDoubt(p.Report)
	if t.illegible > 0 {
		could := t.couldGive(stated.fits)
		if !could && doubt != "" {
			p.Undecided(1, doubt)
			return
		}
		p.Checked(1)
		if could {
			return
		}
	} else {
		if attainable(stated, n) {
			p.Checked(1)
			return
		}
		others := headingDiffers(c, p.Vocabulary)
		if headingsExplain(stated, t, others) && (p.Selected("score-heading-table") || p.Selected("score-row-missing")) {
			p.Undecided(1, "the average holds with a heading's score, which the table does not have (score-heading-table, score-row-missing)")
			return
		}
		if warnedAt(p.Report, c.Assessment.At) {
			p.Undecided(1, tableInDoubt)
			return
		}
		if doubt != "" {
			p.Undecided(1, doubt)
			return
		}
		if leftOut != "" {
			p.Undecided(1, leftOutReason(leftOut))
			return
		}
		if p.shared.zeros() && withZeros(stated, t) {
			p.Undecided(1, zerosReason)
			return
		}
		if p.onOtherScale(stated, t) {
			p.Undecided(1, otherScale)
			return
		}
		if c.Row > 0 && p.Selected("average-stated") {
			p.Undecided(1, "the scores are given and the average is reported by average-stated")
			return
		}
		p.Checked(1)
	}
	f := about(c)
	f.Stated = statedText(*avg)
	f.Quote = f.Stated
	f.At = avg.At
	f.Computed = nearestMeans(stated, n)
	f.Message = fmt.Sprintf("The average is stated as %s; no %s of −1, 0 and +1 have this mean.",
		stated.text(), plural(n, "score"))
	if t.illegible > 0 {
		f.Message = fmt.Sprintf("The average is stated as %s; %s can be read (sum %d) and %s cannot, and no reading of those gives this mean.",
			stated.text(), plural(len(t.scores), "score"), t.sum(), plural(t.illegible, "cell"))
		f.Computed = t.nearestReadings(stated)
	}
	p.Found(f)
}

// attainable is the GRIM test: whether some sum of n scores of −1, 0 and +1
// gives a mean from which the printed figure follows.
func attainable(f figure, n int) bool {
	for k := -n; k <= n; k++ {
		if f.fits(big.NewRat(int64(k), int64(n))) {
			return true
		}
	}
	return false
}

// nearestReadings names the two means around a printed one that the readings
// of the illegible cells give: each a score or none at all.
func (t tally) nearestReadings(f figure) string {
	var below, above *big.Rat
	var low, high [2]int // sum and number of scores
	for n := max(len(t.scores), 1); n <= len(t.scores)+t.illegible; n++ {
		m := n - len(t.scores)
		for sum := t.sum() - m; sum <= t.sum()+m; sum++ {
			mean := big.NewRat(int64(sum), int64(n))
			if mean.Cmp(f.mean()) <= 0 {
				if below == nil || mean.Cmp(below) > 0 {
					below, low = mean, [2]int{sum, n}
				}
			} else if above == nil || mean.Cmp(above) < 0 {
				above, high = mean, [2]int{sum, n}
			}
		}
	}
	switch {
	case below == nil:
		return "lowest possible: " + f.possible(high[0], high[1])
	case above == nil:
		return "highest possible: " + f.possible(low[0], low[1])
	}
	return fmt.Sprintf("nearest possible: %s and %s", f.possible(low[0], low[1]), f.possible(high[0], high[1]))
}

// nearestMeans names the two attainable means around a printed one.
func nearestMeans(f figure, n int) string {
	scaled := new(big.Rat).Mul(f.mean(), new(big.Rat).SetInt64(int64(n)))
	k := int(new(big.Int).Div(scaled.Num(), scaled.Denom()).Int64())
	if k < -n {
		return "lowest possible: " + f.possible(-n, n)
	}
	if k >= n {
		return "highest possible: " + f.possible(n, n)
	}
	return fmt.Sprintf("nearest possible: %s and %s", f.possible(k, n), f.possible(k+1, n))
}
