package scoretext

import "testing"

func TestComplianceWords(t *testing.T) {
	for text, want := range map[string]string{
		"Canada has fully complied with its promise to mend nets.":                              "full",
		"Canada has partially complied with its promise. It has not fully complied at sea.":     "partial",
		"Canada has not complied with its promise.":                                             "none",
		"Canada did not comply with its promise.":                                               "none",
		"For want of any action Canada is found not to have complied.":                          "none",
		"Canada was found not to have fully complied.":                                          "",
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
			t.Errorf("ComplianceWords(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Canada mended its nets.", "The full list of compliance officers.", "Progress was made at work.", "Canada complied.", "The bridge at Hare is a work in progress.",
		"The bank has complied with the new rule on nets."} {
		if got, ok := ComplianceWords(testVocab, text); ok {
			t.Errorf("ComplianceWords(%q) = %q; want silence", text, got)
		}
	}
}

func TestConclusionCompliance(t *testing.T) {
	for text, want := range map[string]string{
		"Thus, Canada receives a score of +1 for its full compliance.":                              "full",
		"Canada receives a score of 0 for partial compliance.":                                      "partial",
		"Canada receives a score of −1 for its failure to comply.":                                  "none",
		"Canada receives a score of −1 for non-compliance.":                                         "none",
		"One net does not amount to partial compliance, and Canada receives a score of −1.":         "",
		"Two nets would have been needed for partial compliance, so Canada receives a score of −1.": "",
		"Canada has done what was required and receives 0 for partial compliance.":                  "partial",
		"Thus, Canada receives a score of 0.":                                                       "",
		"Canada receives a score of 0: neither full compliance nor lack of compliance.":             "",
	} {
		if got := ConclusionCompliance(testVocab, text); got != want {
			t.Errorf("conclusionCompliance(%q) = %q, want %q", text, got, want)
		}
	}
}
