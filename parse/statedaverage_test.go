package parse

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// statingSheet is a report of two chapters whose scores stand in headings; the lines
// given stand right below the text of each assessment.
func statingSheet(lines ...string) *drawnSheet {
	s := newSheet()
	for _, topic := range []string{"Harbours: Tide Gauges", "Sea: Lamps"} {
		s.page()
		s.put(sheetLeft, 16, "*"+topic+"*")
		s.y += 10
		s.put(sheetLeft, 12, "*Commitment*")
		s.para("“We will put one into every harbour.”")
		s.put(sheetLeft, 12, "*Assessment*")
		s.line("Compliance is judged by what the harbours have been given by the day on which")
		s.line("the leaders meet again, and two of the three members have given them all.")
		for _, l := range lines {
			s.line(l)
		}
		s.y += 8
		for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
			s.put(sheetLeft, 12, "*"+m+"*")
			s.para("It has acted on both halves of what was promised, so far as can be seen.")
		}
	}
	return s
}

func TestAveragesInLinesOfTheirOwn(t *testing.T) {
	for line, want := range map[string]string{
		"Average score: 0.750":                "0.750",
		"Average: +0.75 (88%)":                "0.75 88",
		"G8 average compliance score −0.1250": "-0.1250",
		"Mean score = 0.33":                   "0.33",
		"Overall Average: 67%":                "67",
		"Average income: 0.750":               "",
		"Average score: – 0.750":              "",
		"Average score: +1":                   "",
		"2000: 0.750":                         "",
		"The average score of nets was 0.750 in the year before.": "",
	} {
		rep := statingSheet(line).parse(t)
		if len(rep.Commitments) != 2 || len(rep.Commitments[0].Verdicts) != 3 {
			t.Fatalf("%q: %d chapters", line, len(rep.Commitments))
		}
		got := ""
		if a := rep.Commitments[0].Assessment; a != nil && a.Average != nil {
			for _, d := range []*model.Decimal{a.Average.Value, a.Average.Percent} {
				if d != nil {
					got = strings.TrimSpace(got + " " + d.String())
				}
			}
		}
		if got != want {
			t.Errorf("%q: %q, not %q", line, got, want)
		}
	}
	// A score and a percentage may have a line each; of two averages none is taken, and
	// what is not taken stays text.
	a := statingSheet("Average score: 0.50", "Average percentage: 75%").parse(t).Commitments[0].Assessment
	if a == nil || a.Average == nil || a.Average.Value == nil || a.Average.Percent == nil {
		t.Errorf("score and percentage: %+v", a)
	}
	rep := statingSheet("Average score: 0.50", "Average score: 0.75").parse(t)
	if a := rep.Commitments[0].Assessment; a != nil {
		t.Errorf("of two averages one is taken: %+v", a.Average)
	}
	if n := len(rep.Commitments[0].Background); n != 3 {
		t.Errorf("%d paragraphs", n)
	}
	// It may stand below the promise, or at the chapter's end, or at both.
	promise := func(s *drawnSheet, below, end bool) *model.Assessment {
		for _, topic := range []string{"Harbours: Tide Gauges", "Sea: Lamps"} {
			s.page()
			s.put(sheetLeft, 16, "*"+topic+"*")
			s.y += 10
			s.put(sheetLeft, 12, "*Commitment*")
			s.para("“We will put one into every harbour.”")
			if below {
				s.para("Average score: 0.750")
			}
			s.put(sheetLeft, 12, "*Background*")
			s.para("The harbours are old.")
			for _, m := range []string{"Canada: +1", "France: 0", "Japan: −1"} {
				s.put(sheetLeft, 12, "*"+m+"*")
				s.para("It has acted on both halves of what was promised.")
			}
			if end {
				s.para("Average score: 0.750")
			}
		}
		return s.parse(t).Commitments[0].Assessment
	}
	for _, c := range [][2]bool{{true, false}, {false, true}, {true, true}} {
		a := promise(newSheet(), c[0], c[1])
		if a == nil || a.Average == nil || a.Average.Text != "0.750" {
			t.Errorf("below the promise, at the end %v: %+v", c, a)
		}
	}
	// The line of another stage is not this report's.
	a = statingSheet("Interim average: 0.50", "Final average: 0.75").parse(t).Commitments[0].Assessment
	if a == nil || a.Average == nil || a.Average.Value.String() != "0.75" {
		t.Errorf("interim and final: %+v", a)
	}
}
