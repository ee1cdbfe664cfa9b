package scoretext

import "testing"

func TestHeadingScore(t *testing.T) {
	for _, c := range []struct{ text, name, score string }{
		{"Canada: +1", "Canada", "1"},
		{"1. Canada: 0", "Canada", "0"},
		{"12) South Africa: −1", "South Africa", "-1"},
		{"United States: –1", "United States", "-1"},
		{"European Union (EU): +1", "European Union (EU)", "1"},
		{"Canada +1", "Canada", "1"},
		{"Canada (0)", "Canada", "0"},
		{"Canada – 0", "Canada", "0"},
		{"CANADA:\u00a0+1", "CANADA", "1"},
		{"Canada: N/A", "Canada", "nil"},
		{"Canada:", "Canada", "nil"},
		{"Canada: Full Compliance (+1)", "Canada", "1"},
		{"Canada: Lack of Compliance −1", "Canada", "-1"},
		{"Canada: +0.5", "Canada", "nil"},
		{"Atlantis: +1", "Atlantis", "1"},
		{"Canada: +2", "Canada", "2"},
		{"Canada: +1 (Full Compliance)", "Canada", "1"},
		{"Canada – Full Compliance: +1", "Canada", "1"},
		{"Canada: Partial Compliance", "Canada", "0"}, // the words are the score where no figure stands
		{"a) Canada: [0].", "Canada", "0"},
		{"U.S.: +1", "U.S.", "1"},
	} {
		name, score, ok := HeadingScore(testVocab, c.text)
		if !ok || name != c.name || show(score) != c.score {
			t.Errorf("HeadingScore(%q) = %q, %s, %v; want %q, %s", c.text, name, show(score), ok, c.name, c.score)
		}
	}
	for _, text := range []string{
		"", "Canada", "Canada has acted: 1", "Score: +1", "Average: 0", "Compliance Director: 1", "Table: 1", "Page 1", "Canada in 2010: the year",
		"Atlantis 1", "Note: 3", "On 1 May Canada said: +1 is not 0 and there was so much more to say about it that it filled the page to its very end.",
		"The ministers of the seven states said: 0", "Canada and France 1", "Assessment: 0", "18: +1", "Canada: Background",
	} {
		if name, score, ok := HeadingScore(testVocab, text); ok {
			t.Errorf("HeadingScore(%q) = %q, %s; want none", text, name, show(score))
		}
	}
}
