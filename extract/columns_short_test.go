package extract

import (
	"testing"

	"recount.invalid/recount/extract/internal/arrange"
	"recount.invalid/recount/model"
)

func across(y string) string {
	return "1 0 0 1 50 " + y + " Tm (W line that runs over both of the columns, from one edge of the page to the other) Tj\n"
}

// Columns above and below text of the page's width are each read through.
func TestColumnsAboveAndBelow(t *testing.T) {
	c := "BT /F 10 Tf " + column("a", 50, 760, 12, 9) + column("b", 320, 760, 12, 9) + across("640") +
		column("c", 50, 610, 12, 12) + column("d", 320, 610, 12, 12) + "ET"
	want := "a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8 W c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 d10 d11"
	p := read(t, c)
	if got := first(text(p)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, l := range p.Lines {
		if whole := l.Text()[0] == 'W'; whole != (l.Column == (model.Box{})) {
			t.Errorf("%q stands in column %v", l.Text(), l.Column)
		}
	}
}

// A foot's left and right half are one line, whatever stands above; a heading of
// the text below the columns ends none, and a name at the page's right edge above
// them begins none.
func TestWhatIsNoneOfTheColumns(t *testing.T) {
	columns := column("a", 50, 700, 12, 9) + column("b", 320, 700, 12, 9)
	for _, c := range []struct{ name, content, want string }{
		{"foot", columns + "1 0 0 1 50 40 Tm (Foot of the page) Tj 1 0 0 1 540 40 Tm (7) Tj\n",
			"a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8 Foot"},
		{"heading", columns + "/B 12 Tf 1 0 0 1 50 580 Tm (Heading) Tj /F 10 Tf " + across("560"),
			"a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8 Heading W"},
		{"name", columns + "1 0 0 1 450 720 Tm (Name of somebody) Tj\n",
			"Name a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8"},
	} {
		if got := first(text(read(t, "BT /F 10 Tf "+c.content+"ET"))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Few lines in columns are read so where another page shows the columns, and
// left alone where none does, or where they are a table's.
func TestShortColumns(t *testing.T) {
	long := "BT /F 10 Tf " + column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9) + "ET"
	elsewhere := "BT /F 10 Tf " + column("a", 50, 740, 12, 9) + column("b", 290, 740, 12, 9) + "ET"
	short := "BT /F 10 Tf " + across("720") + column("c", 50, 700, 12, 3) + column("d", 320, 700, 12, 3) + "ET"
	ruled := "BT /F 10 Tf " + across("720") + column("c", 50, 700, 12, 3) + column("d", 320, 700, 12, 3) + "ET 50 690 m 560 690 l S"
	cells := "BT /F 10 Tf " + across("720") + at(50, 700, "c0 Member") + at(320, 700, "+1") + at(50, 688, "c1 Member") + at(320, 688, "0") + at(50, 676, "c2 Member") + at(320, 676, "+1") + "ET"
	for _, c := range []struct{ name, other, page, want string }{
		{"known", long, short, "W c0 c1 c2 d0 d1 d2"},
		{"unknown", short, short, "W c0 c1 c2"},
		{"known elsewhere", elsewhere, short, "W c0 c1 c2"},
		{"ruled", long, ruled, "W c0 c1 c2"},
		{"cells", long, cells, "W c0 c1 c2"},
	} {
		pages := []model.Page{read(t, c.other), read(t, c.page)}
		arrange.ShortColumns(pages)
		if got := first(text(pages[1])); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
