package arrange

import (
	"cmp"
	"math"
	"slices"

	"recount.invalid/recount/extract/internal/mark"
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
func (c *found) drawnSigns() {
	var lines []mark.Stroke
	for _, s := range c.Strokes {
		if w, h := s.X1-s.X0, s.Y1-s.Y0; w <= maxDrawnSign && h < w {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return
	}
	middle := func(s mark.Stroke) float64 { return (s.Y0 + s.Y1) / 2 }
	slices.SortStableFunc(lines, func(a, b mark.Stroke) int { return cmp.Compare(middle(a), middle(b)) })
	var row *neighbours
	for i, n := 0, len(c.Stretches); i < n; i++ {
		s := &c.Stretches[i]
		if s.Angle != 0 {
			continue
		}
		first, _ := slices.BinarySearchFunc(lines, s.V-minusHigh*s.Size, func(l mark.Stroke, y float64) int { return cmp.Compare(middle(l), y) })
		for _, l := range lines[first:] {
			if middle(l) > s.V-minusLow*s.Size {
				break
			}
			k := c.signed(s, l)
			if k < 0 {
				continue
			}
			if row == nil {
				row = &neighbours{all: c.Prints(make([]bool, len(c.Letters)), 0)}
			}
			if row.beside(s, l) || decorated(lines, l, c.Letters[k], s.Size) {
				continue
			}
			t := *s
			t.From, t.To, t.Track = len(c.Letters), len(c.Letters)+1, 0
			c.Letters = append(c.Letters, mark.Letter{Text: "\u2212", U0: l.X0, U1: min(l.X1, c.Letters[k].U0)})
			c.Stretches = append(c.Stretches, t)
			s = &c.Stretches[i]
			c.Strokes = slices.DeleteFunc(c.Strokes, func(o mark.Stroke) bool { return o == l })
			c.drawn.Note(1, c.BoxOf(&t, t.From, t.To).Union(c.BoxOf(s, k, k+1)))
		}
	}
}

// signed finds the figure of a stretch that a line stands before as a minus; -1
// where there is none.
func (c *found) signed(s *mark.Stretch, l mark.Stroke) int {
	if w, h := l.X1-l.X0, l.Y1-l.Y0; w < minusShort*s.Size || w > minusLong*s.Size || h > minusThick*s.Size {
		return -1
	}
	for k := s.From; k < s.To; k++ {
		t := &c.Letters[k]
		if len(t.Text) == 1 && t.Text[0] >= '0' && t.Text[0] <= '9' &&
			t.U0 >= l.X1-minusOver*s.Size && t.U0 <= l.X1+minusBehind*s.Size {
			return k
		}
	}
	return -1
}

// neighbours are the upright letters of a page, by height.
type neighbours struct {
	all   []mark.Print
	looks int // at letters, of which there are maxSignLooks at most
}

// maxSignLooks bounds the looks of lines at letters on one page.
const maxSignLooks = 20_000_000

// beside reports whether a letter of the row stands at the line or right before
// it: then it strikes through, or joins two words.
func (p *neighbours) beside(s *mark.Stretch, l mark.Stroke) bool {
	first, _ := slices.BinarySearchFunc(p.all, s.V-0.5*s.Size, func(q mark.Print, v float64) int { return cmp.Compare(q.V, v) })
	for _, q := range p.all[first:] {
		if p.looks++; q.V > s.V+0.5*s.Size || p.looks > maxSignLooks {
			break
		}
		if q.U0 < l.X1-minusOver*s.Size && q.U1 > l.X0-minusBefore*s.Size && q.Text != "(" && q.Text != "[" {
			return true
		}
	}
	return false
}

// decorated reports whether a line like it stands behind the figure too, as
// some set page numbers.
func decorated(lines []mark.Stroke, l mark.Stroke, figure mark.Letter, size float64) bool {
	const reach = 3
	for _, o := range lines {
		if o.X0 > figure.U0 && o.X0 < figure.U1+reach*size && math.Abs(o.Y0-l.Y0) < 0.1*size && math.Abs((o.X1-o.X0)-(l.X1-l.X0)) < 0.1*size {
			return true
		}
	}
	return false
}
