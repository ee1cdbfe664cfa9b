package audit

import (
	"context"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/internal/parallel"
	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Options select what Run does. The zero value runs every rule.
type Options struct {
	// Only, when not empty, names the rules to run.
	Only []string
	// Skip names rules not to run; it wins over Only.
	Skip []string
	// Waivers take known findings out of the result (see ReadWaivers).
	Waivers []Waiver
	// Vocabulary is the words by which members are named; nil for the
	// built-in ones.
	Vocabulary *vocabulary.Vocabulary
	// Jobs is how many rules run at the same time; below 2 means one after the
	// other. The result is the same.
	Jobs int

	files rule.OtherFiles // see RunAcross
}

// Result is the audit of one report.
type Result struct {
	Source Source `json:"source"`
	// Rules has an entry for every rule that ran, sorted by ID.
	Rules []rule.Count `json:"rules"`
	// Findings are in the order in which a reader meets them.
	Findings []rule.Finding `json:"findings"`
	// Rubrics says how much of each commitment's rubric was understood, and
	// Readings whether each member's conclusion reaches the level awarded, both
	// in the order of the report. They are there where rubric-unsupported ran.
	Rubrics  []rule.RubricCoverage `json:"rubrics,omitempty"`
	Readings []rule.Reading        `json:"readings,omitempty"`
	// Warnings are what reading the report gave notice of, in its order; OfFile
	// tells those that are about the file from those about what stands in it.
	Warnings []model.Warning `json:"warnings,omitempty"`

	used []bool // which of Options.Waivers matched
}

// Source says which file was audited.
type Source struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	// Sheet is the sheet of a workbook of which several were audited, each as a table
	// of its own.
	Sheet string `json:"sheet,omitempty"`
	// Repairs are what had to be mended before the file could be read.
	Repairs []string `json:"repairs,omitempty"`
}

// Worst is the highest severity among the findings, or "" without any.
func (r Result) Worst() rule.Severity {
	var worst rule.Severity
	for _, f := range r.Findings {
		if f.Severity.Rank() > worst.Rank() {
			worst = f.Severity
		}
	}
	return worst
}

// Run audits one report, which it does not change. It returns an
// *UnknownRuleError when Options name a rule that does not exist, and the
// context's cause when that is done before every rule has run; the result is
// then incomplete, and a rule that does not look at the context may go on
// reading the report for a while. A rule that breaks on a report is counted as
// undecided with that reason; the other rules still run.
func Run(ctx context.Context, report *model.Report, opt Options) (Result, error) {
	rules, err := selected(opt)
	if err != nil {
		return emptyResult(report), err
	}
	return runWithin(ctx, report, rules, opt)
}

// runWithin is runSelected that ends with the context.
func runWithin(ctx context.Context, report *model.Report, rules []rule.Rule, opt Options) (Result, error) {
	res, err := within.Do(ctx, func() (Result, error) { return runSelected(ctx, report, rules, opt) })
	if res.Rules == nil { // time was up in the middle of a rule
		res = emptyResult(report)
	}
	return res, err
}

func emptyResult(report *model.Report) Result {
	return Result{
		Source:   Source{File: report.Source.File, SHA256: report.Source.SHA256, Sheet: report.Source.Sheet, Repairs: report.Source.Repairs},
		Rules:    []rule.Count{},
		Findings: []rule.Finding{},
		Warnings: report.Warnings,
	}
}

func runSelected(ctx context.Context, report *model.Report, rules []rule.Rule, opt Options) (Result, error) {
	res := emptyResult(report)
	words := opt.Vocabulary
	if words == nil {
		words = vocabulary.Default()
	}
	ids := make(map[string]bool, len(rules))
	for _, r := range rules {
		ids[r.ID] = true
	}
	all := rule.NewPass(ctx, report, words, ids, opt.files)
	res.Rules = make([]rule.Count, 0, len(rules))
	passes := make([]*rule.Pass, len(rules))
	parallel.Each(opt.Jobs, len(rules), func(i int) {
		if ctx.Err() == nil {
			passes[i] = all.Run(&rules[i])
		}
	})
	toldOnce(passes)
	for _, p := range passes {
		if p == nil {
			return res, context.Cause(ctx)
		}
		res.Rules = append(res.Rules, p.Count())
		res.Findings = append(res.Findings, p.Findings...)
		res.Rubrics = append(res.Rubrics, p.Coverage...)
		res.Readings = append(res.Readings, p.Readings...)
	}
	rule.SortFindings(res.Findings)
	res.waive(opt.Waivers)
	return res, context.Cause(ctx)
}

// selected gives the rules to run, sorted by ID.
func selected(opt Options) ([]rule.Rule, error) {
	only, err := idSet(opt.Only)
	if err != nil {
		return nil, err
	}
	skip, err := idSet(opt.Skip)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(rule.Rules(), func(r rule.Rule) bool {
		return len(only) > 0 && !only[r.ID] || skip[r.ID]
	}), nil
}

func idSet(ids []string) (map[string]bool, error) {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		if _, ok := rule.Lookup(id); !ok {
			return nil, &rule.UnknownRuleError{ID: id}
		}
		set[id] = true
	}
	return set, nil
}
