package footnote

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Notes may be set in columns beside each other, at the end of a report or of a
// chapter or below the text of a page, so close that a line of one column and a
// line of the other were taken for one line, or that lines of both were taken down
// the page in turn. In which order they are read, the numbers of the notes say:
// every way to divide the lines of a page is a claim, beside the order that is
// given, and the one under which the count goes on best holds.

const (
	// columnJitter is how far apart the numbers of a column begin, in the
	// size of the notes: "9." and "10." may be set flush at either end.
	columnJitter = 1.2
	// maxColumnSkip is how many numbers may be left out between two notes.
	maxColumnSkip = 2
	// maxNoteColumns bounds the columns of a page.
	maxNoteColumns = 4
	// maxColumnPlaces bounds the places across a page at which columns are
	// looked for.
	maxColumnPlaces = 7
	// minColumnWidth is how far apart columns begin at least, in the size of
	// the notes.
	minColumnWidth = 8
	// leastAsGiven is the least weight of a count with which the given order shows
	// itself that notes stand in columns.
	leastAsGiven = 8
	// columnHang is how far, in its size, a note's number may stand to the right of
	// its other lines.
	columnHang = 3
)

// DivideNoteColumns divides the lines of the notes' columns and brings them
// into the order in which they are read.
func (r *Reader) DivideNoteColumns() error {
	marked := r.markLike()
	r.columnNotes = map[*sheet.Line]int{}
	var above columnsClaim // that of the page before, where its notes go on
	var recent []float64   // where the columns of the notes before begin, on whatever page
	last := 0
	for _, p := range r.Pages {
		if r.Stopped() {
			return nil
		}
		s := r.columnSheet(p, marked)
		given := columnsClaim{body: p.Body}
		given.weigh(s, last)
		best := given
		for _, edges := range s.edges(recent) {
			for _, parted := range []bool{true, false} {
				goesOn := s.sameEdges(edges, above.edges)
				c := r.claimColumns(s, edges, parted, goesOn)
				if len(c.divided) == 0 {
					continue
				}
				c.weigh(s, last)
				asGiven := len(best.edges) == 0 && c.weight == given.weight && c.weight >= leastAsGiven && slices.Equal(c.body, given.body)
				if c.weight > best.weight || asGiven || goesOn && c.cuts && c.weight == best.weight && len(best.edges) == 0 {
					best = c
				}
			}
		}
		if len(best.edges) > 0 {
			p.Body = best.body
			for _, column := range best.divided {
				sheet.SetColumn(column)
			}
			for _, b := range best.bands {
				r.keepColumnNotes(s, &best, b)
			}
		}
		above = best
		if len(best.edges) > 0 {
			recent = best.edges
		}
		if best.last > 0 {
			last = best.last
		}
	}
	return nil
}

// keepColumnNotes keeps the lines of a band that are notes: those from the first
// one that is counted, and what is set like it and goes on with a note before it.
func (r *Reader) keepColumnNotes(s *columnSheet, c *columnsClaim, b columnBand) {
	first := slices.IndexFunc(b.lines, func(l *sheet.Line) bool { return c.counted[l] })
	if first < 0 && !b.goOn {
		return
	}
	size := s.size
	if first >= 0 {
		size = b.lines[first].Size
	}
	small := size < s.p.Size*layout.SmallRatio
	for i, l := range b.lines {
		if c.counted[l] {
			r.columnNotes[l] = s.starts[l]
		} else if layout.SameSize(l.Size, size) && !l.Bold && (i >= first || small || b.goOn) {
			r.columnNotes[l] = 0
		}
	}
}

// TakeColumnNotes moves the notes that stand in columns into the zones, before
// tables and what stands at the feet of pages are looked for: their lines are in
// order column by column, not down the page.
func (r *Reader) TakeColumnNotes() error {
	r.listed = map[*sheet.Line]int{}
	for _, p := range r.Pages {
		kept := p.Body[:0:0]
		for _, l := range p.Body {
			n, note := r.columnNotes[l]
			if !note {
				kept = append(kept, l)
				continue
			}
			p.Zone = append(p.Zone, l)
			if n > 0 {
				r.listed[l] = n
			}
		}
		p.Body = kept
	}
	return nil
}

// markLike gives the numbers that something in the text may be the marker of,
// in whatever form.
func (r *Reader) markLike() map[int]bool {
	forms := []markerForm{markerForms[0], {numbers: superscriptList}}
	out := map[int]bool{}
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for i := range l.Runs {
				if nums, ok := r.MarkerNumbers(l, i); ok && i > 0 {
					for _, n := range nums {
						out[n] = true
					}
				}
				for _, m := range gluedFigures(l.Runs[i].Text) {
					out[m.Number] = true
				}
			}
			for k := range forms {
				for _, m := range forms[k].find(l) {
					for _, n := range m.nums {
						if !m.begins {
							out[n] = true
						}
					}
				}
			}
			for i := range l.Runs {
				if nums, ok := sheet.FiguresList(strings.Trim(l.Runs[i].Text, "[()]")); ok && i > 0 && layout.IsRaised(l.Line, l.Runs[i]) {
					for _, n := range nums {
						out[n] = true
					}
				}
			}
		}
	}
	return out
}

// columnSheet is a page whose notes may stand in columns.
type columnSheet struct {
	p *sheet.Page
	// numbers are those of the notes that can begin with a run of a line, by run;
	// lines without one are left out.
	numbers map[*sheet.Line]map[int]int
	marked  map[int]bool        // numbers that something in the text may be the marker of
	starts  map[*sheet.Line]int // numbers with which lines begin, cut ones too
	cuts    map[columnPart]*sheet.Line
	// tight are the numbers of runs that follow what stands before them without a
	// gap: they are notes' where a column begins there.
	tight   map[columnPart]int
	parted  map[partedAt]*sheet.Line // lines with a run cut before a number
	rows    []*sheet.Line            // from top to bottom
	boxed   map[*sheet.Line]bool
	heading *sheet.Line // the first one of notes on the page, or nil
	size    float64     // of the lines with numbers
}

func (r *Reader) columnSheet(p *sheet.Page, marked map[int]bool) *columnSheet {
	s := &columnSheet{p: p, marked: marked, parted: map[partedAt]*sheet.Line{}, numbers: map[*sheet.Line]map[int]int{}, starts: map[*sheet.Line]int{}, cuts: map[columnPart]*sheet.Line{}, tight: map[columnPart]int{}, boxed: map[*sheet.Line]bool{}}
	grids := layout.Grids(p.Ruling, p.Size)
	for _, l := range p.Body {
		if l.Dir != model.Rightward {
			continue
		}
		s.rows = append(s.rows, l)
		for _, g := range grids {
			s.boxed[l] = s.boxed[l] || sheet.HoldsCentre(g.Box, l.Box)
		}
		if s.heading == nil && r.notesHeading(l) {
			s.heading = l
		}
		if s.boxed[l] || l.Bold {
			continue
		}
		for i := range l.Runs {
			n := r.numberAt(l, i)
			if i > 0 && l.Runs[i].Gap < 0.5*l.Size {
				if n > 0 && marked[n] && !layout.IsRaised(l.Line, l.Runs[i]) {
					s.tight[columnPart{l: l, from: i}] = n
				}
				continue
			}
			if n > 0 && marked[n] {
				if s.numbers[l] == nil {
					s.numbers[l] = map[int]int{}
				}
				s.numbers[l][i] = n
				if i == 0 {
					s.starts[l] = n
				}
				s.size = max(s.size, l.Size)
			}
		}
	}
	slices.SortStableFunc(s.rows, func(a, b *sheet.Line) int { return cmp.Compare(a.Baseline, b.Baseline) })
	return s
}

// numberAt reads the number of a note that can begin with run i of a line; 0 is
// none.
func (r *Reader) numberAt(l *sheet.Line, i int) int {
	run := &l.Runs[i]
	if layout.IsRaised(l.Line, *run) || layout.SuperscriptFigures(run.Text) {
		if nums, ok := sheet.FiguresList(strings.Trim(run.Text, "[().]")); ok && len(nums) == 1 && i+1 < len(l.Runs) {
			return nums[0]
		}
	}
	text := run.Text
	if i+1 < len(l.Runs) {
		text += " " + l.Runs[i+1].Text
	}
	if n, rest, ok := sheet.LeadingFigure(text); ok && rest != "" {
		if r.dayBefore(rest) {
			return 0
		}
		return n
	}
	if nums, ok := sheet.FiguresList(strings.Trim(run.Text, "[().]")); ok && len(nums) == 1 && i+1 == len(l.Runs) {
		return nums[0] // its text was taken for another line
	}
	n, _, _ := sheet.GluedFigure(text)
	return n
}

// edges gives the sets of places at which the columns behind the first may
// begin: those at which numbers do, and those of the notes before.
func (s *columnSheet) edges(before []float64) [][]float64 {
	type place struct {
		x     float64
		lines int
	}
	var xs []float64
	for _, l := range s.rows {
		for i := range l.Runs {
			if s.numbers[l][i] > 0 {
				xs = append(xs, l.Runs[i].Box.X0())
			}
		}
	}
	slices.Sort(xs)
	var places []place
	for i := 0; i < len(xs); {
		j := i + 1
		for j < len(xs) && xs[j]-xs[i] <= columnJitter*s.size {
			j++
		}
		if i > 0 && xs[i]-xs[0] >= minColumnWidth*s.size {
			places = append(places, place{s.edgeBefore(xs[i]), j - i})
		}
		i = j
	}
	if len(places) > maxColumnPlaces {
		slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(b.lines, a.lines) })
		places = places[:maxColumnPlaces]
		slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.x, b.x) })
	}
	var out [][]float64
	for set := 1; set < 1<<len(places); set++ {
		var edges []float64
		apart := true
		for k, at := range places {
			if set&(1<<k) == 0 {
				continue
			}
			apart = apart && (len(edges) == 0 || at.x-edges[len(edges)-1] >= minColumnWidth*s.size)
			edges = append(edges, at.x)
		}
		if apart && len(edges) < maxNoteColumns {
			out = append(out, edges)
		}
	}
	if len(before) > 0 && !slices.ContainsFunc(out, func(e []float64) bool { return s.sameEdges(e, before) }) {
		out = append(out, before)
	}
	return out
}

// sameEdges reports whether columns begin at the same places as those of another
// page do, as far as their numbers show it.
func (s *columnSheet) sameEdges(edges, above []float64) bool {
	return slices.EqualFunc(edges, above, func(a, b float64) bool { return math.Abs(a-b) <= columnHang*s.size })
}

// edgeBefore is where the column begins whose numbers begin at x: the other lines
// of a note may begin to the left of its number.
func (s *columnSheet) edgeBefore(x float64) float64 {
	edge := x
	for _, l := range s.rows {
		for i := range l.Runs {
			run := &l.Runs[i]
			if (i == 0 || run.Gap >= l.Size) && run.Box.X0() >= x-columnHang*s.size && run.Box.X1() > x+s.size {
				edge = min(edge, run.Box.X0())
			}
		}
	}
	return edge - 0.2*s.size
}

// columnsClaim is an order in which the lines of a page may be read.
type columnsClaim struct {
	edges   []float64 // where the columns behind the first begin; none: as it is given
	body    []*sheet.Line
	divided [][]*sheet.Line // the lines of each column
	bands   []columnBand
	cuts    bool // lines are cut between columns
	weight  int  // how well the count of the notes goes on
	last    int  // number with which it ends
	counted map[*sheet.Line]bool
}

// columnBand are the lines of a page from one height to another, in the order of
// its columns.
type columnBand struct {
	lines []*sheet.Line
	goOn  bool // nothing but notes stands above them, on the page before
}

// weigh finds how well the numbers of the notes go on from each other and from
// last, that of the notes before, when lines are read in the order of the claim.
func (c *columnsClaim) weigh(s *columnSheet, last int) {
	var numbers []int
	var lines []*sheet.Line
	for _, l := range c.body {
		if n := s.starts[l]; n > 0 {
			numbers, lines = append(numbers, n), append(lines, l)
		}
	}
	weight, count := bestCount(numbers, last)
	c.weight, c.counted = weight, map[*sheet.Line]bool{}
	for _, i := range count {
		c.counted[lines[i]], c.last = true, numbers[i]
	}
}

// bestCount gives the places of those numbers that make the best count, and its
// weight: two for each that stands behind the one before it, one where numbers
// are left out between them. The count goes on behind last, the number before
// them, and begins again at 1.
func bestCount(numbers []int, last int) (weight int, count []int) {
	type end struct{ weight, at int } // at is -1 before the first number
	best := map[int]end{}             // by the number that a count ends with
	if last > 0 {
		best[last] = end{0, -1}
	}
	before := make([]int, len(numbers))
	top := end{0, -1}
	for i, n := range numbers {
		e := end{0, -1}
		if n == 1 {
			e = top
		}
		for k := n - 1; k >= n-1-maxColumnSkip; k-- {
			step := 1
			if k == n-1 {
				step = 2
			}
			if b, ok := best[k]; ok && b.weight+step > e.weight {
				e = end{b.weight + step, b.at}
			}
		}
		before[i] = e.at
		if b, ok := best[n]; !ok || e.weight >= b.weight {
			best[n] = end{e.weight, i}
		}
		if e.weight > top.weight {
			top = end{e.weight, i}
		}
	}
	for i := top.at; i >= 0; i = before[i] {
		count = append(count, i)
	}
	slices.Reverse(count)
	return top.weight, count
}

// columnPart is the part of a line that stands in one column.
type columnPart struct {
	l        *sheet.Line
	from, to int // runs
	column   int
	joined   *sheet.Line // the text that was joined to it
}

// claimColumns is the claim that the notes of a page stand in columns that begin
// at edges. Lines that go over an edge part what is above them from what is
// below; parted says that headings that stand alone do so too. goesOn says
// that the page before ended with notes in these columns.
func (r *Reader) claimColumns(s *columnSheet, edges []float64, parted, goesOn bool) columnsClaim {
	c := columnsClaim{edges: edges, body: s.p.Body}
	var band []columnPart
	numbered := false
	above := goesOn // nothing but notes stands above the band
	flush := func() {
		if numbered || above {
			c.divide(r, s, band, len(edges)+1, above)
		}
		above = above && (len(band) == 0 || numbered)
		band, numbered = nil, false
	}
	for k, l := range s.rows {
		parts, over := s.partsAt(l, edges)
		if over {
			if cut := r.partAtNumber(s, l, edges); cut != nil {
				parts, over = s.partsAt(cut, edges)
			}
		}
		if over {
			flush()
			above = false
			continue
		}
		if parted && s.standsAlone(k, parts) && (l == s.heading || k == 0 || len(band) == 0 || !s.standsAlone(k-1, nil)) {
			flush()
		}
		for _, part := range parts {
			if n := s.tight[columnPart{l: part.l, from: part.from}]; n > 0 && s.numbers[part.l][part.from] == 0 {
				if s.numbers[part.l] == nil {
					s.numbers[part.l] = map[int]int{}
				}
				s.numbers[part.l][part.from] = n
			}
		}
		band = append(band, parts...)
		for _, part := range parts {
			numbered = numbered || s.numbers[part.l][part.from] > 0
		}
	}
	flush()
	return c
}

// partsAt divides a line at edges; over says that it goes over one of them, or
// stands in a table.
func (s *columnSheet) partsAt(l *sheet.Line, edges []float64) (parts []columnPart, over bool) {
	if s.boxed[l] {
		return nil, true
	}
	from := 0
	for k := 1; k <= len(l.Runs); k++ {
		at := columnOf(l.Runs[from].Box, edges)
		run := &l.Runs[k-1]
		if at := columnOf(run.Box, edges); at < len(edges) && run.Box.X1() > edges[at]+0.2*l.Size && strings.Contains(run.Text, " ") {
			return nil, true // an address in one word may have no room in its column
		}
		if k < len(l.Runs) && columnOf(l.Runs[k].Box, edges) == at {
			continue
		}
		parts = append(parts, columnPart{l: l, from: from, to: k, column: at})
		from = k
	}
	return parts, false
}

// standsAlone reports whether row k of a page is set as a heading of what stands
// below it, with nothing beside it.
func (s *columnSheet) standsAlone(k int, parts []columnPart) bool {
	l := s.rows[k]
	if len(parts) > 1 || s.numbers[l] != nil || !l.Bold && !l.Italic && layout.SameSize(l.Size, s.size) {
		return false
	}
	for _, step := range []int{-1, 1} {
		for i := k + step; i >= 0 && i < len(s.rows); i += step {
			o := s.rows[i]
			if math.Abs(o.Baseline-l.Baseline) > 3*l.Size {
				break
			}
			if o.Baseline-0.6*o.Size < l.Baseline && o.Baseline > l.Baseline-0.6*l.Size {
				return false
			}
		}
	}
	return true
}

// divide puts the lines of a band into the order of its columns. Most of the notes
// that begin in it must cite an address, unless they stand under a heading of
// notes or go on from the page before.
func (c *columnsClaim) divide(r *Reader, s *columnSheet, band []columnPart, columns int, goesOn bool) {
	byColumn := make([][]columnPart, columns)
	for _, part := range band {
		byColumn[part.column] = append(byColumn[part.column], part)
	}
	filled := 0
	whole := map[*sheet.Line]bool{}
	var divided [][]*sheet.Line
	for _, parts := range byColumn {
		if len(parts) == 0 {
			continue
		}
		filled++
		var lines []*sheet.Line
		for _, part := range parts {
			l := part.l
			if l.Origin != nil {
				l = l.Origin
			}
			c.cuts = c.cuts || whole[l]
			whole[l] = true
			lines = append(lines, r.columnLine(s, part))
		}
		slices.SortStableFunc(lines, func(a, b *sheet.Line) int { return cmp.Compare(a.Baseline, b.Baseline) })
		divided = append(divided, s.joinedRows(lines))
	}
	if filled == 0 {
		return
	}
	read := slices.Concat(divided...)
	headed := s.heading != nil && s.heading.Baseline <= band[0].l.Baseline
	if !goesOn && !headed && !r.mostCite(s, read) {
		return
	}
	c.bands = append(c.bands, columnBand{read, goesOn})
	if filled < 2 {
		return
	}
	at := slices.IndexFunc(c.body, func(l *sheet.Line) bool { return whole[l] })
	body := slices.Clone(c.body[:at])
	body = append(body, read...)
	for _, l := range c.body[at:] {
		if !whole[l] {
			body = append(body, l)
		}
	}
	c.body = body
	c.divided = append(c.divided, divided...)
}

// joinedRows puts a number and its text together, of which each was taken for one
// line with a line of another column. ls are the lines of a column from top to
// bottom.
func (s *columnSheet) joinedRows(ls []*sheet.Line) []*sheet.Line {
	var out []*sheet.Line
	for i := 0; i < len(ls); i++ {
		l := ls[i]
		if i+1 == len(ls) || math.Abs(ls[i+1].Baseline-l.Baseline) > maxRowJitter*l.Size {
			out = append(out, l)
			continue
		}
		number, text := l, ls[i+1]
		if s.starts[number] == 0 {
			number, text = text, number
		}
		if s.starts[number] == 0 || len(number.Runs) > 1 || number.Box.X1() > text.Box.X0() {
			out = append(out, l)
			continue
		}
		out = append(out, s.joined(number, text))
		i++
	}
	return out
}

// maxRowJitter is by how much, in its size, a note's number and its text may
// stand higher or lower than each other.
const maxRowJitter = 0.5

// joined is a note's number and its text as one line.
func (s *columnSheet) joined(number, text *sheet.Line) *sheet.Line {
	key := columnPart{l: number, to: len(number.Runs), joined: text}
	if l := s.cuts[key]; l != nil {
		return l
	}
	m := *text.Line
	first := number.Runs[0]
	if rise := text.Baseline - number.Baseline; first.Rise > 0 {
		first.Rise += rise
	}
	m.Runs = append([]model.Run{first}, text.Runs...)
	m.Runs[1].Space, m.Runs[1].Gap = true, m.Runs[1].Box.X0()-first.Box.X1()
	m.Box = m.Box.Union(first.Box)
	out := sheet.NewLine(&m, text.On)
	s.cuts[key], s.starts[out] = out, s.starts[number]
	return out
}

// mostCite reports whether most of the notes that begin in some lines cite an
// address.
func (r *Reader) mostCite(s *columnSheet, ls []*sheet.Line) bool {
	cited, all := 0, 0
	for i, l := range ls {
		if s.starts[l] > 0 {
			all++
			if r.citesSoon(ls[i:]) {
				cited++
			}
		}
	}
	return 2*cited >= all
}

// columnLine is the part of a line that stands in a column, as a line of its
// own: on its own foot, where the line was taken for one with another that
// stands a little higher or lower.
func (r *Reader) columnLine(s *columnSheet, part columnPart) *sheet.Line {
	if part.from == 0 && part.to == len(part.l.Runs) {
		return part.l
	}
	if l := s.cuts[part]; l != nil {
		return l
	}
	c := r.CutLine(part.l, part.from, part.to)
	widest := 0
	for i := range c.Runs {
		if len(c.Runs[i].Text) > len(c.Runs[widest].Text) {
			widest = i
		}
	}
	m := *c.Line
	m.Box[0] = m.Runs[0].Box[0]
	m.Size = m.Runs[widest].Size
	if rise := m.Runs[widest].Rise; rise != 0 {
		m.Runs = slices.Clone(m.Runs)
		for i := range m.Runs {
			m.Runs[i].Rise -= rise
		}
		m.Baseline -= rise
	}
	out := sheet.NewLine(&m, c.On)
	s.cuts[part] = out
	if n := s.numbers[part.l][part.from]; n > 0 {
		s.starts[out] = n
	}
	return out
}

// columnOf gives the column in which a box begins.
func columnOf(b model.Box, edges []float64) int {
	k := 0
	for k < len(edges) && b.X0() >= edges[k] {
		k++
	}
	return k
}
