package matrix

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// Line is one average of a matrix with the scores it belongs to.
type Line struct {
	Index  int
	Member string // of a column
	Label  string
	Avg    model.Average
	T      reckon.Tally
	Why    string // why it cannot be decided; "" where it can
	Holds  bool
}

// judge fills in whether the line's average holds.
func (l Line) judge(scale bool) Line {
	if l.Why == "" {
		l.Why = l.T.WhyUndecided()
	}
	if l.Why != "" {
		return l
	}
	mean := rule.MeanOrNil(l.T)
	l.Holds = l.stated().Fits(mean)
	if !l.Holds && l.Avg.Value == nil && !scale && reckon.IsTimesHundred(*l.Avg.Percent, mean, nil) {
		l.Why = "the percentage is the mean times 100, as some reports print it, and nothing else in the report shows which scale it uses"
	}
	return l
}

// stated is the line's figure.
func (l Line) stated() reckon.Figure {
	return reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}
}

// Wrong is the part of the line's figure that does not hold.
func (l Line) Wrong() reckon.Figure {
	mean := rule.MeanOrNil(l.T)
	var f reckon.Figure
	if l.Avg.Value != nil && !reckon.Holds(*l.Avg.Value, mean) {
		f.Value = l.Avg.Value
	}
	if l.Avg.Percent != nil && !reckon.PercentHolds(*l.Avg.Percent, mean, l.Avg.Value) {
		f.Percent = l.Avg.Percent
	}
	return f
}

// unlike reports whether more than half of at least four averages fail
// without a cause of their own.
func unlike(lines []Line, explained func(Line) bool) bool {
	decided, failed := 0, 0
	for _, l := range lines {
		if l.Why != "" {
			continue
		}
		decided++
		if !l.Holds && !explained(l) {
			failed++
		}
	}
	return decided >= 4 && failed*2 > decided
}

// LineFinding is the common part of the findings on a row's or a column's
// average.
func LineFinding(l Line) rule.Finding {
	var f rule.Finding
	wrong := l.Wrong()
	places := 2
	if wrong.Value != nil && wrong.Value.Places > places {
		places = wrong.Value.Places
	}
	f.Stated = reckon.StatedText(l.Avg)
	f.Quote = f.Stated
	f.At = l.Avg.At
	if wrong.Value != nil {
		f.Computed = tallies.MeanComputed(l.T, places)
		if wrong.Percent != nil {
			f.Computed += fmt.Sprintf(", %s%%", reckon.Rounded100(rule.MeanOrNil(l.T), wrong.Percent.Places))
		}
	} else {
		f.Computed = tallies.PercentComputed(l.T, wrong.Percent.Places)
	}
	return f
}
