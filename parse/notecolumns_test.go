package parse

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/footnote"
	"recount.invalid/recount/parse/internal/sheet"
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

func TestNoteColumns(t *testing.T) {
	put := func(cells ...[]string) []*sheet.Line {
		s := newSheet().page()
		for _, row := range cells {
			for i, text := range row {
				if text != "" {
					s.at(sheetLeft+200*float64(i), s.y, 8, text)
				}
			}
			s.y += 12
		}
		s.mergeRows()
		var ls []*sheet.Line
		for i := range s.doc.Pages[0].Lines {
			ls = append(ls, sheet.NewLine(&s.doc.Pages[0].Lines[i], &sheet.Page{}))
		}
		return ls
	}
	for name, c := range map[string]struct {
		lines []*sheet.Line
		last  int
		edges int
	}{
		"two columns":          {put([]string{"1. a", "4. d"}, []string{"2. b", "5. e"}, []string{"3. c", "6. f"}), 0, 1},
		"a number left out":    {put([]string{"1. a", "5. d"}, []string{"2. b", "6. e"}, []string{"3. c", "7. f"}), 0, 1},
		"go on from before":    {put([]string{"9. a", "12. d"}, []string{"10. b", "13. e"}, []string{"11. c", "14. f"}), 8, 1},
		"begin again":          {put([]string{"9. a", "1. d"}, []string{"10. b", "2. e"}, []string{"11. c", "3. f"}), 8, 1},
		"do not go on":         {put([]string{"1. a", "8. d"}, []string{"2. b", "9. e"}, []string{"3. c", "10. f"}), 0, 0},
		"a table of figures":   {put([]string{"1. a", "40 per cent"}, []string{"2. b", "38 per cent"}, []string{"3. c", "51 per cent"}), 0, 0},
		"one column":           {put([]string{"1. a"}, []string{"2. b"}, []string{"3. c"}), 0, 0},
		"a line over both":     {put([]string{"1. a", "4. d"}, []string{"2. b", "5. e"}, []string{"3. c", "6. f"}, []string{"Whatever is said of the harbours here goes over both of the columns."}), 0, 0},
		"too few in the other": {put([]string{"1. a", "4. d"}, []string{"2. b", "5. e"}, []string{"3. c"}), 0, 0},
	} {
		if edges, _ := footnote.NoteColumns(c.lines, c.last); len(edges) != c.edges {
			t.Errorf("%s: edges %v", name, edges)
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
