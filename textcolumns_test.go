package recount_test

import (
	"bytes"
	"fmt"
	"testing"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// Members' sections in columns are read as those of one column are, whatever
// stands above, between and below the columns.
func TestSectionsInColumns(t *testing.T) {
	for _, o := range []fixtures.Options{
		{Style: "g7-2017-endnotes", Seed: 3, Columns: 2, Gutter: 20},
		{Style: "g7-2017-endnotes", Seed: 4, Columns: 2, Gutter: 18, Wide: true},
		{Style: "g8-2004-endnotes", Seed: 5, Columns: 2, Gutter: 36},
		{Style: "g8-2004-endnotes", Seed: 6, Columns: 2, Gutter: 24, Wide: true},
	} {
		t.Run(fmt.Sprintf("%s-%d-%g", o.Style, o.Columns, o.Gutter), func(t *testing.T) {
			t.Parallel()
			o.Members, o.Actions, o.Plain = 6, 3, true
			f, err := fixtures.Generate(o)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := extract.Read(t.Context(), "columns", bytes.NewReader(f.PDF), int64(len(f.PDF)), extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := parse.Parse(t.Context(), doc, parse.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Commitments) != len(f.Truth.Commitments) || len(got.Footnotes) != len(f.Truth.Footnotes) {
				t.Fatalf("%d chapters and %d notes, want %d and %d", len(got.Commitments), len(got.Footnotes), len(f.Truth.Commitments), len(f.Truth.Footnotes))
			}
			wrong, all := 0, 0
			for i := range f.Truth.Commitments {
				want, have := f.Truth.Commitments[i].Verdicts, got.Commitments[i].Verdicts
				if len(have) != len(want) {
					t.Fatalf("chapter %d: %d sections, want %d", i+1, len(have), len(want))
				}
				for j := range want {
					w, h := said(&want[j]), said(&have[j])
					all += len(w)
					for k := range w {
						if k >= len(h) || h[k] != w[k] {
							wrong++
							t.Logf("chapter %d, section %d, line %d:\n got %q\nwant %q", i+1, j+1, k, h[min(k, len(h)-1)], w[k])
						}
					}
				}
			}
			if wrong > all/100 {
				t.Errorf("%d of %d parts of the sections are wrong", wrong, all)
			}
		})
	}
}

// said is what a section says, part by part.
func said(v *model.Verdict) []string {
	score := func(s *int) string {
		if s == nil {
			return "none"
		}
		return fmt.Sprint(*s)
	}
	out := []string{v.Member + " " + score(v.HeadingScore) + " " + score(v.ConcludingScore)}
	for _, a := range v.Actions {
		s := a.Date + " " + a.Text
		for _, n := range a.Footnotes {
			s += fmt.Sprintf(" [%d]", n.Number)
		}
		out = append(out, s)
	}
	return out
}
