package audit

import (
	"context"
	"fmt"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Pass is what a rule sees of one run: the report, and the counters and
// findings that it fills.
type Pass struct {
	// Report is the report under audit. Rules read it and never change it.
	Report *model.Report
	// Vocabulary names members and reads words; never nil.
	Vocabulary *vocabulary.Vocabulary

	selected  map[string]bool
	memory    *memory
	ctx       context.Context
	rule      *Rule
	checked   int
	undecided map[string]int
	findings  []Finding
	readings  []Reading
	coverage  []RubricCoverage
	others    []*model.Report // see Options
	against   []*model.Report
	stages    *[]stageFigure // what the file states of other stages, where an earlier run knows it
}

// Context is cancelled when the caller gives up; rules with long loops ask it.
func (p *Pass) Context() context.Context { return p.ctx }

// Selected reports whether the rule with that ID runs too. A rule asks it
// before it leaves a case to a stronger rule: one cause is one finding, but
// the finding must not vanish when the stronger rule was deselected.
func (p *Pass) Selected(id string) bool { return p.selected[id] }

// Checked counts n comparisons that were really made, whether they held or
// not.
func (p *Pass) Checked(n int) { p.checked += n }

// Undecided counts n comparisons that could not be made or not be decided,
// and says why in a clause that fits every such case ("no compliance period
// is printed").
func (p *Pass) Undecided(n int, reason string) {
	if n > 0 {
		p.undecided[reason] += n
	}
}

// Found records a finding that was counted as checked. Rule and Severity are
// filled in from the rule. An error is undecided instead where the file does
// not bear an accusation: it is damaged, or pages of it are missing there. One
// that rests on a value corrected by a person says so and is none.
func (p *Pass) Found(f Finding) {
	f.Rule, f.Severity = p.rule.ID, p.rule.Severity
	if f.sheetRow > 0 {
		f.Message += fmt.Sprintf(" A spreadsheet shows row %d as row %d.", f.Row, f.sheetRow)
		f.sheetRow = 0
	}
	if f.Severity == Error {
		if doubt := p.accusationDoubt(&f); doubt != "" {
			p.checked = max(p.checked-1, 0)
			p.Undecided(1, doubt)
			return
		}
	}
	if p.rule.RunsOn && p.chapterBroken(&f) {
		p.checked = max(p.checked-1, 0)
		p.Undecided(1, pagesInDoubt)
		return
	}
	p.byHand(&f)
	p.findings = append(p.findings, f)
}

// Read records what was made of a member's conclusion.
func (p *Pass) Read(r Reading) { p.readings = append(p.readings, r) }

// Covered records how much of a text of a rubric was understood.
func (p *Pass) Covered(c RubricCoverage) { p.coverage = append(p.coverage, c) }

// count gives the counters as they appear in the result.
func (p *Pass) count() Count {
	c := Count{Rule: p.rule.ID, Checked: p.checked, Failed: len(p.findings)}
	for reason, n := range p.undecided {
		c.Undecided += n
		c.Reasons = append(c.Reasons, Reason{Text: reason, Count: n})
	}
	sort.Slice(c.Reasons, func(i, j int) bool { return c.Reasons[i].Text < c.Reasons[j].Text })
	return c
}
