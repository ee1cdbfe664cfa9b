package parse

import "testing"

// runOnPiece is a run of text with its place.
type runOnPiece struct {
	from, to float64
	text     string
}

// runOn puts a line whose pieces end where they are told to.
func (s *drawnSheet) runOn(ps ...runOnPiece) *drawnSheet {
	for _, p := range ps {
		s.at(p.from, s.y, s.size, p.text)
	}
	s.mergeRows()
	l := &s.current().Lines[len(s.current().Lines)-1]
	for i := range l.Runs {
		l.Runs[i].Box[0], l.Runs[i].Box[2] = ps[i].from, ps[i].to
		if i > 0 {
			l.Runs[i].Gap, l.Runs[i].Space = ps[i].from-ps[i-1].to, true
		}
	}
	l.Box[2] = ps[len(ps)-1].to
	s.y += s.lead * s.size
	return s
}

// threeRules draws the rules of a table whose head and rows a function sets.
func (s *drawnSheet) threeRules(head, rows func()) *drawnSheet {
	rule := func() {
		s.rule(72, s.y-s.size, 470, s.y-s.size)
		s.y += 4
	}
	rule()
	head()
	rule()
	rows()
	rule()
	s.y += s.size
	return s
}

// Between three rules the gaps of a row may be no wider than those of a loose line of
// text, so that its label and its figures come as one piece.
func TestRowsThatRunOn(t *testing.T) {
	xs := []float64{72, 200, 235, 270, 305, 340, 400}
	names := []string{"Commitment", "CAN", "FRA", "GER", "ITA", "JPN", "Average"}
	want := "CAN FRA DEU ITA JPN\n1: 1 -1 0 0 x = 0.00\n2: 0 -1 0 0 1 = 0.00\n3: 1 0 0 1 1 = 0.60\n0.67 −0.67 0.00 0.33 1.00 = 0.20"
	scored := func(s *drawnSheet) {
		s.row(xs, "1. Wells", "+1", "−1", "0", "0", "n/a", "0.00")
		s.row(xs, "2. Seals", "0", "−1", "0", "0", "+1", "0.00")
		s.row(xs, "3. Grain", "+1", "0", "0", "+1", "+1", "0.60")
	}
	for name, set := range map[string]func(*drawnSheet){
		"label and all averages": func(s *drawnSheet) {
			s.row(xs, names...)
			scored(s)
			s.runOn(runOnPiece{72, 362, "Member average 0.67 −0.67 0.00 0.33 1.00"}, runOnPiece{400, 420, "0.20"})
		},
		"label and some averages": func(s *drawnSheet) {
			s.row(xs, names...)
			scored(s)
			s.runOn(runOnPiece{72, 255, "Member average 0.67 −0.67"}, runOnPiece{268, 362, "0.00 0.33 1.00"}, runOnPiece{400, 420, "0.20"})
		},
		"the overall average too": func(s *drawnSheet) {
			s.row(xs, names...)
			scored(s)
			s.runOn(runOnPiece{72, 420, "Member average 0.67 −0.67 0.00 0.33 1.00 0.20"})
		},
		"a row of scores": func(s *drawnSheet) {
			s.row(xs, names...)
			s.runOn(runOnPiece{72, 360, "1. Wells +1 −1 0 0 n/a"}, runOnPiece{400, 420, "0.00"})
			s.row(xs, "2. Seals", "0", "−1", "0", "0", "+1", "0.00")
			s.row(xs, "3. Grain", "+1", "0", "0", "+1", "+1", "0.60")
			s.row(xs, "Member average", "0.67", "−0.67", "0.00", "0.33", "1.00", "0.20")
		},
		"the end of every row": func(s *drawnSheet) {
			s.row(xs, names...)
			for _, row := range [][2]string{{"1. Wells", "+1 −1 0 0 n/a"}, {"2. Seals", "0 −1 0 0 +1"}, {"3. Grain", "+1 0 0 +1 +1"}} {
				average := map[string]string{"3. Grain": "0.60"}[row[0]]
				if average == "" {
					average = "0.00"
				}
				s.runOn(runOnPiece{72, 112, row[0]}, runOnPiece{200, 352, row[1]}, runOnPiece{400, 420, average})
			}
			s.row(xs, "Member average", "0.67", "−0.67", "0.00", "0.33", "1.00", "0.20")
		},
		"a label from edge to edge": func(s *drawnSheet) {
			s.row(xs, names...)
			scored(s)
			s.row([]float64{72, 130, 200, 235, 270, 305, 340, 400}, "Average", "by", "0.67", "−0.67", "0.00", "0.33", "1.00", "0.20")
			s.row(xs, "member")
		},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.threeRules(func() {}, func() { set(s) })
		s.page().chapterHead()
		rep := s.parse(t)
		if got := onlyMatrix(t, rep); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// A label's number is no score, and a figure that is missing leaves no place to guess.
func TestRowsThatDoNotRunOn(t *testing.T) {
	xs := []float64{72, 200, 235, 270, 305, 340, 400}
	for name, c := range map[string]struct {
		row  []runOnPiece
		want string
	}{
		"a number of the label":     {[]runOnPiece{{72, 150, "Wells of zone 1"}, {235, 247, "−1"}, {270, 276, "0"}, {305, 311, "0"}, {340, 346, "0"}, {400, 420, "−0.25"}}, "x -1 0 0 0"},
		"one figure too few":        {[]runOnPiece{{72, 352, "Wells +1 −1 0 0"}, {400, 420, "0.00"}}, ""},
		"words between the figures": {[]runOnPiece{{72, 352, "Wells +1 −1 or 0 0 0"}, {400, 420, "0.00"}}, ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.threeRules(func() { s.row(xs, "Commitment", "CAN", "FRA", "GER", "ITA", "JPN", "Average") }, func() {
			s.row(xs, "Seals", "0", "−1", "0", "0", "+1", "0.00")
			s.row(xs, "Grain", "+1", "0", "0", "+1", "+1", "0.60")
			s.row(xs, "Lamps", "+1", "0", "0", "+1", "+1", "0.60")
			s.runOn(c.row...)
		})
		s.page().chapterHead()
		rep := s.parse(t)
		got := ""
		for _, m := range rep.Matrices {
			for _, row := range m.Rows {
				if row.Label != "Seals" && row.Label != "Grain" && row.Label != "Lamps" {
					got = scoresText(row.Scores)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if c.want == "" && len(rep.Matrices) > 0 && len(rep.Warnings) == 0 {
			t.Errorf("%s: nothing is said of the row", name)
		}
	}
}

// What else stands between three rules is no matrix.
func TestThreeRulesWithoutAMatrix(t *testing.T) {
	for name, rows := range map[string][]string{
		"prose": {
			"About the scores", "A score of +1 stands for full compliance, and 0 for a work in progress.",
			"Canada, France and Germany had +1 +1 0 on harbours a year before.", "Japan and Italy share the first place with 0 +1 0 in all.",
		},
		"actions": {
			"What was done", "4 May 2020: Canada opened a yard and gave it 3 4 5 berths in turn.",
			"9 May 2020: France voted 0 0 1 in three readings.", "12 May 2020: Japan published 0.22 0.33 0.44 of it.",
		},
	} {
		s := newSheet().page()
		s.threeRules(func() { s.put(sheetLeft, s.size, rows[0]) }, func() {
			for _, row := range rows[1:] {
				s.put(sheetLeft, s.size, row)
			}
		})
		s.page().chapterHead()
		if rep := s.parse(t); len(rep.Matrices) > 0 {
			t.Errorf("%s: %s", name, matrixText(rep.Matrices[0]))
		}
	}
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*").para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Scoring Guidelines*")
	s.y += 10
	xs := []float64{72, 110}
	s.threeRules(func() { s.row(xs, "Score", "Guideline") }, func() {
		s.row(xs, "−1", "The member has no gauges, and 0 0 0 in all.")
		s.row(xs, "0", "The member has gauges, and 0 +1 0 in all.")
		s.row(xs, "+1", "The member has gauges in every harbour, and +1 +1 +1 in all.")
	})
	s.put(sheetLeft, 12, "*Canada: +1*").para("Canada has fully complied with its commitment.")
	rep := s.parse(t)
	if len(rep.Matrices) > 0 || len(rep.Commitments) != 1 || len(rep.Commitments[0].Rubric) != 3 {
		t.Errorf("a scoring table: %d matrices, %+v", len(rep.Matrices), rep.Commitments)
	}
}

// scoresText is a row's scores as one text, with x for none.
func scoresText(scores []*int) string {
	out := ""
	for i, v := range scores {
		if i > 0 {
			out += " "
		}
		if v == nil {
			out += "x"
		} else {
			out += map[int]string{-1: "-1", 0: "0", 1: "1"}[*v]
		}
	}
	return out
}

// A piece that cannot be cut hides the columns that it goes over: the members who are
// named over them are told of.
func TestMembersHiddenByARow(t *testing.T) {
	xs := []float64{72, 200, 235, 270, 305, 340, 375, 430}
	for name, c := range map[string]struct {
		label string
		to    float64
		want  bool
	}{
		"over two columns": {"Wells of −1 or +1 by", 260, true},
		"over none":        {"Wells of −1 or +1 by", 160, false},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table A: Scores*")
		s.threeRules(func() { s.row(xs, "Commitment", "CAN", "FRA", "GER", "ITA", "JPN", "UK", "Average") }, func() {
			s.row(xs, "Seals", "0", "−1", "0", "0", "+1", "0", "0.00")
			s.row(xs, "Grain", "+1", "0", "0", "+1", "+1", "0", "0.50")
			s.runOn(runOnPiece{72, c.to, c.label}, runOnPiece{270, 276, "0"}, runOnPiece{305, 311, "0"}, runOnPiece{340, 346, "0"}, runOnPiece{375, 381, "0"}, runOnPiece{430, 450, "0.00"})
		})
		s.page().chapterHead()
		rep := s.parse(t)
		if got := hasKind(rep, "member-unknown"); got != c.want || len(rep.Matrices) != 1 {
			t.Errorf("%s: told %v, want %v; %d matrices, %s", name, got, c.want, len(rep.Matrices), warningKinds(rep))
		}
	}
}
