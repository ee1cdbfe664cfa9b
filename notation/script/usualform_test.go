package script

import "testing"

func TestUsualForm(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"an average of —0.50 (25%)", "an average of −0.50 (25%)"},
		{"―1", "−1"},
		{"Canada: —1", "Canada: −1"},
		{"(—1)", "(−1)"},
		{"at —50% overall", "at −50% overall"},
		{"an average of − 0.50", "an average of −0.50"},
		{"A score of − 1, that is", "A score of −1, that is"},
		{"+1, 0 and − 1", "+1, 0 and −1"},
		{"an average of −0·50 (25%)", "an average of −0.50 (25%)"},
		{"12·5%", "12.5%"},
		// Near misses.
		{"the lowest score—0.25—was", "the lowest score—0.25—was"},
		{"the lowest — 0.25 — was", "the lowest — 0.25 — was"},
		{"from 2024 —2025 on", "from 2024 —2025 on"},
		{"it fell —12 members", "it fell —12 members"},
		{"0.75 − 0.25 is 0.50", "0.75 − 0.25 is 0.50"},
		{"60% − 1", "60% − 1"},
		{"the towns − 14 of them", "the towns − 14 of them"},
		{"—1st of its kind", "—1st of its kind"},
		{"a·b and 2·x", "a·b and 2·x"},
		{"10·000·000", "10·000·000"},
		{"−", "−"}, {"— ", "— "}, {"0·", "0·"}, {"·5", "·5"},
	} {
		if got := UsualForm("", c.text, "", true); got != c.want {
			t.Errorf("%q: %q", c.text, got)
		}
	}
	if got := UsualForm("France: ", "—", "1", false); got != "−" {
		t.Errorf("a sign of a run of its own: %q", got)
	}
	if got := UsualForm("the lowest", "—0.25", "", false); got != "—0.25" {
		t.Errorf("a dash behind a word: %q", got)
	}
	if got := UsualForm("", "0·50", "", false); got != "0·50" {
		t.Errorf("a dot of a document that has no raised decimals: %q", got)
	}
}

func TestRaisedDots(t *testing.T) {
	for text, want := range map[string]int{
		"−0·50 and 0·33": 2, "+1·00": 1, "2·5": 0, "10·5": 0, "0·a": 0, "a · b": 0,
	} {
		if got := RaisedDots(text); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}
