package paragraph

import (
	"math"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Where text is set flush with both margins, every line of a paragraph but its last
// ends at the right one: a line that ends a little before it ends its paragraph, though
// no word of the next would have fitted.

const (
	// fewestFlush is how many lines show at least that text is set flush.
	fewestFlush = 12
	// flushWithin and shortBy are how far from the margin, in its size, a line ends at
	// most that is flush and at least that is not.
	flushWithin, shortBy = 0.25, 0.75
)

// endsShort reports whether a line ends its paragraph by ending before the margin, at
// which the document's lines end otherwise.
func (r *Reader) endsShort(l *sheet.Line) bool {
	return l.Right()-l.Box.X1() > shortBy*l.Size && r.isFlush()
}

// isFlush reports whether the document's text is flush with both margins: of the lines
// with which a sentence goes on to the next, nearly all end at the right one.
func (r *Reader) isFlush() bool {
	if r.flush != nil {
		return *r.flush
	}
	flush, all := 0, 0
	for _, p := range r.Pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
			if a.Dir != model.Rightward || b.Dir != model.Rightward || a.On != b.On || !layout.SameSize(a.Size, p.Size) || !layout.SameSize(b.Size, p.Size) || a.Bold != b.Bold ||
				p.TableOf(a) != nil || p.TableOf(b) != nil || math.Abs(a.Box.X0()-b.Box.X0()) > 0.3*b.Size || math.Abs(a.Right()-b.Right()) > 0.3*b.Size {
				continue
			}
			if d := b.Baseline - a.Baseline; d <= 0 || d > (p.Lead+0.2)*b.Size || !beginsSmall(b.Printed) || sheet.EndsItsSentence(a) || utf8.RuneCountInString(a.Printed) < 20 {
				continue
			}
			all++
			if a.Right()-a.Box.X1() < flushWithin*a.Size {
				flush++
			}
		}
	}
	is := all >= fewestFlush && 20*flush >= 19*all
	r.flush = &is
	return is
}
