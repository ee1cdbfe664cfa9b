package footnote

import (
	"slices"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// What stands among notes is parted from them where it is a table or a larger heading, and
// what follows it up to the next note; the rest of a note, and a heading as large as the
// notes, are not.
func TestPartNotes(t *testing.T) {
	p := &sheet.Page{}
	begins := map[*sheet.Line]bool{}
	var ls []*sheet.Line
	put := func(text string, size float64, bold bool) *sheet.Line {
		l := sheet.NewLine(&model.Line{Size: size, Runs: []model.Run{{Text: text, Size: size, Bold: bold}}}, p)
		l.Printed, l.Bold = text, bold
		ls = append(ls, l)
		return l
	}
	begins[put("1 Gauge, Harbour Office.", 8, false)] = true
	put("Read on 3 May.", 8, false)
	row := put("Canada +1", 9, false)
	put("Average +1.00", 9, false)
	begins[put("2 Lamp, Harbour Office.", 8, false)] = true
	put("Lamps", 8, true)
	begins[put("3 Buoy, Harbour Office.", 8, false)] = true
	put("Harbours", 14, true)
	put("Each of the lamps was lit.", 11, false)
	p.Tables = []*sheet.Table{{Lines: []*sheet.Line{row}}}
	notes, left := partNotes(p, ls, begins, 8)
	want := []int{0, 1, 4, 5, 6}
	for i, l := range ls {
		if in := slices.Contains(want, i); in != slices.Contains(notes, l) || in == slices.Contains(left, l) {
			t.Errorf("%q among the notes: %v", l.Printed, !in)
		}
	}
}
