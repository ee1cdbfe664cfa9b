package parse

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"recount.invalid/recount/model"
)

// columnNotes is a chapter whose text has the markers 1 to 3*columns*2, and the notes in
// columns beside each other on two pages; number gives the number of the k-th
// note.
func columnNotes(columns, perColumn int, apart float64) *drawnSheet {
	s := newSheet().page().chapterHead()
	for k := 1; k <= 2*columns*perColumn; k++ {
		s.para(fmt.Sprintf("Bay number so-and-so has its gauge.^%d^ It is read.", k))
		if s.y > 650 {
			s.page()
		}
	}
	n := 0
	for p := range 2 {
		s.page()
		if p == 0 {
			s.put(sheetLeft, 16, "*Endnotes*")
		}
		top := s.y + 10
		for c := range columns {
			x := sheetLeft + float64(c)*480/float64(columns)
			s.y = top + float64(c)*apart
			if p == 0 && c == 1 {
				s.at(x, s.y, 9, "*Sea: Lamps*")
				s.y += 13
			}
			for range perColumn {
				n++
				s.at(x, s.y, 8, fmt.Sprintf("%d. Tide Agency, “Gauge,” Hare,", n))
				s.at(x+14, s.y+11, 8, "3 May 2031, https://tide.example/")
				s.at(x+14, s.y+22, 8, fmt.Sprintf("gauge%d", n))
				s.y += 36
			}
		}
		ls := s.current().Lines
		slices.SortStableFunc(ls, func(a, b model.Line) int { return cmp.Compare(a.Baseline, b.Baseline) })
		s.mergeRows()
	}
	s.page()
	s.put(sheetLeft, 16, "*Contributors*")
	s.para("All who have read a gauge.")
	return s
}

func TestNotesInColumns(t *testing.T) {
	for _, c := range []struct {
		columns, perColumn int
		apart              float64
	}{{2, 4, 0}, {2, 5, 4}, {3, 3, 0}} {
		rep := columnNotes(c.columns, c.perColumn, c.apart).parse(t)
		want := 2 * c.columns * c.perColumn
		if len(rep.Footnotes) != want {
			t.Errorf("%+v: %d notes, want %d", c, len(rep.Footnotes), want)
			continue
		}
		for i, f := range rep.Footnotes {
			if f.Number != i+1 || f.URL != fmt.Sprintf("https://tide.example/gauge%d", i+1) || f.Published != "2031-05-03" {
				t.Errorf("%+v: note %d: %d %q %q", c, i+1, f.Number, f.URL, f.Published)
			}
		}
	}
}

// The lines of a page are divided where the count goes on better for it, and
// stay as they are elsewhere.
func TestWhatDividesNoteColumns(t *testing.T) {
	cite := func(n int) string { return fmt.Sprintf("%d. Tides, https://tide.example/%d", n, n) }
	rows := func(left, right []int) [][]string {
		out := make([][]string, max(len(left), len(right)))
		for i := range out {
			out[i] = []string{"", ""}
			if i < len(left) {
				out[i][0] = cite(left[i])
			}
			if i < len(right) {
				out[i][1] = cite(right[i])
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		rows [][]string
		want []int
	}{
		"two columns":           {rows([]int{1, 2, 3}, []int{4, 5, 6}), []int{1, 2, 3, 4, 5, 6}},
		"one note in each":      {rows([]int{1}, []int{2}), []int{1, 2}},
		"a number left out":     {rows([]int{1, 2, 3}, []int{5, 6, 7}), []int{1, 2, 3, 5, 6, 7}},
		"few in the other":      {rows([]int{1, 2, 3, 4, 5}, []int{6}), []int{1, 2, 3, 4, 5, 6}},
		"a heading between":     {append(append(rows([]int{1, 2}, []int{3, 4}), []string{"*Lamps*", ""}), rows([]int{5}, []int{6})...), []int{1, 2, 3, 4, 5, 6}},
		"a heading in a column": {append(append(rows([]int{1, 2}, []int{5, 6}), []string{"*Lamps*", ""}), rows([]int{3, 4}, []int{7, 8})...), []int{1, 2, 3, 4, 5, 6, 7, 8}},
		"a line over both": {append(append(rows([]int{1, 2}, []int{3, 4}), []string{"Whatever is said of the harbours here goes over both of the columns and further on.", ""}),
			rows([]int{5, 6}, []int{7, 8})...), []int{1, 2, 3, 4, 5, 6, 7, 8}},
		"a table of figures": {[][]string{{"1. a", "40 per cent"}, {"2. b", "38 per cent"}, {"3. c", "51 per cent"}}, nil},
		"a ranking":          {[][]string{{"1. Canada", "4. Italy"}, {"2. France", "5. Japan"}, {"3. Germany", "6. Spain"}}, nil},
	} {
		s := newSheet().page().chapterHead()
		for n := 1; n <= 8; n++ {
			s.line(fmt.Sprintf("On %d July 2031, Canada opened a harbour.^%d^", n, n))
		}
		s.page()
		size := 8.0
		if c.want == nil {
			size = s.size
		}
		for _, row := range c.rows {
			for i, text := range row {
				if text != "" {
					s.at(sheetLeft+240*float64(i), s.y, size, text)
				}
			}
			s.y += 14
		}
		s.mergeRows()
		rep := s.parse(t)
		var got []int
		for _, f := range rep.Footnotes {
			got = append(got, f.Number)
			if want := fmt.Sprintf("https://tide.example/%d", f.Number); f.URL != want {
				t.Errorf("%s: note %d has %q", name, f.Number, f.URL)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: notes %v, want %v", name, got, c.want)
		}
	}
}

func TestHeadingsOfTheChaptersWithinNotes(t *testing.T) {
	report := func(first string) *drawnSheet {
		s := newSheet().page().chapterHead()
		s.para("The bays of the north have gauges.^1^ They are read.^2^ Most of them are.^3^")
		s.put(sheetLeft, 14, "*Notes*")
		s.put(sheetLeft, 12, "*Harbours: Tide Gauges*")
		s.line("1. Tide Agency, “Gauge,” Hare, 3 May 2031, https://tide.example/1").line("2. Tide Agency, “Nets,” Hare, 4 May 2031, https://tide.example/2")
		s.y += 8
		s.put(sheetLeft, 12, "*Sea: Lamps*")
		return s.line(first).line("2. Lamp Office, “Oil,” Hare, 4 May 2031, https://lamp.example/2")
	}
	for first, want := range map[string]int{
		"3. Lamp Office, “Lamps,” Hare, 3 May 2031, https://lamp.example/1": 3, // and a line that goes on
		"1. Lamp Office, “Lamps,” Hare, 3 May 2031, https://lamp.example/1": 4,
		"1. The lamps are lit at dusk.":                                     2, // an enumeration
	} {
		if rep := report(first).parse(t); len(rep.Footnotes) != want {
			t.Errorf("%q: %d notes, want %d", first, len(rep.Footnotes), want)
		}
	}
}
