package figure

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFigures(f *testing.F) {
	for _, s := range []string{"+1", "Canada: +1", "+0.22 (61%)", "73 per cent (+0.45)", "compliance at +0.60 (80%), followed by"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, figure := range FindFigures(testVocab, text) {
			if figure.Value == nil && figure.Percent == nil || utf8.ValidString(text) && !strings.Contains(text, figure.Text) {
				t.Fatalf("FindFigures(%q): %+v", text, figure)
			}
		}
	})
}
