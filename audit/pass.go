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
	files     otherFiles
}

// otherFiles is what a rule about several files sees of them (RunAcross).
type otherFiles struct {
	// all are the other files of the run, against those of them that were named to
	// be held against.
	all, against []*model.Report
}

// newPass begins a run over a report, of which ids are the rules. The pass belongs
// to no rule.
func newPass(ctx context.Context, report *model.Report, words *vocabulary.Vocabulary, ids map[string]bool, files otherFiles) *Pass {
	p := &Pass{Report: report, Vocabulary: words, selected: ids, ctx: ctx, undecided: map[string]int{}, files: files}
	newMemory(p)
	return p
}

// run gives the pass of a rule of the same run, after the rule has looked. No panic
// of a rule crosses this boundary: a defect in one rule must not cost the auditor
// the other rules' results.
func (p *Pass) run(r *Rule) (own *Pass) {
	one := *p
	own = &one
	own.rule, own.undecided = r, map[string]int{}
	defer func() {
		if v := recover(); v != nil {
			own.findings, own.readings, own.coverage = nil, nil, nil
			own.Undecided(1, fmt.Sprintf("the rule failed on this report: %v", v))
		}
	}()
	r.Run(own)
	return own
}

// otherFiles are the other files of the run.
func (p *Pass) otherFiles() []*model.Report { return p.files.all }

// heldAgainst are the files that were named to be held against.
func (p *Pass) heldAgainst() []*model.Report { return p.files.against }

// stopped reports whether the caller has given up.
func (p *Pass) stopped() bool { return p.ctx != nil && p.ctx.Err() != nil }

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

// reconsider turns a comparison that was counted as checked into one that cannot
// be decided, for the reason given.
func (p *Pass) reconsider(reason string) {
	p.checked = max(p.checked-1, 0)
	p.Undecided(1, reason)
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
	if f.Row > 0 {
		f.Message += p.turnedPlace(f.Row)
	}
	if f.Severity == Error {
		if doubt := p.accusationDoubt(&f); doubt != "" {
			p.reconsider(doubt)
			return
		}
	}
	if p.rule.RunsOn && p.chapterBroken(&f) {
		p.reconsider(pagesInDoubt)
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
