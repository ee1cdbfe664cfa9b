package audit

import "testing"

// A figure of several in a list is that of each, or one of all of them. The table of proseReport
// has Canada 0.75, France and Japan 0.50, Germany and Italy 0.00.
func TestFigureOfAList(t *testing.T) {
	for text, want := range map[string]int{
		// Theirs taken together, with a word for it or without.
		"Taken as a group, France, Germany and Italy reach +0.17 (58%), and the two members from outside Europe +0.63.": 0,
		"France, Germany and Italy reach +0.17 (58%).":                                                                  0,
		"As a group, Canada, France and Germany stand at +0.42 (71%).":                                                  0,
		"Between them, Canada, Japan and Italy reach +0.42 (71%).":                                                      0,
		"Canada, Japan and Italy averaged +0.42 (71%).":                                                                 0,
		"Canada and Italy have a score of +0.38 (69%), and Vaccine Storage and Rural Broadband have +0.30.":             0,
		// Of each: who has another one is named.
		"France and Japan share +0.50.":                         0,
		"France and Japan are tied at +0.50 (75%).":             0,
		"Canada, France and Japan all have +0.50 (75%).":        1,
		"Canada, France and Japan reach +0.50 (75%).":           1,
		"Canada, France and Italy are tied at +0.50 (75%).":     2,
		"Canada, France and Italy each have +0.50 (75%).":       2,
		"Germany and Italy have a score of +0.25 (63%).":        1,
		"France and Italy have a score of +0.50 (75%).":         1,
		"Vaccine Storage and Port Fees stand at +0.80 (90%).":   1,
		"Canada, Germany and Italy share third place at +0.50.": 3,
		// One that may be of something else than each.
		"Canada, Germany and Italy reach +0.50 (75%).": 0,
	} {
		text = "The compliance scores are these. " + text
		if got, counts, _ := runRules(t, proseReport(t, text), "prose-figure"); len(got) != want {
			t.Errorf("%s: %d findings, want %d: %v %v", text, len(got), want, got, counts["prose-figure"].Reasons)
		}
	}
}
