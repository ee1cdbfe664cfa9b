package recount_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
)

// A file that lacks a page of its report, holds one twice or two in the wrong
// order is no fault of the authors: nothing may be accused that the whole
// report is not accused of.
func TestPagesMissingAccuseNobody(t *testing.T) {
	for _, style := range fixtures.Styles() {
		t.Run(style, func(t *testing.T) {
			t.Parallel()
			f, err := fixtures.Generate(fixtures.Options{Style: style, Seed: 12, Members: 4, Actions: 2})
			if err != nil {
				t.Fatal(err)
			}
			doc, err := extract.Read(t.Context(), style, bytes.NewReader(f.PDF), int64(len(f.PDF)), extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			n := len(doc.Pages)
			order := func(cut func(pages []int) []int) []int {
				pages := make([]int, n)
				for i := range pages {
					pages[i] = i
				}
				return cut(pages)
			}
			mustAccuseNobody(t, doc, "whole", order(func(p []int) []int { return p }), false)
			for k := range n {
				told := k > 1 && k < n-1
				mustAccuseNobody(t, doc, fmt.Sprintf("without page %d", k+1), order(func(p []int) []int { return slices.Delete(p, k, k+1) }), told)
				mustAccuseNobody(t, doc, fmt.Sprintf("page %d twice", k+1), order(func(p []int) []int { return slices.Insert(p, k, k) }), k > 1)
				if k+1 < n {
					mustAccuseNobody(t, doc, fmt.Sprintf("pages %d and %d swapped", k+1, k+2), order(func(p []int) []int {
						p[k], p[k+1] = p[k+1], p[k]
						return p
					}), k > 1)
				}
			}
		})
	}
}

// mustAccuseNobody audits the pages of a document in that order (from 0).
// told says that a warning must name the place; at the file's beginning and end
// nothing need show it.
func mustAccuseNobody(t *testing.T, doc *model.Document, what string, order []int, told bool) {
	t.Helper()
	res := auditPages(t, doc, order)
	found := false
	for _, f := range res.Findings {
		if f.Severity == audit.Error {
			t.Errorf("%s: %s: %s", what, f.Rule, f.Message)
		}
		found = found || f.Rule == "file-incomplete"
	}
	if told && !found || what == "whole" && found {
		t.Errorf("%s: file-incomplete found: %t", what, found)
	}
}

// pagesOf is a document of those pages (from 0) of another one.
func pagesOf(doc *model.Document, order []int) *model.Document {
	d := &model.Document{Source: doc.Source, Warnings: doc.Warnings}
	for i, k := range order {
		p := doc.Pages[k]
		p.Number = i + 1
		p.Lines = slices.Clone(p.Lines)
		for j := range p.Lines {
			p.Lines[j].Page = i + 1
		}
		d.Pages = append(d.Pages, p)
	}
	d.Source.Pages = len(d.Pages)
	return d
}
