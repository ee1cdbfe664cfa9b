package scoretext

import "testing"

func TestConcludingScore(t *testing.T) {
	for _, c := range []struct{ text, member, score string }{
		{"Thus, Canada receives a score of 0.", "Canada", "0"},
		{"Thus, the EU receives a score of +1.", "EU", "1"},
		{"Therefore, the United Kingdom has been awarded a score of −1.", "United Kingdom", "-1"},
		{"Hence Japan is awarded a score of +1 for full compliance with its promise.", "Japan", "1"},
		{"As such, Italy earns a score of –1.", "Italy", "-1"},
		{"Brazil is assigned a score of +1.", "Brazil", "1"},
		{"For these reasons, India has been given a score of 0.", "India", "0"},
		{"Canada mended its nets. It also counted its boats. Thus, Canada receives a score of +1.", "Canada", "1"},
		{"Thus, Atlantis receives a score of +1.", "Atlantis", "1"},
		{"Thus, Canada receives a score of\u00a0+ 1.", "Canada", "1"},
		{"Thus, Canada receives a score of “0”.", "Canada", "0"},
		{"Thus, France is registered with a score of +1", "France", "1"},
		{"Thus, although it did not act at sea, Mexico receives a score of 0.", "Mexico", "0"},
		{"Thus, Canada receives a score of n/a.", "Canada", "nil"},
		{"Thus, Canada receives +1.", "Canada", "1"},
		{"Thus, a score of 0 is awarded to the Republic of Korea.", "Republic of Korea", "0"},
		{"Thus, Canada’s score is +1.", "Canada", "1"},
		{"Canada has therefore been awarded a score of +1.", "Canada", "1"},
		{"Thus, with nets mended, a score of 0 is what Japan gets: a score of 0.", "Japan", "0"},
		{"Thus, Canada receives a score of +2.", "Canada", "2"},
		{"Since help was there, Canada is awarded a score of +1 for full compliance.", "Canada", "1"},
		{"It mended both nets; hence a score of +1.", "it", "1"},
		{"No net was mended; hence the score of 0.", "it", "0"},
		{"It has been awarded a score of 0.", "it", "0"},
		{"It is therefore given a score of 0.", "it", "0"},
		{"Canada’s score is 0.", "Canada", "0"},
		{"Canada has, for its nets, been awarded a score of 0.", "Canada", "0"},
	} {
		member, score, ok := ConcludingScore(testVocab, c.text)
		if !ok || member != c.member || show(score) != c.score {
			t.Errorf("ConcludingScore(%q) = %q, %s, %v; want %q, %s", c.text, member, show(score), ok, c.member, c.score)
		}
	}
	for _, text := range []string{
		"", "Thus, Canada has acted.", "If the member mends a net, it receives a score of +1.", "The member receives a score of +1.",
		"Nets were mended: the score of 0 in 2009 was lower.", "Full compliance, or a score of +1, will be assigned to members that mend all nets.",
		"Members that mend no net receive a score of −1.", "Canada receives a score of 0.22 on average.", "Thus, Canada receives a score of 75%.",
		"Canada receives 1 million crates a year.", "Canada would have received a score of +1.", "Canada has not received a score of +1.",
		"Canada receives 3 visitors.", "Canada scores well.", "Canada rose from a score of 0 to more.", "Canada has still not been awarded a score of +1.",
		"Canada receives +1 vote.", "Thus, a score of 0 is common.", "Thus a score of 0a.", "Thus, Canada receives a score of 1st place.", "If Canada acts, it earns praise.",
	} {
		if member, score, ok := ConcludingScore(testVocab, text); ok {
			t.Errorf("ConcludingScore(%q) = %q, %s; want none", text, member, show(score))
		}
	}
}
