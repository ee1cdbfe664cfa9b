package join

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzJoinLines(f *testing.F) {
	for _, s := range []string{"many organiza-\ntions met", "at https://a.example/x-\ny", "long-\nand short", "soft\u00ad\nened", "-\n-\n", "a-\n\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		got, _ := Lines(testVocab, lines, NewWordEvidence(lines))
		// Nothing but white space and hyphens at line ends may be lost.
		strip := func(s string) string {
			return strings.Map(func(r rune) rune {
				if isHyphen(r) || r == '\u00ad' || strings.TrimSpace(string(r)) == "" {
					return -1
				}
				return r
			}, s)
		}
		if utf8.ValidString(text) && strip(got) != strip(text) {
			t.Fatalf("Lines(%q) = %q", text, got)
		}
	})
}
