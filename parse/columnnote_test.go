package parse

import (
	"testing"

	"recount.invalid/recount/model"
)

// columns puts lines side by side in two columns from the sheet's height down; those
// from note on are notes, smaller and below a rule, at the columns' feet.
func (s *drawnSheet) columns(note int, sides ...[]string) *drawnSheet {
	top := s.y
	for k, lines := range sides {
		x := sheetLeft + 244*float64(k)
		box := model.Box{x, top - s.size, x + 224, 720}
		s.y = top
		for i, l := range lines {
			size := s.size
			if i == note {
				s.y = 560
				s.rule(x, 550, x+80, 550)
			}
			if i >= note {
				size = 8.5
			}
			s.put(x, size, l)
			s.current().Lines[len(s.current().Lines)-1].Column = box
		}
	}
	return s
}

// TestNoteOverColumnAndPage: below the text of the left column the rest of a note
// stands above the next ones; those are the notes of the column's foot, though the
// text of the right column stands further up the page's order.
func TestNoteOverColumnAndPage(t *testing.T) {
	s := backgroundSheet()
	s.columns(6, []string{
		"The lamp was lit in the spring of the", "year and burned to the end of it.", "The keeper wrote down every night of", "the year, and the ships of each in the", "book that lies in the harbour office for", "all to read.^1^",
		"^1^ Lamp Lit, Harbour Office (Lind)", "1 May 2030.",
	}, []string{
		"The second lamp was lit in the summer", "and burned to the end of the year too.", "Its keeper wrote down nothing, and the", "ships went by it as they had gone by", "before, and none of them was counted", "in any book.^2^",
		"^2^ A Long Account of the Lamp and of", "the Book in which Its Keeper",
	})
	s.page().columns(6, []string{
		"The third lamp was lit in the autumn of", "the year and burned to the end of it.", "The keeper wrote down every night of", "the year, and the ships of each in the", "book that lies in the harbour office for", "all to read.^3^ It burns.^4^",
		"Counts the Ships, Harbour Office (Lind)", "2 May 2030.", "^3^ Third Lamp Lit, Harbour Office (Lind)", "3 May 2030.", "^4^ It Burns, Harbour Office (Lind)", "4 May 2030.",
	}, []string{
		"The fourth lamp was lit in the winter", "and burned to the end of the year too.", "Its keeper wrote down nothing, and the", "ships went by it as they had gone by", "before, and none of them was counted", "in any book.^5^",
		"^5^ Fourth Lamp Lit, Harbour Office", "(Lind) 5 May 2030.",
	})
	rep := s.parse(t)
	if len(rep.Footnotes) != 5 {
		t.Fatalf("%d notes: %+v", len(rep.Footnotes), rep.Footnotes)
	}
	if want := "A Long Account of the Lamp and of the Book in which Its Keeper Counts the Ships, Harbour Office (Lind) 2 May 2030."; rep.Footnotes[1].Text != want {
		t.Errorf("note 2 %q, want %q", rep.Footnotes[1].Text, want)
	}
	if want := "It Burns, Harbour Office (Lind) 4 May 2030."; rep.Footnotes[3].Text != want {
		t.Errorf("note 4 %q, want %q", rep.Footnotes[3].Text, want)
	}
}
