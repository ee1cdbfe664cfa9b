package parse

import (
	"fmt"
	"strings"
	"testing"
)

// Notes at a report's end that run over several pages, each chapter's below a
// heading, are one list also where the first page of them looks like a page
// with small footnotes at its foot.
func TestNoteListBeginsAtAFoot(t *testing.T) {
	for _, c := range []struct {
		name  string
		front bool // one note of the preface stands above the first chapter's
		lost  int  // the first note that the second page leaves out
	}{{"below the heading", false, 0}, {"below the preface's", true, 0}, {"a number is left out", true, 14}} {
		s := newSheet().page()
		first := 1
		if c.front {
			first = 2
			s.para("The keepers have told the piers since 1990.^[1]^")
		}
		s.chapterHead()
		s.put(sheetLeft, 12, "*Canada: +1*")
		s.para("Canada has fully complied with its commitment.")
		for n := range 16 {
			s.para(fmt.Sprintf("On %d May 2030, the keepers of pier %d put a gauge into the water.^[%d]^", n+1, n+1, n+first))
		}
		s.para("Thus, Canada receives a score of +1.")
		s.page()
		s.put(sheetLeft, 14, "*Endnotes*")
		want := 16
		note := func(n int) {
			s.put(sheetLeft, 8, fmt.Sprintf("%d. Gauge of the Pier, Harbour Office (Lind) %d May 2030. Access Date: 3 May 2031.", n, n))
			s.put(sheetLeft+12, 8, "https://harbour.example/gauges")
		}
		if c.front {
			want++
			s.put(sheetLeft, 11, "*Preface*")
			note(1)
			s.y += 8
		}
		s.put(sheetLeft, 11, "*4. Harbours: Tide Gauges*")
		for n := range 16 {
			if n+first == c.lost {
				want--
				continue
			}
			if n == 8 {
				s.page()
				s.put(sheetLeft, 11, "*5. Piers: Lamps*")
			}
			if n > 8 && n%2 == 0 {
				s.y += 8
				s.put(sheetLeft, 11, "*6. Ferries: Bells*")
			}
			note(n + first)
		}
		rep := s.parse(t)
		if len(rep.Footnotes) != want {
			t.Errorf("%s: %d notes, want %d: %s", c.name, len(rep.Footnotes), want, warningKinds(rep))
		}
		for _, n := range rep.Footnotes {
			if n.Accessed != "2031-05-03" || !strings.Contains(n.URL, "harbour.example") {
				t.Errorf("%s: note %d: %q, %q", c.name, n.Number, n.Accessed, n.URL)
			}
		}
		if strings.Contains(warningKinds(rep), "notes-missing") {
			t.Errorf("%s: %s", c.name, warningKinds(rep))
		}
	}
}

// Footnotes at the foot of a page that has an enumeration under a heading of
// notes stay footnotes: their numbers do not go on with it, or text parts them.
func TestFootBelowAListIsNoRest(t *testing.T) {
	s := verdictSheet()
	for n := range 5 {
		s.para(fmt.Sprintf("The office read gauge %d of the northern harbours in May 2001.^%d^", n+1, n+1))
	}
	s.line("*Notes*")
	s.para("The gauges were read twice.")
	s.foot("1. One Gauge, Harbour Office, May 3, 2001.", "2. Two Gauges, Harbour Office, May 4, 2001.", "3. Three Gauges, Harbour Office, May 4, 2001.",
		"4. Four Gauges, Harbour Office, May 5, 2001.", "5. Five Gauges, Harbour Office, May 5, 2001.")
	rep := s.parse(t)
	if len(rep.Footnotes) != 5 || strings.Contains(rep.Footnotes[4].Text, "twice") {
		t.Errorf("notes %v", rep.Footnotes)
	}
}

// Where a good part of the notes was not read, the notes as such are in doubt;
// one that the report leaves out is a matter of its marker.
func TestManyMarkersWithoutNotes(t *testing.T) {
	for _, c := range []struct {
		notes int
		want  bool
	}{{10, false}, {9, false}, {5, true}} {
		s := verdictSheet()
		for n := range 10 {
			s.para(fmt.Sprintf("The office read gauge %d of the northern harbours in May 2001.^%d^", n+1, n+1))
		}
		s.line("*Notes*")
		for n := range c.notes {
			s.para(fmt.Sprintf("%d. Gauge %d, Harbour Office, May %d, 2001.", n+1, n+1, n+1))
		}
		rep := s.parse(t)
		if len(rep.Footnotes) != c.notes {
			t.Fatalf("%d notes, want %d", len(rep.Footnotes), c.notes)
		}
		about := false
		for _, w := range rep.Warnings {
			about = about || w.Kind == "notes-lost" && len(w.About) == 1 && w.About[0] == "/footnotes"
		}
		if about != c.want {
			t.Errorf("%d notes of 10 markers: %s", c.notes, warningKinds(rep))
		}
		agrees := true
		for _, k := range rep.Checks {
			agrees = agrees && (k.Check != "notes" || *k.Agrees)
		}
		if agrees != (c.notes == 10) {
			t.Errorf("%d notes of 10 markers: the checks agree: %v", c.notes, agrees)
		}
	}
}
