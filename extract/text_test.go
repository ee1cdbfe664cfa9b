package extract

import "testing"

func TestSoftHyphensBesideDigits(t *testing.T) {
	for text, want := range map[string]string{
		"\u00ad1":               "-1",
		"\u00ad0.50 (25%)":      "-0.50 (25%)",
		"a score of \u00ad1.":   "a score of -1.",
		"COVID\u00ad19":         "COVID-19",
		"a 5\u00adyear plan":    "a 5-year plan",
		"\u00ad":                "-",
		"none \u00ad none":      "none - none",
		"organiza\u00adtions":   "organiza\u00adtions", // perhaps broken at a line's end once
		"of the organiza\u00ad": "of the organiza\u00ad",
		"in 2019\u00ad":         "in 2019\u00ad", // a range that goes on in the next line
	} {
		if got := normal(text); got != want {
			t.Errorf("normal(%q) = %q, want %q", text, got, want)
		}
	}
}
