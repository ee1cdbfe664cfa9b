package scoretext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzScores(f *testing.F) {
	for _, s := range []string{"+1", "−1", "n/a", "Canada: +1", "1. Canada (0)", "Thus, Canada receives a score of +1.", "+0.22 (61%)", "73 per cent (+0.45)", "has not fully complied", "compliance at +0.60 (80%), followed by"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if score, ok, na := ParseScore(testVocab, text); ok && (na || score < -9 || score > 9) {
			t.Fatalf("ParseScore(%q) = %d, %v", text, score, na)
		}
		if name, _, ok := HeadingScore(testVocab, text); ok && !strings.Contains(text, name) {
			t.Fatalf("HeadingScore(%q): name %q", text, name)
		}
		if name, _, ok := ConcludingScore(testVocab, text); ok && (name == "" || utf8.ValidString(text) && !strings.Contains(text, name)) {
			t.Fatalf("ConcludingScore(%q): name %q", text, name)
		}
		ComplianceWords(testVocab, text)
		if a, ok := ParseAverage(testVocab, text); ok && a.Value == nil && a.Percent == nil {
			t.Fatalf("ParseAverage(%q) is empty", text)
		}
	})
}
