package recount_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// A chapter published by itself, which is how the groups' web sites give most
// of them: cover, contents, and behind them the pages of one chapter from the
// middle of the report. What is wrong within it is found, and nothing is called
// wrong that is not.
func TestChapterPublishedByItself(t *testing.T) {
	for _, style := range fixtures.Styles() {
		t.Run(style, func(t *testing.T) {
			t.Parallel()
			mustFindWithin(t, fixtures.Options{Style: style, Seed: 5, Commitments: 7, Members: 5, Actions: 4}, 4)
		})
	}
	// Of the size of a real one: pages 170 and after.
	t.Run("from page 170", func(t *testing.T) {
		t.Parallel()
		mustFindWithin(t, fixtures.Options{Style: "g20-2023", Seed: 3, Pages: 200, Actions: 5}, 170)
	})
}

// mustFindWithin generates a report with defects and audits every chapter by
// itself that begins on the page or after it and has some.
func mustFindWithin(t *testing.T, o fixtures.Options, from int) {
	t.Helper()
	for range 6 {
		o.Defects = append(o.Defects, "action-without-footnote", "text-truncated")
	}
	f, err := fixtures.Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(t.Context(), o.Style, bytes.NewReader(f.PDF), int64(len(f.PDF)), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chapters := f.Truth.Commitments
	owed := f.Planted
	for _, c := range chapters {
		if member := cutConclusion(doc.Pages, c); member != "" {
			owed = append(owed, fixtures.Planted{Rule: "text-truncated", Commitment: c.Number, Member: member})
		}
	}
	whole := make([]int, len(doc.Pages))
	for p := range whole {
		whole[p] = p
	}
	// A paragraph that was not told from the next is found in neither.
	known := auditPages(t, doc, whole)
	owed = slices.DeleteFunc(owed, func(p fixtures.Planted) bool { return !holds(known, p, true) })
	found := map[string]int{}
	for i, c := range chapters {
		first, last := c.At.Page(), len(doc.Pages)
		if i+1 < len(chapters) {
			last = chapters[i+1].At.Page() - 1
		}
		if first < from || last < first {
			continue
		}
		res := auditPages(t, doc, slices.Concat([]int{0, 1}, whole[first-1:last]))
		for _, p := range owed {
			switch {
			case p.Commitment != c.Number:
			case holds(res, p, false):
				found[p.Rule]++
			default:
				t.Errorf("chapter %d, pages %d to %d: not found: %s, %s: %s", c.Number, first, last, p.Rule, p.Member, p.Quote)
			}
		}
		for _, f := range res.Findings {
			if f.Severity == audit.Error {
				t.Errorf("chapter %d, pages %d to %d: %s: %s", c.Number, first, last, f.Rule, f.Message)
			}
		}
	}
	if found["action-without-footnote"] < 2 || found["text-truncated"] == 0 {
		t.Errorf("found %v", found)
	}
}

// holds reports whether the audit has the defect. A chapter that prints no
// number of its own is the first of an excerpt.
func holds(res *audit.Result, p fixtures.Planted, numbered bool) bool {
	return slices.ContainsFunc(res.Findings, func(f audit.Finding) bool {
		return f.Rule == p.Rule && f.Member == p.Member && (f.Commitment == p.Commitment || !numbered)
	})
}

// auditPages audits those pages (from 0) of a document.
func auditPages(t *testing.T, doc *model.Document, order []int) *audit.Result {
	t.Helper()
	rep, err := parse.Parse(t.Context(), pagesOf(doc, order), parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := audit.Run(t.Context(), rep, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &res
}

// cutConclusion takes the last line off a member's conclusion of two lines or
// more, and gives the member.
func cutConclusion(pages []model.Page, c model.Commitment) (member string) {
	for _, v := range c.Verdicts {
		if v.Closing == nil || len(v.Closing.At) != 1 {
			continue
		}
		at := v.Closing.At[0]
		page := &pages[at.Page-1]
		var within []int
		for i, l := range page.Lines {
			if l.Box.Top() >= at.Box.Top()-1 && l.Box.Bottom() <= at.Box.Bottom()+1 {
				within = append(within, i)
			}
		}
		if len(within) < 2 {
			continue
		}
		last := within[len(within)-1]
		before := strings.TrimSpace(page.Lines[within[len(within)-2]].Text())
		if strings.HasSuffix(before, ".") || strings.HasSuffix(before, "-") {
			continue
		}
		page.Lines = slices.Delete(slices.Clone(page.Lines), last, last+1)
		return v.Member
	}
	return ""
}
