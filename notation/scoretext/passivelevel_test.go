package scoretext

import "testing"

func TestWhoKeptThePromise(t *testing.T) {
	for text, want := range map[string]string{
		"The commitment to mend nets has been fully met by Canada.":                                        "full",
		"The commitment to mend nets has been partially met by the United Kingdom.":                        "partial",
		"The commitment to mend nets has not been met by Canada.":                                          "none",
		"The commitment was kept in full by the United States.":                                            "full",
		"This promise has only in part been honoured by Japan.":                                            "partial",
		"The pledge on nets is fulfilled in part by Japan.":                                                "partial",
		"The undertaking was never carried out by Italy.":                                                  "none",
		"The Hare Summit commitment on nets has been implemented in full by Italy.":                        "full",
		"The commitment has been fully complied with by Italy.":                                            "full",
		"Thus, the commitment to mend nets that were torn has been partly lived up to by Italy.":           "partial",
		"By Canada, the commitment on nets has been partially met.":                                        "partial",
		"In the case of Canada, the commitment on nets has not been carried out.":                          "none",
		"The commitment remains unfulfilled by Italy.":                                                     "none",
		"The commitment has been met by Canada, though only in part.":                                      "partial",
		"The commitment on nets was met in full by Canada during the compliance period.":                   "full",
		"The commitment has been fully met by Canada, which has mended ten nets.":                          "full",
		"The commitment has not yet been kept by Canada, as no net was mended.":                            "none",
		"The commitment to audit the quays in Japan has been partially carried out on the part of Canada.": "partial",
		// Of this form, with the level left open.
		"The commitment on nets has been met by Canada.":           "open",
		"The commitment on nets has not been fully met by Canada.": "open",
		// Of others, of a day, supposed, reported, or of something else.
		"The commitment on nets has not been met by half of the members.":          "",
		"The commitment on nets has not been met by Canada and its partners.":      "",
		"The commitment on nets has been fully met by Canada, but not by Japan.":   "",
		"The commitment on nets was not met by 2015.":                              "",
		"The commitment on nets has not been met by most of them.":                 "",
		"The commitment on nets would have been fully met by Canada.":              "",
		"The commitment on nets is to be fully met by Canada.":                     "",
		"The commitment on nets had not been met by Canada.":                       "",
		"The commitment on nets has been almost fully met by Canada.":              "",
		"The commitment on nets has been fully met by Canada’s banks.":             "",
		"The second part of the commitment has been fully met by Canada.":          "",
		"No commitment has been fully met by Canada.":                              "",
		"The previous commitment has not been met by Canada.":                      "",
		"Whether the commitment has been fully met by Canada is open.":             "",
		"The commitment asks that what was agreed is fully carried out by Canada.": "",
		"The commitment is old, and the bridge was not kept by Canada.":            "",
		"The promise, said the minister, has not been kept by Canada.":             "",
		"The bridge promised at Hare was fully implemented by Canada.":             "",
		"The commitment which was not met by Canada is repeated here.":             "",
	} {
		level, ok := ComplianceWords(testVocab, text)
		if ok && level == "" {
			level = "open"
		}
		if level != want {
			t.Errorf("%s\n\tgot %q, want %q", text, level, want)
		}
	}
}
