package chars

import "testing"

func TestCharactersWithoutShape(t *testing.T) {
	for text, want := range map[string]string{
		"Octo\u200cber": "October", "a\u2063b": "ab", "a\ufe0fb": "ab", "a\u034fb": "ab", "a\u180eb": "ab", "a\u061cb": "ab",
		"a\u2064b": "ab", "a\u200bb": "ab", "a\ufeffb": "ab", "a\U000e0041b": "ab",
		"soft\u00adly": "soft\u00adly", "a\u00a0b": "a b", "e\u0301": "e\u0301",
	} {
		if got := Clean(text); got != want {
			t.Errorf("clean(%q) = %q, want %q", text, got, want)
		}
	}
}

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
		if got := Normal(text); got != want {
			t.Errorf("normal(%q) = %q, want %q", text, got, want)
		}
	}
}
