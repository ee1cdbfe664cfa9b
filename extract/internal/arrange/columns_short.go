package arrange

import (
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/model"
)

// A page shows its columns by many lines; where a chapter ends, or a table
// leaves little room, a few lines stand in columns too. There the document's
// other pages say where its columns are.
const (
	shortLines  = 2   // lines that a column must have where its place is known
	shortFlush  = 0.7 // share of the lines that stand at its edges
	shortFilled = 0.4 // share of the lines that reach its right edge
	shortWords  = 3   // of the middle one of its lines
	sameEdge    = 1.5 // em by which the edges of columns differ from page to page
	topSlack    = 2.5 // em between the first lines of two columns
	pairCellGap = 2.0 // em between the cells of a table
	maxPairs    = 8   // different places of columns in a document
)

// pair is two columns side by side, as the pages of a width have them.
type pair struct {
	width       float64 // of the page
	left, right model.Box
	lines       int // that showed it
}

// ShortColumns puts columns of few lines in their order, where other pages of
// the document have columns at that place.
func ShortColumns(pages []model.Page) {
	pairs := columnPairs(pages)
	if len(pairs) == 0 {
		return
	}
	for i := range pages {
		p := &pages[i]
		for _, k := range pairs {
			if math.Abs(k.width-p.Width) < 1 {
				p.Lines = k.cutAll(p)
			}
		}
	}
}

// columnPairs gives the columns that stand side by side somewhere, those with
// the most lines first.
func columnPairs(pages []model.Page) (out []pair) {
	for i := range pages {
		p := &pages[i]
		for k := 1; k < len(p.Lines); k++ {
			a, b := p.Lines[k-1].Column, p.Lines[k].Column
			if a == b || a == (model.Box{}) || b == (model.Box{}) || a.X1() >= b.X0() {
				continue
			}
			found := pair{width: p.Width, left: a, right: b}
			for j := range p.Lines {
				if p.Lines[j].Column == a || p.Lines[j].Column == b {
					found.lines++
				}
			}
			size := p.Lines[k].Size
			same := slices.IndexFunc(out, func(o pair) bool {
				return math.Abs(o.width-found.width) < 1 && math.Abs(o.left.X0()-a.X0()) < sameEdge*size && math.Abs(o.right.X0()-b.X0()) < sameEdge*size
			})
			switch {
			case same >= 0:
				o := &out[same]
				o.lines += found.lines
				if o.left.Union(a).X1() < o.right.Union(b).X0() {
					o.left, o.right = o.left.Union(a), o.right.Union(b)
				}
			case len(out) < maxPairs:
				out = append(out, found)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int { return b.lines - a.lines })
	return out
}

// cutAll cuts what is not in a column yet and stands as the pair does.
func (k pair) cutAll(p *model.Page) []model.Line {
	out := make([]model.Line, 0, len(p.Lines))
	for from := 0; from < len(p.Lines); {
		to := from
		for to < len(p.Lines) && p.Lines[to].Column == (model.Box{}) {
			to++
		}
		out = append(out, k.cutRun(p, p.Lines[from:to])...)
		for from = to; from < len(p.Lines) && p.Lines[from].Column != (model.Box{}); from++ {
			out = append(out, p.Lines[from])
		}
	}
	return out
}

// cutRun cuts the parts of a run of lines between which nothing crosses the
// gutter.
func (k pair) cutRun(p *model.Page, lines []model.Line) []model.Line {
	if len(lines) < shortLines {
		return lines
	}
	x := (k.left.X1() + k.right.X0()) / 2
	segments := segmentsOf(lines)
	for i := range lines {
		if lines[i].Dir != model.Rightward {
			segments[i] = []segment{{x0: math.Inf(-1), x1: math.Inf(1)}}
		}
	}
	ends := make([]bool, len(lines))
	stopsAt(stopsOf(lines, p.Rules), x, ends)
	var out []model.Line
	for from := 0; from < len(lines); {
		to, next := clearFrom(segments, ends, from, x)
		g := gutter{x, from, to}
		g.withoutEdges(lines, p.Height)
		g.fromTop(lines, segments)
		g.withoutHeading(lines, segments)
		g.withoutRightLine(lines, segments)
		out = append(out, lines[from:g.from]...)
		if left, right := g.sides(lines, segments); k.holds(left, right, p.Rules) {
			for _, b := range g.bands(lines, segments) {
				if b.over {
					out = append(out, lines[b.from:b.to]...)
					continue
				}
				left, right := b.sides(lines, segments)
				out = append(out, in(k.left, left)...)
				out = append(out, in(k.right, right)...)
			}
		} else {
			out = append(out, lines[g.from:g.to]...)
		}
		out = append(out, lines[g.to:next]...)
		from = next
	}
	return out
}

// fromTop lets the region begin where both columns do: the right one's first
// line, and what stands little above it in the left one. Lines farther up that
// are short by themselves, such as a table's, are none of the columns'.
func (g *gutter) fromTop(lines []model.Line, segments [][]segment) {
	for i := g.from; i < g.to; i++ {
		if ss := segments[i]; len(ss) == 0 || ss[len(ss)-1].x0 < g.x {
			continue
		}
		top := lines[i].Baseline - topSlack*lines[i].Size
		for i > g.from && lines[i-1].Baseline >= top {
			i--
		}
		g.from = i
		return
	}
}

func in(column model.Box, lines []model.Line) []model.Line {
	for i := range lines {
		lines[i].Column = column
	}
	return lines
}

// holds reports whether lines are those of the pair's columns: running text
// that stands at their edges. Lines in the left one alone must be more than two;
// no table's rule may cross from one to the other.
func (k pair) holds(left, right []model.Line, rules []model.Rule) bool {
	var e columnEvidence
	if len(left) < shortLines || !e.add(k.left, left) || !e.add(k.right, right) || !e.isText() {
		return false
	}
	if len(right) == 0 {
		return len(left) > shortLines
	}
	top, bottom := left[0].Box.Top(), left[len(left)-1].Box.Bottom()
	var between []model.Rule
	for _, r := range rules {
		if r.Box.Bottom() <= top || r.Box.Top() >= bottom {
			continue
		}
		if r.Box.X0() < k.left.X1() && r.Box.X1() > k.right.X0() {
			return false
		}
		if !r.Horizontal() && r.Box.X0() >= k.left.X1() && r.Box.X1() <= k.right.X0() {
			between = append(between, r)
		}
	}
	return len(between) == 0 || alone(between, rules)
}

// columnEvidence is what speaks for lines being running text in columns.
type columnEvidence struct {
	filled int
	celled int // lines with white space in them as between the cells of a table
	words  []int
}

// add takes in the lines of one column. It reports whether they stand inside it
// and at its edges.
func (e *columnEvidence) add(column model.Box, lines []model.Line) bool {
	flush := 0
	for i := range lines {
		l := &lines[i]
		slack := sameEdge * l.Size
		if l.Box.X0() < column.X0()-slack || l.Box.X1() > column.X1()+slack {
			return false
		}
		atLeft := l.Box.X0() < column.X0()+slack
		if atLeft || l.Box.X1() > column.X1()-slack {
			flush++
		}
		if atLeft && l.Box.X1() > column.X1()-edgeSlack*l.Size {
			e.filled++
		}
		n, cells := 0, 1
		for k := range l.Runs {
			if k > 0 && l.Runs[k].Gap > pairCellGap*l.Size {
				cells++
			}
			n += 1 + strings.Count(l.Runs[k].Text, " ")
		}
		if cells > 1 {
			e.celled++
		}
		e.words = append(e.words, n)
	}
	return float64(flush) >= shortFlush*float64(len(lines))
}

func (e *columnEvidence) isText() bool {
	slices.Sort(e.words)
	return float64(e.filled) >= shortFilled*float64(len(e.words)) && 3*e.celled < len(e.words) && e.words[len(e.words)/2] >= shortWords
}
