package notation_test

import (
	"strings"
	"testing"

	"recount.invalid/recount/notation/action"
	"recount.invalid/recount/notation/amount"
	"recount.invalid/recount/notation/citation"
	"recount.invalid/recount/notation/figure"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// A user's words reach the readers.
func TestReadersUseTheVocabulary(t *testing.T) {
	v, err := vocabulary.Default().With(strings.NewReader(`
members: [{code: ATL, name: Atlantis}]
score_phrases: [is marked with]
compliance: {full: [kept its word]}
months: [{number: 7, names: [Haymonth]}]
currencies: [{code: USD, marks: ["$"]}, {code: ATD, words: [hares]}]
access_labels: [Looked up]
not_applicable: [none seen]
figure_words: [grade]
`))
	if err != nil {
		t.Fatal(err)
	}
	if name, score, ok := scoretext.ConcludingScore(v, "Atlantis is marked with +1."); !ok || name != "Atlantis" || score == nil || *score != 1 {
		t.Errorf("score phrase: %q %v %v", name, score, ok)
	}
	if level, ok := scoretext.ComplianceWords(v, "Atlantis has kept its word."); !ok || level != "full" {
		t.Errorf("compliance: %q %v", level, ok)
	}
	if m, ok := action.LeadingDate(v, "On 5 Haymonth 2031, it rained.", nil); !ok || m.EDTF != "2031-07-05" {
		t.Errorf("month: %+v %v", m, ok)
	}
	if a := amount.FindAmounts(v, "It paid $5 million and 3 million hares.", ""); len(a) != 2 || a[0].Currency != "USD" || a[1].Currency != "ATD" {
		t.Errorf("currency: %+v", a)
	}
	if c, _, _ := citation.ParseCitation(v, "Nets, Tide (Hare) 5 May 2031. Looked up 6 May 2031.", join.NewWordEvidence(nil)); c.Accessed != "2031-05-06" {
		t.Errorf("access label: %+v", c)
	}
	if _, ok, na := scoretext.ParseScore(v, "None seen"); ok || !na {
		t.Error("not applicable: not known")
	}
	if f := figure.FindFigures(v, "Its grade was 73%."); len(f) != 1 {
		t.Errorf("figure word: %+v", f)
	}
	// The built-in vocabulary knows none of them.
	if _, _, ok := scoretext.ConcludingScore(vocabulary.Default(), "Atlantis is marked with +1."); ok {
		t.Error("the built-in vocabulary knows a user's phrase")
	}
}
