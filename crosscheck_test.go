package recount_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
)

// TestCrossCheck reads files by all readers, asked to and unasked.
func TestCrossCheck(t *testing.T) {
	before, after, _, err := fixtures.Pair(fixtures.Options{Seed: 5, Commitments: 1, Members: 4}, "score")
	if err != nil {
		t.Fatal(err)
	}
	sound := before.PDF
	// Objects of another version behind the file, with no cross-reference of them:
	// our own reader takes them, others read what the cross-reference names.
	appended := append(bytes.Clone(sound), after.PDF[:bytes.LastIndex(after.PDF, []byte("\nxref\n"))]...)
	// The place of the cross-reference is wrong: every reader looks for it.
	moved := bytes.Replace(sound, []byte("startxref\n"), []byte("startxref\n1"), 1)
	for _, c := range []struct {
		name  string
		file  []byte
		check bool
		by    []string
		doubt bool
	}{
		{"sound, not asked to", sound, false, nil, false},
		{"sound", sound, true, []string{"pdfcpu", "ledongthuc"}, false},
		{"cross-reference lost", moved, false, []string{"pdfcpu"}, false},
		{"objects behind the end", appended, false, []string{"pdfcpu"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := write(t, c.file)
			res, err := recount.Read(t.Context(), path, recount.Options{Extract: extract.Options{CrossCheck: c.check}})
			if err != nil {
				t.Fatal(err)
			}
			if got := res.Report.Source.CheckedBy; !slices.Equal(got, c.by) {
				t.Errorf("checked by %q, want %q", got, c.by)
			}
			doubt := false
			for _, w := range res.Report.Warnings {
				doubt = doubt || w.Kind == extract.KindReadersDiffer
			}
			if doubt != c.doubt {
				t.Errorf("doubt: %v, want %v: %+v", doubt, c.doubt, res.Report.Warnings)
			}
			if !c.doubt {
				return
			}
			result, err := audit.Run(t.Context(), res.Report, audit.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(result.Findings, func(f audit.Finding) bool {
				return f.Rule == "file-incomplete" && strings.Contains(f.Message, "pdfcpu")
			}) {
				t.Errorf("the audit does not tell: %+v", result.Findings)
			}
		})
	}
}
