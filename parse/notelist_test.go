package parse

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// A list of notes whose count leaves a number out, or has one twice, is one
// list; a line that only begins with a later number is none of its notes.
func TestNotesWhoseCountIsBroken(t *testing.T) {
	for _, c := range []struct {
		name    string
		markers []int
		notes   []string
		want    []int
	}{
		{"one left out", []int{1, 2, 4, 5}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "4. Four Gauges, Harbour Office, May 5, 2001.", "5. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 4, 5}},
		{"one twice", []int{1, 2, 2, 3}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "2. Four Gauges, Harbour Office, May 5, 2001.", "3. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 2, 3}},
		{"the day of a date", []int{1, 2, 3, 4}, []string{"1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges of the Harbours, Harbour Office,", "4 May 2001. Read by all.", "3. Four Gauges, Harbour Office, May 5, 2001.", "4. Five Gauges, Harbour Office, May 6, 2001."}, []int{1, 2, 3, 4}},
	} {
		s := verdictSheet()
		for _, n := range c.markers {
			s.para(fmt.Sprintf("The office read a gauge of the northern harbours in May 2001.^%d^", n))
		}
		s.line("*Notes*")
		for _, n := range c.notes {
			s.para(n)
		}
		rep := s.parse(t)
		var got []int
		for _, n := range rep.Footnotes {
			got = append(got, n.Number)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: notes %v, want %v", c.name, got, c.want)
		}
	}
}

// Notes at the end whose markers are not raised: in brackets, in parentheses or
// glued to words, and with numbers that go on with those of another volume.
func TestNotesAtTheEndOfOtherForms(t *testing.T) {
	build := func(marker, note string, cites bool, first int) *model.Report {
		s := newSheet().page()
		s.chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		for n := range 6 {
			s.para(fmt.Sprintf("On %d May 2030, the keepers of pier %d put a gauge into the water."+marker, n+1, n+1, n+first))
		}
		s.para("Thus, Canada receives a score of +1.")
		s.page()
		s.put(sheetLeft, 14, "*Notes*")
		for n := range 6 {
			text := fmt.Sprintf(note+"Gauge of the Pier, Harbour Office (Lind) %d May 2030.", n+first, n+1)
			if cites {
				text += " Access Date: 3 May 2031. https://harbour.example/gauge"
			}
			s.put(sheetLeft, 8, text)
		}
		return s.parse(t)
	}
	for _, c := range []struct{ marker, note string }{{" [%d]", "[%d] "}, {" (%d)", "(%d) "}, {"%d", "%d. "}, {"^%d^", "%d. "}} {
		for _, first := range []int{1, 101} {
			rep := build(c.marker, c.note, true, first)
			if len(rep.Footnotes) != 6 {
				t.Errorf("%q from %d: %d notes, %s", c.marker, first, len(rep.Footnotes), warningKinds(rep))
				continue
			}
			for i, a := range rep.Commitments[0].Verdicts[0].Actions {
				if len(a.Footnotes) != 1 || a.Footnotes[0].Number != i+first {
					t.Errorf("%q from %d: markers of action %d: %v", c.marker, first, i+1, a.Footnotes)
				}
			}
		}
	}
	// Enumerations in parentheses are no markers: their items cite nothing.
	if rep := build(" (%d)", "(%d) ", false, 1); len(rep.Footnotes) != 0 || !strings.Contains(warningKinds(rep), "notes-missing") {
		t.Errorf("%d notes, %s", len(rep.Footnotes), warningKinds(rep))
	}
}
