package audit

import "testing"

// A mean and its percentage in running text that contradict each other, whoever has them.
func TestProsePair(t *testing.T) {
	const own = "Canada scored +0.75 (88%), and France and Japan scored +0.50 (75%). "
	for text, want := range map[string]int{
		"The islands among the members averaged +0.57 (75%) in compliance.":          1,
		"The five northern members come after them at +0.83 (95%).":                  1,
		"Those that border the sea averaged +0.25, or 48%.":                          1,
		"The islands among the members averaged +0.57 (79%) in compliance.":          0,
		"The islands among the members averaged −0.57 (22%) in compliance.":          0,
		"The islands among the members averaged 0.20 (40%) in compliance.":           0, // a sign may be lost
		"The islands gained +0.12 (6%).":                                             0,
		"The islands gained +0.12 (12%).":                                            0,
		"The gap between the islands and the others is 0.30 (15 per cent).":          0,
		"Scores lie between +0.20 and +0.57 (60% and 79%).":                          0,
		"The islands averaged +0.57 (75% of the scores were full).":                  0,
		"The islands averaged +0.60 (75% full compliance).":                          0,
		"The islands averaged +0.40 (55% in May).":                                   0,
		"The islands averaged +0.40, 55% of them in full.":                           0,
		"The islands averaged +0.40, or 55% of what was possible.":                   0,
		"The ministers' index for 2029 stood at +0.40 (55%).":                        0,
		"On the older scale, the report for Hangpool had +0.40 (55%).":               0,
		"In the Hangpool report the islands averaged +0.40 (55%).":                   0,
		"If the islands had complied, they would average +0.40 (55%).":               0,
		"“The islands averaged +0.40 (55%),” wrote a paper.":                         0,
		"On a scale from minus 100 to 100, the islands averaged +0.40 (55%).":        0,
		"The fund paid 0.75 (20%) of a million, and its price fell to 0.20 (35%).":   0,
		"The shipowners counted in their own way. The islands averaged +0.40 (55%).": 0,
		"Prices rose by +0.25 (8%).":                                                 0,
		"The output of the islands changed by −0.20 (3%) while their average held.":  0,
		"Compared with the older index the islands are up +0.40 (55%).":              0,
		"The rate of interest is 0.25 (50%) of what it was.":                         0,
	} {
		got, _, all := runRules(t, proseReport(t, own+text), "prose-figure", "ranking-order", "count-stated")
		if len(got) != want {
			t.Errorf("%s\n  %q, want %d\n  %v", text, got, want, all)
		}
	}
}

// The overall average that the report's authors found, and what they found of something else.
func TestProseAuthorsFound(t *testing.T) {
	for text, want := range map[string]int{
		"The Research Group found an overall average of +0.40 (70%) for Norport.":           1,
		"The Research Group found an overall average of +0.40 (70%).":                       1,
		"The Research Group found an overall average of +0.35 (68%) for Norport.":           0,
		"The Research Group found an overall average of +0.40 (70%) for Hangpool.":          0,
		"The Research Group found an average of +0.40 (70%) on trade.":                      0,
		"The Research Group found an average of +0.40 (70%) for the three largest members.": 0,
		"The Research Group found an average of +0.40 (70%) at the interim stage.":          0,
		"The Research Group found an average of +0.40 (70%) after Hangpool.":                0,
		"The Research Group of the shipowners found an average of +0.40 (70%).":             0,
		"The Research Group found an average of +0.40 (70%) in a study of ports.":           0,
		"The authors put the overall average at +0.40 (70%) for the bank.":                  0,
	} {
		got, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(got) != want {
			t.Errorf("%s\n  %q, want %d\n  %v", text, got, want, all)
		}
	}
}
