package audit

import (
	"context"
	"errors"
	"slices"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// acrossRules look at several files; without others they compare nothing.
var acrossRules = []string{"no-partner", "other-source", elsewhere.OtherStageID}

// AcrossRules are the rules that look at several files (RunAcross).
func AcrossRules() []string { return slices.Clone(acrossRules) }

// RunAcross holds reports that were audited against each other and against
// further ones, and adds what the rules about several files find to their
// results. reports are what Keep leaves of them; results has an entry for each, made
// by Run with these options. The error is that of Run.
func RunAcross(ctx context.Context, reports []*model.Report, results []Result, against []*model.Report, opt Options) error {
	if len(reports)+len(against) < 2 {
		return nil
	}
	here, there := inMemory(reports), inMemory(against)
	return Across(ctx, here, there, opt, func(i int, more Result) error {
		results[i].add(more)
		return nil
	})
}

// Reports are what Keep left of reports, wherever they are.
type Reports interface {
	// Len is how many they are.
	Len() int
	// Report gives one, of those from 0 on. It may be asked for several times.
	Report(i int) (*model.Report, error)
}

// inMemory are Reports that are all in memory.
type inMemory []*model.Report

func (r inMemory) Len() int { return len(r) }

func (r inMemory) Report(i int) (*model.Report, error) { return r[i], nil }

// Across holds reports against each other and against further ones, and gives for each
// what the rules about several files among those of the options find, in an order of
// its own. In memory are at a time the commitments of those reports that may be
// compared, of one forum and year, with their members' scores and words, and no more than
// some thousand (package across); of the others a few hundred bytes each. The error is
// that of Run, of a report that cannot be read, or of give.
func Across(ctx context.Context, reports, against Reports, opt Options, give func(i int, found Result) error) error {
	rules, err := selected(opt)
	if err != nil {
		return err
	}
	opt.Only = nil
	for _, r := range rules {
		if slices.Contains(acrossRules, r.ID) {
			opt.Only = append(opt.Only, r.ID)
		}
	}
	if len(opt.Only) == 0 {
		return nil
	}
	shelf := &across.Shelf{Words: opt.Vocabulary}
	here, err := sources(ctx, shelf, reports)
	if err != nil {
		return err
	}
	there, err := sources(ctx, shelf, against)
	if err != nil {
		return err
	}
	files := across.NewFiles(here, there)
	opt.Jobs = 1 // the rules share what is in memory of the others
	for _, group := range files.Groups() {
		shelf.Clear()
		for _, i := range group {
			if !files.Few() {
				opt.files = rule.OtherFiles{Here: here[i], All: files}
			}
			found, err := Run(ctx, here[i].Report(), opt)
			if err = errors.Join(err, shelf.Err()); err != nil {
				return err
			}
			if err := give(i, found); err != nil {
				return err
			}
		}
	}
	return nil
}

func sources(ctx context.Context, shelf *across.Shelf, reports Reports) ([]*across.Source, error) {
	out := make([]*across.Source, reports.Len())
	for i := range out {
		if err := ctx.Err(); err != nil {
			return nil, context.Cause(ctx)
		}
		r, err := reports.Report(i)
		if err != nil {
			return nil, err
		}
		out[i] = shelf.NewSource(r, func() (*model.Report, error) { return reports.Report(i) })
	}
	return out, nil
}

// add puts the counts and findings of a further run in the place of those that a
// result has of the same rules.
func (r *Result) add(more Result) {
	for _, c := range more.Rules {
		for i := range r.Rules {
			if r.Rules[i].Rule == c.Rule {
				r.Rules[i] = c
			}
		}
	}
	r.Findings = append(r.Findings, more.Findings...)
	rule.SortFindings(r.Findings)
	for i := range more.used {
		if i < len(r.used) {
			r.used[i] = r.used[i] || more.used[i]
		}
	}
}
