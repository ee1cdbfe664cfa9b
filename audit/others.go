package audit

import (
	"context"
	"slices"

	"recount.invalid/recount/audit/internal/evidence"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// acrossRules look at several files; without others they compare nothing.
var acrossRules = []string{"no-partner", "other-source", evidence.OtherStageID}

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
	for i, r := range reports {
		opt.files = rule.OtherFiles{Against: against}
		for j, o := range reports {
			if j != i && o.Source.SHA256 != r.Source.SHA256 {
				opt.files.All = append(opt.files.All, o)
			}
		}
		opt.files.All = append(opt.files.All, against...)
		more, err := Run(ctx, r, opt)
		if err != nil {
			return err
		}
		results[i].add(more)
	}
	return nil
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
