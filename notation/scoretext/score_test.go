package scoretext

import (
	"strconv"
	"testing"

	"recount.invalid/recount/vocabulary"
)

var testVocab = vocabulary.Default()

func show(score *int) string {
	if score == nil {
		return "nil"
	}
	return strconv.Itoa(*score)
}

func TestParseScore(t *testing.T) {
	for cell, want := range map[string]int{
		"+1": 1, "1": 1, "0": 0, "-1": -1, "−1": -1, "–1": -1, "‑1": -1, " + 1 ": 1, "+1*": 1, "(−1)": -1, "+2": 2, "\u00a00": 0, "-0": 0,
	} {
		if score, ok, na := ParseScore(testVocab, cell); !ok || na || score != want {
			t.Errorf("ParseScore(%q) = %d, %v, %v; want %d", cell, score, ok, na, want)
		}
	}
	for _, cell := range []string{"n/a", "N/A", "", "—", "not applicable"} {
		if score, ok, na := ParseScore(testVocab, cell); ok || !na {
			t.Errorf("ParseScore(%q) = %d, %v, %v; want not applicable", cell, score, ok, na)
		}
	}
	for _, cell := range []string{"-", "+", "−", "–", "10", "0.5", "1 1", "+1 0", "one", "1-", "--1", "+1%", "4711", "Canada", "1st"} {
		if score, ok, na := ParseScore(testVocab, cell); ok || na {
			t.Errorf("ParseScore(%q) = %d, %v, %v; want illegible", cell, score, ok, na)
		}
	}
}
