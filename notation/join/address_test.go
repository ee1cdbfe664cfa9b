package join

import (
	"strings"
	"testing"
)

func TestFindAddress(t *testing.T) {
	for note, want := range map[string]string{
		"see https://a.example/x-|y/z, and more":                          "https://a.example/x-y/z",
		"see https://a.example/x|Translation by Hare":                     "https://a.example/x",
		"see https://a.example/|Accessed 5 May 2031":                      "https://a.example/",
		"see https://a.example/|dictionary/nets":                          "https://a.example/dictionary/nets",
		"see https://a.example/nets04cb|e69/2031-07-02-de.pdf":            "https://a.example/nets04cbe69/2031-07-02-de.pdf",
		"see https://a.example/index.|php?id=5 (accessed 5 May 2031)":     "https://a.example/index.php?id=5",
		"see https://a.example/list/|emerging (accessed 5 May 2031)":      "https://a.example/list/emerging",
		"see https://a.example/list|and accessed 5 May 2031":              "https://a.example/list",
		"see https://a.example/list.|Nets. Accessed 5 May 2031":           "https://a.example/list",
		"see https://a.example/one|https://a.example/two":                 "https://a.example/one",
		"https://keep.example/web/20310704120000/|https://a.example/nets": "https://keep.example/web/20310704120000/https://a.example/nets",
		"https://keep.example/2031/|https://a.example/nets":               "https://keep.example/2031/",
		"https://a.example/ne ts.":                                        "https://a.example/ne",
		"https://a.example/ne ts":                                         "https://a.example/ne ts",
		"(www.a.example/nets)":                                            "www.a.example/nets",
		"<http://a.example/long|-path>":                                   "http://a.example/long-path",
		"http//a.example/x":                                               "http//a.example/x",
		"https:|//a.example/x":                                            "https://a.example/x",
		"https://a.example/x. The next sentence":                          "https://a.example/x",
		"HTTPS://A.EXAMPLE/X":                                             "HTTPS://A.EXAMPLE/X",
		"at https://a.example/nets?id=5&|lang=en. Then":                   "https://a.example/nets?id=5&lang=en",
	} {
		_, got, ok := FindAddress(testVocab, strings.ReplaceAll(note, "|", LineBreak), NewWordEvidence(nil))
		if !ok || got != want {
			t.Errorf("FindAddress(%q) = %q, %v; want %q", note, got, ok, want)
		}
	}
	for _, note := range []string{"", "http: a protocol", "the www of things", "hare@a.example", "awww.a", "https://"} {
		if _, got, ok := FindAddress(testVocab, note, NewWordEvidence(nil)); ok {
			t.Errorf("FindAddress(%q) = %q; want none", note, got)
		}
	}
}

// The end of a file's name goes on with an address that was broken behind its point.
func TestFileEndingOnTheNextLine(t *testing.T) {
	for next, want := range map[string]bool{
		"html. Visited 3 May 2031.": true,
		"pdf":                       true,
		"Html is what it says.":     false,
		"The page was read.":        false,
		"htmlx. Visited.":           false,
	} {
		if got := addressGoesOn(testVocab, "http://tide.example/reports/nineteen.", next); got != want {
			t.Errorf("%q: %v", next, got)
		}
	}
}
