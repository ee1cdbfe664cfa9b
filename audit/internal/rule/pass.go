package rule

import (
	"context"
	"fmt"
	"sort"

	"recount.invalid/recount/audit/across"
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
	Findings  []Finding
	Readings  []Reading
	Coverage  []RubricCoverage
	files     OtherFiles
}

// OtherFiles is what a rule about several files sees of them (RunAcross): its own among
// them, and all. The zero value is for a run over one file.
type OtherFiles struct {
	Here *across.Source
	All  *across.Files
}

// NewPass begins a run over a report, of which ids are the rules. The pass belongs
// to no rule.
func NewPass(ctx context.Context, report *model.Report, words *vocabulary.Vocabulary, ids map[string]bool, files OtherFiles) *Pass {
	p := &Pass{Report: report, Vocabulary: words, selected: ids, ctx: ctx, undecided: map[string]int{}, files: files}
	NewMemory(p)
	return p
}

// Run gives the pass of a rule of the same run, after the rule has looked. No panic
// of a rule crosses this boundary: a defect in one rule must not cost the auditor
// the other rules' results.
func (p *Pass) Run(r *Rule) (own *Pass) {
	one := *p
	own = &one
	own.rule, own.undecided = r, map[string]int{}
	defer func() {
		if v := recover(); v != nil {
			own.Findings, own.Readings, own.Coverage = nil, nil, nil
			own.Undecided(1, fmt.Sprintf("the rule failed on this report: %v", v))
		}
	}()
	r.Run(own)
	return own
}

// Here is the report among the files of the run; nil where it is the only one.
func (p *Pass) Here() *across.Source { return p.files.Here }

// OtherReports are the other files of the run that may state the same (Files.Near).
func (p *Pass) OtherReports() []*across.Source {
	if p.files.Here == nil {
		return nil
	}
	return p.files.All.Near(p.files.Here)
}

// ReportsOf are the other files of the run that may be of a forum's summit of a year.
func (p *Pass) ReportsOf(forum string, year int) []*across.Source {
	if p.files.Here == nil {
		return nil
	}
	return p.files.All.OfYear(p.files.Here, forum, year)
}

// ReportsOfForum are the other files of the run that are reports of a forum.
func (p *Pass) ReportsOfForum(forum string) []*across.Source {
	if p.files.Here == nil {
		return nil
	}
	return p.files.All.OfForum(p.files.Here, forum)
}

// HeldAgainst are the files that were named to be held against.
func (p *Pass) HeldAgainst() []*across.Source { return p.files.All.Against() }

// Stopped reports whether the caller has given up.
func (p *Pass) Stopped() bool { return p.ctx != nil && p.ctx.Err() != nil }

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

// Reconsider turns a comparison that was counted as checked into one that cannot
// be decided, for the reason given.
func (p *Pass) Reconsider(reason string) {
	p.checked = max(p.checked-1, 0)
	p.Undecided(1, reason)
}

// Found records a finding that was counted as checked. Rule and Severity are
// filled in from the rule. An error is undecided instead where the file does
// not bear an accusation: it is damaged, or pages of it are missing there. One
// that rests on a value corrected by a person says so and is none.
func (p *Pass) Found(f Finding) {
	f.Rule, f.Severity = p.rule.ID, p.rule.Severity
	if f.Weighed && f.Severity == Error {
		f.Severity = Warning
	}
	if f.SheetRow > 0 {
		f.Message += fmt.Sprintf(" A spreadsheet shows row %d as row %d.", f.Row, f.SheetRow)
		f.SheetRow = 0
	}
	if f.Row > 0 {
		f.Message += p.turnedPlace(f.Row)
	}
	if f.Severity == Error {
		if doubt := p.accusationDoubt(&f); doubt != "" {
			p.Reconsider(doubt)
			return
		}
	}
	if p.rule.RunsOn && p.ChapterBroken(&f) {
		p.Reconsider(PagesInDoubt)
		return
	}
	p.byHand(&f)
	p.Findings = append(p.Findings, f)
}

// Read records what was made of a member's conclusion.
func (p *Pass) Read(r Reading) { p.Readings = append(p.Readings, r) }

// Covered records how much of a text of a rubric was understood.
func (p *Pass) Covered(c RubricCoverage) { p.Coverage = append(p.Coverage, c) }

// Count gives the counters as they appear in the result.
func (p *Pass) Count() Count {
	c := Count{Rule: p.rule.ID, Checked: p.checked, Failed: len(p.Findings)}
	for reason, n := range p.undecided {
		c.Undecided += n
		c.Reasons = append(c.Reasons, Reason{Text: reason, Count: n})
	}
	sort.Slice(c.Reasons, func(i, j int) bool { return c.Reasons[i].Text < c.Reasons[j].Text })
	return c
}

// Count is what one rule did. Failed counts its findings: one cause is one
// finding, so a shifted row of many wrong cells counts once.
type Count struct {
	Rule      string   `json:"rule"`
	Checked   int      `json:"checked"`
	Failed    int      `json:"failed"`
	Undecided int      `json:"undecided"`
	Waived    int      `json:"waived,omitempty"` // findings that a waiver took out; not in Failed
	Reasons   []Reason `json:"undecided_because,omitempty"`
}

// Reason says why cases were left undecided, and how many.
type Reason struct {
	Text  string `json:"reason"`
	Count int    `json:"count"`
}
