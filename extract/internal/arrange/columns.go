package arrange

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
)

// Columns of text are told from tables by what text is like: many lines, each
// filling its column, nothing ruled between. In doubt the page stays as it
// is: a table taken apart is worse than two columns read across.
const (
	columnLines   = 8    // lines that each column must have
	columnGap     = 0.6  // em of clear space between them
	columnWidth   = 10   // em, of the middle one of a column's lines
	columnWords   = 4    // of the middle one of a column's lines
	columnFilled  = 0.55 // share of the lines within paragraphs that fill the column
	columnGoOn    = 0.3  // share of lines that the next one goes on with
	paragraphLead = 1.2  // times the usual lead, between lines of a paragraph at most
	columnFlush   = 0.7  // share of lines that begin at its left edge
	edgeSlack     = 4    // em that a ragged line may fall short of the right edge
	flushSlack    = 1.5  // em that any line may be indented
	maxIndent     = 4    // em of the indent that all paragraphs share
	sameIndent    = 0.3  // em by which that differs
	gutterSteps   = 160  // places across the page where a gutter is looked for
	maxColumns    = 3    // how often a column is looked through for further ones
	maxRegions    = 24   // of columns on a page
	maxHeading    = 2    // lines of a heading below columns
	headingSize   = 1.08 // of the text's size, that a heading has
	edgeShare     = 0.12 // of the page's height, in which running heads and feet stand
	edgeGap       = 1.2  // em of the upper one that is free between them and the text
	ruleSlack     = 2    // points, by which rules that meet may miss each other
	columnRule    = 3    // points, that a rule between columns is wide at most
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
	stops := stopsOf(lines, c.rules)
	ends := make([]bool, len(lines))
	var best gutter
	for step := gutterSteps / 8; step <= gutterSteps*7/8; step++ {
		x := width * float64(step) / gutterSteps
		stopsAt(stops, x, ends)
		for from := 0; from < len(lines); {
			to, next := clearFrom(segments, ends, from, x)
			if to-from > best.to-best.from && to-from >= columnLines {
				g := gutter{x, from, to}
				if depth == 0 {
					g.withoutEdges(lines, c.height)
				}
				if g.parts(lines, segments[g.from:g.to], c.rules) {
					best = g
				}
			}
			from = next
		}
	}
	if best.to == 0 {
		return lines
	}
	c.regions--
	best.withoutHeading(lines, segments)
	best.withoutRightLine(lines, segments)
	out := append([]model.Line{}, c.cut(lines[:best.from], width, depth)...)
	for _, b := range best.bands(lines, segments) {
		if b.over {
			out = append(out, lines[b.from:b.to]...)
			continue
		}
		left, right := b.sides(lines, segments)
		out = append(out, inColumn(c.cut(left, best.x, depth+1))...)
		out = append(out, inColumn(c.cut(right, width, depth+1))...)
	}
	return append(out, c.cut(lines[best.to:], width, depth)...)
}

// clearFrom gives the end of the lines from line from on between which nothing crosses x,
// neither text nor a rule, and where to look for the next ones.
func clearFrom(segments [][]segment, ends []bool, from int, x float64) (to, next int) {
	for to = from; to < len(segments); to++ {
		if to > from && ends[to] {
			return to, to
		}
		if crossed(segments[to], x) {
			return to, to + 1
		}
	}
	return to, to
}

// stop is a horizontal rule above a line, such as the edge of a table over all columns.
type stop struct {
	line   int
	x0, x1 float64
}

// stopsOf gives the horizontal rules with the first lines below them.
func stopsOf(lines []model.Line, rules []model.Rule) (out []stop) {
	for _, r := range rules {
		if !r.Horizontal() {
			continue
		}
		i, _ := slices.BinarySearchFunc(lines, r.Box.CentreY(), func(l model.Line, y float64) int { return cmp.Compare(l.Baseline, y) })
		if i < len(lines) {
			out = append(out, stop{i, r.Box.X0(), r.Box.X1()})
		}
	}
	return out
}

// stopsAt says of each line whether a rule above it crosses x.
func stopsAt(stops []stop, x float64, ends []bool) {
	for i := range ends {
		ends[i] = false
	}
	for _, s := range stops {
		if s.x0 < x && s.x1 > x {
			ends[s.line] = true
		}
	}
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
		return a.Dir == model.Rightward && b.Dir == model.Rightward && b.Baseline-b.Size-a.Baseline > edgeGap*a.Size
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
	usual := g.usualSize(lines)
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
	if nl < columnLines || nr < columnLines { // as most stripes have
		return false
	}
	left, right := g.nextTo(segments)
	if !isColumn(lines, left) || !isColumn(lines, right) {
		// Tables that stand in the columns are no running text.
		outLeft, _ := g.outOfTables(lines, left, rules)
		outRight, _ := g.outOfTables(lines, right, rules)
		if !isColumn(lines, outLeft) || !isColumn(lines, outRight) {
			return false
		}
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
	var between []model.Rule
	for _, r := range rules {
		if !r.Horizontal() && r.Box.X0() >= x0 && r.Box.X1() <= x1 && r.Box.Bottom() > top && r.Box.Top() < bottom {
			between = append(between, r)
		}
	}
	return len(between) == 0 || alone(between, rules) || g.wallsOnly(lines, left, right, between, rules)
}

// alone reports whether vertical rules stand without any others that meet them or
// stand beside them: what parts two columns of text does, what parts the cells of a
// table is one of several.
func alone(between, rules []model.Rule) bool {
	var box model.Box
	for _, r := range between {
		box = box.Union(r.Box)
	}
	for _, r := range rules {
		meets := r.Box.Bottom() > box.Top()-ruleSlack && r.Box.Top() < box.Bottom()+ruleSlack
		within := r.Box.X0() >= box.X0() && r.Box.X1() <= box.X1()
		if meets && !within && (!r.Horizontal() || r.Box.X0() < box.X0() && r.Box.X1() > box.X1()) {
			return false
		}
	}
	return box.Width() < columnRule
}

// nextTo gives what stands in the columns on both sides of the gutter, a segment a
// line. Columns beyond them are looked for later: a line of the third column is none
// of the second, though nothing of that stands before it.
func (g gutter) nextTo(segments [][]segment) (left, right []segment) {
	x0, x1 := g.columnEdges(segments)
	for _, ss := range segments {
		var l, r segment
		for _, s := range ss {
			switch {
			case s.x0 >= x0 && s.x1 <= g.x:
				l = l.with(s)
			case s.x0 >= g.x && s.x1 <= x1:
				r = r.with(s)
			}
		}
		if l.words > 0 {
			left = append(left, l)
		}
		if r.words > 0 {
			right = append(right, r)
		}
	}
	return left, right
}

// columnEdges finds the left edge of the column left of the gutter and the right
// edge of that right of it: the next clear stripes, or the ends of the text.
func (g gutter) columnEdges(segments [][]segment) (x0, x1 float64) {
	var all []segment
	for _, ss := range segments {
		all = append(all, ss...)
	}
	slices.SortFunc(all, func(a, b segment) int { return cmp.Compare(a.x0, b.x0) })
	x0, x1 = g.x, g.x
	end := math.Inf(-1) // of what stands before
	for _, s := range all {
		switch {
		case s.x1 <= g.x:
			if s.x0 > end {
				x0 = s.x0
			}
		case end <= g.x, s.x0 <= end:
			x1 = max(x1, s.x1)
		default:
			return x0, x1
		}
		end = max(end, s.x1)
	}
	return x0, x1
}

// with is a segment with another one of its line, which stands right of it.
func (s segment) with(o segment) segment {
	if s.words == 0 {
		return o
	}
	s.to, s.x1, s.words = o.to, o.x1, s.words+o.words
	return s
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
	lead := columnLead(lines, ss)
	filled, goOn, flush := 0, 0, 0
	var indents []float64 // em, of the lines that begin farther right
	for k, s := range ss {
		size := lines[s.line].Size
		indent := (s.x0 - x0) / size
		switch {
		case indent <= flushSlack:
			flush++
		case indent <= maxIndent:
			indents = append(indents, indent)
		}
		if k+1 == len(ss) {
			break
		}
		next := ss[k+1]
		if lines[next.line].Baseline-lines[s.line].Baseline > paragraphLead*lead || next.x0 > s.x0+sameIndent*size {
			continue // a paragraph's last line, which may be short
		}
		goOn++
		if s.x1 >= x1-edgeSlack*size || s.x1+firstWord(&lines[next.line], next) > x1 {
			filled++
		}
	}
	flush += together(indents, sameIndent)
	n := float64(len(ss))
	return float64(goOn) >= columnGoOn*n && float64(filled) >= columnFilled*float64(goOn) && float64(flush) >= columnFlush*n
}

// columnLead is the distance of a column's lines within paragraphs: the lower quarter,
// for many lines are a paragraph's last.
func columnLead(lines []model.Line, ss []segment) float64 {
	var leads []float64
	for k := 1; k < len(ss); k++ {
		leads = append(leads, lines[ss[k].line].Baseline-lines[ss[k-1].line].Baseline)
	}
	slices.Sort(leads)
	return leads[len(leads)/4]
}

// firstWord is about how wide the first word of a segment is. Where it had no room in
// the line above, that line ends there because the column does.
func firstWord(l *model.Line, s segment) float64 {
	r := l.Runs[s.from]
	word, _, more := strings.Cut(r.Text, " ")
	if !more {
		return r.Box.Width()
	}
	return r.Box.Width() * float64(utf8.RuneCountInString(word)) / float64(utf8.RuneCountInString(r.Text))
}

// together counts the most values that lie within a width of each other, as the
// first lines of paragraphs do.
func together(values []float64, width float64) (most int) {
	slices.Sort(values)
	from := 0
	for to := range values {
		for values[to]-values[from] > width {
			from++
		}
		most = max(most, to-from+1)
	}
	return most
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
