package parse

import (
	"encoding/json"
	"strings"
	"testing"
)

// typed is a chapter whose table of scores is ruled with lines of a sign.
func typed(rule string) *drawnSheet {
	s := newSheet().page()
	s.line("*1. Harbours: Dredging*").line("*Commitment*").para("“We will dredge the harbours.”").line("*Assessment*")
	s.line(rule)
	s.line("Country | Score")
	s.line(rule)
	s.line("Canada | +1").line("France | 0").line("Japan | −1")
	s.line(rule)
	s.line("Average | 0.00")
	s.line(rule)
	s.y += 10
	return s.para("The three members did what they could, each of them by its own means.")
}

func TestRuleOfSignsIsNoText(t *testing.T) {
	for _, rule := range []string{
		strings.Repeat("-", 40), strings.Repeat("~", 40), strings.Repeat("=", 40), strings.Repeat("—", 20), strings.Repeat("─", 30),
		strings.Repeat("-", 12) + " | " + strings.Repeat("-", 6),
	} {
		rep := typed(rule).parse(t)
		if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
			t.Errorf("%q: %+v", rule, rep.Commitments)
			continue
		}
		a := rep.Commitments[0].Assessment
		if len(a.Scores) != 3 || a.Average == nil || a.Average.Text != "0.00" || a.Scores[0].Text != "+1" || a.Scores[2].Text != "−1" {
			t.Errorf("%q: %+v %+v", rule, a.Scores, a.Average)
		}
		for _, w := range rep.Warnings {
			if strings.Contains(w.Text, rule) {
				t.Errorf("%q: %s", rule, w.Text)
			}
		}
	}
}

func TestFewSignsAreText(t *testing.T) {
	for _, text := range []string{"----", "- - - - - - - - -", "Signed: ============", "-------- 12"} {
		rep := typed(strings.Repeat("-", 40)).line(text).parse(t)
		all, err := json.Marshal(rep)
		if err != nil || !strings.Contains(string(all), text) {
			t.Errorf("%q is lost: %v", text, err)
		}
	}
}
