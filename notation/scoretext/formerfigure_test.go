package scoretext

import "testing"

// Scores of an earlier report beside the member's own.
func TestFormerFigure(t *testing.T) {
	type want struct {
		score            int
		ok               bool
		earlier, settled bool
	}
	for text, w := range map[string]want{
		"For these reasons the score of 0 in the interim report has been replaced by +1.": {1, true, false, true},
		"The score of +1 in the interim report is therefore confirmed: +1.":               {1, true, false, true},
		"The score of 0 in the last report has been raised to +1.":                        {1, true, false, true},
		"Canada receives a score of +1 (interim score: 0).":                               {1, true, false, false},
		"Canada receives -1, its score in the interim report.":                            {-1, true, false, false},
		"Canada accordingly keeps the +1 that it received in the interim report.":         {1, true, false, false},
		// Near misses.
		"Canada received -1, its score in the interim report.":                {-1, true, true, false},
		"Canada lost the +1 that it received in the interim report.":          {1, true, true, false},
		"The score of 0 in the interim report has not been replaced by +1.":   {},
		"The interim report gave Canada a score of 0.":                        {0, true, true, false},
		"The score of 0 in the interim report compares with the +1 of Japan.": {},
	} {
		claims := ScoreClaims(testVocab, text, "CAN")
		if len(claims) == 0 {
			if w.ok {
				t.Errorf("ScoreClaims(%q): none", text)
			}
			continue
		}
		c := claims[0]
		if got := (want{c.Score, true, c.Earlier, c.Settled}); got != w && !(c.Denied && got.score == w.score) {
			t.Errorf("ScoreClaims(%q) = %+v, want %+v", text, got, w)
		}
	}
}
