package tallies

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Some early reports print the mean times 100 ("47%" for +0.47) where later
// ones print (mean + 1) / 2 × 100. A percentage beside a mean shows which is
// meant; one that stands alone and is the mean times 100 is accused only
// where the same report prints another on the 0–100 scale.

// OtherScale is the reason for leaving such a percentage undecided.
const OtherScale = "the percentage is the mean times 100, as some reports print it, and nothing else in the report shows which scale it uses"

// OnOtherScale reports whether the figure is a percentage alone that is the
// mean times 100, in a report that does not show which scale it uses.
func OnOtherScale(p *rule.Pass, f reckon.Figure, t reckon.Tally) bool {
	return IsHundred(f, rule.MeanOrNil(t)) && !PercentScale(p)
}

// printsPercentScale reports whether some percentage of the report shows that
// it uses the 0–100 scale: it follows from its mean on that scale and is not
// the mean times 100.
func printsPercentScale(p *rule.Pass) bool {
	shows := func(a *model.Average, t reckon.Tally) bool {
		if a == nil || a.Percent == nil {
			return false
		}
		m := rule.MeanOrNil(t)
		if t.WhyUndecided() != "" {
			m = nil
		}
		return reckon.PercentHolds(*a.Percent, m, a.Value) && !reckon.IsTimesHundred(*a.Percent, m, a.Value)
	}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil && shows(a.Average, OfChapter(p, &p.Report.Commitments[i])) {
			return true
		}
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		for r := range m.Rows {
			if shows(m.Rows[r].Average, OfRow(m, r, p.Vocabulary)) {
				return true
			}
		}
	}
	return false
}

// StatedMean is the figure that states a chapter's average: the mean, or the
// percentage where that stands alone. The zero figure says that neither can
// be read.
func StatedMean(p *rule.Pass, a model.Average) reckon.Figure {
	if a.Value != nil {
		return reckon.Figure{Value: AsMean(p, a.Value, a.Text)}
	}
	return reckon.Figure{Percent: a.Percent}
}

var percentScale = rule.Keep(printsPercentScale)

// PercentScale says what printsPercentScale found.
func PercentScale(p *rule.Pass) bool { return percentScale.Of(p) }

// IsHundred reports whether a figure is a percentage alone that is the mean
// times 100.
func IsHundred(f reckon.Figure, mean *big.Rat) bool {
	return f.Value == nil && f.Percent != nil && reckon.IsTimesHundred(*f.Percent, mean, nil)
}
