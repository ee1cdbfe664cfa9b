package scoretext

import "testing"

func TestParseAverage(t *testing.T) {
	for text, want := range map[string]string{
		"+0.22 (61%)": "0.22 61", "0.45": "0.45 -", "73%": "- 73", "+1.00": "1.00 -", "−0.10 45%": "-0.10 45", "61 per cent": "- 61",
		"–0.15": "-0.15 -", "-0.36 (32%)": "-0.36 32", "0": "0 -", "+1 (100%)": "1 100", "72.5 percent": "- 72.5", "+0.50(75 %)": "0.50 75",
		"73% (+0.45)": "0.45 73", ".45": "0.45 -", "+0,45": "0.45 -", "Average +0.22 (61%)": "0.22 61", "Overall: 0.40": "0.40 -", "47%": "- 47",
		"1.7": "1.7 -",
	} {
		average, ok := ParseAverage(testVocab, text)
		got := "- -"
		if ok {
			got = "-"
			if average.Value != nil {
				got = average.Value.String()
			}
			if average.Percent == nil {
				got += " -"
			} else {
				got += " " + average.Percent.String()
			}
		}
		if got != want || average.Text != text {
			t.Errorf("ParseAverage(%q) = %s; want %s", text, got, want)
		}
	}
	for _, text := range []string{"", "n/a", "12", "Canada +0.22", "0.22.1", "4711", "+0.22 (61", "2024-07", "1 of 3", "+0.22 61", "(", "%"} {
		if average, ok := ParseAverage(testVocab, text); ok {
			t.Errorf("ParseAverage(%q) = %+v; want none", text, average)
		}
	}
}
