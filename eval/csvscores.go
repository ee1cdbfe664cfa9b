package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/fixtures"
)

// csvTables is how many tables of published scores are audited.
const csvTables = 6

// tables audits CSVs of published scores, each with all the defects that
// such a table can have.
func (a *AuditScores) tables(ctx context.Context, dir string) error {
	for seed := range uint64(csvTables) {
		tb, err := fixtures.CSV(fixtures.CSVOptions{Seed: seed, Defects: fixtures.CSVDefects()})
		if err != nil {
			return err
		}
		name := fmt.Sprintf("csv/%d", seed)
		path := filepath.Join(dir, "scores.csv")
		if err := os.WriteFile(path, tb.CSV, 0o600); err != nil {
			return err
		}
		rep, err := recount.ReadScores(ctx, path, recount.Options{})
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		res, err := a.run(ctx, rep)
		if err != nil {
			return err
		}
		about := func(p fixtures.Planted, f audit.Finding) bool {
			// An id that stands twice may be reported at either row.
			return f.Rule == p.Rule && (f.Row == p.Row || p.Rule == "row-duplicate" && f.Row == p.Row-1)
		}
		for _, p := range tb.Planted {
			r := a.rule(p.Rule)
			r.Planted++
			if slices.ContainsFunc(res.Findings, func(f audit.Finding) bool { return about(p, f) }) {
				r.Found++
				r.OnTruth++
				continue
			}
			r.Missed++
			a.Misses = append(a.Misses, fmt.Sprintf("%s: missed: %s in record %d, %q", name, p.Rule, p.Row, p.Stated))
		}
		for _, f := range res.Findings {
			if !slices.ContainsFunc(tb.Planted, func(p fixtures.Planted) bool { return about(p, f) }) {
				a.falseFinding(Case{Name: name}, f)
			}
		}
	}
	return nil
}
