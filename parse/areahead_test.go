package parse

import "testing"

// headSheet is a document of three chapters, each with what head puts above its parts.
func headSheet(head func(s *drawnSheet, i int)) *drawnSheet {
	s := newSheet()
	for i := range 3 {
		s.page()
		head(s, i)
		s.y += 6
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will put one into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 200, 300}, []string{"", "Score"}, []string{"Canada", "+1"}, []string{"France", "0"}, []string{"Japan", "−1"})
		for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
			s.put(sheetLeft, 12, "*"+m+"*")
			s.para("It has acted.")
		}
	}
	return s
}

func TestFormsOfChapterHeadings(t *testing.T) {
	areas := []string{"Health", "Environment", "Food Security"}
	titles := []string{"District Laboratories", "Tide Gauges", "Seed Banks"}
	roman := []string{"I", "II", "III"}
	words := []string{"One", "Two", "Three"}
	for name, c := range map[string]struct {
		head   func(s *drawnSheet, i int)
		titled bool // the area is told from the title
	}{
		"Roman numbers": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*"+roman[i]+". "+areas[i]+": "+titles[i]+"*")
		}, true},
		"Roman numbers without a full stop": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*"+roman[i]+" "+areas[i]+": "+titles[i]+"*")
		}, true},
		"numbers of sections": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*2."+words1(i)+". "+areas[i]+": "+titles[i]+"*")
		}, true},
		"letters": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*"+string(rune('A'+i))+". "+areas[i]+": "+titles[i]+"*")
		}, true},
		"a word with a number": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*Priority "+words1(i)+". "+areas[i]+": "+titles[i]+"*")
		}, true},
		"a letter that is not counted": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*A. "+areas[i]+": "+titles[i]+"*")
		}, false},
		"numbers in words": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*Chapter "+words[i]+". "+areas[i]+" – "+titles[i]+"*")
		}, true},
		"a stroke between": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*"+areas[i]+" – "+titles[i]+"*")
		}, true},
		"a stroke in one": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 16, "*"+[]string{"Health – District Laboratories", "Tide Gauges", "Seed Banks"}[i]+"*")
		}, false},
		"the area above": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 9, areas[i])
			s.y += 8
			s.put(sheetLeft, 16, "*"+words1(i)+". "+titles[i]+"*")
		}, true},
		"the area above, with a label": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 9, "Issue area: "+areas[i])
			s.y += 8
			s.put(sheetLeft, 16, "*"+titles[i]+"*")
		}, true},
		"what is no area above": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 9, "Larkhaven")
			s.y += 8
			s.put(sheetLeft, 16, "*"+titles[i]+"*")
		}, false},
		"the title below": {func(s *drawnSheet, i int) {
			s.put(sheetLeft, 12, "CHAPTER "+[]string{"ONE", "TWO", "THREE"}[i])
			s.y += 4
			s.put(sheetLeft, 18, "*"+areas[i]+"*")
			s.y += 8
			s.put(sheetLeft, 14, "_"+titles[i]+"_")
		}, true},
	} {
		rep := headSheet(c.head).parse(t)
		if len(rep.Commitments) != 3 {
			t.Errorf("%s: %d chapters", name, len(rep.Commitments))
			continue
		}
		for i, k := range rep.Commitments {
			if got := k.IssueArea == areas[i] && k.Title == titles[i]; got != c.titled || k.Number != i+1 || k.Text != "We will put one into every harbour." {
				t.Errorf("%s: %d %q %q, %q", name, k.Number, k.IssueArea, k.Title, k.Text)
			}
		}
	}
}

func words1(i int) string { return []string{"1", "2", "3"}[i] }

// Who wrote a section stands by chance at the top of several pages.
func TestAnalystsAtThePagesTop(t *testing.T) {
	s := newSheet()
	for range 3 {
		s.page().chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has complied and receives a score of +1.")
		s.page()
		s.y = 40
		s.para("Analyst: Odile Marsh")
		s.put(sheetLeft, 12, "*France: 0*")
		s.para("France has partially complied and receives a score of 0.")
	}
	for _, c := range s.parse(t).Commitments {
		if len(c.Verdicts) == 0 || c.Verdicts[0].Analyst != "Odile Marsh" {
			t.Errorf("%+v", c.Verdicts)
		}
	}
}

// A typewriter underlines somewhat below the words.
func TestHeadingsUnderlinedByATypewriter(t *testing.T) {
	roman := []string{"I", "II", "III"}
	for _, c := range []struct {
		below, beyond float64
		titled        bool
	}{{0.15, 0, true}, {0.25, 0, true}, {0.25, 40, false}, {0.6, 0, false}} {
		rep := headSheet(func(s *drawnSheet, i int) {
			text := roman[i] + ". Health: Tide Gauges"
			y := s.y
			s.put(sheetLeft, 11, text)
			s.rule(sheetLeft, y+c.below*11, sheetLeft+charWidth*11*float64(len(text))+c.beyond, y+c.below*11)
		}).parse(t)
		for _, k := range rep.Commitments {
			if got := k.IssueArea == "Health" && k.Title == "Tide Gauges"; got != c.titled {
				t.Errorf("%+v: %q, %q", c, k.IssueArea, k.Title)
			}
		}
	}
}

// Lines above the headings are areas where a third of them are named so; a line of
// another kind above them is none.
func TestAreasAboveThatAreNotKnown(t *testing.T) {
	read := func(above []string) string {
		rep := headSheet(func(s *drawnSheet, i int) {
			s.put(sheetLeft, 9, above[i])
			s.y += 8
			s.put(sheetLeft, 16, "*"+[]string{"District Laboratories", "Tide Gauges", "Seed Banks"}[i]+"*")
		}).parse(t)
		got := ""
		for _, c := range rep.Commitments {
			got += c.IssueArea + "/" + c.Title + "; "
		}
		return got
	}
	if got := read([]string{"Health", "Beacons", "Seeds"}); got != "Health/District Laboratories; Beacons/Tide Gauges; Seeds/Seed Banks; " {
		t.Errorf("%q", got)
	}
	if got := read([]string{"Spring", "Beacons", "Seeds"}); got != "District Laboratories/; Tide Gauges/; Seed Banks/; " {
		t.Errorf("%q", got)
	}
}
