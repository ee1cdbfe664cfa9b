package parse

import (
	"slices"
	"strings"
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

// concludedSheet is a chapter whose members' sections end with sentences of one
// form, in which N stands for the member, § for its score and L for its level.
func concludedSheet(form string, between ...string) *drawnSheet {
	s := newSheet().page().chapterHead()
	for _, m := range claimMembers {
		s.y += 8
		s.put(sheetLeft, 11, "*"+m.name+": "+m.score+"*")
		s.y += 6
		s.para(m.name + " has acted on its commitment in full, in part or not at all.")
		s.para("On 3 May 2001, " + m.name + " put up one gauge in the bay.")
		for _, p := range between {
			s.para(p)
		}
		s.para(strings.NewReplacer("N", m.name, "§", m.score, "L", m.level).Replace(form))
	}
	return s
}

func concluded(t *testing.T, s *drawnSheet) string {
	t.Helper()
	var got []*int
	for _, v := range s.parse(t).Commitments[0].Verdicts {
		got = append(got, v.ConcludingScore)
	}
	return scoresOf(got)
}

func TestConclusionsInTheReportsOwnForm(t *testing.T) {
	for _, form := range []string{
		"Thus, N receives a score of §.", "N receives § for its work on gauges.", "§ is awarded.", "L: §.", "Score: §", "N scores §.",
		"A score of § is therefore given.", "For these reasons N has been awarded a score (§).", "This warrants §.", "→ §", "[§]",
		"The keepers settled on §.", "We therefore mark N §.", "Hence §.", "N merits §.", "Grade: §", "In the end, the sum of it all comes to § for N.",
		"We give a score of §, for L.", "A study of gauges is no gauge, and the score must be §.", "Compliance is as it is, and the mark is §.",
		"A score of § is given, since its second gauge was not put up.", "No gauge could be found; N’s score is §.",
	} {
		if got := concluded(t, concludedSheet(form)); got != "+ 0 -" {
			t.Errorf("%q: %q", form, got)
		}
	}
}

// An action's paragraph that ends with the score stays whole.
func TestActionThatEndsWithTheScore(t *testing.T) {
	s := concludedSheet("On 9 May 2001, N sold a gauge. We give a score of §.")
	for _, v := range s.parse(t).Commitments[0].Verdicts {
		last := v.Actions[len(v.Actions)-1]
		if v.ConcludingScore == nil || last.Date != "2001-05-09" || !strings.HasSuffix(last.Text, "We give a score of "+strings.TrimPrefix(v.Concluding.Text, "We give a score of ")) {
			t.Errorf("%s: %v, %q", v.Member, v.ConcludingScore, last.Text)
		}
	}
}

// A score that no scale has is read as printed.
func TestConclusionOffTheScale(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.y += 6
	s.para("On 3 May 2001, Canada put up one gauge in the bay.")
	s.para("Thus, Canada receives a score of +2.")
	v := s.parse(t).Commitments[0].Verdicts[0]
	if *v.HeadingScore != 1 || v.ConcludingScore == nil || *v.ConcludingScore != 2 {
		t.Errorf("heading %v, conclusion %v", v.HeadingScore, v.ConcludingScore)
	}
}

// Figures at a section's end that are no score of its member, though they recur.
func TestFiguresThatConcludeNothing(t *testing.T) {
	for _, form := range []string{
		"N scored 2 goals.", "The tariff is now 0.", "The gauges count 0 harbours.", "N would receive a score of +1 if it had a gauge.",
		"The rubric says “a score of +1” of such a case.", "On 4 May 2001, the rate fell to 0.", "The water rose by +1 metre.",
		"In the previous report, the member had a score of 0.", "It is at 0%.", "A score, in the end, counts for 0.", "A score of 0 could be given.",
		"A score of +1 is not given, since its second gauge is old.", "Had it a gauge, a score of 0 would be due.",
	} {
		if got := concluded(t, concludedSheet(form)); got != "n n n" {
			t.Errorf("%q: %q", form, got)
		}
	}
}

// Of two sentences with different scores the reader is told.
func TestTwoConclusionsAreADoubt(t *testing.T) {
	s := concludedSheet("Thus, N receives a score of +1.", "Thus, the member receives a score of 0.")
	if kinds := warningKinds(s.parse(t)); strings.Contains(kinds, "conclusion-close") {
		t.Errorf("a guideline is a doubt: %s", kinds)
	}
	s = concludedSheet("Thus, N receives a score of +1. Thus, N receives a score of 0.")
	if kinds := warningKinds(s.parse(t)); !strings.Contains(kinds, "conclusion-close") {
		t.Errorf("no doubt: %s", kinds)
	}
}

// A conclusion that names another member and not the section's own is a doubt about
// the section: its lines may have been mixed with those of one beside it.
func TestConclusionOfAnotherIsADoubt(t *testing.T) {
	for _, c := range []struct {
		france string
		want   []string
	}{
		{"Thus, Japan receives a score of −1.", []string{"/commitments/0/verdicts/1"}},
		{"Thus, France receives a score of 0.", nil},
		{"Thus, it receives a score of 0.", nil},
		{"Thus, France receives a score of 0, as Japan does.", nil},
	} {
		s := newSheet().page().chapterHead()
		for _, m := range []struct{ head, end string }{{"Canada: +1", "Thus, Canada receives a score of +1."}, {"France: 0", c.france}} {
			s.put(sheetLeft, 11, "*"+m.head+"*")
			s.y += 6
			s.para("On 3 May 2001, the ministry put up one gauge in the bay.")
			s.para(m.end)
			s.y += 6
		}
		var got []string
		for _, w := range s.parse(t).Warnings {
			if w.Kind == "conclusion-of-another" {
				got = append(got, w.About...)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.france, got, c.want)
		}
	}
}
