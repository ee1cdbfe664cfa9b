package notation

import (
	"strings"
	"testing"

	"recount.invalid/recount/vocabulary"
)

// A pattern has a time limit and takes no text over its bound.
func TestPatternsHaveLimits(t *testing.T) {
	p := newPattern(`0\.5`)
	if limit := p.compile().MatchTimeout; limit != matchTimeout {
		t.Errorf("time limit %v", limit)
	}
	if m := p.find([]rune(strings.Repeat("0.5 ", maxMatched)), 0); m != nil {
		t.Error("text over the limit was matched")
	}
}

// No pattern of scores needs its time limit on text made to upset it.
func TestScorePatternsEnd(t *testing.T) {
	for name, p := range map[string]*pattern{"scoreAfterPhrase": scoreAfterPhrase, "averageCell": averageCell} {
		for _, unit := range []string{" ", "\u00a0", "0", "+", "+0.", "0.5 ", "0.5 (", "5 %", "5 per ", "(", "1.1.1.", "−\u2028"} {
			if _, err := p.match([]rune(strings.Repeat(unit, maxMatched/len([]rune(unit)))), 0); err != nil {
				t.Errorf("%s reaches its time limit on %q repeated", name, unit)
			}
		}
	}
}

// No pattern of figures needs its time limit on text made to upset it.
func TestFigurePatternsEnd(t *testing.T) {
	for name, p := range map[string]*pattern{"proseFigure": proseFigure, "scaleFigure": scaleFigure} {
		for _, unit := range []string{" ", "\u00a0", "0", "+", "+0.", "0.5 ", "0.5 (", "5 %", "5 per ", "(", "1.1.1.", "−\u2028"} {
			if _, err := p.match([]rune(strings.Repeat(unit, maxMatched/len([]rune(unit)))), 0); err != nil {
				t.Errorf("%s reaches its time limit on %q repeated", name, unit)
			}
		}
	}
}

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
	if name, score, ok := ConcludingScore(v, "Atlantis is marked with +1."); !ok || name != "Atlantis" || show(score) != "1" {
		t.Errorf("score phrase: %q %s %v", name, show(score), ok)
	}
	if level, ok := ComplianceWords(v, "Atlantis has kept its word."); !ok || level != "full" {
		t.Errorf("compliance: %q %v", level, ok)
	}
	if m, ok := LeadingDate(v, "On 5 Haymonth 2031, it rained.", nil); !ok || m.EDTF != "2031-07-05" {
		t.Errorf("month: %+v %v", m, ok)
	}
	if a := FindAmounts(v, "It paid $5 million and 3 million hares.", ""); len(a) != 2 || a[0].Currency != "USD" || a[1].Currency != "ATD" {
		t.Errorf("currency: %+v", a)
	}
	if c, _, _ := ParseCitation(v, "Nets, Tide (Hare) 5 May 2031. Looked up 6 May 2031.", NewWordEvidence(nil)); c.Accessed != "2031-05-06" {
		t.Errorf("access label: %+v", c)
	}
	if _, ok, na := ParseScore(v, "None seen"); ok || !na {
		t.Error("not applicable: not known")
	}
	if f := FindFigures(v, "Its grade was 73%."); len(f) != 1 {
		t.Errorf("figure word: %+v", f)
	}
	// The built-in vocabulary knows none of them.
	if _, _, ok := ConcludingScore(testVocab, "Atlantis is marked with +1."); ok {
		t.Error("the built-in vocabulary knows a user's phrase")
	}
}
