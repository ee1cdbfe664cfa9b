package paragraph

import (
	"math"
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// A page is left with white space at its foot where the next paragraph did not fit:
// programs move one of few lines as a whole rather than leave a line of it alone. A
// paragraph that went on would have filled the page.

// roomLines is how many lines must have had room below the text at least.
const roomLines = 1.9

// movedWhole reports whether block b, with which a page begins, would have had room for
// its first lines below the text of page p before it, had they gone on there. Lines with
// markers need room for their notes as well and say nothing.
func (r *Reader) movedWhole(p *sheet.Page, b *Block) bool {
	bare := 1
	if len(b.Lines) == 2 {
		bare = 2 // neither of two lines is left alone
	}
	for _, l := range b.Lines[:bare] {
		if sheet.HasRaised(l) {
			return false
		}
	}
	return r.roomBelow(p) >= roomLines*p.Lead*b.Size
}

// roomBelow is how much lower the text of a page might have gone, in points: down to
// where it ends on the fullest pages, above their notes or without any. It is 0 where
// few pages show that.
func (r *Reader) roomBelow(p *sheet.Page) float64 {
	if r.fullest == nil {
		r.fullest = map[bool]float64{}
		for _, noted := range []bool{false, true} {
			var spaces []float64
			for _, q := range r.Pages {
				if space, ok := spaceBelow(q); ok && noted == (len(q.Zone) > 0) {
					spaces = append(spaces, space)
				}
			}
			r.fullest[noted] = math.Inf(1)
			if len(spaces) >= fewestFull {
				r.fullest[noted] = slices.Min(spaces)
			}
		}
	}
	space, ok := spaceBelow(p)
	if !ok {
		return 0
	}
	return max(0, space-r.fullest[len(p.Zone) > 0])
}

// fewestFull is how many pages show at least how far down text goes.
const fewestFull = 3

// spaceBelow is the height from the end of a page's text to its notes, or to the page's
// edge. Of a page that ends with something else than text in its size it is not told.
func spaceBelow(p *sheet.Page) (float64, bool) {
	bottom, foot := 0.0, p.Height
	text := false
	for _, l := range p.Body {
		if l.Dir == model.Rightward && l.Box.Bottom() > bottom {
			bottom, text = l.Box.Bottom(), layout.SameSize(l.Size, p.Size) && p.TableOf(l) == nil
		}
	}
	for _, l := range p.Zone {
		foot = min(foot, l.Box.Top())
	}
	return foot - bottom, text && foot > bottom
}
