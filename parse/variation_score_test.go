package parse

import (
	"testing"

	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

func TestHeadingsWithScoresInOtherForms(t *testing.T) {
	v := vocabulary.Default()
	for _, c := range []struct {
		text, name, score string
		ok                bool
	}{
		{"Canada: +1.0", "Canada", "+", true},
		{"Canada: −1.00", "Canada", "-", true},
		{"Canada: Score of −1", "Canada", "-", true},
		{"Canada: Compliance Score: 0", "Canada", "0", true},
		{"Canada: Full", "Canada", "+", true},
		{"Canada: Partial Compliance", "Canada", "0", true},
		{"Canada: WIP", "Canada", "0", true},
		{"Canada: None", "Canada", "n", true}, // perhaps no score
		{"European Union: 0 (Commission: +1, Council: 0)", "European Union", "0", true},
		{"Canada: +0.50", "Canada", "n", true},
		{"Canada: the sum of gauges is 1", "", "", false},
		{"Harbours: one (of two: 1)", "", "", false},
	} {
		name, score, ok := scoretext.HeadingScore(v, c.text)
		if ok != c.ok || ok && (name != c.name || scoresOf([]*int{score}) != c.score) {
			t.Errorf("%q: %q %v %v", c.text, name, scoresOf([]*int{score}), ok)
		}
	}
}

func TestTablesWithScoresInOtherForms(t *testing.T) {
	for _, c := range []struct {
		head  string
		cells []string
		want  string
	}{
		{"Score", []string{"+1.0", "0.0", "−1.0"}, "CAN+ FRA0 JPN- "},
		{"Score", []string{"1.00", "0.00", "-1.00"}, "CAN+ FRA0 JPN- "},
		{"Score", []string{"full", "partial", "none"}, "CAN+ FRA0 JPN- "},
		{"Score", []string{"full", "WIP", "No Compliance"}, "CAN+ FRA0 JPN- "},
		{"Score", []string{"+1", "0 (Commission: +1)", "−1"}, "CAN+ FRA0 JPN- "},
		{"Score", []string{"+1", "n.a.", "—"}, "CAN+ FRAn JPNn "},
		{"Score", []string{"(1)", "(0)", "(-1)"}, "CAN+ FRA0 JPN- "},
		// 'None' beside another word for the lowest level says that there is no
		// score; averages are no scores.
		{"Score", []string{"full", "none", "Non-compliance"}, "CAN+ FRAn JPN- "},
		{"Score", []string{"+1.0", "0.5", "0.0"}, ""},
		{"Average", []string{"+1.00", "0.00", "0.00"}, ""},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will put a tide gauge into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 12
		s.ruled([]float64{72, 220, 400}, []string{"Country", c.head}, []string{"Canada", c.cells[0]}, []string{"France", c.cells[1]}, []string{"Japan", c.cells[2]})
		s.line("*Canada: +1*").para("Canada has fully complied with its commitment.")
		rep := s.parse(t)
		got := ""
		if a := rep.Commitments[0].Assessment; a != nil {
			got = tableOf(a)
		}
		if got != c.want {
			t.Errorf("%q: scores %q, warnings %s", c.cells, got, warningKinds(rep))
		}
	}
	// A member's heading that ends in a full stop which is no sentence's.
	s := newSheet().page().chapterHead()
	s.line("*Canada: +1.0*").para("Canada has fully complied with its commitment.")
	s.line("*France: n.a.*").para("France was not assessed.")
	s.line("*Japan: 0 (Diet: +1)*").para("Japan has partially complied with its commitment.")
	if v := s.parse(t).Commitments[0].Verdicts; len(v) != 3 || scoresOf([]*int{v[0].HeadingScore, v[1].HeadingScore, v[2].HeadingScore}) != "+ n 0" {
		t.Errorf("%d sections: %+v", len(v), v)
	}
}
