package evidence

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
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
	return isHundred(f, rule.MeanOrNil(t)) && !PercentScale(p)
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
		if a := p.Report.Commitments[i].Assessment; a != nil && shows(a.Average, ChapterTally(p, &p.Report.Commitments[i])) {
			return true
		}
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		for r := range m.Rows {
			if shows(m.Rows[r].Average, TallyRow(m, r, p.Vocabulary)) {
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

var proseScale = rule.Keep(func(p *rule.Pass) bool {
	share, hundred := 0, 0
	for _, rd := range Prose(p).Readings {
		for i := range rd.Claims {
			f := rd.Claims[i].Figure
			if f == nil || f.Value == nil || f.Percent == nil {
				continue
			}
			times := reckon.IsTimesHundred(*f.Percent, nil, f.Value)
			switch holds := reckon.PercentHolds(*f.Percent, nil, f.Value); {
			case holds && !times:
				share++
			case times && !holds:
				hundred++
			}
		}
	}
	return share >= 2 && hundred <= 1
})

// ProseScale reports whether the means and percentages beside each other in running text
// are of the scale from 0 to 100, all but one at most.
func ProseScale(p *rule.Pass) bool { return proseScale.Of(p) }

var wideScale = rule.Keep(namesWideScale)

// WideScale reports whether the report says that its percentages run from −100 to 100,
// and prints none on the scale from 0 to 100.
func WideScale(p *rule.Pass) bool { return wideScale.Of(p) }

func namesWideScale(p *rule.Pass) bool {
	if PercentScale(p) {
		return false
	}
	reader := NewProseReader(p)
	for _, m := range p.Report.Matrices {
		if prose.ExplainsWideScale(p.Vocabulary, m.Title) && reader.Own(m.Title) {
			return true
		}
	}
	for _, t := range p.Report.Tables {
		if prose.ExplainsWideScale(p.Vocabulary, t.Title) {
			return true
		}
	}
	for _, g := range passages(p.Report, p.Vocabulary) {
		for _, s := range prose.Sentences(p.Vocabulary, g.Text) {
			if prose.ExplainsWideScale(p.Vocabulary, g.Text[s.Start:s.End]) {
				return true
			}
		}
	}
	return false
}

// ShareOfFull reports whether a percentage is the share of the subject's scores that are
// +1, which 'complied so much of the time' may mean.
func (e *Evidence) ShareOfFull(percent model.Decimal) bool {
	full := 0
	for _, s := range e.Scores.Scores {
		if s.Score > 0 {
			full++
		}
	}
	n := len(e.Scores.Scores)
	return n > 0 && reckon.Holds(percent, big.NewRat(int64(100*full), int64(n)))
}

// TimesHundred reports whether a percentage is a mean of the subject times 100, exact or
// as printed.
func (e *Evidence) TimesHundred(percent model.Decimal, beside *model.Decimal) bool {
	hundred := reckon.IsTimesHundred(percent, e.Best(), beside)
	for _, a := range e.Printed {
		hundred = hundred || a.Value != nil && reckon.IsTimesHundred(percent, nil, a.Value)
	}
	return hundred
}
