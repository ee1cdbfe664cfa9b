package parse

import (
	"fmt"
	"strings"
	"testing"
)

// A paragraph for which there was room at the foot of the page before is one of its own;
// where the page is full, or the line needs room for its note, nothing tells.
func TestParagraphThatWasMovedToTheNextPage(t *testing.T) {
	const next = "Ships are many in the harbour of Lind at that time of the year, says the book of"
	for name, c := range map[string]struct {
		lines int // of the text on the page
		next  string
		want  int
	}{
		"room for three lines":                {29, next, 2},
		"room for one line":                   {31, next, 1},
		"a full page":                         {32, next, 1},
		"room, but a sentence in mid-air":     {28, "ships that came into the harbour of Lind at that time of the year, says the book of", 1},
		"a marker whose note needs the space": {29, "Ships are many^9^ in the harbour of Lind at that time of the year, says the book of", 1},
	} {
		s := backgroundSheet()
		note := 1
		fill := func(lines int, last string) {
			for k := 1; k < lines; k++ {
				s.line(strings.Replace(full, "Lind", fmt.Sprintf("L%c%cd", 'a'+note, 'a'+k%26), 1)) // no running head
			}
			s.line(last + fmt.Sprintf("^%d^", note))
			s.foot(fmt.Sprintf("^%d^ The Book of the Lamp, Harbour Press (Lind) 3 May 2010.", note))
			note++
		}
		for range 3 {
			s.page()
			fill(32, full)
		}
		s.page()
		last := full + "."
		if strings.HasPrefix(c.next, "ships") {
			last = full
		}
		fill(c.lines, last)
		s.page()
		s.line(c.next).line("the keeper.")
		rep := s.parse(t)
		if got := background(t, rep); len(got) != c.want {
			t.Errorf("%s: %d paragraphs, want %d: %s", name, len(got), c.want, warningKinds(rep))
		}
	}
}
