package parse

import (
	"testing"
)

// The heads of a ruled table may stand above its rules, its average below them.
// A caption above and text below are no rows of it.
func TestRowsOutsideTheRules(t *testing.T) {
	rows := [][]string{{"Brazil", "", "", "+1"}, {"Canada", "", "0", ""}, {"France", "−1", "", ""}, {"Japan", "", "", "+1"}}
	cuts := []float64{72, 180, 280, 380, 480}
	for _, c := range []struct {
		name         string
		above, below []string
		rows         int
		average      bool
	}{
		{"heads and average", []string{"", "*No Compliance −1*", "*Partial Compliance 0*", "*Full Compliance +1*"}, []string{"Average", "+0.25", "", ""}, 6, true},
		{"heads alone", []string{"", "*No Compliance −1*", "*Partial Compliance 0*", "*Full Compliance +1*"}, nil, 5, false},
		{"a caption and a sentence", []string{"*Table 3: Scores of the Members*", "", "", ""}, []string{"The scores are of May.", "", "", ""}, 4, false},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 12, "*Assessment*")
		s.y += 14
		put := func(texts []string) {
			for i, text := range texts {
				if text != "" {
					s.at(cuts[i]+6, s.y, 10, text)
				}
			}
			s.mergeRows()
			s.y += 16
		}
		put(c.above)
		s.ruled(cuts, rows...)
		s.y -= 8
		if c.below != nil {
			put(c.below)
		}
		r := newReading(&s.doc, Options{})
		for _, st := range stages {
			if err := st.run(r); err != nil {
				t.Fatal(err)
			}
			if st.name == "tables" {
				break
			}
		}
		if n := len(r.Pages[0].Tables); n != 1 {
			t.Fatalf("%s: %d tables", c.name, n)
		}
		got := r.Pages[0].Tables[0]
		if got.Rows != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, got.Rows, c.rows)
		}
		if last := got.Row(got.Rows - 1); (last[0].Text.Text == "Average") != c.average {
			t.Errorf("%s: the last row begins with %q", c.name, last[0].Text.Text)
		}
	}
}

// edged sets a table whose head and last row have rules above and below, but no
// vertical ones.
func (s *drawnSheet) edged(edges []float64, head []string, rows [][]string, last []string) *drawnSheet {
	h := 1.3 * s.size
	row := func(texts []string, top float64) {
		for c, text := range texts {
			if text != "" {
				s.at(edges[c]+4, top+s.size, s.size, text)
			}
		}
	}
	left, right := edges[0], edges[len(edges)-1]
	top := s.y - s.size
	s.rule(left, top, right, top)
	row(head, top)
	for i, texts := range rows {
		s.rule(left, top+float64(i+1)*h, right, top+float64(i+1)*h)
		row(texts, top+float64(i+1)*h)
	}
	end := top + float64(len(rows)+1)*h
	s.rule(left, end, right, end)
	for _, x := range edges {
		s.rule(x, top+h, x, end)
	}
	if last != nil {
		row(last, end)
		s.rule(left, end+h, right, end+h)
		end += h
	}
	s.mergeRows()
	s.y = end + 2*s.size
	return s
}

// A table of scores goes on over the page, its heads printed again; no vertical
// rule reaches its heads and its average.
func TestHeadsAndAverageOutsideTheGrid(t *testing.T) {
	edges := []float64{72, 200, 300, 400, 500}
	head := []string{"", "*No Compliance −1*", "*Partial 0*", "*Full Compliance +1*"}
	s := newSheet().page().put(sheetLeft, 16, "*4. Harbours: Tide Gauges*").para("“We will put a tide gauge into every harbour.”").put(sheetLeft, 12, "*Assessment*")
	s.edged(edges, head, [][]string{{"Canada", "", "", "+1"}, {"France", "", "0", ""}, {"Germany", "", "", "+1"}}, nil)
	s.page().edged(edges, head, [][]string{{"Italy", "−1", "", ""}, {"Japan", "", "0", ""}}, []string{"Average", "", "+0.20", ""})
	s.line("*Canada +1*").para("Canada has fully complied with its commitment to dyke keeping.", "It mended all of them.")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 {
		t.Fatalf("%d chapters", len(rep.Commitments))
	}
	a := rep.Commitments[0].Assessment
	if len(a.Scores) != 5 || a.Average == nil || a.Average.Text != "+0.20" {
		t.Errorf("%d scores, average %v", len(a.Scores), a.Average)
	}
}

// The heading of a member's section below a ruled table is no table, though a
// rule stands under it too.
func TestRuledHeadingBelowTheTable(t *testing.T) {
	edges := []float64{72, 200, 300, 400, 500}
	s := newSheet().page().put(sheetLeft, 16, "*4. Harbours: Tide Gauges*").para("“We will put a tide gauge into every harbour.”").put(sheetLeft, 12, "*Assessment*")
	s.ruled(edges, []string{"Member", "No Compliance −1", "Partial 0", "Full Compliance +1"},
		[]string{"Canada", "", "", "+1"}, []string{"France", "", "0", ""}, []string{"Japan", "", "0", ""}, []string{"Average", "", "+0.33", ""})
	s.at(72, s.y, 12, "*Canada*").at(480, s.y, 12, "*+1*").mergeRows()
	s.rule(72, s.y+4, 500, s.y+4)
	s.y += 20
	s.para("Canada has fully complied with its commitment to dyke keeping.", "It mended all of them.")
	rep := s.parse(t)
	if len(rep.Commitments) != 1 || len(rep.Commitments[0].Verdicts) != 1 || rep.Commitments[0].Verdicts[0].HeadingScore == nil || len(rep.Tables) != 0 {
		t.Fatalf("%+v, tables %v", rep.Commitments, rep.Tables)
	}
}
