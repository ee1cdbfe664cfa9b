package eval

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// RuleScore is what the audit made of one rule's planted defects.
type RuleScore struct {
	Planted int `json:"planted"`
	Found   int `json:"found"`
	// Other counts defects that only another rule reported, from its side.
	Other  int `json:"other"`
	Missed int `json:"missed"`
	// False counts findings that no planted defect explains, in all reports.
	False int `json:"false"`
	// Checked counts what the rule compared in all reports.
	Checked   int `json:"checked"`
	Undecided int `json:"undecided"`
	// OnTruth counts the defects that the audit finds in the truth itself:
	// what it misses there is the audit's, the rest the reading's.
	OnTruth int `json:"on_truth"`
}

// AuditScores are the scores of all rules.
type AuditScores struct {
	Rules  map[string]*RuleScore
	Misses []string // planted and not found
	Falses []string // found and not planted
	Errors int      // false findings of severity error
}

func newAuditScores() *AuditScores { return &AuditScores{Rules: map[string]*RuleScore{}} }

// Names are the rules' ids, sorted.
func (a *AuditScores) Names() []string {
	var out []string
	for n := range a.Rules {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

func (a *AuditScores) rule(id string) *RuleScore {
	if a.Rules[id] == nil {
		a.Rules[id] = &RuleScore{}
	}
	return a.Rules[id]
}

func (a *AuditScores) run(ctx context.Context, rep *model.Report) (audit.Result, error) {
	res, err := audit.Run(ctx, rep, audit.Options{})
	if err != nil {
		return res, err
	}
	for _, c := range res.Rules {
		r := a.rule(c.Rule)
		r.Checked += c.Checked
		r.Undecided += c.Undecided
	}
	return res, nil
}

// clean audits a report without defects: every finding is a false one.
func (a *AuditScores) clean(ctx context.Context, c Case, rep *model.Report) error {
	res, err := a.run(ctx, rep)
	if err != nil {
		return fmt.Errorf("audit %s: %w", c.Name, err)
	}
	for _, f := range res.Findings {
		a.falseFinding(c, f)
	}
	return nil
}

func (a *AuditScores) falseFinding(c Case, f audit.Finding) {
	a.rule(f.Rule).False++
	if f.Severity == audit.Error {
		a.Errors++
	}
	a.Falses = append(a.Falses, fmt.Sprintf("%s: %s (%s): %s", c.Name, f.Rule, f.Severity, f.Message))
}

// planted audits a report with one planted defect; rep is nil where it could
// not be read.
func (a *AuditScores) planted(ctx context.Context, c Case, rep *model.Report) error {
	onTruth, err := audit.Run(ctx, c.Truth, audit.Options{})
	if err != nil {
		return fmt.Errorf("audit the truth of %s: %w", c.Name, err)
	}
	var res audit.Result
	if rep != nil {
		if res, err = a.run(ctx, rep); err != nil {
			return fmt.Errorf("audit %s: %w", c.Name, err)
		}
	}
	for _, p := range c.Planted {
		r := a.rule(p.Rule)
		r.Planted++
		hit := func(f audit.Finding) bool { return f.Rule == p.Rule && isAbout(p, f) }
		if slices.ContainsFunc(onTruth.Findings, hit) {
			r.OnTruth++
		}
		switch {
		case slices.ContainsFunc(res.Findings, hit):
			r.Found++
		case slices.ContainsFunc(res.Findings, func(f audit.Finding) bool { return slices.Contains(p.Also, f.Rule) && isAbout(p, f) }):
			r.Other++
			a.Misses = append(a.Misses, fmt.Sprintf("%s: only reported by another rule: %s", c.Name, place(p)))
		default:
			r.Missed++
			a.Misses = append(a.Misses, fmt.Sprintf("%s: missed: %s", c.Name, place(p)))
		}
	}
	for _, f := range res.Findings {
		if !slices.ContainsFunc(c.Planted, func(p fixtures.Planted) bool {
			return f.Rule == p.Rule && isAbout(p, f) || slices.Contains(p.Also, f.Rule)
		}) {
			a.falseFinding(c, f)
		}
	}
	return nil
}

func place(p fixtures.Planted) string {
	return fmt.Sprintf("chapter %d %s note %d: %q in %s", p.Commitment, p.Member, p.Footnote, p.Stated, show(p.Quote))
}

// isAbout reports that a finding is about the place of a defect, as far as
// both name it. A gap in the numbers may be named by either of its sides.
func isAbout(p fixtures.Planted, f audit.Finding) bool {
	near := func(a, b int) bool { return a-b <= 1 && b-a <= 1 }
	return (p.Commitment == 0 || f.Commitment == 0 || p.Commitment == f.Commitment) &&
		(p.Member == "" || f.Member == "" || p.Member == f.Member) &&
		(p.Footnote == 0 || f.Footnote == 0 || near(p.Footnote, f.Footnote))
}
