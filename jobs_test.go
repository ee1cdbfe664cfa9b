package recount_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/output"
)

// TestJobsChangeNothing: pages, chapters, notes and rules may be read in any
// order, and the outcome is byte for byte what one goroutine gives.
func TestJobsChangeNothing(t *testing.T) {
	for _, style := range []string{"g8-2006", "g20-2013-aliases", "g7-2024-hyphens"} {
		fx, err := fixtures.Generate(fixtures.Options{
			Style: style, Seed: 5, Commitments: 4, Members: 4,
			Defects: []string{"average-stated", "footnote-gap"},
		})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "report.pdf")
		if err := os.WriteFile(path, fx.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
		want := readAndAudit(t, path, 1)
		for _, jobs := range []int{2, 16} {
			if got := readAndAudit(t, path, jobs); !bytes.Equal(got, want) {
				t.Errorf("%s: %d jobs: %s", style, jobs, firstDifference(got, want))
			}
		}
	}
}

// readAndAudit gives the JSON of a report and of its audit.
func readAndAudit(t *testing.T, path string, jobs int) []byte {
	t.Helper()
	r, err := recount.Read(context.Background(), path, recount.Options{Extract: extract.Options{Jobs: jobs}})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(r.Report.Commitments); n < 4 {
		t.Fatalf("%d chapters were read: too few to be read side by side", n)
	}
	result, err := audit.Run(context.Background(), r.Report, audit.Options{Jobs: jobs})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Findings) == 0 {
		t.Fatal("nothing was found")
	}
	var out bytes.Buffer
	if err := output.ReportJSON(&out, r.Report, true); err != nil {
		t.Fatal(err)
	}
	if err := output.AuditJSON(&out, output.NewAudit([]audit.Result{result}, nil)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// firstDifference shows the bytes around the first place where two texts
// differ.
func firstDifference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) []byte { return b[max(0, i-80):min(len(b), i+80)] }
	return "got …" + string(around(got)) + "… not …" + string(around(want)) + "…"
}
