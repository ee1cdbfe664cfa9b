package action

import "testing"

func TestNothingInTheWholePeriod(t *testing.T) {
	for text, want := range map[string]string{
		"No nets or hooks were offered between June 2031 and May 2032.":       "",
		"Nothing was offered between 1 June 2031 and 30 May 2032.":            "",
		"No nets were offered between July 2031 and March 2032.":              "2031-07/2032-03",
		"No fewer than ten nets were offered between June 2031 and May 2032.": "2031-06/2032-05",
		"Ten nets were offered between June 2031 and May 2032.":               "2031-06/2032-05",
	} {
		if got, _, _ := ActionDate(testVocab, text, datePeriod); got.EDTF != want {
			t.Errorf("%s\n\tgot %q, want %q", text, got.EDTF, want)
		}
	}
}

func TestNothingDoneAsOf(t *testing.T) {
	for text, want := range map[string]string{
		"No relevant action was found in English or in Thulean as of 24 March 2032.": "",
		"As of 24 March 2032, no measures on nets could be identified.":              "",
		"Measures on nets had not been found as of 24 March 2032.":                   "",
		// Near misses.
		"As of 24 March 2032, no mill had sent figures to the register, as its minutes show.": "2032-03-24",
		"As of 24 March 2032 the bill on nets was not adopted.":                               "2032-03-24",
		"As of 24 March 2032, ten measures had been found by the court.":                      "2032-03-24",
		"No fewer than ten mills had been mended as of 24 March 2032.":                        "2032-03-24",
		"No boat may sail without a lamp as of 24 March 2032.":                                "2032-03-24",
		"As of 24 March 2032, no boat may sail without a lamp.":                               "2032-03-24",
		"As of 24 March 2032, ten mills had been mended.":                                     "2032-03-24",
		"Ten mills had been mended as of 24 March 2032.":                                      "2032-03-24",
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
