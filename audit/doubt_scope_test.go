package audit

import (
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
