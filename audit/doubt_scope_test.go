package audit

import (
	"context"
	"testing"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A warning about one chapter touches that chapter and its neighbours, because
// the border that was lost lies between two; it mutes no other.
func TestADoubtTouchesItsOwnChapter(t *testing.T) {
	r := &model.Report{Commitments: make([]model.Commitment, 5)}
	for i := range r.Commitments {
		r.Commitments[i] = model.Commitment{Number: i + 1, At: model.At{{Page: 10 * (i + 1)}}}
	}
	doubted := func(w model.Warning) (out []bool) {
		r.Warnings = []model.Warning{w}
		p := &rule.Pass{Report: r, Vocabulary: vocabulary.Default()}
		rule.NewMemory(p)
		for i := range r.Commitments {
			out = append(out, p.DoubtsChapter(&r.Commitments[i]))
		}
		return out
	}
	for _, test := range []struct {
		name string
		w    model.Warning
		want [5]bool
	}{
		{"it names its chapter", model.Warning{Kind: "chapter-without-table", About: []string{"/commitments/3/heading"}}, [5]bool{2: true, 3: true, 4: true}},
		{"it has a page only", model.Warning{Kind: "chapter-without-heading", At: model.At{{Page: 10}}}, [5]bool{0: true, 1: true}},
		{"it names nothing", model.Warning{Kind: "chapter-without-heading"}, [5]bool{true, true, true, true, true}},
		{"another kind", model.Warning{Kind: "chapter-unlisted", About: []string{"/commitments/3/number"}}, [5]bool{}},
	} {
		if got := doubted(test.w); [5]bool(got) != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// A gap in front of a chapter that begins with its heading touches nothing
// inside, but the count of its notes.
func TestAGapInFrontOfAChapter(t *testing.T) {
	r := &model.Report{
		Commitments: []model.Commitment{{Number: 4, Heading: &model.Text{Text: "4. Trade", At: model.At{{Page: 3}}}, At: model.At{{Page: 3}, {Page: 8}}}},
		Warnings:    []model.Warning{{Kind: "pages-missing", At: model.At{{Page: 2}, {Page: 3}}}},
	}
	p := &rule.Pass{Report: r, Vocabulary: vocabulary.Default()}
	rule.NewMemory(p)
	inside := &rule.Finding{Commitment: 4, At: model.At{{Page: 3}}}
	if p.ChapterBroken(inside) {
		t.Error("a paragraph of the chapter is in doubt")
	}
	if !p.ChapterBroken(&rule.Finding{Commitment: 4, Footnote: 90, At: model.At{{Page: 3}}}) {
		t.Error("the first note of the chapter is not in doubt")
	}
	r.Commitments[0].Heading = nil
	if !p.ChapterBroken(inside) {
		t.Error("a chapter whose beginning may be lost is not in doubt")
	}
	r.Commitments[0].Heading = &model.Text{Text: "4. Trade", At: model.At{{Page: 3}}}
	r.Warnings[0].At = model.At{{Page: 5}, {Page: 6}}
	rule.NewMemory(p)
	if !p.ChapterBroken(inside) {
		t.Error("a gap within the chapter is passed over")
	}
}

// A chapter with one section of each member has lost and gained nothing at its
// borders, though it has no table.
func TestAChapterWithEveryMemberOnce(t *testing.T) {
	sections := func(members ...string) (c model.Commitment) {
		for _, m := range members {
			c.Verdicts = append(c.Verdicts, model.Verdict{Member: m})
		}
		return c
	}
	whole := sections("CAN", "FRA", "JPN", "USA")
	for _, test := range []struct {
		name string
		c    []model.Commitment
		want bool
	}{
		{"every member once", []model.Commitment{whole, whole}, false},
		{"another order", []model.Commitment{sections("USA", "JPN", "FRA", "CAN"), whole}, false},
		{"a member twice", []model.Commitment{sections("CAN", "FRA", "JPN", "CAN"), whole}, true},
		{"a member less", []model.Commitment{sections("CAN", "FRA", "JPN"), whole}, true},
		{"a member of no name", []model.Commitment{sections("CAN", "FRA", "JPN", ""), whole}, true},
		{"no other chapter", []model.Commitment{whole}, true},
		{"no other whole chapter", []model.Commitment{whole, sections("CAN", "FRA")}, true},
	} {
		r := &model.Report{Commitments: test.c, Warnings: []model.Warning{{Kind: "chapter-without-table", About: []string{"/commitments/0/text"}}}}
		p := &rule.Pass{Report: r, Vocabulary: vocabulary.Default()}
		rule.NewMemory(p)
		if got := p.DoubtsChapter(&r.Commitments[0]); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// Text that is not seen on one page says nothing of figures on others, unless a
// summary of all stands beside it.
func TestUnseenTextMutesItsOwnPage(t *testing.T) {
	zero, one := 0, 1
	report := func(hidden model.Warning) *model.Report {
		verdict := func(page int, closing int) model.Verdict {
			return model.Verdict{Member: "CAN", Name: "Canada", HeadingScore: &zero, ConcludingScore: &closing, At: model.At{{Page: page}},
				Heading:    &model.Text{Text: "Canada: 0", At: model.At{{Page: page}}},
				Concluding: &model.Text{Text: "Thus, Canada receives a score of +1.", At: model.At{{Page: page}}}}
		}
		return &model.Report{
			Source:      model.Source{Pages: 9},
			Commitments: []model.Commitment{{Number: 1, Verdicts: []model.Verdict{verdict(3, one)}, At: model.At{{Page: 2}, {Page: 4}}}},
			Matrices:    []model.Matrix{{At: model.At{{Page: 7}}}},
			Warnings:    []model.Warning{hidden},
		}
	}
	many := make(model.At, 200)
	for i := range many {
		many[i] = model.Place{Page: 8}
	}
	for _, test := range []struct {
		name  string
		w     model.Warning
		found bool
	}{
		{"none", model.Warning{Kind: "paragraph-unclear"}, true},
		{"on another page", model.Warning{Kind: "unseen", At: model.At{{Page: 8}}}, true},
		{"on another page of the chapter", model.Warning{Kind: "unseen", At: model.At{{Page: 4}}}, true},
		{"on the page of the sentence", model.Warning{Kind: "unseen", At: model.At{{Page: 3}}}, false},
		{"a drawn sign on the page", model.Warning{Kind: "drawn-sign", At: model.At{{Page: 3}}}, false},
		{"on the page of the summary", model.Warning{Kind: "unseen", At: model.At{{Page: 7}}}, false},
		{"nobody knows where", model.Warning{Kind: "unseen"}, false},
		{"in more places than are kept", model.Warning{Kind: "glyph-text", At: many}, false},
	} {
		found := false
		result, err := Run(context.Background(), report(test.w), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Findings {
			found = found || f.Rule == "score-closing-heading"
		}
		if found != test.found {
			t.Errorf("%s: found %v, want %v", test.name, found, test.found)
		}
	}
}
