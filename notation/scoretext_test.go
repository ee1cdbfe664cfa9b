package notation

import (
	"strconv"
	"testing"

	"recount.invalid/recount/vocabulary"
)

var testVocab = vocabulary.Default()

func show(score *int) string {
	if score == nil {
		return "nil"
	}
	return strconv.Itoa(*score)
}

func TestParseScore(t *testing.T) {
	for cell, want := range map[string]int{
		"+1": 1, "1": 1, "0": 0, "-1": -1, "−1": -1, "–1": -1, "‑1": -1, " + 1 ": 1, "+1*": 1, "(−1)": -1, "+2": 2, "\u00a00": 0, "-0": 0,
	} {
		if score, ok, na := ParseScore(testVocab, cell); !ok || na || score != want {
			t.Errorf("parseScore(%q) = %d, %v, %v; want %d", cell, score, ok, na, want)
		}
	}
	for _, cell := range []string{"n/a", "N/A", "", "—", "not applicable"} {
		if score, ok, na := ParseScore(testVocab, cell); ok || !na {
			t.Errorf("parseScore(%q) = %d, %v, %v; want not applicable", cell, score, ok, na)
		}
	}
	for _, cell := range []string{"-", "+", "−", "–", "10", "0.5", "1 1", "+1 0", "one", "1-", "--1", "+1%", "4711", "Canada", "1st"} {
		if score, ok, na := ParseScore(testVocab, cell); ok || na {
			t.Errorf("parseScore(%q) = %d, %v, %v; want illegible", cell, score, ok, na)
		}
	}
}

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
			t.Errorf("headingScore(%q) = %q, %s, %v; want %q, %s", c.text, name, show(score), ok, c.name, c.score)
		}
	}
	for _, text := range []string{
		"", "Canada", "Canada has acted: 1", "Score: +1", "Average: 0", "Compliance Director: 1", "Table: 1", "Page 1", "Canada in 2010: the year",
		"Atlantis 1", "Note: 3", "On 1 May Canada said: +1 is not 0 and there was so much more to say about it that it filled the page to its very end.",
		"The ministers of the seven states said: 0", "Canada and France 1", "Assessment: 0", "18: +1", "Canada: Background",
	} {
		if name, score, ok := HeadingScore(testVocab, text); ok {
			t.Errorf("headingScore(%q) = %q, %s; want none", text, name, show(score))
		}
	}
}

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
			t.Errorf("concludingScore(%q) = %q, %s, %v; want %q, %s", c.text, member, show(score), ok, c.member, c.score)
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
			t.Errorf("concludingScore(%q) = %q, %s; want none", text, member, show(score))
		}
	}
}

func TestComplianceWords(t *testing.T) {
	for text, want := range map[string]string{
		"Canada has fully complied with its promise to mend nets.":                              "full",
		"Canada has partially complied with its promise. It has not fully complied at sea.":     "partial",
		"Canada has not complied with its promise.":                                             "none",
		"Canada did not comply with its promise.":                                               "none",
		"Canada has failed to comply with its promise to mend nets.":                            "none",
		"Canada registered full compliance.":                                                    "full",
		"Canada’s score is a work in progress.":                                                 "partial",
		"Canada has registered a work in progress on its promise.":                              "partial",
		"Canada’s compliance at sea is a work in progress.":                                     "partial",
		"The record shows a lack of compliance.":                                                "none",
		"Canada is in full compliance with its promise.":                                        "full",
		"Canada is not in compliance with its promise.":                                         "none",
		"Canada has FULLY  complied.":                                                           "full",
		"Canada has taken sufficient action to fully comply with its promise.":                  "full",
		"Nets were mended. Canada has fully complied. A lack of compliance was seen elsewhere.": "full",
		// Undecided: the words speak of compliance and leave two levels open.
		"Canada has not fully complied with its promise.":                       "",
		"Canada has not yet fully complied with its promise.":                   "",
		"Canada took steps toward full compliance.":                             "",
		"Canada fully complied at sea and has not complied on land.":            "",
		"Canada has not taken sufficient action to fully comply with the rule.": "",
		"It has not fully complied. Others have fully complied.":                "",
		"Canada has complied with its promise.":                                 "",
	} {
		if got, ok := ComplianceWords(testVocab, text); !ok || got != want {
			t.Errorf("complianceWords(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Canada mended its nets.", "The full list of compliance officers.", "Progress was made at work.", "Canada complied.", "The bridge at Hare is a work in progress.",
		"The bank has complied with the new rule on nets."} {
		if got, ok := ComplianceWords(testVocab, text); ok {
			t.Errorf("complianceWords(%q) = %q; want silence", text, got)
		}
	}
}

func TestParseAverage(t *testing.T) {
	for text, want := range map[string]string{
		"+0.22 (61%)": "0.22 61", "0.45": "0.45 -", "73%": "- 73", "+1.00": "1.00 -", "−0.10 45%": "-0.10 45", "61 per cent": "- 61",
		"–0.15": "-0.15 -", "-0.36 (32%)": "-0.36 32", "0": "0 -", "+1 (100%)": "1 100", "72.5 percent": "- 72.5", "+0.50(75 %)": "0.50 75",
		"73% (+0.45)": "0.45 73", ".45": "0.45 -", "+0,45": "0.45 -", "Average +0.22 (61%)": "0.22 61", "Overall: 0.40": "0.40 -", "47%": "- 47",
		"1.7": "1.7 -",
	} {
		average, ok := ParseAverage(testVocab, text)
		got := "- -"
		if ok {
			got = "-"
			if average.Value != nil {
				got = average.Value.String()
			}
			if average.Percent == nil {
				got += " -"
			} else {
				got += " " + average.Percent.String()
			}
		}
		if got != want || average.Text != text {
			t.Errorf("parseAverage(%q) = %s; want %s", text, got, want)
		}
	}
	for _, text := range []string{"", "n/a", "12", "Canada +0.22", "0.22.1", "4711", "+0.22 (61", "2024-07", "1 of 3", "+0.22 61", "(", "%"} {
		if average, ok := ParseAverage(testVocab, text); ok {
			t.Errorf("parseAverage(%q) = %+v; want none", text, average)
		}
	}
}

func TestConclusionCompliance(t *testing.T) {
	for text, want := range map[string]string{
		"Thus, Canada receives a score of +1 for its full compliance.":                  "full",
		"Canada receives a score of 0 for partial compliance.":                          "partial",
		"Canada receives a score of −1 for its failure to comply.":                      "none",
		"Canada receives a score of −1 for non-compliance.":                             "none",
		"Thus, Canada receives a score of 0.":                                           "",
		"Canada receives a score of 0: neither full compliance nor lack of compliance.": "",
	} {
		if got := ConclusionCompliance(testVocab, text); got != want {
			t.Errorf("conclusionCompliance(%q) = %q, want %q", text, got, want)
		}
	}
}
