package parse

import (
	"testing"
)

func TestSectionClosedFreely(t *testing.T) {
	section := func(last string) *drawnSheet {
		s := newSheet().page().chapterHead()
		s.put(sheetLeft, 11, "*Canada: 0*")
		s.y += 6
		s.para("Canada has partially complied with its commitment.")
		s.para("On 3 May 2001, Canada put up one gauge in the bay.")
		s.para(last)
		return s
	}
	for last, actions := range map[string]int{
		"Canada is awarded 0.":                                        1,
		"As one bay has none, the score is 0.":                        1,
		"In June 2001, a gauge was sold. The score is 0.":             2,
		"Compliance was in part, partial compliance. The score is 0.": 1,
	} {
		v := section(last).parse(t).Commitments[0].Verdicts[0]
		if v.ConcludingScore == nil || *v.ConcludingScore != 0 || v.Concluding == nil || len(v.Actions) != actions {
			t.Errorf("%q: score %v, %d actions, concluding %+v", last, v.ConcludingScore, len(v.Actions), v.Concluding)
		}
	}
	// The score of something else, or one in the middle of the section.
	for _, s := range []*drawnSheet{
		section("Japan is awarded 0."), section("The harbour index is 0."), section("The gauge is awarded 0."),
		section("The score is 0.").para("On 4 May 2001, a second gauge was put up in the bay.").para("On 5 May 2001, a third gauge was put up in the bay."),
	} {
		if v := s.parse(t).Commitments[0].Verdicts[0]; v.ConcludingScore != nil {
			t.Errorf("a score: %+v", v.Concluding)
		}
	}
}
