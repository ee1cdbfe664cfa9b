package scoretext

import "testing"

func TestClosingScore(t *testing.T) {
	for text, want := range map[string]int{
		"Canada is awarded +1.":                                         1,
		"Both nets were mended, and Canada is awarded +1.":              1,
		"As no net was mended, Canada is given −1.":                     -1,
		"The score is 0.":                                               0,
		"On balance, the score is 0.":                                   0,
		"The score is -1: nothing was mended.":                          -1,
		"Its score is therefore 0.":                                     0,
		"Canada’s score is consequently +1.":                            1,
		"The score given is 0.":                                         0,
		"The score awarded to Canada is 0.":                             0,
		"A score of +1 is warranted.":                                   1,
		"Thus a rating of 0 is awarded to Canada.":                      0,
		"A score of +1 has been given.":                                 1,
		"As no net was mended, a score of −1 has been awarded.":         -1,
		"For this reason a score of 0 is given.":                        0,
		"Score: +1. Canada has fully complied.":                         1,
		"Three nets were mended. The mark stands at +1.":                1,
		"Canada mended a net on 3 May 2009. Canada is credited with 0.": 0,
		"Such a record merits 0.":                                       0,
		"This warrants a score of −1.":                                  -1,
		"Such a mixed record deserves a mark of 0.":                     0,
		"As no net was mended, that record justifies -1.":               -1,
		"A score of 0 is therefore given.":                              0,
		"A score of +1 is thus warranted.":                              1,
		"A net at sea is not a net on land: 0 is awarded.":              0,
	} {
		if got, _, ok := ClosingScore(testVocab, text, "CAN"); !ok || got != want {
			t.Errorf("ClosingScore(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "Canada is awarded 1.", "Canada is awarded +1 and Japan 0.", "Japan is awarded +1.", "The score awarded to Japan is 0.",
		"The average score is 0.", "The interim score is 0.", "The programme is awarded 0.", "The temperature is 0.", "Its growth is 0%.",
		"Canada is awarded 0 contracts.", "Canada would be given +1.", "If the net is mended, the score is +1.", "The score is not 0.",
		"The score is 0.5.", "On 3 May 2009, Canada is awarded 0.", "The score of 0 is lower than last year.", "A score of +1 is given to members that mend nets.",
		"A score of +1 has been given to members that mend nets.", "A score of +1 has not been given.", "A score of 0 has been common.",
		"For this net a score of 0 is given.", "A score of +1 had been given.",
		"Such a record does not merit +1.", "Such a record merits 0 awards.", "Such a net merits 0.", "Such a record would merit +1.", "Ten nets: 0 is usual.",
		"The goalless draw ended, and the score is 0–0.", "The index puts the score at 10.", "Canada is awarded +1. The net was mended. It was blue.",
	} {
		if got, _, ok := ClosingScore(testVocab, text, "CAN"); ok {
			t.Errorf("ClosingScore(%q) = %d; want none", text, got)
		}
	}
}
