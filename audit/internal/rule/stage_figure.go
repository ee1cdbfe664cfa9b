package rule

import (
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// StageFigure is a figure that the report states of another stage.
type StageFigure struct {
	Subject prose.Subject
	Stage   string
	Value   *model.Decimal
	Percent *model.Decimal
	Mean    *big.Rat // exact, from the scores of a table; nil where none are given
	Source  string   // "a table", "the text", with its page
	At      model.At // where it stands
}

// Matches reports whether the figure is the other stage's: the same as
// printed, or what the other stage's scores give.
func (s StageFigure) Matches(f reckon.Figure) bool {
	if s.Mean != nil && f.Fits(s.Mean) {
		return true
	}
	same := func(a, b *model.Decimal) bool { return a == nil || b != nil && a.Rat().Cmp(b.Rat()) == 0 }
	return same(f.Value, s.Value) && same(f.Percent, s.Percent)
}

// Text is the figure in a sentence.
func (s StageFigure) Text() string {
	if s.Value == nil && s.Percent == nil {
		return reckon.Exact(s.Mean)
	}
	return reckon.StatedText(model.Average{Value: s.Value, Percent: s.Percent})
}
