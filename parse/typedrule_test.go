package parse

import (
	"encoding/json"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// typed is a chapter whose table of scores is ruled with lines of a sign.
func typed(rule string) *drawnSheet {
	s := newSheet().page()
	s.line("*1. Harbours: Dredging*").line("*Commitment*").para("“We will dredge the harbours.”").line("*Assessment*")
	s.line(rule)
	s.line("Country | Score")
	s.line(rule)
	s.line("Canada | +1").line("France | 0").line("Japan | −1")
	s.line(rule)
	s.line("Average | 0.00")
	s.line(rule)
	s.y += 10
	return s.para("The three members did what they could, each of them by its own means.")
}

func TestRuleOfSignsIsNoText(t *testing.T) {
	for _, rule := range []string{
		strings.Repeat("-", 40), strings.Repeat("~", 40), strings.Repeat("=", 40), strings.Repeat("—", 20), strings.Repeat("─", 30),
		strings.Repeat("-", 12) + " | " + strings.Repeat("-", 6),
	} {
		rep := typed(rule).parse(t)
		if len(rep.Commitments) != 1 || rep.Commitments[0].Assessment == nil {
			t.Errorf("%q: %+v", rule, rep.Commitments)
			continue
		}
		a := rep.Commitments[0].Assessment
		if len(a.Scores) != 3 || a.Average == nil || a.Average.Text != "0.00" || a.Scores[0].Text != "+1" || a.Scores[2].Text != "−1" {
			t.Errorf("%q: %+v %+v", rule, a.Scores, a.Average)
		}
		for _, w := range rep.Warnings {
			if strings.Contains(w.Text, rule) {
				t.Errorf("%q: %s", rule, w.Text)
			}
		}
	}
}

func TestFewSignsAreText(t *testing.T) {
	for _, text := range []string{"----", "- - - - - - - - -", "Signed: ============", "-------- 12"} {
		rep := typed(strings.Repeat("-", 40)).line(text).parse(t)
		all, err := json.Marshal(rep)
		if err != nil || !strings.Contains(string(all), text) {
			t.Errorf("%q is lost: %v", text, err)
		}
	}
}

// typewritten sets lines in letters of one width, spaces as many as in the text.
func (s *drawnSheet) typewritten(lines ...string) *drawnSheet {
	const width = 6.0
	for _, text := range lines {
		if text != "" {
			s.at(sheetLeft, s.y, 10, strings.Join(strings.Fields(text), " | "))
			l := &s.current().Lines[len(s.current().Lines)-1]
			l.Box = model.Box{}
			from, end := 0, 0
			for i := range l.Runs {
				run := &l.Runs[i]
				from = end + strings.Index(text[end:], run.Text)
				run.Gap = 0
				if i > 0 {
					run.Gap = width * float64(from-end)
				}
				end = from + len(run.Text)
				run.Box = model.Box{sheetLeft + width*float64(from), s.y - 7.5, sheetLeft + width*float64(end), s.y + 2.5}
				l.Box = l.Box.Union(run.Box)
			}
		}
		s.y += 13
	}
	return s
}

func TestTypewrittenMatrixInGroups(t *testing.T) {
	rule := strings.Repeat("-", 60)
	s := newSheet().page().line("Scores by Issue Area")
	s.typewritten(
		rule,
		"Sea                     CAN   FRA   ITA   JPN   0.33",
		rule,
		"I.  Night Lamps           1     1     0    -1   0.25",
		"II. Tide Gauges           1     0   n/a     1   0.67",
		"",
		rule,
		"Shore                   CAN   FRA   ITA   JPN   0.50",
		rule,
		"III. Sand Dune Grass      1     1     0     0   0.50",
		"",
		rule,
		"Average                1.00  0.67  0.00  0.00   0.45",
		rule,
	)
	rep := s.page().chapterHead().parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("%d matrices, warnings %+v", len(rep.Matrices), rep.Warnings)
	}
	got := strings.TrimSpace(matrixText(rep.Matrices[0]))
	if !strings.HasPrefix(got, "CAN FRA ITA JPN\n1: 1 1 0 -1 = 0.25\n2: 1 0 x 1 = 0.67\n3: 1 1 0 0 = 0.50") {
		t.Errorf("read as %s", got)
	}
	m := rep.Matrices[0]
	if m.Overall == nil || m.Overall.Text != "0.45" || m.Rows[2].Label != "III. Sand Dune Grass" {
		t.Errorf("overall %+v, rows %+v", m.Overall, m.Rows)
	}
}
