package parse

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/footnote"
)

// notesByBytes is a report whose notes stand in columns, on as many pages as they
// need, as bytes say: a byte a note leaves its number out, doubles it, swaps it with
// the next, cuts its text off, sets a heading before it or ends a column.
func notesByBytes(data []byte) *drawnSheet {
	const most = 60
	data = data[:min(len(data), most)]
	next := func() byte {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return b
	}
	shape := next()
	columns, raised, headed, merged := 1+int(shape%4), shape&4 != 0, shape&8 != 0, shape&16 != 0
	count := len(data)
	s := newSheet().page().chapterHead()
	s.put(sheetLeft, 12, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	for n := 1; n <= count; n++ {
		if s.y > 680 {
			s.page()
		}
		s.line(fmt.Sprintf("On %d July 2031, Canada opened harbour number %d.^%d^", 1+n%30, n, n))
	}
	s.para("Thus, Canada receives a score of +1.")
	if headed {
		s.put(sheetLeft, 14, "*Notes*")
	}
	top, column := s.y+10, 0
	s.y = top
	step := func() {
		if column++; column == columns {
			s.mergeIf(merged)
			s.page()
			column, top = 0, s.y
		}
		s.y = top
	}
	for n := 1; n <= count; n++ {
		does := next()
		number := n
		switch does % 8 {
		case 1:
			continue
		case 2:
			number = n - 1
		case 3:
			number = n + 1
		case 4:
			number = int(does)
		case 5:
			step()
		}
		if s.y > 700 {
			step()
		}
		x := sheetLeft + float64(column)*480/float64(columns)
		if does&16 != 0 {
			s.at(x, s.y, 9, "*Sea: Lamps*")
			s.y += 13
		}
		label := fmt.Sprintf("%d. ", number)
		if raised {
			label = fmt.Sprintf("^%d^ ", number)
		}
		s.at(x, s.y, 8, label+"Tide Agency, Gauge, Hare,")
		if does&32 == 0 {
			s.at(x+float64(does%3)*7, s.y+11, 8, fmt.Sprintf("3 May 2031, https://a.example/%d", n))
		}
		s.y += 25 + float64(does>>6)
	}
	s.mergeIf(merged)
	return s
}

func (s *drawnSheet) mergeIf(merged bool) {
	if merged {
		s.mergeRows()
	}
}

// FuzzNoteColumns reads notes in columns whose numbers are left out, doubled, swapped
// and cut: nothing fails, and a marker whose note is not read is told of.
func FuzzNoteColumns(f *testing.F) {
	for shape := range byte(32) {
		f.Add(append([]byte{shape}, make([]byte, 24)...))
		f.Add([]byte{shape, 0, 0, 5, 1, 0, 2, 0, 3, 5, 16, 0, 0, 4, 32, 0, 5, 0, 64, 1, 1, 0})
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rep, err := Parse(context.Background(), &notesByBytes(data).doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		told := ""
		for _, w := range rep.Warnings {
			if w.Kind == "marker-without-note" || w.Kind == "notes-missing" {
				told += w.Kind + " " + w.Text + "\n"
			}
		}
		found := map[int]bool{}
		for _, n := range rep.Footnotes {
			found[n.Number] = true
		}
		for i := range rep.Commitments {
			footnote.EachRef(&rep.Commitments[i], func(m model.Ref) {
				if !found[m.Number] && !strings.Contains(told, fmt.Sprintf("no note %d was", m.Number)) && !strings.Contains(told, "notes-missing") {
					t.Errorf("marker %d has no note, and nothing says so", m.Number)
				}
			})
		}
	})
}
