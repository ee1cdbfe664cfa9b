package extract

import (
	"fmt"
	"strings"
	"testing"
)

// ruledIn is a ruled table of narrow cells, named t0, t1 and so on, that fills a column from x0 to x1.
func ruledIn(x0, x1, top float64, rows int) (text, rules string) {
	var b, r strings.Builder
	for i := range rows {
		y := top - 14*float64(i)
		b.WriteString(at(x0+4, y-10, fmt.Sprintf("t%d", i)) + at(x1-30, y-10, "+1"))
		fmt.Fprintf(&r, "%g %g m %g %g l S\n", x0, y, x1, y)
	}
	bottom := top - 14*float64(rows)
	fmt.Fprintf(&r, "%g %g m %g %g l S\n", x0, bottom, x1, bottom)
	for _, x := range []float64{x0, x1 - 40, x1} {
		fmt.Fprintf(&r, "%g %g m %g %g l S\n", x, top, x, bottom)
	}
	return b.String(), r.String()
}

// A ruled table that stands in a column of text is no reason to take the columns for one
// text, though its lines are short and its edges stand beside the gutter; one that
// stands over both columns parts them.
func TestARuledTableInAColumn(t *testing.T) {
	right := column("r", 320, 740, 12, 24)
	const after = " b0 b1 b2 b3 b4 b5 b6 b7 r0 r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r14 r15 r16 r17 r18 r19 r20 r21 r22 r23"
	table, rules := ruledIn(50, 255, 690, 7)
	left := column("a", 50, 740, 12, 4) + table + column("b", 50, 570, 12, 8)
	got := first(text(read(t, "0.5 w\n"+rules+"BT /F 10 Tf "+left+right+"ET")))
	if want := "a0 a1 a2 a3 t0 t1 t2 t3 t4 t5 t6" + after; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// The cells of a table over the page's width stand in their rows.
	table, rules = ruledIn(50, 560, 690, 30)
	got = first(text(read(t, "0.5 w\n"+rules+"BT /F 10 Tf "+table+"ET")))
	if !strings.HasPrefix(got, "t0 t1 t2 t3") || strings.Contains(got, "+1") {
		t.Errorf("got  %s", got)
	}
}
