package audit

import (
	"strings"
	"testing"
)

// A member that is named in a clause about something else does not have the figure behind
// it, nor one that is spoken of in the past perfect or with another summit's report.
func TestProseMemberInAClause(t *testing.T) {
	rules := []string{"prose-figure", "ranking-order", "count-stated"}
	for text, want := range map[string]string{
		"Compliance with vaccine storage reached 90%, and with rural broadband, on which Japan alone complied, 40%.":  "",
		"Vaccine storage scored +0.80 and rural broadband, which Japan alone honoured, −0.20.":                        "",
		"Vaccine storage scored +0.80 and rural broadband, with only Japan complying, −0.20.":                         "",
		"Vaccine storage scored +0.80 and rural broadband, Japan being the exception, −0.20.":                         "",
		"Vaccine storage scored +0.80 and rural broadband – Germany failed, as did others – −0.20.":                   "",
		"Vaccine storage came out well: four complied and one, Italy, did so in part, for an average of +0.80 (90%).": "",
		"Four complied with vaccine storage and Italy did so in part, which makes +0.80 (90%).":                       "",
		"Four complied with vaccine storage; Italy failed to comply fully, hence a score of +0.80 (90%).":             "",
		"Rural broadband, on which Japan scored 0.90, was last.":                                                      "",
		"Japan, on whom much was written, has a score of +0.60 (80%).":                                                "prose-figure JPN +0.60 (80%)",
		"Japan, which failed on port fees, has a score of +0.60 (80%).":                                               "prose-figure JPN +0.60 (80%)",
		"Japan failed on port fees, and its average is +0.60 (80%).":                                                  "prose-figure JPN +0.60 (80%)",
		"Japan failed to comply once, and averaged +0.60 (80%).":                                                      "prose-figure JPN +0.60 (80%)",
		"Japan complied fully with three commitments, for an average of +0.60 (80%).":                                 "prose-figure JPN +0.60 (80%)",
		"The ranking, in which Japan leads with a score of +0.60 (80%), is below.":                                    "prose-figure JPN +0.60 (80%)",

		// Another one than is named before.
		"A commitment with an average of 90%, vaccine storage, and one with 60%, rural broadband, stand side by side.": "",
		"Beside Japan stands another, at +0.60 (80%), in the ranking of scores.":                                       "",
		"Vaccine storage stands 30 points above the older promise, the commitment that reached 60%.":                   "",
		"Japan, ahead of the host, which scored +0.60, is content.":                                                    "",
		"Japan ranks above all others, with a score of +0.60 (80%).":                                                   "prose-figure JPN +0.60 (80%)",
		"Japan is one of the few, and has a score of +0.60 (80%).":                                                     "prose-figure JPN +0.60 (80%)",

		// A short name is none for all.
		"The Union itself has no score of +1 at all and averages −0.50.":                    "",
		"The host had a score of +1 for health and averages −0.50.":                         "",
		"The newcomer scored 0 once, but averages −0.50 in all.":                            "",
		"The members have ten scores of +1, and compliance averages −0.50 in all.":          "prose-figure - -0.50",
		"The overall average score was +0.35 (68%), and the members averaged +0.40 in all.": "prose-figure - +0.40",
		"Its scores were not all of +1, and averaged −0.50.":                                "",
		"The scores of all members were not all +1 and averaged −0.50 overall.":             "",

		// Another time.
		"Japan had stood at 0.00 (50%) in the Hangpool report. Compliance has risen since.": "",
		"In the Hangpool report, Japan scored 0.00 (50%) for compliance.":                   "",
		"In the Hangpool cycle, Japan's compliance was 0.00 (50%).":                         "",
		"Japan's compliance score was 0.00 (50%) in the report for Hangpool.":               "",
		"The Hangpool assessment gives Japan a compliance score of 0.00 (50%).":             "",
		"Japan had scored 0.00 (50%).":                                                      "",
		"Japan's compliance had been 0.00 (50%).":                                           "",
		"On average, members had complied at 0.50 (75%).":                                   "",
		"Japan had ranked first, with the best compliance of all.":                          "",
		"Four members had scored 0 on port fees.":                                           "",
		"In the Norport report, Japan scored 0.00 (50%) for compliance.":                    "prose-figure JPN 0.00 (50%)",
		"In the Compliance Report, Japan scored 0.00 (50%).":                                "prose-figure JPN 0.00 (50%)",
		"In the Japan report, Japan scored 0.00 (50%).":                                     "",
		"Japan had a score of 0.00 (50%).":                                                  "prose-figure JPN 0.00 (50%)",
	} {
		got, _, all := runRules(t, proseReport(t, text), rules...)
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n  %v, want %v\n  %v", text, got, want, all)
		}
	}
}
