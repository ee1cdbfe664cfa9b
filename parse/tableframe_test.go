package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// framed sets a table whose rules are a frame, a line under the head and the
// vertical rules given: the columns are set by white space.
func (s *drawnSheet) framed(edges, walls []float64, rows ...[]string) *drawnSheet {
	h := 1.3 * s.size
	top := s.y - s.size
	for i, row := range rows {
		for c, text := range row {
			if text != "" {
				s.at(edges[c]+4, top+float64(i)*h+s.size, s.size, text)
			}
		}
	}
	bottom := top + float64(len(rows))*h
	left, right := edges[0], edges[len(edges)-1]
	s.rule(left, top, right, top).rule(left, top+h, right, top+h).rule(left, bottom, right, bottom)
	for _, x := range append([]float64{left, right}, walls...) {
		s.rule(x, top, x, bottom)
	}
	s.mergeRows()
	s.y = bottom + 2*s.size
	return s
}

// matrixText is a matrix as lines: the members, then per row number, scores
// and average, then the averages of the columns.
func matrixText(m model.Matrix) string {
	out := []string{strings.Join(m.Members, " ")}
	for _, row := range m.Rows {
		line := fmt.Sprint(row.Number, ":")
		for _, s := range row.Scores {
			if s == nil {
				line += " x"
			} else {
				line += fmt.Sprintf(" %d", *s)
			}
		}
		if row.Average != nil {
			line += " = " + row.Average.Text
		}
		out = append(out, line)
	}
	var averages []string
	for _, c := range m.ColumnAverages {
		averages = append(averages, c.Text)
	}
	line := strings.Join(averages, " ")
	if m.Overall != nil {
		line += " = " + m.Overall.Text
	}
	return strings.Join(append(out, line), "\n")
}

// onlyMatrix is the text of a report's only matrix.
func onlyMatrix(t *testing.T, rep *model.Report) string {
	t.Helper()
	if len(rep.Matrices) != 1 {
		t.Fatalf("%d matrices, tables %v, warnings %s", len(rep.Matrices), rep.Tables, warningKinds(rep))
	}
	return matrixText(rep.Matrices[0])
}

func TestFramedMatrix(t *testing.T) {
	edges := []float64{72, 220, 320, 420, 520}
	head := []string{"", "*1. Gauges*", "*2. Lamps*", "*Average*"}
	rows := [][]string{
		{"Canada", "0", "+1", "0.50"},
		{"France", "+1", "+1", "1.00"},
		{"Germany", "−1", "0", "−0.50"},
		{"Japan", "+1", "0", "0.50"},
		{"Average", "0.25", "0.50", "0.38"},
	}
	want := "CAN FRA DEU JPN\n1: 0 1 -1 1 = 0.25\n2: 1 1 0 0 = 0.50\n0.50 1.00 −0.50 0.50 = 0.38"
	for name, walls := range map[string][]float64{
		"a frame alone":              nil,
		"a rule behind the labels":   {220},
		"a rule before the averages": {420},
	} {
		s := newSheet().page()
		s.put(sheetLeft, 14, "*Table 1: Scores*")
		s.framed(edges, walls, append([][]string{head}, rows...)...)
		s.page().chapterHead()
		if got := onlyMatrix(t, s.parse(t)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	// It goes on over the page, with the head repeated.
	s := newSheet().page()
	s.put(sheetLeft, 14, "*Table 1: Scores*")
	s.framed(edges, nil, head, rows[0], rows[1])
	s.page().framed(edges, nil, append([][]string{head}, rows[2:]...)...)
	s.page().chapterHead()
	if got := onlyMatrix(t, s.parse(t)); got != want {
		t.Errorf("over two pages:\n%s\nwant\n%s", got, want)
	}
}

func TestFramedAssessment(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 16, "*4. Harbours: Tide Gauges*")
	s.y += 10
	s.para("“We will put a tide gauge into every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.framed([]float64{72, 200, 300, 400, 520}, nil,
		[]string{"", "No Compliance", "Partial", "Full Compliance"},
		[]string{"Canada", "", "", "+1"},
		[]string{"France", "", "0", ""},
		[]string{"Japan", "−1", "", ""},
		[]string{"Average", "", "0.00 (50%)", ""})
	a := s.parse(t).Commitments[0].Assessment
	if a == nil || len(a.Scores) != 3 || a.Average == nil || a.Average.Text != "0.00 (50%)" {
		t.Fatalf("%+v", a)
	}
	for i, want := range []string{"full", "partial", "none"} {
		if got := a.Scores[i].Column; got != want {
			t.Errorf("%s stands in %q, want %q", a.Scores[i].Name, got, want)
		}
	}
}

// Cells with a mean and its percentage set apart are cells all the same.
func TestRuledCellsWithGaps(t *testing.T) {
	s := newSheet().page()
	s.put(sheetLeft, 14, "*Table 1: Scores*")
	s.ruled([]float64{72, 150, 220, 290, 360, 520},
		[]string{"", "Canada", "France", "Japan", "Average"},
		[]string{"1. Gauges", "0", "+1", "+1", "0.67 | (83%)"},
		[]string{"2. Lamps", "0", "0", "+1", "0.33 | (67%)"},
		[]string{"Average", "0.00", "0.50", "1.00", "0.50 | (75%)"})
	s.page().chapterHead()
	want := "CAN FRA JPN\n1: 0 1 1 = 0.67 (83%)\n2: 0 0 1 = 0.33 (67%)\n0.00 0.50 1.00 = 0.50 (75%)"
	rep := s.parse(t)
	if got := onlyMatrix(t, rep); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
