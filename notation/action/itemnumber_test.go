package action

import "testing"

func TestActionDateBehindTheNumberOfAParagraph(t *testing.T) {
	for text, want := range map[string]string{
		"1. On 14 December 2031, Atlantis mended its nets.":   "2031-12-14",
		"(12) On 14 December 2031, Atlantis mended its nets.": "2031-12-14",
		"b) On 14 December 2031, Atlantis mended its nets.":   "2031-12-14",
		"3. Atlantis mended its nets on 14 December 2031.":    "2031-12-14",
		"3. December 14, 2031: Atlantis mended its nets.":     "2031-12-14",
		"3. 14 December 2031: Atlantis mended its nets.":      "2031-12-14",
		// Near misses.
		"112. On 14 December 2031, Atlantis mended its nets.":         "",
		"1. Atlantis mended its nets. On 14 December 2031 it rained.": "",
	} {
		got, _, _ := ActionDate(testVocab, text, datePeriod)
		if got.EDTF != want {
			t.Errorf("%s\n\tgot %q, want %q", text, got.EDTF, want)
		}
	}
	if got := withoutItemNumber(testVocab, "14. December 2031 saw rain."); got != "14. December 2031 saw rain." {
		t.Error(got)
	}
}
