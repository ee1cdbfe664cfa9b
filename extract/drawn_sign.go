package extract

import (
	"cmp"
	"math"
	"slices"
)

// A minus may be drawn as a line before a figure, as equation editors and
// redrawn pages have it. It is read, with a warning: whether a line is a sign
// the page alone tells.

// The measures of a drawn minus, in sizes of the figure behind it: how long and
// thick it is, how high above the baseline it stands, how far the figure is,
// and how far whatever stands before it.
const (
	minusShort  = 0.25
	minusLong   = 0.9
	minusThick  = 0.15
	minusLow    = 0.17
	minusHigh   = 0.5
	minusBehind = 0.4
	minusBefore = 0.2
	// minusOver is how far it may reach over a letter.
	minusOver = 0.05
)

// maxDrawnSign bounds the length of a line that is looked at, in points; a
// figure that is larger than a page's heading has its sign in its font.
const maxDrawnSign = 40

// drawnSigns puts a minus before figures that a short line stands before.
func (c *content) drawnSigns() {
	var lines []stroke
	for _, s := range c.strokes {
		if w, h := s.x1-s.x0, s.y1-s.y0; w <= maxDrawnSign && h < w {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return
	}
	middle := func(s stroke) float64 { return (s.y0 + s.y1) / 2 }
	slices.SortStableFunc(lines, func(a, b stroke) int { return cmp.Compare(middle(a), middle(b)) })
	var row *prints
	for i, n := 0, len(c.stretches); i < n; i++ {
		s := &c.stretches[i]
		if s.angle != 0 {
			continue
		}
		first, _ := slices.BinarySearchFunc(lines, s.v-minusHigh*s.size, func(l stroke, y float64) int { return cmp.Compare(middle(l), y) })
		for _, l := range lines[first:] {
			if middle(l) > s.v-minusLow*s.size {
				break
			}
			k := c.signed(s, l)
			if k < 0 {
				continue
			}
			if row == nil {
				row = c.prints(make([]bool, len(c.letters)), 0)
			}
			if row.beside(s, l) || decorated(lines, l, c.letters[k], s.size) {
				continue
			}
			t := *s
			t.from, t.to, t.track = len(c.letters), len(c.letters)+1, 0
			c.letters = append(c.letters, letter{"\u2212", l.x0, min(l.x1, c.letters[k].u0)})
			c.stretches = append(c.stretches, t)
			s = &c.stretches[i]
			c.strokes = slices.DeleteFunc(c.strokes, func(o stroke) bool { return o == l })
			c.drawn.note(1, c.boxOf(&t, t.from, t.to).Union(c.boxOf(s, k, k+1)))
		}
	}
}

// signed finds the figure of a stretch that a line stands before as a minus; -1
// where there is none.
func (c *content) signed(s *stretch, l stroke) int {
	if w, h := l.x1-l.x0, l.y1-l.y0; w < minusShort*s.size || w > minusLong*s.size || h > minusThick*s.size {
		return -1
	}
	for k := s.from; k < s.to; k++ {
		t := &c.letters[k]
		if len(t.text) == 1 && t.text[0] >= '0' && t.text[0] <= '9' &&
			t.u0 >= l.x1-minusOver*s.size && t.u0 <= l.x1+minusBehind*s.size {
			return k
		}
	}
	return -1
}

// beside reports whether a letter of the row stands at the line or right before
// it: then it strikes through, or joins two words.
func (p *prints) beside(s *stretch, l stroke) bool {
	first, _ := slices.BinarySearchFunc(p.all, s.v-0.5*s.size, func(q printed, v float64) int { return cmp.Compare(q.v, v) })
	for _, q := range p.all[first:] {
		if p.looks++; q.v > s.v+0.5*s.size || p.looks > maxLooks {
			break
		}
		if q.u0 < l.x1-minusOver*s.size && q.u1 > l.x0-minusBefore*s.size && q.text != "(" && q.text != "[" {
			return true
		}
	}
	return false
}

// decorated reports whether a line like it stands behind the figure too, as
// some set page numbers.
func decorated(lines []stroke, l stroke, figure letter, size float64) bool {
	const reach = 3
	for _, o := range lines {
		if o.x0 > figure.u0 && o.x0 < figure.u1+reach*size && math.Abs(o.y0-l.y0) < 0.1*size && math.Abs((o.x1-o.x0)-(l.x1-l.x0)) < 0.1*size {
			return true
		}
	}
	return false
}
