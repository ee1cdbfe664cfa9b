package parse

import (
	"testing"

	"recount.invalid/recount/parse/internal/grid"
)

// The numbers of commitments over their columns are heads, in any volume of a
// report; a row of scores with a whole number among them is none.
func TestNumbersOverColumnsAreHeads(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"Member | 1 | 2 | 3 | 4 | Average", true},
		{"Member | 9 | 10 | 11 | 12 | Average | Per cent", true},
		{"1 | 2 | 3", true},
		{"Brazil | 1 | 1 | 0 | 1 | +0.75", false},
		{"Brazil | −1 | 0 | 1 | 1 | +0.25", false},
		{"Brazil | −1 | 0 | 1", false},
		{"Piers | 1 | 2 | 3 | +0.50", false},
		{"Piers | 1 | 3 | 5", false},
		{"Piers | 1 | 2", false},
	} {
		s := newSheet().page()
		s.line(c.line)
		r := newReading(&s.doc, Options{})
		if err := r.Measure(); err != nil {
			t.Fatal(err)
		}
		if got := r.NumbersColumns(grid.Pieces(r.Pages[0].Body[0])); got != c.want {
			t.Errorf("%s: %v", c.line, got)
		}
	}
}

// A matrix with the members at its rows and the commitments' numbers over its
// columns, over a page's end with the heads again.
func TestMembersAtRowsUnderNumbers(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 12, "*Table 2: Scores*")
	s.y += 10
	cuts := []float64{72, 200, 260, 320, 380, 440}
	s.row(cuts, "Member", "1", "2", "3", "4", "Average")
	s.row(cuts, "Brazil", "+1", "0", "+1", "−1", "+0.25")
	s.row(cuts, "Canada", "+1", "+1", "+1", "0", "+0.75")
	s.row(cuts, "France", "0", "0", "+1", "0", "+0.25")
	s.page()
	s.row(cuts, "Member", "1", "2", "3", "4", "Average")
	s.row(cuts, "India", "+1", "0", "0", "−1", "0.00")
	s.row(cuts, "Japan", "+1", "0", "n/a", "0", "+0.33")
	s.row(cuts, "Average", "+0.80", "+0.20", "+0.75", "−0.40", "+0.32")
	s.page().chapterHead()
	rep := s.parse(t)
	if len(rep.Matrices) != 1 {
		t.Fatalf("%d matrices", len(rep.Matrices))
	}
	m := rep.Matrices[0]
	if len(m.Members) != 5 || len(m.Rows) != 4 {
		t.Fatalf("members %v, %d rows", m.Members, len(m.Rows))
	}
	for i, row := range m.Rows {
		if row.Number != i+1 || len(row.Scores) != 5 {
			t.Errorf("row %d has number %d and %d scores", i, row.Number, len(row.Scores))
		}
	}
}
