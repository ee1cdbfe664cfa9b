package matrix

import (
	"math/big"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Slip is a row or column of averages that was printed some places too far.
// by is 0 for none; positive to the right, or downwards.
type Slip struct {
	By               int
	Values, Percents bool // which figures it moved
	Fit, All         int  // how many of the printed figures fit after the shift
}

// inPlace gives the lines without the kind of figure that a shift explains;
// what stands in its place is still compared.
func inPlace(lines []Line, s Slip) []Line {
	if s.By == 0 {
		return lines
	}
	var out []Line
	for _, l := range lines {
		if s.Values {
			l.Avg.Value = nil
		}
		if s.Percents {
			l.Avg.Percent = nil
		}
		if l.Avg.Value == nil && l.Avg.Percent == nil {
			continue
		}
		l.Avg.Text = ""
		// The means beside the percentages show the scale.
		out = append(out, l.judge(true))
	}
	return out
}

// maxSlip is how far a row of averages may have been printed from its place
// to be called shifted.
const maxSlip = 3

// findSlip looks for a shift that makes the averages hold: of the means, of
// the percentages, or of both. last is what stands behind the last place (the
// overall average), where the last figure of a row that was shifted to the
// right ends up.
//
// means are the exact means of all places, those without a printed average
// too; nil where a mean is not decided.
func findSlip(lines []Line, means []*big.Rat, last *model.Average) Slip {
	values := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Value }, reckon.Holds)
	percents := shiftOf(lines, means, last, func(a *model.Average) *model.Decimal { return a.Percent },
		func(d model.Decimal, mean *big.Rat) bool { return reckon.PercentHolds(d, mean, nil) })
	switch {
	case values.By != 0:
		values.Values, values.Percents = true, values.By == percents.By
		return values
	case percents.By != 0:
		percents.Percents = true
		return percents
	}
	return Slip{}
}

// shiftOf tries every shift of one kind of figure. A shift is accepted when at
// least three printed figures fit after it, and either all of them do and at
// least two more than where they stand, or all but one in ten do and more than
// twice as many.
func shiftOf(lines []Line, means []*big.Rat, last *model.Average, part func(*model.Average) *model.Decimal, holds func(model.Decimal, *big.Rat) bool) Slip {
	places := len(means)
	stands := make([]*model.Decimal, places+1)
	for i := range lines {
		l := &lines[i]
		if l.Index < 0 || l.Index >= places {
			return Slip{}
		}
		stands[l.Index] = part(&l.Avg)
	}
	if last != nil {
		stands[places] = part(last)
	}
	at := func(by int) (fit, all int) {
		for i, d := range stands {
			if d == nil || i-by < 0 || i-by >= places || means[i-by] == nil {
				continue
			}
			all++
			if holds(*d, means[i-by]) {
				fit++
			}
		}
		return fit, all
	}
	here, _ := at(0)
	for n := 1; n <= maxSlip; n++ {
		for _, by := range []int{n, -n} {
			fit, all := at(by)
			if fit >= 3 && (fit == all && fit-here >= 2 || (all-fit)*10 <= all && here*2 < fit) {
				return Slip{By: by, Fit: fit, All: all}
			}
		}
	}
	return Slip{}
}
