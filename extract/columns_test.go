package extract

import (
	"fmt"
	"strings"
	"testing"
)

// column writes n lines of text from x, each some 200 points wide, in letters
// that name the column.
func column(name string, x, y, lead float64, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "1 0 0 1 %g %g Tm (%s%d and the water rose along all the dykes) Tj\n", x, y-lead*float64(i), name, i)
	}
	return b.String()
}

// indented is a column of nine lines of which every other begins a paragraph.
func indented(name string, x float64) string {
	var b strings.Builder
	for i := range 9 {
		in := 18 * float64(i%2)
		b.WriteString(at(x+in, 740-12*float64(i), fmt.Sprintf("%s%d and the water rose along all the dykes", name, i)))
	}
	return b.String()
}

func first(p string) string {
	var names []string
	for line := range strings.Lines(p) {
		names = append(names, strings.Fields(line)[0])
	}
	return strings.Join(names, " ")
}

func TestColumnsOfText(t *testing.T) {
	const head = "BT /F 10 Tf 1 0 0 1 50 760 Tm (A heading that runs over both of the columns, from edge to edge of the page) Tj "
	const wantTwo = "A a0 a1 a2 a3 a4 a5 a6 a7 a8 b0 b1 b2 b3 b4 b5 b6 b7 b8"
	for _, c := range []struct{ name, content, want string }{
		{"at the same heights", column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9), wantTwo},
		{"at heights of their own", column("a", 50, 740, 12, 9) + column("b", 320, 735, 12, 9), wantTwo},
		{"at heights that nearly meet", column("a", 50, 740, 12, 9) + column("b", 320, 738, 12, 9), wantTwo},
		{"too few lines to be sure", column("a", 50, 740, 12, 5) + column("b", 320, 740, 12, 5), "A a0 a1 a2 a3 a4"},
		{"one below the other", column("a", 50, 740, 12, 9) + column("b", 320, 600, 12, 9), wantTwo},
		{"a ruled table", column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9) + "ET 300 640 m 300 750 l S 50 750 m 550 750 l S BT", "A a0 a1 a2 a3 a4 a5 a6 a7 a8"},
		{"a table with two rules between its cells", column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9) + "ET 300 640 m 300 750 l S 550 640 m 550 750 l S BT", "A a0 a1 a2 a3 a4 a5 a6 a7 a8"},
		{"a rule between the columns", column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9) + "ET 300 640 m 300 750 l S BT", wantTwo},
		{"below a rule over both", column("a", 50, 730, 12, 9) + column("b", 320, 730, 12, 9) + "ET 50 745 m 550 745 l S BT", wantTwo},
		{"paragraphs indented", indented("a", 50) + indented("b", 320), wantTwo},
		{"a narrow gutter", column("a", 50, 740, 12, 9) + column("b", 240, 740, 12, 9), wantTwo},
		{"a table with lines between its rows", column("a", 50, 740, 12, 9) + column("b", 320, 740, 12, 9) + "ET 50 700 m 550 700 l S BT", "A a0 a1 a2 a3 a4 a5 a6 a7 a8"},
	} {
		p := read(t, head+c.content+"ET")
		if got := first(text(p)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestColumnsLeaveTablesAlone(t *testing.T) {
	var labels, pairs, scores strings.Builder
	for i := range 14 {
		y := 740 - 14*float64(i)
		labels.WriteString(at(50, y, fmt.Sprintf("r%d", i)) + at(120, y, "the member has mended most of the dykes that it named") + "\n")
		pairs.WriteString(at(50, y, fmt.Sprintf("r%d Ada Example", i)) + at(320, y, "Ben Example") + "\n")
		scores.WriteString(at(50, y, fmt.Sprintf("r%d the keeping of dykes and of all that is on them", i)) + at(400, y, "0") + at(450, y, "+1") + "\n")
	}
	for name, content := range map[string]string{"labels": labels.String(), "names": pairs.String(), "scores": scores.String()} {
		p := read(t, "BT /F 10 Tf "+content+"ET")
		if len(p.Lines) != 14 {
			t.Errorf("%s: %d lines, want 14:\n%s", name, len(p.Lines), text(p))
		}
	}
}

func TestThreeColumns(t *testing.T) {
	col := func(name string, x float64) string {
		var b strings.Builder
		for i := range 12 {
			b.WriteString(at(x, 740-12*float64(i), fmt.Sprintf("%s%d rose along the old dykes", name, i)))
		}
		return b.String()
	}
	got := first(text(read(t, "BT /F 10 Tf "+col("a", 40)+col("b", 220)+col("c", 400)+"ET")))
	want := ""
	for _, n := range []string{"a", "b", "c"} {
		for i := range 12 {
			want += fmt.Sprintf("%s%d ", n, i)
		}
	}
	if got != strings.TrimSpace(want) {
		t.Errorf("got %s", got)
	}
}

func TestPartOfALineKeepsItsMarks(t *testing.T) {
	c := "BT /F 10 Tf " + column("a", 50, 740, 12, 9) + column("b", 320, 738, 12, 9) + "/F 6 Tf 3.5 Ts (7) Tj ET"
	p := read(t, c)
	var marked []string
	for _, l := range p.Lines {
		for _, r := range l.Runs {
			if r.Rise != 0 {
				marked = append(marked, fmt.Sprintf("%s %.1f in %s", r.Text, r.Rise, strings.Fields(l.Text())[0]))
			}
		}
		if l.Runs[0].Space || l.Runs[0].Gap != 0 {
			t.Errorf("%q begins with a gap", l.Text())
		}
	}
	if len(marked) != 1 || marked[0] != "7 3.5 in b8" {
		t.Errorf("raised: %v", marked)
	}
}

// TestThirdColumnIsNotTheSecond: where the second of three columns has no line, the
// third's stands next to the first.
func TestThirdColumnIsNotTheSecond(t *testing.T) {
	col := func(name string, x, y float64, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(at(x, y-12*float64(i), fmt.Sprintf("%s%d rose along the old dykes", name, i)))
		}
		return b.String()
	}
	got := first(text(read(t, "BT /F 10 Tf "+col("a", 40, 740, 20)+col("b", 220, 620, 10)+col("c", 400, 740, 20)+"ET")))
	want := ""
	for _, n := range []string{"a", "b", "c"} {
		for i := range map[string]int{"a": 20, "b": 10, "c": 20}[n] {
			want += fmt.Sprintf("%s%d ", n, i)
		}
	}
	if got != strings.TrimSpace(want) {
		t.Errorf("got %s", got)
	}
}

// TestHeadingOverBothColumns: a heading that is too short to cross the gutter stands
// over both columns where both begin below it at one height; one in the left column
// does not part them.
func TestHeadingOverBothColumns(t *testing.T) {
	head := func(x, y float64, s string) string { return "/F 14 Tf " + at(x, y, s) + "/F 10 Tf " }
	for _, c := range []struct{ name, content, want string }{
		{"over both", column("a", 50, 740, 12, 6) + column("b", 320, 740, 12, 5) + head(50, 650, "H") + column("c", 50, 630, 12, 6) + column("d", 320, 630, 12, 6),
			"a0 a1 a2 a3 a4 a5 b0 b1 b2 b3 b4 H c0 c1 c2 c3 c4 c5 d0 d1 d2 d3 d4 d5"},
		{"in the left one", column("a", 50, 740, 12, 6) + head(50, 650, "H") + column("c", 50, 630, 12, 6) + column("b", 320, 740, 12, 15),
			"a0 a1 a2 a3 a4 a5 H c0 c1 c2 c3 c4 c5 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14"},
		{"in the left one, beside the end of a paragraph", column("a", 50, 740, 12, 6) + head(50, 650, "H") + column("c", 50, 630, 12, 6) + column("b", 320, 740, 12, 8) + column("d", 320, 630, 12, 6),
			"a0 a1 a2 a3 a4 a5 H c0 c1 c2 c3 c4 c5 b0 b1 b2 b3 b4 b5 b6 b7 d0 d1 d2 d3 d4 d5"},
		{"two headings side by side", column("a", 50, 740, 12, 6) + column("b", 320, 740, 12, 5) + head(50, 650, "H") + head(320, 650, "I") + column("c", 50, 630, 12, 6) + column("d", 320, 630, 12, 6),
			"a0 a1 a2 a3 a4 a5 H c0 c1 c2 c3 c4 c5 b0 b1 b2 b3 b4 I d0 d1 d2 d3 d4 d5"},
	} {
		if got := first(text(read(t, "BT /F 10 Tf "+c.content+"ET"))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestLooseLineBesideGutter: in a justified line of a narrow column the gaps between
// words may be as wide as the gutter is; the line beside it is none of its words.
func TestLooseLineBesideGutter(t *testing.T) {
	// Between the columns are nine points, between the words of the loose lines seven.
	loose := "4 Tw " + at(50, 632, "a9 and the water rose along the dy") + at(241, 632, "b9 and the water rose along the dy") + "0 Tw "
	c := column("a", 50, 740, 12, 9) + loose + column("b", 241, 740, 12, 9)
	p := read(t, "BT /F 10 Tf "+c+"ET")
	want := "a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9"
	if got := first(text(p)); got != want {
		for _, l := range p.Lines {
			t.Logf("%v %s", l.Box, l.Text())
		}
		t.Errorf("got %s", got)
	}
}
