package audit

import (
	"context"
	"fmt"
	"testing"

	"recount.invalid/recount/model"
)

// BenchmarkRun audits reports of some twenty, sixty and two hundred commitments, twenty
// actions each; the time per commitment says whether that is linear.
func BenchmarkRun(b *testing.B) {
	for _, copies := range []int{7, 20, 70} {
		r := longReport(copies)
		b.Run(fmt.Sprintf("commitments=%d", len(r.Commitments)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Run(context.Background(), r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(r.Commitments)), "ns/commitment")
		})
	}
}

// longReport is the chapters of the clean report so many times over, in one.
func longReport(copies int) *model.Report {
	r := cleanReport()
	for range copies - 1 {
		next := cleanReport()
		for i := range next.Commitments {
			next.Commitments[i].Number = len(r.Commitments) + 1
			r.Commitments = append(r.Commitments, next.Commitments[i])
		}
		r.Footnotes = append(r.Footnotes, next.Footnotes...)
	}
	return r
}
