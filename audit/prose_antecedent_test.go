package audit

import "testing"

// Statements whose subject stands in the sentence before. The table of proseReport has
// Canada 0.75, France and Japan 0.50, Germany and Italy 0.00, +0.35 in all; vaccine storage
// and reef mapping 0.80, port fees 0.00, broadband −0.20; its period ends on 1 March 2032.
func TestProseOfTheSentenceBefore(t *testing.T) {
	for text, want := range map[string]string{
		"The members scored well. They averaged +0.63.":                                                  "prose-figure - +0.63",
		"Overall compliance was +0.45 (73%) as of 1 March 2032.":                                         "prose-figure - +0.45 (73%)",
		"Overall compliance was +0.45 (73%) until 1 March 2032.":                                         "prose-figure - +0.45 (73%)",
		"Overall compliance was +0.45 (73%) from 4 May 2031 to 1 March 2032.":                            "prose-figure - +0.45 (73%)",
		"The members scored well. They averaged +0.35.":                                                  "",
		"The members scored well. They averaged +0.63 between the summit and March.":                     "prose-figure - +0.63",
		"The members scored well. They averaged +0.63 between the summit and February 2032.":             "prose-figure - +0.63",
		"The members scored well. They averaged +0.35 (68%) between the summit and the end of February.": "",
		"All members kept the commitments. They averaged +0.63 (82%).":                                   "prose-figure - +0.63 (82%)",
		"Canada did best. It scored +0.85 (93%).":                                                        "prose-figure CAN +0.85 (93%)",
		"Canada did best. It scored +0.75 (88%).":                                                        "",
		"Canada did well. It also had the lowest compliance of all members.":                             "ranking-order CAN lowest",
		"France and Japan follow. They scored +0.40 (70%).":                                              "prose-figure - +0.40 (70%)",
		"France and Japan follow. Both scored +0.50 (75%).":                                              "",
		"France and Japan follow. Both scored +0.40 (70%).":                                              "prose-figure - +0.40 (70%)",
		"France and Japan spent freely on ships. The two scored +0.40 (70%).":                            "",
		"France and Japan come next. These members scored +0.40 (70%).":                                  "prose-figure - +0.40 (70%)",
		// What else the sentence before says may be of another time.
		"France and Japan spent freely on ships. These members scored +0.40 (70%).":                          "",
		"The commitment on port fees was kept by few. This commitment scored +0.30 (65%).":                   "",
		"Compliance was low on the commitment on port fees. This commitment scored +0.30 (65%).":             "prose-figure 2 +0.30 (65%)",
		"Harbours were slow to act on the commitment on port fees. This commitment scored +0.30 (65%).":      "",
		"Harbours were slow to act on the commitment on port fees. This commitment scored 0.00 (50%).":       "",
		"The commitments on vaccine storage and reef mapping came first. They scored +0.70 (85%).":           "prose-figure - +0.70 (85%)",
		"None failed on the commitments on vaccine storage and reef mapping. Both commitments scored +0.70.": "prose-figure - +0.70",
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order")
		got := ""
		if len(found) > 0 {
			got = found[0]
		}
		if got != want || len(found) > 1 {
			t.Errorf("%s\n\tgot %q, want %q", text, found, want)
		}
		for _, f := range all {
			if f.Quote == "" || len(text) > 0 && !containsSentence(text, f.Quote) {
				t.Errorf("%s\n\tquotes %q", text, f.Quote)
			}
		}
	}
}

// containsSentence reports whether the words stand in the text as they are quoted.
func containsSentence(text, quote string) bool {
	for i := 0; i+len(quote) <= len(text); i++ {
		if text[i:i+len(quote)] == quote {
			return true
		}
	}
	return false
}

// Where two can be meant, or another time, a part or somebody else, nothing is said.
func TestProsePronounsAccuseNoInnocent(t *testing.T) {
	for _, text := range []string{
		"They averaged +0.63.",
		"It scored +0.85 (93%).",
		"Canada hosted the summit. It scored +0.85 (93%).",
		"Canada led the group. It scored +0.85 (93%).",
		"Compliance by Canada was high. It scored +0.85 (93%).",
		"Canada and Japan sold ships to islands. They scored +0.40 (70%).",
		"Canada praised France. It scored +0.85 (93%).",
		"Canada did better than France. It scored +0.85 (93%).",
		"Canada did better than France and Japan. They scored +0.40 (70%).",
		"Canada and Japan did well on the commitments. They scored +0.40 (70%).",
		"Canada did well on port fees. It scored +0.85 (93%).",
		"On rural broadband, Canada did well. It scored +0.85 (93%).",
		"Canada did well in 2030. It scored +0.85 (93%).",
		"Canada did well at the last summit. It scored +0.85 (93%).",
		"Canada did well. It scored +0.85 (93%) in 2030.",
		"Canada did well. It had scored +0.85 (93%) before.",
		"Canada did well. It scored +0.85 (93%) in the interim report.",
		"Canada did well. It scored +0.85 (93%) on rural broadband.",
		"Canada did well. It scored at least +0.60 (80%).",
		"Canada was expected to do well. It scored +0.85 (93%).",
		"Canada did well. Nobody was surprised. It scored +0.85 (93%).",
		"Canada had +0.75 (88%). It scored +0.85 (93%).",
		"\u201cCanada did well,\u201d they say. It scored +0.85 (93%).",
		"Canada did well. They scored +0.85 (93%).",
		"France and Japan follow. It scored +0.40 (70%).",
		"France and Japan follow. These three members scored +0.40 (70%).",
		"France, Germany and Japan follow. Both scored +0.40 (70%).",
		"France and Japan follow. These commitments scored +0.40 (70%).",
		"Most members scored well. They averaged +0.63.",
		"Three members scored well. They averaged +0.63.",
		"The European members scored well. They averaged +0.63.",
		"Three islands were visited. The members scored well. They averaged +0.63.",
		"Three members sent ships. The members scored well. They averaged +0.63.",
		"Canada and Japan sent ships. The members scored well. They averaged +0.63.",
		"The members named their ministers. They averaged +0.63.",
		"The members with ports scored well. They averaged +0.63.",
		"The members scored well. They averaged +0.63 between the summit and January.",
		"The members scored well. They averaged +0.63 between the Sudhaven Summit and March.",
		"The members scored well. They averaged +0.63 between the summit and March 2031.",
		"The members scored well. They averaged +0.63 on two commitments.",
		"France and Japan together kept most of it. They averaged +0.63.",
		"France and Canada follow. They averaged +0.63 (81%).",
		"The commitments on port fees and reef mapping were kept. This commitment scored +0.30 (65%).",
		"The commitment on port fees was one of trade. That on reef mapping was another. This commitment scored +0.30 (65%).",
		"The commitment on port fees concerns rural ports. This commitment scored +0.30 (65%).",
		"Among the islands, the commitment on port fees was liked. This commitment scored +0.30 (65%).",
		"The members averaged +0.63 between the summit and January.",
		"Canada scored +0.85 (93%) by January.",
		"Overall compliance was +0.45 (73%) in July 2031.",
		"It is said that Canada did well. It scored +0.85 (93%).",
	} {
		found, _, _ := runRules(t, proseReport(t, text), "prose-figure", "ranking-order")
		for _, f := range found {
			t.Errorf("%s\n\t%s", text, f)
		}
	}
}
