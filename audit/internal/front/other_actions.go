package front

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/calendar"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/notation/date"
)

// otherActions compares the dates and figures of actions with those of the same actions in
// another file of the summit and stage. told is that of otherWords.
func otherActions(p *rule.Pass, other *across.Source, told map[string]bool) {
	differ, compared := across.CompareActions(p.Here(), other)
	p.Checked(compared)
	actionsDiffer(p, other, differ, told)
}

// stageActions compares the dates of actions with those of the same actions in the report of
// another stage. Figures may have been brought up to date since, and so may a day that is
// later than the period of the earlier report; one within it has not changed.
func stageActions(p *rule.Pass, other *across.Source, told map[string]bool) {
	earlier := other
	if p.Here().Stage != elsewhere.FinalStage {
		earlier = p.Here()
	}
	period := earlier.Report().Report.Period
	if period == nil {
		return
	}
	end, ok := calendar.ParseDays(period.To)
	if !ok {
		return
	}
	within := func(text string) bool {
		found := date.FindDates(p.Vocabulary, text)
		if len(found) != 1 || !ofDays(found[0].EDTF) {
			return false
		}
		days, ok := calendar.ParseDays(found[0].EDTF)
		return ok && days.Last <= end.Last
	}
	differ, compared := across.CompareActions(p.Here(), other)
	p.Checked(compared)
	actionsDiffer(p, other, slices.DeleteFunc(differ, func(d across.ActionDiffers) bool {
		return !d.Dated || !within(d.Stated) || !within(d.Computed)
	}), told)
}

// actionsDiffer tells of actions that differ from those of another file, each once.
func actionsDiffer(p *rule.Pass, other *across.Source, differ []across.ActionDiffers, told map[string]bool) {
	for _, d := range differ {
		key := fmt.Sprint("action ", d.Here.Commitment.Number, d.Member, d.Stated, d.Computed)
		if told[key] {
			continue
		}
		told[key] = true
		f := rule.About(d.Here.Commitment)
		f.Member, f.Stated, f.Computed, f.Quote, f.At = d.Member, d.Stated, fmt.Sprintf("%s in %s", d.Computed, other.File), d.Stated, d.At
		what := "An action of %s has %s here, %s in %s%s; its other words are the same."
		if d.Dated {
			what = "An action of %s is dated %s here, %s in %s%s; its other words are the same."
		}
		f.Message = fmt.Sprintf(what, d.Name, d.Stated, d.Computed, other.File, commaPage(elsewhere.OnPage(d.ThereAt))) + joinedHow(p.Here(), other)
		p.Found(f)
	}
}

// commaPage is ", page 3" for " on page 3".
func commaPage(onPage string) string {
	if onPage == "" {
		return ""
	}
	return "," + onPage[len(" on"):]
}
