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

// The last number of all has no number behind it that tells it: the markers do, and the
// line above, which ends as a note does.
func TestEndsCount(t *testing.T) {
	for _, tc := range []struct {
		name       string
		marked     int // the greatest number among the markers
		page, next []string
		want       bool
	}{
		{"a number left out", 13, []string{"11. Nets of Hare, 3 May.", "13. Quays"}, nil, true},
		{"behind an address", 13, []string{"11. Nets of Hare, https://a.example/", "nets", "13. Quays"}, nil, true},
		{"within a note", 13, []string{"11. Nets of Hare, in volume", "13. Quays"}, nil, false},
		{"no capital", 13, []string{"11. Nets of Hare, 3 May.", "13. of the quays"}, nil, false},
		{"markers behind it", 14, []string{"11. Nets of Hare, 3 May.", "13. Quays"}, nil, false},
		{"notes behind it", 13, []string{"11. Nets of Hare, 3 May.", "13. Quays"}, []string{"of Hare"}, false},
	} {
		r := New(&grid.Reader{Reader: &marker.Reader{Reader: &margin.Reader{Reader: &sheet.Reader{}}}})
		r.marks, r.markedOn = map[int]int{}, map[int]map[int]bool{1: {}}
		for n := 1; n <= tc.marked; n++ {
			r.marks[n], r.markedOn[1][n] = 1, true
		}
		for i, texts := range [][]string{tc.page, tc.next} {
			p := &sheet.Page{Page: &model.Page{Number: i + 1}}
			for _, s := range texts {
				p.Zone = append(p.Zone, &sheet.Line{Printed: s})
			}
			r.Pages = append(r.Pages, p)
		}
		if got := r.endsCount(r.Pages[0], len(tc.page)-1, 13, 11); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}
