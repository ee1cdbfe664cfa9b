package arrange

import (
	"math"
	"testing"
	"unicode"

	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// FuzzLines builds lines of letters thrown anywhere on the page. Whatever the
// places, every visible letter must come out once; only those that stand on
// one another may be taken for doubles.
func FuzzLines(f *testing.F) {
	f.Add([]byte("\x10\x20\x0ahello\x30\x20\x06 12\x50\x21\x0anext"))
	f.Add([]byte("\x00\x00\x01\xff\xff\xff\x00\x05\x05abcdefgh\x01\x01\x01"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c := &found{Page: &mark.Page{}}
		want := map[rune]int{}
		fc := &mark.Face{Ascent: 0.75, Descent: -0.25}
		for len(b) >= 8 {
			x, y, size, turn := float64(b[0])*2.3, float64(b[1])*3.1, float64(b[2]%40)/2+0.5, b[3]
			s := mark.Stretch{Face: fc, From: len(c.Letters), Size: size, V: y, Bold: turn&1 != 0, Artifact: turn&2 != 0}
			if turn&0x30 == 0x30 {
				s.Angle = int16(turn) * 90 % 360
			}
			for _, k := range b[4:8] {
				r := rune('A' + k%26)
				if k < 40 {
					r = ' '
				}
				w := float64(k%16) / 16 * size
				c.Letters = append(c.Letters, mark.Letter{Text: string(r), U0: x, U1: x + w})
				x += w
				if unicode.IsLetter(r) {
					want[r]++
				}
			}
			s.To = len(c.Letters)
			c.Stretches = append(c.Stretches, s)
			b = b[8:]
		}
		var as Arranger
		lines := as.assemble(c, 1, []model.Rule{{Box: model.Box{100, 0, 100, 800}}})
		got := map[rune]int{}
		for _, l := range lines {
			if len(l.Runs) == 0 || math.IsNaN(l.Baseline) {
				t.Fatalf("line %+v", l)
			}
			for _, r := range l.Text() {
				if unicode.IsLetter(r) {
					got[r]++
				}
			}
		}
		for r, n := range got {
			if n > want[r] {
				t.Fatalf("%q comes out %d times instead of %d", r, n, want[r])
			}
		}
		for r := range want {
			if got[r] == 0 {
				t.Fatalf("%q is lost", r)
			}
		}
	})
}

// A hostile page: marks by the thousand beside one endless line, and as many
// lines on nearly one baseline. Without a bound it would take minutes.
func TestDensePagesEnd(t *testing.T) {
	c := &found{Page: &mark.Page{}}
	fc := &mark.Face{Ascent: 0.75, Descent: -0.25}
	put := func(n int, x, dx, v, size float64) {
		s := mark.Stretch{Face: fc, From: len(c.Letters), Size: size, V: v}
		for range n {
			c.Letters = append(c.Letters, mark.Letter{Text: "x", U0: x, U1: x + dx})
			x += dx
		}
		s.To = len(c.Letters)
		c.Stretches = append(c.Stretches, s)
	}
	put(100_000, 0, 5, 400, 10)
	for i := range 30_000 {
		put(1, float64(i)*16, 2, 396, 6)
		put(1, float64(i), 2, 300+float64(i)*0.0001, 0.0005)
	}
	var as Arranger
	if lines := as.assemble(c, 1, nil); len(lines) == 0 || as.work <= maxWork {
		t.Errorf("%d lines, %d comparisons", len(lines), as.work)
	}
}
