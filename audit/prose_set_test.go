package audit

import "testing"

// A superlative of several names as many of the best, or of the worst, in any order; one in the
// singular names the end alone.
func TestProseSets(t *testing.T) {
	rules := []string{"prose-figure", "ranking-order", "count-stated"}
	for text, want := range map[string]int{
		"Scores differ. The weakest were port fees at 0.00 and rural broadband at −0.20.":                             0,
		"Scores differ. The weakest were rural broadband at −0.20 and port fees at zero.":                             0,
		"Scores differ. The weakest were port fees at 0.00 and rural broadband, which is negative.":                   0,
		"The lowest scores were those of port fees (0.00) and rural broadband (−0.20).":                               0,
		"Port fees (0.00) and rural broadband (−0.20) were the weakest in compliance.":                                0,
		"Port fees at 0.00 and rural broadband at −0.20 had the lowest scores.":                                       0,
		"At the bottom are port fees at 0.00 and rural broadband at −0.20 in compliance.":                             0,
		"The best performers were France (+0.50), Japan (+0.50) and Canada (+0.75) in compliance.":                    0,
		"The best performers in compliance were France at 75%, Canada at 88% and Japan at 75%.":                       0,
		"The highest scores were earned by France with +0.50 and Canada with +0.75.":                                  0,
		"The two best scores are those of France, +0.50, and Canada, +0.75.":                                          0,
		"The leaders in compliance are France (+0.50), Japan (+0.50) and Canada (+0.75).":                             0,
		"The lowest averages are Germany's 0.00 and Italy's 0.00, the highest are France's +0.50 and Canada's +0.75.": 0,
		"The three strongest members were Japan at +0.50, France at +0.50 and Canada at +0.75.":                       0,
		"The top scores were Canada's +0.75 and Japan's +0.50.":                                                       0,
		"The top scores were Japan's +0.50 and Canada's +0.75.":                                                       0,
		"The worst results were those of the commitments on rural broadband (−0.20) and port fees (0.00).":            0,
		"The worst results were those of port fees at 0.00, with one failure, and of rural broadband at −0.20.":       0,
		"Compliance was best on the two that matter: reef mapping and vaccine storage were the strongest at +0.80.":   0,
		"The weakest members in compliance were Germany and Italy at 0.00 and, with +0.50, France.":                   0,
		"The weakest were France at +0.50 and Germany at 0.00 in compliance.":                                         1, // Italy
		"The lowest scores were those of reef mapping (+0.80) and rural broadband (−0.20).":                           1,
		"The weakest was port fees at 0.00 in compliance.":                                                            1,
		"Port fees had the lowest score at 0.00, and rural broadband stood at −0.20.":                                 1,
		"The weakest were port fees and rural broadband at 0.00 in compliance.":                                       2, // a tie, and a figure
		"The best scores are those of Canada at +0.75 and France at +0.25.":                                           1,
	} {
		found, _, all := runRules(t, proseReport(t, text), rules...)
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
	}
}
