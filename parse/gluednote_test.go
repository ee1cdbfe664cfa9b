package parse

import (
	"fmt"
	"testing"
)

// A number that fills its column touches the note's text. It is the note's where it is
// due and the page is marked with it; figures that begin a line otherwise are not.
func TestNumbersThatTouchTheirNotes(t *testing.T) {
	s := newSheet().page().chapterHead()
	s.para("*Canada: +1*")
	for n := 8; n <= 11; n++ {
		s.para(fmt.Sprintf("On %d July 2031, Canada opened harbour number %d.^%d^", n, n, n))
	}
	s.foot("8 Harbours One, Harbour Office (Hareport) 8 July 2031. https://a.example/8", "9 Harbours Two, Harbour Office (Hareport) 9 July 2031. https://a.example/9",
		"10Harbours Three, Harbour Office (Hareport) 10 July 2031. https://a.example/10", "11“Harbours Four,” Harbour Office (Hareport) 11 July 2031, with the",
		"12Mile Zone and 3D Maps of it, https://a.example/11")
	rep := s.parse(t)
	want := map[int]string{8: "Harbours One", 9: "Harbours Two", 10: "Harbours Three", 11: "Harbours Four"}
	if len(rep.Footnotes) != len(want) {
		t.Errorf("%d notes: %+v", len(rep.Footnotes), rep.Footnotes)
	}
	for _, n := range rep.Footnotes {
		if n.Title != want[n.Number] {
			t.Errorf("note %d is %q", n.Number, n.Title)
		}
	}
}
