package audit

import "testing"

// The end of a change is the figure of this report, unless its beginning is.
func TestProseChange(t *testing.T) {
	for text, want := range map[string]int{
		"The average is +0.35. No member has gained more than Japan, which rose from +0.06 to +1.00.":    1,
		"The average is +0.35. No member has gained more than Japan, which rose from +0.06 to +0.50.":    0,
		"The average is +0.35. Japan rose from +0.50 to +1.00.":                                          0,
		"The average is +0.35. On port fees Japan rose from +0.06 to +1.00.":                             0,
		"The average is +0.35. Japan rose from +0.06 to +1.00 in two years.":                             0,
		"The average is +0.35. In the interim report Japan rose from +0.06 to +1.00.":                    0,
		"The average is +0.35. Had it kept all commitments, Japan would have risen from +0.06 to +1.00.": 0,
		"The average is +0.35. Canada and Japan rose from +0.06 to +1.00.":                               0,
		"The average is +0.35. Japan's exports rose from +0.06 to +1.00.":                                0,
		"The average is +0.35. Japan rose from +0.06 to +1.00; a year ago it was otherwise.":             0,
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
	}
}
