package parse

import (
	"slices"
	"testing"
)

// runsOfMembers is an early report: a table of contents, and chapters without a
// heading for any of their parts and without a table of scores. sign stands
// behind each section's last sentence.
func runsOfMembers(contents bool, heads []string, sign func(member string) string) *drawnSheet {
	s := newSheet().page()
	s.put(sheetLeft, 18, "*2031 Larkhaven G7 Summit Final Compliance Report*")
	s.y += 20
	s.para("1 July 2031 to 1 June 2032")
	s.page()
	if contents {
		s.put(sheetLeft, 13, "*Contents*")
		s.y += 4
		s.line("Overview . . . . . . . . 3").line("The Commitments . . . . . . . . 4").line("Method . . . . . . . . 4")
		for i, h := range heads {
			s.line(h + " . . . . . . . . " + string(rune('5'+i)))
		}
	}
	s.page()
	s.put(sheetLeft, 13, "*The Commitments*")
	s.y += 6
	s.para("Two of their commitments were looked at by six students.")
	s.put(sheetLeft, 13, "*Method*")
	s.y += 6
	s.para("Three scores are given, as in the years before this one.")
	for _, h := range heads {
		s.page()
		s.put(sheetLeft, 13, "*"+h+"*")
		s.y += 8
		s.para("“We will do what we have promised in the harbours.”")
		s.para("The members have spoken of it in each of their meetings.")
		for _, m := range [][2]string{{"Canada", "+1"}, {"France", "0"}, {"Japan", "−1"}, {"Germany", "n/a"}} {
			s.at(sheetLeft, s.y, 11, "*"+m[0]+"*")
			s.at(sheetLeft+110, s.y, 11, "*"+m[1]+"*")
			s.mergeRows()
			s.y += 20
			s.para("On 3 March 2032, " + m[0] + " set up nine lamps in its oldest harbour.")
			s.para("The lamps are lit from dusk to dawn." + sign(m[0]))
		}
	}
	return s
}

func unsigned(string) string { return "" }

var romanHeads = []string{"I. Harbours: Tide Gauges", "II. Safety: Pilots"}

func TestChaptersThatAreRunsOfMembers(t *testing.T) {
	for name, c := range map[string]struct {
		contents bool
		heads    []string
		want     int
	}{
		"Roman numbers":            {true, romanHeads, 2},
		"Roman numbers, no list":   {false, romanHeads, 2},
		"in the list alone":        {true, []string{"Harbours: Tide Gauges", "Safety: Pilots"}, 2},
		"figures":                  {false, []string{"1. Harbours: Tide Gauges", "2. Safety: Pilots"}, 2},
		"neither number nor entry": {false, []string{"Harbours: Tide Gauges", "Safety: Pilots"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			rep := runsOfMembers(c.contents, c.heads, unsigned).parse(t)
			var got []string
			for _, k := range rep.Commitments {
				if k.IssueArea == "" {
					continue // what the page of the commitments makes
				}
				got = append(got, k.Title)
				if c.want > 0 && (len(k.Verdicts) != 4 || k.Verdicts[2].HeadingScore == nil || *k.Verdicts[2].HeadingScore != -1 || len(k.Verdicts[0].Actions) == 0) {
					t.Errorf("sections of %q: %+v", k.Title, k.Verdicts)
				}
			}
			if c.want == 2 && !slices.Equal(got, []string{"Tide Gauges", "Pilots"}) || c.want == 0 && len(got) > 0 {
				t.Errorf("chapters %q", got)
			}
		})
	}
}

// Members with scores that follow each other without text are a table's rows.
func TestMembersWithoutTextAreNoRun(t *testing.T) {
	s := runsOfMembers(true, romanHeads, unsigned).page()
	s.put(sheetLeft, 13, "*III. Annex: Last Year*")
	s.y += 30
	for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
		s.put(sheetLeft, 11, "*"+m+"*")
		s.y += 20
	}
	if rep := s.parse(t); len(rep.Commitments) != 2 {
		t.Errorf("%d chapters", len(rep.Commitments))
	}
}
