package scoretext

import "testing"

// Words of a level that are not the member's, or not now, beside near neighbours in which
// they are.
func TestSetAside(t *testing.T) {
	for text, want := range map[string]string{
		// Somebody's claim, and a finding.
		"The minister insists that Canada has fully complied.":                      "",
		"It was rumoured that Canada has failed to comply. Its compliance is full.": "full",
		"It can be said that Canada has fully complied.":                            "full",
		"We find that Canada has fully complied.":                                   "full",
		// Denied, supposed, wished.
		"Canada cannot be said to have fully complied.":                               "",
		"One cannot say that Canada has failed to comply; it has partially complied.": "partial",
		"With a third net Canada would have been in full compliance.":                 "",
		"Partial compliance might do at sea. Canada has not complied.":                "none",
		"To be seen as fully compliant, Canada had to mend two nets.":                 "",
		"Canada is judged to be fully compliant.":                                     "full",
		"Canada is known by its history of partial compliance.":                       "",
		"Canada went from no compliance to a mended net.":                             "",
		// Another report, and this one.
		"In the previous report, Canada fully complied with its promise.":             "",
		"In the interim period Canada fully complied with its promise.":               "full",
		"In the interim report Canada fully complied with its promise.":               "",
		"In the mid-term report Canada fully complied with its promise.":              "",
		"In the mid-term period Canada fully complied with its promise.":              "full",
		"In the last report Canada was found to have complied only in part.":          "",
		"The former government had not complied with this promise.":                   "",
		"Unmoved by the previous report, Canada has fully complied with its promise.": "full",
		"Canada, which had 0 in the previous report, did not comply.":                 "none",
		// Others, and what is not the promise.
		"Unlike Japan, which failed to comply, Canada mended a net.":                                  "",
		"Whereas Japan has complied in full, Canada has complied in part.":                            "partial",
		"While it has no fleet, Canada has fully complied.":                                           "full",
		"Canada’s ferry ports have failed to comply with what was asked.":                             "",
		"Canada’s measures have fully complied with the commitment.":                                  "full",
		"Canada is in full compliance with the Hare Protocol, but has not complied with its promise.": "none",
		"Canada has fully complied with the protocols of its commitment.":                             "full",
		"Canada has fully complied with its commitment to sign the Hare Protocol.":                    "full",
	} {
		if got, _ := ComplianceWords(testVocab, text); got != want {
			t.Errorf("ComplianceWords(%q) = %q, want %q", text, got, want)
		}
	}
}
