package parse

import (
	"testing"

	"recount.invalid/recount/parse/internal/sheet"
)

func TestNumberOfANoteWithItsDigitsSetApart(t *testing.T) {
	start := func(text string, last int) int {
		s := newSheet().page().line(text)
		r := newReading(&s.doc, Options{})
		r.RaisedNotes = true
		n, ok := r.NoteStart(&sheet.Line{Line: &s.doc.Pages[0].Lines[0]}, last)
		if !ok {
			return 0
		}
		return n
	}
	for _, c := range []struct {
		text       string
		last, want int
	}{
		{"^2 0^ Three Gauges, Harbour Office (Larkhaven) 3 May 2031.", 19, 20},
		{"^1 0 4^ Three Gauges, Harbour Office (Larkhaven) 3 May 2031.", 103, 104},
		{"^2 0^ Three Gauges, Harbour Office (Larkhaven) 3 May 2031.", 20, 0}, // not the number that is due
		{"2 0 gauges stand in the bay.", 19, 0},                               // not raised
		{"^20, 21^ gauges stand in the bay.", 19, 0},
	} {
		if got := start(c.text, c.last); got != c.want {
			t.Errorf("%q behind %d: %d, not %d", c.text, c.last, got, c.want)
		}
	}
}
