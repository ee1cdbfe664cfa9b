package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestStackedLetters(t *testing.T) {
	stack := func(x, y, step float64, word string) string {
		s := "BT /F 8 Tf "
		for i, r := range word {
			s += at(x, y-step*float64(i), string(r))
		}
		return s + "ET "
	}
	row := "BT /F 8 Tf " + at(40, 600, "Nets and ropes") + at(200, 600, "+1") + at(240, 600, "0") + at(280, 600, "0") + "ET "
	for _, c := range []struct{ name, content, want string }{
		{"names", stack(200, 660, 6, "Canada") + stack(240, 660, 6, "Italy") + row, "Canada\nItaly\nNets and ropes | +1 | 0 | 0"},
		{"capitals beside a name", stack(200, 660, 8, "Italy") + stack(240, 660, 8, "UK") + stack(280, 660, 8, "EU") + row, "Italy\nUK\nEU\nNets and ropes | +1 | 0 | 0"},
		// Near misses.
		{"a column of grades", stack(200, 660, 8, "ABCAB"), "A\nB\nC\nA\nB"},
		{"marks in a column", stack(200, 660, 8, "XXX") + stack(240, 660, 8, "XXX"), "X | X\nX | X\nX | X"},
		{"small letters of a list", stack(50, 660, 10, "abc"), "a\nb\nc"},
		{"letters far apart", stack(200, 660, 14, "Ida"), "I\nd\na"},
		{"a sign and its letters", "BT /F 8 Tf " + at(50, 660, "I") + at(50, 650, "n") + at(80, 640, "o") + "ET", "I\nn\no"},
	} {
		p := read(t, c.content)
		if got := strings.ReplaceAll(runs(p), "^", ""); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if c.name == "names" && (p.Lines[0].Dir != model.Down || p.Lines[0].Box.X0() > 205 || p.Lines[0].Box.X1() < 200) {
			t.Errorf("%s: %+v", c.name, p.Lines[0])
		}
	}
}

// A page with a turned table and a few upright lines is turned; one with an upright
// table is not.
func TestTurnedTable(t *testing.T) {
	var table strings.Builder
	for i, cells := range [][]string{{"Member", "Score", "Mean"}, {"Canada", "+1", "0.50"}, {"Italy", "0", "0.25"}, {"Japan", "0", "0.25"}} {
		for k, cell := range cells {
			table.WriteString("BT /F 10 Tf 0 1 -1 0 " + fmt.Sprint(200+20*float64(i)) + " " + fmt.Sprint(100+90*float64(k)) + " Tm (" + cell + ") Tj ET ")
		}
	}
	var text strings.Builder
	for i := range 20 {
		text.WriteString("BT /F 10 Tf " + at(400, 760-12*float64(i), fmt.Sprintf("Line %d of the text beside it", i)) + "ET ")
	}
	few := "BT /F 10 Tf " + at(50, 750, "Two lines stand") + at(50, 738, "upright above it.") + "ET "
	upright := "BT /F 10 Tf " + at(50, 700, "Member") + at(150, 700, "Score") + at(250, 700, "Mean") + "ET "
	for _, c := range []struct {
		name, content string
		turned        bool
	}{
		{"a turned table under two lines", few + table.String(), true},
		{"and an upright row", few + upright + table.String(), false},
		{"in text", text.String() + table.String(), false},
	} {
		if p := read(t, c.content); (p.Turned != 0) != c.turned {
			t.Errorf("%s: turned by %d", c.name, p.Turned)
		}
	}
	// Turned text, its first line on the right.
	block := "BT /F 10 Tf 0 -1 1 0 400 700 Tm (one) Tj ET BT /F 10 Tf 0 -1 1 0 388 700 Tm (two) Tj ET BT /F 10 Tf 0 -1 1 0 376 700 Tm (three) Tj ET "
	wantText(t, read(t, few+block), "Two lines stand\nupright above it.\none\ntwo\nthree")
	// Heads of columns stay from left to right.
	heads := "BT /F 10 Tf 0 -1 1 0 400 700 Tm (three) Tj ET BT /F 10 Tf 0 -1 1 0 370 700 Tm (two) Tj ET BT /F 10 Tf 0 -1 1 0 340 700 Tm (one) Tj ET "
	wantText(t, read(t, few+heads), "Two lines stand\nupright above it.\none\ntwo\nthree")
}
