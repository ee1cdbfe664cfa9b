package frontmatter

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/model"
)

// UnknownSummitDays is how long before a stated period an action is left
// undecided when the summit's days are not known: a period often begins on
// the day after a summit of three days.
const UnknownSummitDays = 4

// DatedOutside reports whether the action's date lies outside every stated
// compliance period, by more than the days in which that is left open: the
// date is then the slip, and what else it does not fit is not another.
func DatedOutside(p *rule.Pass, a *model.Action) bool {
	d, ok := calendar.ParseDays(a.Date)
	if !ok || !p.Selected("date-outside-period") {
		return false
	}
	info := &p.Report.Report
	periods := info.Periods
	if info.Period != nil {
		periods = append([]model.Period{*info.Period}, periods...)
	}
	known := false
	for i := range periods {
		q, ok := periodDays(periods[i])
		if !ok {
			continue
		}
		known = true
		if d.Last >= q.First-UnknownSummitDays && d.First <= q.Last {
			return false
		}
	}
	return known
}

// periodOfOtherStage reports whether the sentence that states a period speaks of
// another stage or report ("the interim report covered …"), or points back to one that
// does ("It covered …"). stage is that stage, empty where it is not certain.
func periodOfOtherStage(p *rule.Pass, q model.Period) (stage string, other bool) {
	if q.Text == "" {
		return "", false
	}
	for _, h := range p.HeldTexts() {
		if h.Kind == rule.KindFootnote || !strings.Contains(h.Text, q.Text) {
			continue
		}
		for _, s := range stages.Sentences(p.Vocabulary, elsewhere.StageOrFinal(p), h.Text) {
			if !s.Other || !strings.Contains(s.Text, q.Text) {
				continue
			}
			spans := spansOf(p, s.Text, s.Stage)
			if len(spans) < 2 {
				return s.Stage, true
			}
			at := slices.IndexFunc(spans, func(o spanOf) bool { return o.Text == q.Text })
			if at < 0 || spans[at].stage != "" && spans[at].stage != elsewhere.StageOrFinal(p) {
				return "", true // stagePeriodsInText has it with its stage
			}
		}
	}
	return "", false
}

func periodDays(q model.Period) (calendar.Days, bool) {
	a, ok1 := calendar.ParseDays(q.From)
	b, ok2 := calendar.ParseDays(q.To)
	if !ok1 || !ok2 || b.Last < a.First {
		return calendar.Days{}, false
	}
	return calendar.Days{First: a.First, Last: b.Last}, true
}

// PeriodText is a period as it is printed.
func PeriodText(q model.Period) string {
	if q.Text != "" {
		return q.Text
	}
	return q.From + " to " + q.To
}

// DateText is an action's date as printed.
func DateText(a model.Action) string {
	if a.DateText != "" {
		return a.DateText
	}
	return a.Date
}

// StatedPeriods is what a report says of its compliance period.
type statedPeriods struct {
	First *model.Period // the cover's, or the first in the text; nil where none is known
	Span  calendar.Days // of first
	// Open is the longest span that the statements give together.
	Open calendar.Days
	// Same are statements of the same period in other places, differ those of
	// them that are the first to state other days.
	Same, Differ []*model.Period
	// Apart and OtherStage count statements of other periods.
	Apart, OtherStage int
	// Stages are those statements that are of a stage which they name.
	Stages []StagePeriod
}

// StagePeriod is a period that the report states of another stage.
type StagePeriod struct {
	*model.Period
	Stage string
}

// StatedPeriods is the reading of the statements of the period.
func StatedPeriods(p *rule.Pass) *statedPeriods { return keptPeriods.Of(p) }

var keptPeriods = rule.Keep(readStatedPeriods)

// readStatedPeriods reads the statements of the period. One that shares no end with
// the first is likely about another report.
func readStatedPeriods(p *rule.Pass) *statedPeriods {
	info := &p.Report.Report
	var all []*model.Period
	if info.Period != nil {
		all = append(all, info.Period)
	}
	for i := range info.Periods {
		all = append(all, &info.Periods[i])
	}
	s := &statedPeriods{}
	others := map[string]bool{} // by its words: a period may stand on every page
	for i, q := range all {
		d, ok := periodDays(*q)
		switch {
		case !ok:
			continue
		case s.First == nil:
			s.First, s.Span, s.Open = q, d, d
			continue
		case d == s.Span:
			// The cover's statement stands in both fields.
			if i != 1 || q.Text != s.First.Text || q.At.Page() != s.First.At.Page() {
				s.Same = append(s.Same, q)
			}
			continue
		}
		other, known := others[q.Text]
		if !known {
			var stage string
			stage, other = periodOfOtherStage(p, *q)
			others[q.Text] = other
			if stage != "" {
				s.Stages = append(s.Stages, StagePeriod{q, stage})
			}
		}
		switch {
		case d.First != s.Span.First && d.Last != s.Span.Last || d.Before(s.Span) || s.Span.Before(d):
			s.Apart++
			continue
		case other:
			s.OtherStage++
			continue
		}
		s.Same = append(s.Same, q)
		if d.First >= s.Open.First && d.Last <= s.Open.Last && s.Open != s.Span {
			continue
		}
		s.Open.First, s.Open.Last = min(s.Open.First, d.First), max(s.Open.Last, d.Last)
		s.Differ = append(s.Differ, q)
	}
	for _, q := range stagePeriodsInText(p) {
		if !slices.ContainsFunc(s.Stages, func(o StagePeriod) bool { return o.Stage == q.Stage && o.From == q.From && o.To == q.To }) {
			s.Stages = append(s.Stages, q)
		}
	}
	return s
}
