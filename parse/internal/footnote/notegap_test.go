package footnote

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/margin"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
)

// A number behind one that is left out is a note's where the count goes on behind it, on
// its page or over it, and what was passed over does not follow.
func TestBehindGap(t *testing.T) {
	marks := map[int]int{}
	for n := 1; n <= 20; n++ {
		marks[n] = 1
	}
	for _, tc := range []struct {
		name        string
		page, next  []string
		at, n, last int
		want        bool
	}{
		{"on its page", []string{"11. Nets", "13. Quays", "14. Boats"}, nil, 1, 13, 11, true},
		{"over the page", []string{"11. Nets", "13. Quays"}, []string{"of Hare", "14. Boats"}, 1, 13, 11, true},
		{"the last of all", []string{"11. Nets", "13. Quays"}, nil, 1, 13, 11, false},
		{"passed over, and behind", []string{"11. Nets", "13. Quays"}, []string{"12. Boats", "14. Ropes"}, 1, 13, 11, false},
		{"other notes behind", []string{"11. Nets", "13. Quays"}, []string{"1. Boats", "2. Ropes"}, 1, 13, 11, false},
		{"too far", []string{"11. Nets", "19. Quays"}, []string{"20. Boats"}, 1, 19, 11, false},
	} {
		r := New(&grid.Reader{Reader: &marker.Reader{Reader: &margin.Reader{Reader: &sheet.Reader{}}}})
		r.marks = marks
		for i, texts := range [][]string{tc.page, tc.next} {
			p := &sheet.Page{Page: &model.Page{Number: i + 1}}
			for _, s := range texts {
				p.Zone = append(p.Zone, &sheet.Line{Printed: s})
			}
			r.Pages = append(r.Pages, p)
		}
		if got := r.behindGap(r.Pages[0], tc.at, tc.n, tc.last); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}
