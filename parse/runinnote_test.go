package parse

import (
	"fmt"
	"strings"
	"testing"
)

// runOn gives notes as one paragraph, in lines of about so many characters that
// are broken between words.
func runOn(notes []string, wide int) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(strings.Join(notes, " ")) {
		if line != "" && len(line)+1+len(w) > wide {
			lines = append(lines, line)
			line = w
			continue
		}
		line = strings.TrimPrefix(line+" "+w, " ")
	}
	return append(lines, line)
}

// Notes that run on from each other begin in the middle of lines; the count is
// the witness, however their numbers are set.
func TestNotesThatRunOn(t *testing.T) {
	const want = "CAN 1. 2. 3. 4.; FRA 5. 6.; 1.2.3.4.5.6."
	for name, form := range map[string]string{"raised": "^%d^", "full stop": "%d.", "bare": "%d", "bold": "*%d*", "brackets": "[%d]", "parenthesis": "%d)"} {
		for wide := 92; wide < 106; wide++ { // numbers end lines too
			s := markedActions(verdictSheet(), func(n int) string { return fmt.Sprintf("^%d^", n) })
			var notes []string
			for n := 1; n <= 6; n++ {
				notes = append(notes, cited(fmt.Sprintf(form, n), n))
			}
			s.foot(runOn(notes, wide)...)
			rep := s.parse(t)
			var b strings.Builder
			for _, f := range rep.Footnotes {
				fmt.Fprintf(&b, "%d.", f.Number)
				if f.URL != fmt.Sprintf("https://www.harbour.example/%d", f.Number) || f.Published != fmt.Sprintf("2009-05-%02d", f.Number) || f.Place != "Lind" {
					t.Errorf("%s: note %d: %q %q %q", name, f.Number, f.URL, f.Published, f.Place)
				}
			}
			if got := marksOf(rep) + b.String(); got != want {
				t.Errorf("%s, %d wide: %s", name, wide, got)
			}
		}
	}
}

// A figure in the text of a note that happens to be the next number is none.
func TestFiguresInNotesAreNoNumbers(t *testing.T) {
	s := verdictSheet()
	s.para("On 3 July 2009, Canada put up one gauge.^1^", "It stands in the harbour.")
	s.para("On 4 July 2009, Canada put up two more gauges.^2^")
	s.para("On 5 July 2009, Canada lit a lamp.^3^")
	s.foot("^1^ Report No. 2 Gauges of the Coast, Harbour Office (Lind) 3 May 2009. See note ^2^ Volume",
		"and page. 2 Metres. https://www.harbour.example/1",
		"^2^ Gauge, Harbour Office (Lind) 3 June 2009. https://www.harbour.example/2", "^3^ Lamp, Harbour Office (Lind) 4 June 2009.")
	rep := s.parse(t)
	if n := len(rep.Footnotes); n != 3 || rep.Footnotes[0].URL != "https://www.harbour.example/1" {
		t.Errorf("%d notes: %+v", n, rep.Footnotes)
	}
}

// A year at the beginning of a note's title begins with the figure that is due,
// where a line begins with another year: it is no number of a note.
func TestYearIsNoNumberInANote(t *testing.T) {
	s := markedActions(verdictSheet(), func(n int) string { return fmt.Sprintf("^%d^", n) })
	s.page()
	s.put(sheetLeft, 14, "*Notes*")
	s.line("1. 2009 Harbour Declaration, Harbour Office (Lind) 1 May 2009. Access Date: 4 June")
	s.line("2010. https://www.harbour.example/1")
	for n := 2; n <= 6; n++ {
		s.line(cited(fmt.Sprintf("%d.", n), n))
	}
	if got := numbersOfNotes(t, s); got != "CAN 1. 2. 3. 4.; FRA 5. 6.; 1.2.3.4.5.6." {
		t.Error(got)
	}
}
