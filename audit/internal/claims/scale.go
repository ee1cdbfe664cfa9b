package claims

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

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
	if tallies.PercentScale(p) {
		return false
	}
	reader := stages.NewReader(p)
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
	for _, g := range Passages(p.Report, p.Vocabulary) {
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
