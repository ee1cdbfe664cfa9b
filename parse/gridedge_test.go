package parse

import "testing"

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
		for _, st := range stages[:4] {
			if err := st.run(r); err != nil {
				t.Fatal(err)
			}
		}
		if n := len(r.pages[0].tables); n != 1 {
			t.Fatalf("%s: %d tables", c.name, n)
		}
		got := r.pages[0].tables[0]
		if got.rows != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, got.rows, c.rows)
		}
		if last := got.row(got.rows - 1); (last[0].text.Text == "Average") != c.average {
			t.Errorf("%s: the last row begins with %q", c.name, last[0].text.Text)
		}
	}
}
