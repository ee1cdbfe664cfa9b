package parse

import (
	"fmt"
	"strings"
	"testing"
)

// The notes of each part stand at its end under a heading set as the text, numbered
// through; the introduction has one alone.
func TestListsOfNotesUnderPlainHeadings(t *testing.T) {
	read := func(mark, note string) (numbers, kinds string, actions int) {
		s := newSheet().page()
		s.put(sheetLeft, 16, "*Introduction*")
		s.y += 6
		s.para("The scores were given as the handbook says." + mark)
		size := s.size
		list := func(notes ...string) {
			s.put(sheetLeft, 11, "Notes")
			s.size = 8
			for _, n := range notes {
				s.para(n)
			}
			s.size = size
		}
		list(note)
		s.page().chapterHead()
		s.put(sheetLeft, 11, "*France: +1*")
		s.para("France has fully complied with its commitment.")
		var notes []string
		for n := 2; n <= 5; n++ {
			s.para(fmt.Sprintf("On %d July 2009, France put up gauge number %d.^%d^", n, n, n))
			notes = append(notes, fmt.Sprintf("%d. Gauge %d, Harbour Office (Lind) %d July 2009. https://a.example/%d", n, n, n, n))
		}
		s.para("Thus, France receives a score of +1.")
		list(notes...)
		rep := s.parse(t)
		for _, f := range rep.Footnotes {
			numbers += fmt.Sprintf("%d.", f.Number)
		}
		return numbers, warningKinds(rep), len(rep.Commitments[0].Verdicts[0].Actions)
	}
	numbers, kinds, actions := read("^1^", "1. Handbook, Harbour Office (Lind) 3 May 2009. https://a.example/1")
	if numbers != "1.2.3.4.5." || strings.Contains(kinds, "after-conclusion") || actions != 4 {
		t.Errorf("notes %s, %d actions, warnings %s", numbers, actions, kinds)
	}
	// A line without a marker is no note.
	if numbers, _, _ := read("", "1. Handbook, Harbour Office (Lind) 3 May 2009. https://a.example/1"); numbers != "2.3.4.5." {
		t.Errorf("without a marker: %s", numbers)
	}
}
