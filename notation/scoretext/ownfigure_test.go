package scoretext

import "testing"

// Of several scores in a sentence one is the member's only where that is certain.
func TestOwnFigure(t *testing.T) {
	for text, want := range map[string]int{
		"Canada is scored 0 rather than +1.":                  0,
		"The score is +1, not 0.":                             1,
		"Japan receives −1; Canada receives 0.":               0,
		"Canada is scored −1, as is Japan; France has 0.":     -1,
		"Canada scores 0, compared with +1 for the last one.": 0,
		"Canada gets a score of zero.":                        0,
		// Not certain.
		"Canada and Japan receive 0, France +1 and −1.": noFigure,
		"Canada receives 0 or +1.":                      noFigure,
		"Canada and Japan score 0, but +1 at sea.":      noFigure,
		"Japan receives −1; France receives 0.":         noFigure,
		"Nets and lamps bring +1, nets alone 0.":        noFigure,
		"Canada has zero tolerance for torn nets.":      noFigure,
	} {
		got := noFigure
		for _, c := range ScoreClaims(testVocab, text, "CAN") {
			got = c.Score
		}
		if got != want {
			t.Errorf("ScoreClaims(%q) = %d, want %d", text, got, want)
		}
	}
}

const noFigure = 9
