package action

import "testing"

func TestNothingDoneAsOf(t *testing.T) {
	for text, want := range map[string]string{
		"No relevant action was found in English or in Thulean as of 24 March 2032.": "",
		"Nothing had been published on nets as of 24 March 2032.":                    "",
		"The bill on nets has not been passed as of 24 March 2032.":                  "",
		"As of 24 March 2032, no mill had been mended.":                              "",
		"As of 24 March 2032 the bill on nets was not adopted.":                      "",
		// Near misses.
		"No fewer than ten mills had been mended as of 24 March 2032.": "2032-03-24",
		"No boat may sail without a lamp as of 24 March 2032.":         "2032-03-24",
		"As of 24 March 2032, no boat may sail without a lamp.":        "2032-03-24",
		"As of 24 March 2032, ten mills had been mended.":              "2032-03-24",
		"Ten mills had been mended as of 24 March 2032.":               "2032-03-24",
	} {
		got, _, ok := ActionDate(testVocab, text, datePeriod)
		if !ok {
			got, _ = SoleDate(testVocab, text, datePeriod)
		}
		if got.EDTF != want {
			t.Errorf("%s\n\tgot %q, want %q", text, got.EDTF, want)
		}
	}
}
