package main

import (
	"bytes"
	"strings"
	"testing"
)

// Shells ask the program itself (cobra's hidden command __complete).
func TestCompletionKnowsValues(t *testing.T) {
	for _, c := range []struct{ line, want, not string }{
		{"audit --format ", "sarif", "parquet"},
		{"audit --fail-on ", "warning", "html"},
		{"audit --only ", "average-stated", "note"},
		{"audit --skip average-stated,", "average-stated,prose-figure", "average-stated,average-stated"},
		{"build --format ", "parquet", "sarif"},
		{"build --format csv,", "csv,jsonl", "csv,csv"},
		{"extract --reader ", "native", "json"},
		{"extract --format ", "markdown", "html"},
		{"schema --of ", "report", "csv"},
		{"rules ", "average-stated", "extract"},
		{"", "audit", "worker"},
	} {
		fields := strings.Split(c.line, " ")
		var out, errs bytes.Buffer
		if status := run(t.Context(), append([]string{"__complete"}, fields...), &out, &errs); status != statusDone {
			t.Errorf("%q: status %d: %s", c.line, status, errs.String())
			continue
		}
		offered := map[string]bool{}
		for line := range strings.Lines(out.String()) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			offered[word] = true
		}
		if !offered[c.want] || offered[c.not] {
			t.Errorf("%q: %q is wanted and %q not, offered: %.300s", c.line, c.want, c.not, out.String())
		}
	}
}
