package scoretext

import "testing"

// The level that a member had, beside the one that it has.
func TestMovedLevel(t *testing.T) {
	for text, want := range map[string]string{
		"Canada has moved from a work in progress (0) in March to full compliance.":                   "full",
		"Canada went from partial to full compliance.":                                                "full",
		"Canada has fallen from full compliance to a work in progress.":                               "partial",
		"It has risen from a lack of compliance to partial compliance.":                               "partial",
		"Canada’s record has improved from partial compliance to full compliance.":                    "full",
		"Canada has raised its record from a work in progress to full compliance since March.":        "full",
		"Canada has fully complied, up from partial compliance in March.":                             "full",
		"Canada has fully complied after a work in progress in March.":                                "full",
		"Canada, which had been a work in progress in March, has fully complied.":                     "full",
		"Canada, which had been given -1 in March, has now registered full compliance.":               "full",
		"Canada has improved on its partial compliance and has fully complied.":                       "full",
		"Canada is no longer partially compliant; it has fully complied.":                             "full",
		"Canada has fully complied with its promise and keeps the +1 that it had in the last report.": "full",
		// Near misses.
		"Canada is no longer in full compliance.":                                  "",
		"Canada has moved from a work in progress.":                                "",
		"Canada has moved closer from a work in progress to full compliance.":      "",
		"Canada has moved ahead on the way to full compliance.":                    "",
		"Canada has not moved from partial to full compliance.":                    "",
		"Canada plans to have moved to full compliance.":                           "",
		"Canada’s banks have moved from a work in progress to full compliance.":    "",
		"Canada would have moved from partial compliance to full compliance.":      "",
		"Canada and Japan have moved from a work in progress to full compliance.":  "",
		"The minister said that Canada had moved from partial to full compliance.": "",
		"Canada remains in full compliance.":                                       "full",
	} {
		if got, _ := ComplianceWords(testVocab, text); got != want {
			t.Errorf("ComplianceWords(%q) = %q, want %q", text, got, want)
		}
	}
}
