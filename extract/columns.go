package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
)

// Columns of text are told from tables by what text is like: many lines, each
// filling its column, nothing ruled between. In doubt the page stays as it
// is: a table taken apart is worse than two columns read across.
const (
	columnLines  = 8    // lines that each column must have
	columnGap    = 0.9  // em of clear space between them
	columnWidth  = 10   // em, of the middle one of a column's lines
	columnWords  = 4    // of the middle one of a column's lines
	columnFilled = 0.55 // share of lines that reach the column's right edge
	columnFlush  = 0.7  // share of lines that begin at its left edge
	edgeSlack    = 4    // em that a ragged line may fall short of the right edge
	flushSlack   = 1.5  // em that a line may be indented
	gutterSteps  = 100  // places across the page where a gutter is looked for
	maxColumns   = 3    // how often a column is looked through for further ones
	maxRegions   = 24   // of columns on a page
	maxHeading   = 2    // lines of a heading below columns
	headingSize  = 1.08 // of the text's size, that a heading has
	edgeShare    = 0.12 // of the page's height, in which running heads and feet stand
	edgeGap      = 2.2  // em by which they stand apart from the text
)

// segment is a part of a line without a wide gap.
type segment struct {
	line     int // in the slice that is looked at
	from, to int // runs
	x0, x1   float64
	words    int
}

// cutter puts the columns of one page in their order.
type cutter struct {
	rules         []model.Rule
	width, height float64
	regions       int // that are still looked for
}

// columns puts the upright lines of columns of text after each other and says
// of each in which it stands. Text over the page's whole width above, between
// and below the columns keeps its place. lines are in reading order from top to
// bottom.
func columns(lines []model.Line, rules []model.Rule, width, height float64) []model.Line {
	c := &cutter{rules: rules, width: width, height: height, regions: maxRegions}
	return c.cut(lines, width, 0)
}

// cut does so for some of a page's lines that stand left of width, within depth
// columns.
func (c *cutter) cut(lines []model.Line, width float64, depth int) []model.Line {
	if len(lines) < columnLines || depth >= maxColumns || c.regions == 0 {
		return lines
	}
	if !anyNarrow(lines, width) {
		return lines
	}
	segments := segmentsOf(lines)
	var best gutter
	for step := gutterSteps / 8; step <= gutterSteps*7/8; step++ {
		x := width * float64(step) / gutterSteps
		for from := 0; from < len(lines); {
			to := from
			for to < len(lines) && !crossed(segments[to], x) {
				to++
			}
			if to-from > best.to-best.from && to-from >= columnLines {
				g := gutter{x, from, to}
				if depth == 0 {
					g.withoutEdges(lines, c.height)
				}
				if g.parts(lines, segments[g.from:g.to], c.rules) {
					best = g
				}
			}
			from = to + 1
		}
	}
	if best.to == 0 {
		return lines
	}
	c.regions--
	best.withoutHeading(lines, segments)
	best.withoutRightLine(lines, segments)
	left, right := best.sides(lines, segments)
	out := append([]model.Line{}, c.cut(lines[:best.from], width, depth)...)
	out = append(out, inColumn(c.cut(left, best.x, depth+1))...)
	out = append(out, inColumn(c.cut(right, width, depth+1))...)
	return append(out, c.cut(lines[best.to:], width, depth)...)
}

func segmentsOf(lines []model.Line) [][]segment {
	segments := make([][]segment, len(lines))
	all := make([]segment, 0, 2*len(lines)) // one allocation for most pages
	for i := range lines {
		from := len(all)
		all = appendSegments(all, i, &lines[i])
		segments[i] = all[from:len(all):len(all)]
	}
	return segments
}

// sides parts the lines of a gutter's region; each side is in reading order.
func (g gutter) sides(lines []model.Line, segments [][]segment) (left, right []model.Line) {
	for i := g.from; i < g.to; i++ {
		l, r := cutLine(lines[i], segments[i], g.x)
		if l != nil {
			left = append(left, *l)
		}
		if r != nil {
			right = append(right, *r)
		}
	}
	// Lines at nearly one height were one line; apart they keep the order.
	byBaseline := func(a, b model.Line) int { return cmp.Compare(a.Baseline, b.Baseline) }
	slices.SortStableFunc(left, byBaseline)
	slices.SortStableFunc(right, byBaseline)
	return left, right
}

// withoutEdges leaves the page's running head and foot out of its columns: they
// stand at the very edge, apart from the text, and what is left and right in
// them is one line.
func (g *gutter) withoutEdges(lines []model.Line, height float64) {
	apart := func(a, b model.Line) bool {
		return a.Dir == model.Rightward && b.Dir == model.Rightward && b.Baseline-a.Baseline > edgeGap*max(a.Size, b.Size)
	}
	for k := g.from; g.from == 0 && k < g.to-1 && lines[k].Baseline < edgeShare*height; k++ {
		if apart(lines[k], lines[k+1]) {
			g.from = k + 1
			break
		}
	}
	for k := g.to - 1; g.to == len(lines) && k > g.from && lines[k].Baseline > (1-edgeShare)*height; k-- {
		if apart(lines[k-1], lines[k]) {
			g.to = k
		}
	}
}

// withoutHeading leaves out the heading of the text of full width below the
// columns: it is short, so that nothing of it crosses the gutter, and would end
// the left column. No column ends with a heading.
func (g *gutter) withoutHeading(lines []model.Line, segments [][]segment) {
	if g.to == len(lines) {
		return
	}
	var sizes []float64
	for i := g.from; i < g.to; i++ {
		sizes = append(sizes, lines[i].Size)
	}
	if len(sizes) == 0 {
		return
	}
	slices.Sort(sizes)
	usual := sizes[len(sizes)/2]
	for k := g.to - 1; k > g.from && g.to-k <= maxHeading; k-- {
		ss := segments[k]
		if len(ss) == 0 || ss[len(ss)-1].x1 > g.x || !bold(&lines[k]) && lines[k].Size < headingSize*usual {
			return
		}
		g.to = k
	}
}

// withoutRightLine leaves out a line above the columns that is set at the page's
// right edge, such as a name, and what stands above it: it does not begin at the
// right column's edge, and nothing of the left one stands beside it or between it
// and the columns.
func (g *gutter) withoutRightLine(lines []model.Line, segments [][]segment) {
	rightOf := func(i int) (segment, bool) {
		for _, s := range segments[i] {
			if s.x0 >= g.x {
				return s, true
			}
		}
		return segment{}, false
	}
	edge := math.Inf(1)
	for i := g.from; i < g.to; i++ {
		if s, ok := rightOf(i); ok {
			edge = min(edge, s.x0)
		}
	}
	above := -1
	for i := g.from; i < g.to; i++ {
		s, right := rightOf(i)
		switch {
		case right && s.x0 <= edge+flushSlack*lines[i].Size:
			if above >= 0 {
				g.from = above + 1
			}
			return
		case right && len(segments[i]) == 1:
			above = i
		case above >= 0 && lines[i].Baseline < lines[above].Baseline+lines[i].Size:
			return // beside it
		case above >= 0:
			if next := i + 1; next < g.to {
				if s, right := rightOf(next); right && s.x0 <= edge+flushSlack*lines[next].Size && lines[next].Baseline-lines[i].Baseline < nearly*lines[i].Size {
					continue // the columns' first lines stand at nearly one height
				}
			}
			return
		}
	}
}

// nearly is how far apart lines at one height of two columns may be, in em.
const nearly = 0.3

func bold(l *model.Line) bool {
	for i := range l.Runs {
		if !l.Runs[i].Bold {
			return false
		}
	}
	return true
}

// inColumn says of the lines of a column that they stand in it; those of
// columns within it know already.
func inColumn(lines []model.Line) []model.Line {
	var box model.Box
	for i := range lines {
		if lines[i].Dir == model.Rightward {
			box = box.Union(lines[i].Box)
		}
	}
	for i := range lines {
		if lines[i].Column == (model.Box{}) {
			lines[i].Column = box
		}
	}
	return lines
}

// anyNarrow reports whether enough lines for a column are parted or shorter
// than a page of one column has them.
func anyNarrow(lines []model.Line, width float64) bool {
	narrow := 0
	var room [8]segment
	for i := range lines {
		if s := appendSegments(room[:0], i, &lines[i]); len(s) > 1 || len(s) == 1 && s[0].x1-s[0].x0 < 0.55*width {
			narrow++
		}
		if narrow == columnLines {
			return true
		}
	}
	return false
}

// appendSegments cuts a line where its gaps are wide. A line that is not
// upright has no segments and crosses nothing; one of right-to-left text, whose
// runs do not stand in their order, is not cut.
func appendSegments(out []segment, i int, l *model.Line) []segment {
	if l.Dir != model.Rightward {
		return out
	}
	for k := range l.Runs {
		r := &l.Runs[k]
		n := 1 + strings.Count(r.Text, " ")
		if k > 0 && (r.Gap <= columnGap*l.Size || r.Box.X0() < l.Runs[k-1].Box.X0()) {
			s := &out[len(out)-1]
			s.to, s.x0, s.x1, s.words = k+1, min(s.x0, r.Box.X0()), max(s.x1, r.Box.X1()), s.words+n
			continue
		}
		out = append(out, segment{line: i, from: k, to: k + 1, x0: r.Box.X0(), x1: r.Box.X1(), words: n})
	}
	return out
}

func crossed(ss []segment, x float64) bool {
	for _, s := range ss {
		if s.x0 < x && s.x1 > x {
			return true
		}
	}
	return false
}

// gutter is a clear vertical stripe at x through the lines from:to.
type gutter struct {
	x        float64
	from, to int
}

// parts reports whether the gutter parts two columns of text.
func (g gutter) parts(lines []model.Line, segments [][]segment, rules []model.Rule) bool {
	nl, nr := 0, 0
	for _, ss := range segments {
		if len(ss) > 0 && ss[0].x1 <= g.x {
			nl++
		}
		if len(ss) > 0 && ss[len(ss)-1].x0 >= g.x {
			nr++
		}
	}
	if nl < columnLines || nr < columnLines {
		return false
	}
	left, right := make([]segment, 0, nl), make([]segment, 0, nr)
	for _, ss := range segments {
		// What stands next to the gutter decides; columns beyond it are
		// looked for later.
		k := 0
		for k < len(ss) && ss[k].x1 <= g.x {
			k++
		}
		if k > 0 {
			left = append(left, ss[k-1])
		}
		if k < len(ss) {
			right = append(right, ss[k])
		}
	}
	if !isColumn(lines, left) || !isColumn(lines, right) {
		return false
	}
	// The columns must stand side by side.
	lt, lb := lines[left[0].line].Baseline, lines[left[len(left)-1].line].Baseline
	rt, rb := lines[right[0].line].Baseline, lines[right[len(right)-1].line].Baseline
	top, bottom := max(lt, rt), min(lb, rb)
	if bottom-top < 0.5*min(lb-lt, rb-rt) {
		return false
	}
	for _, r := range rules {
		if r.Box.X0() <= g.x && r.Box.X1() >= g.x && r.Box.Bottom() > top && r.Box.Top() < bottom {
			return false
		}
	}
	x0, x1 := 0.0, g.x
	for _, s := range left {
		x0 = max(x0, s.x1)
	}
	for _, s := range right {
		x1 = max(x1, s.x0)
	}
	for _, r := range rules {
		if !r.Horizontal() && r.Box.X0() >= x0 && r.Box.X1() <= x1 && r.Box.Bottom() > top && r.Box.Top() < bottom {
			return false
		}
	}
	return true
}

// isColumn reports whether one side of a gutter is running text.
func isColumn(lines []model.Line, ss []segment) bool {
	if len(ss) < columnLines {
		return false
	}
	var widths, words []float64
	x0, x1 := ss[0].x0, ss[0].x1
	for _, s := range ss {
		widths = append(widths, (s.x1-s.x0)/lines[s.line].Size)
		words = append(words, float64(s.words))
		x0, x1 = min(x0, s.x0), max(x1, s.x1)
	}
	slices.Sort(widths)
	slices.Sort(words)
	if widths[len(widths)/2] < columnWidth || words[len(words)/2] < columnWords {
		return false
	}
	filled, flush := 0, 0
	for _, s := range ss {
		size := lines[s.line].Size
		if s.x1 >= x1-edgeSlack*size {
			filled++
		}
		if s.x0 <= x0+flushSlack*size {
			flush++
		}
	}
	n := float64(len(ss))
	return float64(filled) >= columnFilled*n && float64(flush) >= columnFlush*n
}

// cutLine parts a line at a gutter; a side without text is nil.
func cutLine(l model.Line, ss []segment, x float64) (left, right *model.Line) {
	if l.Dir != model.Rightward {
		if l.Box.CentreX() < x {
			return &l, nil
		}
		return nil, &l
	}
	at := len(l.Runs)
	for _, s := range ss {
		if s.x1 > x {
			at = s.from
			break
		}
	}
	switch at {
	case 0:
		return nil, &l
	case len(l.Runs):
		return &l, nil
	}
	return partOf(l, l.Runs[:at]), partOf(l, l.Runs[at:])
}

// partOf makes a line of some of a line's runs; its baseline and size are
// those of its run with the most letters; figures may be markers.
func partOf(l model.Line, runs []model.Run) *model.Line {
	p := model.Line{Page: l.Page, Dir: l.Dir, Runs: slices.Clone(runs)}
	most := -1
	for _, r := range runs {
		if n := letters(r.Text); n > most {
			most = n
			p.Baseline, p.Size = l.Baseline-r.Rise, r.Size
		}
	}
	for i := range p.Runs {
		r := &p.Runs[i]
		if r.Rise += p.Baseline - l.Baseline; r.Rise > -riseNoise*p.Size && r.Rise < riseNoise*p.Size {
			r.Rise = 0
		}
		p.Box = p.Box.Union(r.Box)
	}
	p.Runs[0].Space, p.Runs[0].Gap = false, 0
	return &p
}

func letters(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}
