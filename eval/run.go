package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"recount.invalid/recount"
	"recount.invalid/recount/model"
)

// Read reads a case's PDF with recount, as a user would.
func Read(ctx context.Context, dir string, c Case) (rep *model.Report, err error) {
	// A fixture that brings the reader down is measured as unread; it must
	// not end the measurement of the others.
	defer func() {
		if p := recover(); p != nil {
			rep, err = nil, fmt.Errorf("%s: panic: %v", c.Name, p)
		}
	}()
	path := filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(path, c.PDF, 0o600); err != nil {
		return nil, err
	}
	res, err := recount.Read(ctx, path, recount.Options{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Name, err)
	}
	return res.Report, nil
}

// Result is what was measured.
type Result struct {
	Cases    []Case
	PerCase  []*Scores // parallel to Cases
	Warnings []int     // parallel to Cases: warnings of the reading
	Unread   []string  // reports that could not be read, and why
	Audit    *AuditScores
	Diff     *DiffScores
}

// Total merges the scores of the cases that keep accepts.
func (r *Result) Total(keep func(Case) bool) *Scores {
	s := newScores("")
	for i, c := range r.Cases {
		if keep(c) {
			s.merge(r.PerCase[i])
		}
	}
	return s
}

// Run measures the clean cases, the sample and the reports with planted
// defects. A report that cannot be read counts with all its fields wrong.
func Run(ctx context.Context) (*Result, error) {
	cases, err := Clean()
	if err != nil {
		return nil, err
	}
	smp, err := Sample()
	if err != nil {
		return nil, err
	}
	planted, err := Defective()
	if err != nil {
		return nil, err
	}
	return Measure(ctx, append(cases, smp), planted)
}

// Measure reads and audits cases: clean ones, in which every finding is a
// false one unless a defect is planted there, and defective ones, of which
// only the audit is measured.
func Measure(ctx context.Context, clean, defective []Case) (*Result, error) {
	dir, err := os.MkdirTemp("", "recount-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	res := &Result{Audit: newAuditScores(), Diff: &DiffScores{Kinds: map[string]*ChangeScore{}}}
	read := func(c Case) (*model.Report, error) {
		rep, err := Read(ctx, dir, c)
		if err == nil {
			return rep, nil
		}
		res.Unread = append(res.Unread, err.Error())
		return nil, ctx.Err()
	}
	for _, c := range clean {
		rep, err := read(c)
		if err != nil {
			return nil, err
		}
		res.Cases = append(res.Cases, c)
		res.PerCase = append(res.PerCase, Compare(c.Name, c.Truth, rep))
		n := 0
		if rep != nil {
			n = len(rep.Warnings)
			if c.Name != sampleName {
				if err := res.Audit.clean(ctx, c, rep); err != nil {
					return nil, err
				}
			}
		}
		res.Warnings = append(res.Warnings, n)
	}
	for _, c := range defective {
		rep, err := read(c)
		if err != nil {
			return nil, err
		}
		if err := res.Audit.planted(ctx, c, rep); err != nil {
			return nil, err
		}
	}
	if len(defective) > 0 {
		if err := res.Audit.tables(ctx, dir); err != nil {
			return nil, err
		}
		if err := res.Diff.versions(ctx, dir); err != nil {
			return nil, err
		}
	}
	return res, nil
}
