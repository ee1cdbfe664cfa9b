package script

import "testing"

func TestCountOf(t *testing.T) {
	for text, want := range map[string]int{"nine": 9, "Twelve": 12, "twenty-five": 25, "13": 13, "one": 1} {
		if n, ok := CountOf(testVocab, text); n != want || !ok {
			t.Errorf("%q: %d, %v", text, n, ok)
		}
	}
	for _, text := range []string{"", "nine lamps", "ninety-", "dozen", "1.5", "half"} {
		if n, ok := CountOf(testVocab, text); ok {
			t.Errorf("%q: %d", text, n)
		}
	}
	if _, ok := NumberWord(testVocab, "13"); ok {
		t.Error("digits are no word")
	}
}
