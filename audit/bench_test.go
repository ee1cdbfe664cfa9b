package audit

import (
	"context"
	"testing"

	"recount.invalid/recount/model"
)

// BenchmarkRun audits a report of sixty commitments and twelve hundred
// actions.
func BenchmarkRun(b *testing.B) {
	var r *model.Report
	for range 20 {
		next := cleanReport()
		if r == nil {
			r = next
			continue
		}
		for i := range next.Commitments {
			next.Commitments[i].Number = len(r.Commitments) + 1
			r.Commitments = append(r.Commitments, next.Commitments[i])
		}
		r.Footnotes = append(r.Footnotes, next.Footnotes...)
		r.Matrices = append(r.Matrices, next.Matrices...)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Run(context.Background(), r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
