package parse

import (
	"fmt"
	"strings"
	"testing"
)

// cited is a note with its address.
func cited(label string, n int) string {
	return fmt.Sprintf("%s Gauge %d, Harbour Office (Lind) %d May 2009. https://www.harbour.example/%d", label, n, n, n)
}

// markedActions are actions of Canada and France with the markers 1 to 6.
func markedActions(s *drawnSheet, mark func(int) string) *drawnSheet {
	for n := 1; n <= 4; n++ {
		s.para(fmt.Sprintf("On %d July 2009, Canada put up a gauge in the %s harbour.", n, numberWord(n)) + mark(n))
	}
	s.put(sheetLeft, 11, "*France: 0*")
	s.y += 6
	s.para("France has partially complied with its commitment.")
	for n := 5; n <= 6; n++ {
		s.para(fmt.Sprintf("On %d July 2009, France lit a lamp in the %s harbour.", n, numberWord(n)) + mark(n))
	}
	return s
}

func numbersOfNotes(t *testing.T, s *drawnSheet) string {
	t.Helper()
	var b strings.Builder
	rep := s.parse(t)
	for _, f := range rep.Footnotes {
		fmt.Fprintf(&b, "%d.", f.Number)
	}
	return marksOf(rep) + b.String()
}

// The form of the markers says nothing of the form in which the notes are
// numbered: the count does.
func TestMarkersAndNotesInDifferentForms(t *testing.T) {
	const want = "CAN 1. 2. 3. 4.; FRA 5. 6.; 1.2.3.4.5.6."
	marks := map[string]func(int) string{
		"brackets":    func(n int) string { return fmt.Sprintf("[%d]", n) },
		"parentheses": func(n int) string { return fmt.Sprintf("(%d)", n) },
		"raised":      func(n int) string { return fmt.Sprintf("^%d^", n) },
	}
	for name, mark := range marks {
		for label, form := range map[string]string{"full stop": "%d.", "figure alone": "%d", "parenthesis": "%d)", "raised": "^%d^"} {
			s := markedActions(verdictSheet(), mark)
			s.page()
			for n := 1; n <= 6; n++ {
				s.para(cited(fmt.Sprintf(form, n), n))
			}
			if got := numbersOfNotes(t, s); got != want {
				t.Errorf("%s, notes with %s: %s", name, label, got)
			}
		}
	}
}

// An enumeration below the text that cites nothing is none of its notes, and
// figures in brackets that it names are none of its markers.
func TestEnumerationIsNoListOfNotes(t *testing.T) {
	for name, mark := range map[string]func(int) string{
		"brackets": func(n int) string { return fmt.Sprintf("[%d]", n) },
		"raised":   func(n int) string { return "" },
	} {
		s := markedActions(verdictSheet(), mark)
		s.page()
		for n := 1; n <= 6; n++ {
			s.para(fmt.Sprintf("%d. The %s harbour is to have a gauge.", n, numberWord(n)))
		}
		if rep := s.parse(t); len(rep.Footnotes) > 0 {
			t.Errorf("%s: %d notes", name, len(rep.Footnotes))
		}
	}
}

// Notes in the size of the text at the feet of its pages, without a rule.
func TestCountedNotesAtTheFeet(t *testing.T) {
	s := verdictSheet()
	n := 0
	for page := range 4 {
		if page > 0 {
			s.page()
		}
		for range 3 {
			n++
			s.para(fmt.Sprintf("On %d July 2009, Canada put up a gauge in the %s harbour.^%d^", n, numberWord(n), n))
		}
		for k := n - 2; k <= n; k++ {
			s.line(cited(fmt.Sprintf("%d.", k), k))
		}
	}
	if got, want := numbersOfNotes(t, s), "CAN 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12.; 1.2.3.4.5.6.7.8.9.10.11.12."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Heads that are set tight are heads where their figures are the same
// throughout or count the pages.
func TestTightHeadWithFigures(t *testing.T) {
	for name, head := range map[string]func(page int) string{
		"a year": func(int) string { return "2010 G8 Larkhaven Final Compliance Report" },
		"pages":  func(page int) string { return fmt.Sprintf("2010 G8 Larkhaven Compliance Report %d", page) },
	} {
		s := verdictSheet()
		for page := 2; page <= 8; page++ {
			s.page()
			s.y = 40
			s.put(sheetLeft, 8, head(page))
			s.y = 52
			for k := range 5 {
				s.para("The gauges " + numberWord(page*11+k) + " of the harbours are read by the office.")
			}
		}
		rep := s.parse(t)
		if len(rep.RunningHeads) != 1 || len(rep.RunningHeads[0].Pages) != 7 {
			t.Errorf("%s: %+v", name, rep.RunningHeads)
		}
	}
}

// Notes that count again in each chapter and stand together at the report's
// end belong to the chapters in their order.
func TestNotesOfChaptersAtTheEnd(t *testing.T) {
	s := verdictSheet()
	for n := 1; n <= 3; n++ {
		s.para(fmt.Sprintf("On %d July 2009, Canada put up a gauge in the %s harbour.^%d^", n, numberWord(n), n))
	}
	s.page()
	s.put(sheetLeft, 16, "*5. Harbours: Lamps*")
	s.y += 10
	s.para("“We will light a lamp in every harbour.”")
	s.put(sheetLeft, 12, "*Assessment*")
	s.y += 12
	s.ruled([]float64{72, 200, 300, 400, 520},
		[]string{"", "No Compliance", "Partial Compliance", "Full Compliance"},
		[]string{"Canada", "", "", "+1"},
		[]string{"Average", "", "+1.00 (100%)", ""})
	s.put(sheetLeft, 11, "*Canada: +1*")
	s.para("Canada has fully complied with its commitment.")
	for n := 1; n <= 4; n++ {
		s.para(fmt.Sprintf("On %d August 2009, Canada lit a lamp in the %s harbour.^%d^", n, numberWord(n), n))
	}
	s.page()
	s.put(sheetLeft, 16, "*Notes*")
	s.y += 10
	for _, chapter := range []struct {
		head string
		last int
	}{{"*4. Harbours: Tide Gauges*", 3}, {"*5. Harbours: Lamps*", 4}} {
		s.put(sheetLeft, 12, chapter.head)
		for n := 1; n <= chapter.last; n++ {
			s.put(sheetLeft, 9, cited(fmt.Sprintf("%d.", n), n))
		}
		s.y += 10
	}
	var b strings.Builder
	for _, f := range s.parse(t).Footnotes {
		fmt.Fprintf(&b, "%d:%d ", f.Commitment, f.Number)
	}
	if got, want := b.String(), "4:1 4:2 4:3 5:1 5:2 5:3 5:4 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
