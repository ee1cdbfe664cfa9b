package audit

import "testing"

// What members did, how often, on what and how many of them, against the table of proseReport:
// found where it is wrong.
func TestProseDeeds(t *testing.T) {
	for text, want := range map[string]int{
		"Scores differ. Rural broadband, in last place at −0.20, drew full compliance from two countries, Italy and Japan.": 1,
		"Scores differ. Rural broadband, in last place at −0.20, drew full compliance from one country.":                    0,
		"Scores differ. Rural broadband drew full compliance from Japan alone and failures from Germany and Italy.":         0,
		"Scores differ. Rural broadband, in last place at −0.20, drew full compliance from Italy alone.":                    1,
		"Scores differ. Germany, with 0.00 (50%), failed two of the four commitments and complied partially with one.":      1,
		"Scores differ. Germany, with 0.00 (50%), failed one of the four commitments and complied partially with two.":      0,
		"Scores differ. Germany was found not to have complied with two of its four commitments.":                           1,
		"Scores differ. Germany failed twice, on reef mapping and rural broadband.":                                         1,
		"Scores differ. Germany failed once, on rural broadband.":                                                           0,
		"Scores differ. Canada was first at +0.75 and missed full compliance only on port fees.":                            1,
		"Scores differ. Canada was first at +0.75 and missed full compliance only on rural broadband.":                      0,
		"Scores differ. Canada was the only member to get a +1 more than once.":                                             1,
		"Scores differ. Canada and Japan were the only members to get a +1 more than twice.":                                0,
		"Port fees, at 0.00, was mostly partial compliance, with full scores for Canada and Italy only.":                    1,
		"Port fees, at 0.00, was mostly partial compliance, with full scores for Canada only.":                              0,
		"Scores differ. Only Japan was not assessed on port fees.":                                                          1,
		"Reef mapping, with +0.80, was fully met by four members and failed by Germany.":                                    0,
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
	}
}

// The same words where they are true, or say something else.
func TestProseDeedsInnocent(t *testing.T) {
	for _, text := range []string{
		"Compliance differs. Germany failed twice in court and complied with the ruling of May.",
		"Scores differ. In rural broadband, Germany failed once, on villages.",
		"Scores differ. On trade, Canada missed full compliance only once in ten years.",
		"Scores differ. Germany failed three times to pass its law on broadband.",
		"Scores differ. Germany failed, three times over, to answer the questions of the researchers.",
		"Scores differ. The bill failed twice in Germany, on broadband and on ports.",
		"Scores differ. Germany failed twice before it complied with reef mapping in part.",
		"Scores differ. Italy's parliament failed twice, on port fees and on vaccines.",
		"Scores differ. Ministers in Italy failed twice, on port fees and on reef mapping.",
		"Scores differ. According to Italy, Germany failed twice, on port fees and on reef mapping.",
		"Scores differ. At the interim stage Germany failed twice, on port fees and on reef mapping.",
		"Scores differ. By January Germany failed twice, on port fees and on reef mapping.",
		"Scores differ. Germany had failed twice, on port fees and on reef mapping.",
		"Scores differ. It was feared that Germany failed twice, on port fees and on reef mapping.",
		"Scores differ. Had Germany failed twice, on port fees and rural broadband, it would be last.",
		"Scores differ. Germany failed once, and Italy too.",
		"Scores differ. Germany failed at least once, on rural broadband.",
		"Scores differ. Germany failed once on rural broadband and Japan once on port fees.",
		"Scores differ. Germany missed full compliance three times, on port fees, reef mapping and rural broadband.",
		"Scores differ. France missed full compliance twice, on port fees and rural broadband.",
		"Scores differ. France, with +0.50, missed full compliance only on port fees and rural broadband.",
		"Scores differ. Among the Europeans, France missed full compliance only on port fees.",
		"Scores differ. Of the economic commitments, Canada missed full compliance only on port fees.",
		"Scores differ. Canada missed full compliance only on the commitment it had itself proposed.",
		"Scores differ. Canada missed full compliance only on rural broadband, and there by little.",
		"Scores differ. Canada missed full compliance only on broadband for islands, not for villages.",
		"Scores differ. Canada missed full compliance only on one count.",
		"Scores differ. Germany failed two of the four tests of the bank.",
		"Scores differ. Germany failed two of its six pledges to the fund.",
		"Scores differ. Germany did not comply with two of the four articles of the treaty.",
		"Scores differ. Germany did not comply with two of the three requests for papers.",
		"Scores differ. Germany failed one of the four commitments, complied partially with two and fully with one.",
		"Scores differ. Japan failed one of the four commitments and complied fully with three.",
		"Scores differ. Japan failed to comply with one of the four commitments, port fees.",
		"Scores differ. Italy was found not to have complied with one of its four commitments.",
		"Scores differ. Italy was found by a court not to have complied with three of its four commitments to the islands.",
		"Scores differ. A study found Italy not to have complied with three of its four commitments.",
		"Port fees, at 0.00, drew full compliance from Canada only.",
		"Port fees, at 0.00, drew full compliance from one member, Canada, and partial compliance from three.",
		"Port fees, fourth in 2030, drew full compliance from three members then.",
		"Port fees drew full compliance from ships of three countries, Italy, Japan and France.",
		"Port fees drew criticism from three members, Italy, Japan and France, for their low score.",
		"Port fees drew partial compliance from three members, France, Germany and Italy.",
		"The older promise on port fees drew full compliance from three members.",
		"In the interim report port fees drew full compliance from three members.",
		"Port fees had full compliance from two countries, among them Canada, at the interim stage.",
		"Reef mapping, at +0.80, had full scores from all members but one, Germany.",
		"Reef mapping, at +0.80, received full compliance from four members, Canada, France, Italy and Japan.",
		"Vaccine storage got a +1 from all except Italy.",
		"Vaccine storage got a +1 from all but one member, Italy, and reef mapping from all but one, Germany.",
		"Rural broadband drew failures from all but three members, Canada, France and Japan, and reef mapping none.",
		"Vaccine storage, with +0.80, earned full marks from the press of two countries, Italy and Japan.",
		"Vaccine storage found support for full compliance in three countries.",
		"Scores differ. Japan was the only member to get a −1 and a +1 more than once.",
		"Scores differ. Canada was the only member to get a +1 more than twice in the same field.",
		"Scores differ. Of the Europeans, France was the only member to get a +1 more than once.",
		"Scores differ. Canada was the only founding member to get a +1 more than once.",
		"Scores differ. Canada and Japan were the only members to receive +1 three times.",
		"Scores differ. Japan was the only member to fail on port fees and nowhere else.",
		"Scores differ. Only Japan was not assessed on port fees by the bank.",
		"Scores differ. Only Japan was not assessed on port fees at the interim stage.",
		"Scores differ. Only Japan was not assessed on harbours, which are no commitment.",
		"Port fees were mostly partial compliance, with full scores for Canada and, as some say, Italy only.",
		"Port fees were mainly a matter of partial compliance, with a full score for Canada only.",
		"Scores differ. Canada did well; France and Japan failed no more than once, on port fees or elsewhere.",
		"Scores differ. Whoever failed once, on port fees, was Japan.",
		"Scores differ. If Canada failed once, on port fees, it would still lead.",
		"Scores differ. Critics say that Canada failed once, on port fees.",
		"“Canada failed twice, on port fees and reef mapping,” wrote a paper, whatever its score.",
		"Scores differ. Canada, critics say, failed once, on port fees.",
		"Scores differ. Unlike Canada, which failed once, on rural law, Japan complied.",
		"Scores differ. Canada failed once, on a technicality.",
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != 0 {
			t.Errorf("%s\n\tfound %q\n\t%v", text, found, all)
		}
	}
}
