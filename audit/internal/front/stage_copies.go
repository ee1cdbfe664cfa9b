package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// What is stated of another stage's report is a copy, mean and percentage. Where the mean is
// the one that is printed there and the percentage is another, it was copied wrong even if
// some way of rounding the mean gives it; several such percentages are the way in which this
// report rounds.

// copiedPercents are the figures of another stage that hold, by the percentage that is printed
// with the same mean in that stage's report.
type copiedPercents struct {
	same  int // percentages that are the printed ones
	other []rule.Finding
}

// look takes a figure that holds.
func (c *copiedPercents) look(s rule.StageFigure, figures []otherFigure, other *across.Source) {
	if s.Value == nil || s.Percent == nil {
		return
	}
	var printed *otherFigure
	for i := range figures {
		f := &figures[i]
		if f.value == nil || f.percent == nil || f.value.Places != s.Value.Places || f.percent.Places != s.Percent.Places || f.value.Rat().Cmp(s.Value.Rat()) != 0 {
			continue
		}
		if f.percent.Rat().Cmp(s.Percent.Rat()) == 0 {
			c.same++
			return
		}
		printed = f
	}
	if printed == nil {
		return
	}
	c.other = append(c.other, rule.Finding{
		Stated: s.Text(), Computed: printed.text() + " in " + other.File, Quote: s.Text(), At: s.At, Member: s.Subject.Member, Commitment: s.Subject.Commitment,
		Message: fmt.Sprintf("The %s stage's percentage%s is stated as %s%% beside the mean %s (%s); %s prints %s.",
			s.Stage, subjectText(s.Subject), s.Percent, reckon.Printed(*s.Value), s.Source, other.File, printed.text()),
	})
}

// tell gives the percentages that are others, where they are not this report's way of rounding.
func (c *copiedPercents) tell(p *rule.Pass) {
	if len(c.other) > 1+c.same/2 {
		p.Undecided(len(c.other), "percentages of the other stage are others than are printed there and may be roundings of the same means")
		return
	}
	for _, f := range c.other {
		p.Found(f)
	}
}
