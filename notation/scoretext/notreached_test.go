package scoretext

import "testing"

// Levels that are named and not given, beside near neighbours in which they are.
func TestLevelsNotGiven(t *testing.T) {
	for text, want := range map[string]string{
		// Denied.
		"No net was mended, and one torn net does not amount to partial compliance. Canada has therefore not complied.": "none",
		"One net does not amount to partial compliance.":                                                                "",
		"One net falls short of partial compliance.":                                                                    "",
		"One net falls well short of the threshold of partial compliance.":                                              "",
		"One net is not enough for partial compliance.":                                                                 "",
		"One net cannot be called partial compliance.":                                                                  "",
		"One net cannot be regarded as a case of partial compliance.":                                                   "",
		"One net does not meet the threshold for partial compliance.":                                                   "",
		"One net is too little for partial compliance.":                                                                 "",
		"This is less than partial compliance.":                                                                         "",
		"This is no partial compliance.":                                                                                "",
		"Canada has not achieved partial compliance.":                                                                   "",
		"Neither full compliance nor partial compliance was reached.":                                                   "",
		"Partial compliance has therefore not been reached.":                                                            "",
		"Partial compliance cannot be recorded.":                                                                        "",
		"One torn net does not constitute a lack of compliance.":                                                        "",
		"Two nets do not make full compliance, but are partial compliance.":                                             "partial",
		"One net is not enough for full compliance and is partial compliance.":                                          "partial",
		// What it would take.
		"For partial compliance one mended net, or two torn ones, would have been needed.":              "",
		"For partial compliance one mended net, or two torn ones, are needed. Canada has not complied.": "none",
		"For partial compliance Canada had to mend one net.":                                            "",
		"To reach partial compliance, Canada must mend a net.":                                          "",
		"In order to qualify for partial compliance, two nets are required.":                            "",
		"Two nets are required for partial compliance.":                                                 "",
		"Partial compliance requires two nets.":                                                         "",
		"Partial compliance would require two nets.":                                                    "",
		// Given.
		"Canada has taken part of the action required and is found to be in partial compliance.": "partial",
		"Having done what was required it was found to be in partial compliance.":                "partial",
		"Canada too is in partial compliance.":                                                   "partial",
		"In short, Canada is in partial compliance.":                                             "partial",
		"Canada achieved no more than partial compliance.":                                       "partial",
		"One net amounts to partial compliance.":                                                 "partial",
		"One net is enough for partial compliance.":                                              "partial",
		"Canada is awarded a score for partial compliance, and more nets are needed.":            "partial",
		"No net was mended at Hare, but Canada has achieved partial compliance.":                 "partial",
		"Canada has not mended its nets at Hare and is in partial compliance.":                   "partial",
		"Canada has done enough to reach partial compliance.":                                    "partial",
		"Canada has achieved not only partial compliance.":                                       "partial",
		"More nets are needed; Canada is in partial compliance.":                                 "partial",
		"Canada is in partial compliance and needs more nets.":                                   "partial",
		"Canada is in partial compliance, as no net was mended at Hare.":                         "partial",
		"Without a net at Hare, Canada has registered partial compliance.":                       "partial",
		"Canada did nothing and has not complied.":                                               "none",
		"Nothing was mended, which means a lack of compliance.":                                  "none",
		"No nets were found: Canada has registered non-compliance.":                              "none",
		"For want of nets Canada has partially complied with its promise.":                       "partial",
		"To mend nets is needed, and Canada has fully complied with its promise to mend nets.":   "full",
	} {
		if got, _ := ComplianceWords(testVocab, text); got != want {
			t.Errorf("ComplianceWords(%q) = %q, want %q", text, got, want)
		}
	}
}
