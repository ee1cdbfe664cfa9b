package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func figureText(value, percent *model.Decimal) string {
	out := "none"
	if value != nil {
		out = value.String()
	}
	if percent != nil {
		out += " " + percent.String() + "%"
	}
	return out
}

// Figures under or beside the word for percentages do without the sign.
func TestPercentagesByTheirHead(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 2: Scores*")
	s.y += 10
	s.ruled([]float64{72, 160, 220, 280, 340, 420, 480},
		[]string{"", "Brazil", "India", "China", "%", "Average"},
		[]string{"1. Gauges", "+1", "0", "+1", "83", "+0.67"},
		[]string{"2. Piers", "0", "0", "−1", "33", "−0.33"},
		[]string{"Average", "+0.50", "0.00", "0.00", "58", "+0.17"},
		[]string{"%", "75", "50", "50", "58", ""})
	s.put(sheetLeft, 12, "*Table 3: Ranking*")
	s.y += 10
	s.ruled([]float64{72, 120, 300, 380, 440},
		[]string{"Rank", "Member", "Average", "Percent"},
		[]string{"1", "Brazil", "+0.50", "75"},
		[]string{"2", "India", "0.00", "50"},
		[]string{"2", "China", "0.00", "50"})
	s.page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 220, 400}, []string{"Country", "Score"}, []string{"Brazil", "+1"}, []string{"India", "0"}, []string{"China", "0"},
		[]string{"Average", "+0.33"}, []string{"Percentage", "67"})
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || len(rep.Rankings) != 1 {
		t.Fatalf("%d matrices, %d rankings, %s", len(rep.Matrices), len(rep.Rankings), warningKinds(rep))
	}
	m := rep.Matrices[0]
	got := fmt.Sprint(figureText(m.Rows[0].Average.Value, m.Rows[0].Average.Percent), ", ", figureText(m.Rows[1].Average.Value, m.Rows[1].Average.Percent))
	for _, c := range m.ColumnAverages {
		got += ", " + figureText(c.Value, c.Percent)
	}
	got += ", " + figureText(m.Overall.Value, m.Overall.Percent)
	if want := "0.67 83%, -0.33 33%, 0.50 75%, 0.00 50%, 0.00 50%, 0.17 58%"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if m.Rows[0].Average.Text != "83 +0.67" {
		t.Errorf("text %q", m.Rows[0].Average.Text)
	}
	if e := rep.Rankings[0].Entries; len(e) != 3 || figureText(e[0].Value, e[0].Percent) != "0.50 75%" || e[0].Text != "+0.50 75" {
		t.Errorf("%+v", e)
	}
	if a := rep.Commitments[0].Assessment; a == nil || a.Average == nil || figureText(a.Average.Value, a.Average.Percent) != "0.33 67%" {
		t.Errorf("%+v", a)
	}
}

// A figure behind the scores whose head says nothing of percentages stays what
// it is: unread, and said to be.
func TestFiguresUnderOtherHeads(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 2: Scores*")
	s.y += 10
	s.ruled([]float64{72, 160, 220, 280, 340, 420, 480},
		[]string{"", "Brazil", "India", "China", "Average", "Pages"},
		[]string{"1. Gauges", "+1", "0", "+1", "+0.67", "83"},
		[]string{"2. Piers", "0", "0", "−1", "−0.33", "33"})
	s.page().chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 || rep.Matrices[0].Rows[0].Average != nil {
		t.Fatalf("%+v", rep.Matrices)
	}
	if kinds := warningKinds(rep); kinds == "" {
		t.Error("nothing was said")
	}
}

// Means over percentages in one row of cells, whose label has the sign for all of them.
func TestSharesBelowAverages(t *testing.T) {
	for label, want := range map[string]string{
		"Average Score Average %": "0.67 83%, 0.33 67%, 0.33 67%, 0.44 72%",
		"Average Percentage":      "0.67 83%, 0.33 67%, 0.33 67%, 0.44 72%",
		"Average Score":           "",
		"Average (% of 9)":        "",
	} {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Table 2: Scores*")
		s.y += 10
		s.ruled([]float64{72, 220, 280, 340, 420, 480},
			[]string{"", "Brazil", "India", "China", "Average"},
			[]string{"1. Gauges", "+1", "0", "0", "+0.33"},
			[]string{"2. Piers", "+1", "0", "+1", "+0.67"},
			[]string{"3. Nets", "0", "+1", "0", "+0.33"},
			[]string{label, "+0.67 83", "+0.33 67", "+0.33 67", "+0.44 72"})
		rep := s.page().chapterHead().parse(t)
		if len(rep.Matrices) != 1 {
			t.Fatalf("%s: %d matrices", label, len(rep.Matrices))
		}
		m := rep.Matrices[0]
		var got []string
		for _, c := range m.ColumnAverages {
			if c.Value != nil {
				got = append(got, figureText(c.Value, c.Percent))
			}
		}
		if m.Overall != nil && len(got) > 0 {
			got = append(got, figureText(m.Overall.Value, m.Overall.Percent))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
		if want == "" && warningKinds(rep) == "" {
			t.Errorf("%s: nothing was said", label)
		}
	}
}
