package paragraph

import (
	"math"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// habit is how paragraphs are told apart on a page: chapters of one report may
// come from different hands.
type habit struct {
	// indent is how far first lines are set in, as a ratio of the size; 0
	// where they are not.
	indent float64
	// spaced says that white space sets the paragraphs off.
	spaced bool
}

// indents reports whether the first line's indent alone tells a paragraph.
func (h habit) indents() bool { return h.indent > 0 && !h.spaced }

// usualSetOff is by how much more than the leading, as a ratio of the size, a
// line stands below the one above where nothing is known of the document's own
// distance between paragraphs.
const usualSetOff = 0.28

const (
	// leastSpace is how much wider, as a ratio of the size, the distance
	// between paragraphs is than the one within at the least: half a point in
	// small type, which is more than programs round by.
	leastSpace = 0.06
	// spaceSlack is what the distances of one document differ by.
	spaceSlack = 0.03
)

// setOff is the distance between two baselines, as a ratio of the size, above
// which a new paragraph begins on a page.
func (r *Reader) setOff(p *sheet.Page) float64 {
	if r.space > 0 && math.Abs(p.Lead-r.lead) < leastSpace {
		return math.Min(r.space-spaceSlack, p.Lead+usualSetOff)
	}
	return p.Lead + usualSetOff
}

// usualSpace finds the document's own distance between two paragraphs where it
// is too small to be seen without comparing: sentences that go on from line to
// line stand at one distance, lines behind a sentence that ended early nearly
// all at another, which is larger. 0 where the two are not told apart, or where
// raised figures push the lines about.
func (r *Reader) usualSpace() float64 {
	if r.lead == 0 || r.push > 0 {
		return 0
	}
	const fine = 100 // bins to a size
	within, between := map[int]int{}, map[int]int{}
	for _, p := range r.Pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
			if a.Dir != model.Rightward || b.Dir != model.Rightward || !layout.SameSize(a.Size, b.Size) || a.Bold || b.Bold ||
				math.Abs(a.Box.X0()-b.Box.X0()) > 0.3*b.Size || p.TableOf(a) != nil || p.TableOf(b) != nil {
				continue
			}
			d := (b.Baseline - a.Baseline) / b.Size
			if d < 0.8 || d > r.lead+usualSetOff+spaceSlack {
				continue
			}
			switch k := int(math.Round(d * fine)); {
			case goesOn(a, b):
				within[k]++
			case sheet.EndsItsSentence(a) && endedEarly(a, b) && BeginsAnew(b.Printed):
				between[k]++
			}
		}
	}
	most := commonest(between)
	space := float64(most) / fine
	if float64(commonest(within))/fine+leastSpace > space {
		return 0
	}
	edge := most - int(spaceSlack*fine)
	if over, under := split(within, edge); under < 3 || 20*over > under {
		return 0
	}
	if over, under := split(between, edge); over < 3 || 5*under > over {
		return 0
	}
	return space
}

// commonest is the bin with the most in it, the smallest of equals.
func commonest(bins map[int]int) int {
	best := 0
	for k, n := range bins {
		if n > bins[best] || n == bins[best] && k < best {
			best = k
		}
	}
	return best
}

// split counts what is in the bins from an edge on, and below it.
func split(bins map[int]int, edge int) (over, under int) {
	for k, n := range bins {
		if k >= edge {
			over += n
		} else {
			under += n
		}
	}
	return over, under
}

// settleHabits finds the document's habit and the pages that plainly keep to
// another.
func (r *Reader) settleHabits() {
	all := habit{indent: r.firstLineIndent(), spaced: r.paragraphsSpaced(r.Pages)}
	r.habits = make(map[*sheet.Page]habit, len(r.Pages))
	for _, p := range r.Pages {
		h := all
		if all.indents() && !r.showsFirstLine(p, all) && r.paragraphsSpaced([]*sheet.Page{p}) {
			h = habit{spaced: true}
		}
		r.habits[p] = h
	}
}

// showsFirstLine reports whether a line of a page is set in as a habit wants it.
func (r *Reader) showsFirstLine(p *sheet.Page, h habit) bool {
	for _, l := range p.Body {
		if p.TableOf(l) == nil && h.isFirstLine(l) {
			return true
		}
	}
	return false
}

// paragraphsSpaced reports whether pages set their paragraphs off by white
// space: they do so far more often than they end a line early with no space
// behind it.
func (r *Reader) paragraphsSpaced(pages []*sheet.Page) bool {
	spaced, tight := 0, 0
	for _, p := range pages {
		for i := 1; i < len(p.Body); i++ {
			a, b := p.Body[i-1], p.Body[i]
			if a.Dir != b.Dir || !layout.SameSize(a.Size, b.Size) || a.Bold || b.Bold || !sheet.EndsItsSentence(a) || p.TableOf(a) != nil || p.TableOf(b) != nil {
				continue
			}
			gap := (b.Baseline - a.Baseline) / b.Size
			switch {
			case gap > r.setOff(p) && gap < 4:
				spaced++
			case gap > 0 && gap <= r.setOff(p) && a.Right()-a.Box.X1() > 0.35*a.Width():
				tight++
			}
		}
	}
	return spaced >= 3 && spaced > 5*tight
}

// firstLineIndent is how far the document sets the first lines of its
// paragraphs in, as a ratio of the size; 0 where it does not. It shows at a line
// behind a full stop that stands in between two lines at the margin.
func (r *Reader) firstLineIndent() float64 {
	bins := map[int]int{}
	best := 0
	for _, p := range r.Pages {
		for i := 1; i+1 < len(p.Body); i++ {
			a, l, b := p.Body[i-1], p.Body[i], p.Body[i+1]
			in := (l.Box.X0() - l.Left()) / l.Size
			if in < 0.8 || in > 6 || !sheet.EndsItsSentence(a) || math.Abs(a.Box.X0()-a.Left()) > 0.3*l.Size || math.Abs(b.Box.X0()-b.Left()) > 0.3*l.Size ||
				!layout.SameSize(a.Size, l.Size) || !layout.SameSize(l.Size, b.Size) || endedEarly(l, b) {
				continue
			}
			k := int(math.Round(in * 10))
			bins[k]++
			if bins[k] > bins[best] || bins[k] == bins[best] && k < best {
				best = k
			}
		}
	}
	if bins[best] < 3 {
		return 0
	}
	return float64(best) / 10
}

// isFirstLine reports whether a line is set in as first lines are.
func (h habit) isFirstLine(l *sheet.Line) bool {
	return h.indents() && math.Abs(l.Box.X0()-l.Left()-h.indent*l.Size) < 0.3*l.Size
}
