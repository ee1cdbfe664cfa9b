package footnote

import (
	"cmp"
	"slices"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// Notes at the end of a report may be set in columns beside each other, so
// close that a line of one and a line of the other were taken for one line. The
// evidence is in the notes themselves: below their heading, numbers begin at two
// or more places across the page, count up down the page at each, and go on at
// the next where they ended at the one before.

const (
	// minColumnNotes is how many notes begin in a column at least.
	minColumnNotes = 3
	// columnJitter is how far apart the numbers of a column begin, in the
	// size of the notes: "9." and "10." may be set flush at either end.
	columnJitter = 1.2
	// maxColumnSkip is how many numbers may be left out between two notes.
	maxColumnSkip = 2
	// maxNoteColumns bounds the columns of a page.
	maxNoteColumns = 4
)

// DivideNoteColumns divides the lines of the notes' columns and brings them
// into the order in which they are read, on the page of the notes' heading
// and on those behind it while the notes go on.
func (r *Reader) DivideNoteColumns() error {
	for pi, p := range r.Pages {
		if r.Stopped() {
			return nil
		}
		for i, l := range p.Body {
			if r.notesHeading(l) {
				r.divideFrom(pi, i)
				break
			}
		}
	}
	return nil
}

// divideFrom divides the notes under the heading at line i of the page with
// index pi.
func (r *Reader) divideFrom(pi, i int) {
	heading := r.Pages[pi].Body[i]
	last := 0 // number of the notes so far
	for from := i + 1; pi < len(r.Pages); pi, from = pi+1, 0 {
		p := r.Pages[pi]
		end := from
		for end < len(p.Body) && p.Body[end].Dir == model.Rightward && !r.endsNoteColumns(p.Body[end], heading) {
			end++
		}
		edges, to := NoteColumns(p.Body[from:end], last)
		if len(edges) == 0 {
			return
		}
		if last = to; p == heading.On {
			r.columnNotes = append(r.columnNotes, heading)
		}
		p.Body = slices.Concat(p.Body[:from:from], r.dividedAt(p.Body[from:end], edges), p.Body[end:])
		if end < len(p.Body) && r.endsNoteColumns(p.Body[end], heading) {
			return
		}
	}
}

// takeColumnNotes moves the lists of notes that stand in columns into the zones,
// before what stands at the feet of pages is looked for: their lines are in
// order column by column, not down the page.
func (r *Reader) takeColumnNotes() {
	if r.RaisedNotes {
		return
	}
	for _, heading := range r.columnNotes {
		if i := slices.Index(heading.On.Body, heading); i >= 0 {
			r.takeNoteList(heading.Page-1, i+1)
		}
	}
}

// endsNoteColumns reports whether a line is a heading as large as that of the
// notes, or that of another part of the report.
func (r *Reader) endsNoteColumns(l, heading *sheet.Line) bool {
	_, section := r.Vocab.Heading(l.Printed)
	return section || l.Size > 1.03*l.On.Size && l.Size >= 0.95*heading.Size
}

// numberedAt is a number that begins a line or stands behind white space in one.
type numberedAt struct {
	n        int
	x, below float64
}

// NoteColumns finds where the columns behind the first begin; none where the
// notes do not stand in columns. last is the number of the notes before them, to
// that of the last note in the columns.
func NoteColumns(ls []*sheet.Line, last int) (edges []float64, to int) {
	var found []numberedAt
	size := 0.0
	for _, l := range ls {
		size = max(size, l.Size)
		for i, run := range l.Runs {
			if i > 0 && run.Gap < 0.5*l.Size {
				continue
			}
			text := run.Text
			if i+1 < len(l.Runs) {
				text += " " + l.Runs[i+1].Text
			}
			if n, rest, ok := sheet.LeadingFigure(text); ok && n > 0 && rest != "" {
				found = append(found, numberedAt{n, run.Box.X0(), l.Baseline})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b numberedAt) int { return cmp.Compare(a.x, b.x) })
	var columns [][]numberedAt
	for i := 0; i < len(found); {
		j := i + 1
		for j < len(found) && found[j].x-found[i].x <= columnJitter*size {
			j++
		}
		if c := countingDown(found[i:j]); len(c) >= minColumnNotes {
			columns = append(columns, c)
		}
		i = j
	}
	if len(columns) < 2 || len(columns) > maxNoteColumns {
		return nil, 0
	}
	for _, c := range columns {
		first := c[0].n
		if last > 0 && first != 1 && (first <= last || first > last+1+maxColumnSkip) {
			return nil, 0
		}
		last = c[len(c)-1].n
	}
	for _, c := range columns[1:] {
		x := c[0].x
		for _, m := range c {
			x = min(x, m.x)
		}
		edges = append(edges, x-0.2*size)
	}
	for _, l := range ls {
		for _, run := range l.Runs {
			for _, x := range edges {
				if run.Box.X0() < x && run.Box.X1() > x+0.2*size {
					return nil, 0 // what stands there goes over the columns
				}
			}
		}
	}
	return edges, last
}

// countingDown gives those of the numbers of a column that count up down the
// page; nothing where more than a third of them do not.
func countingDown(found []numberedAt) []numberedAt {
	c := slices.Clone(found)
	slices.SortStableFunc(c, func(a, b numberedAt) int { return cmp.Compare(a.below, b.below) })
	var best []numberedAt
	for i := range c {
		if len(c)-i <= len(best) {
			break
		}
		row := c[i : i+1 : i+1]
		for _, m := range c[i+1:] {
			if n := row[len(row)-1].n; m.n > n && m.n <= n+1+maxColumnSkip || m.n == 1 && len(row) >= minColumnNotes {
				row = append(row, m)
			}
		}
		if len(row) > len(best) {
			best = row
		}
	}
	if 3*len(best) < 2*len(c) {
		return nil
	}
	return best
}

// dividedAt divides lines at the edges of columns and gives them column by
// column, each from top to bottom.
func (r *Reader) dividedAt(ls []*sheet.Line, edges []float64) []*sheet.Line {
	columns := make([][]*sheet.Line, len(edges)+1)
	for _, l := range ls {
		from := 0
		for k := 1; k <= len(l.Runs); k++ {
			at := columnOf(l.Runs[from].Box, edges)
			if k < len(l.Runs) && columnOf(l.Runs[k].Box, edges) == at {
				continue
			}
			part := l
			if from > 0 || k < len(l.Runs) {
				part = r.CutLine(l, from, k)
				part.Box[0] = part.Runs[0].Box[0]
			}
			columns[at] = append(columns[at], part)
			from = k
		}
	}
	for _, c := range columns {
		slices.SortStableFunc(c, func(a, b *sheet.Line) int { return cmp.Compare(a.Baseline, b.Baseline) })
	}
	return slices.Concat(columns...)
}

// columnOf gives the column in which a box begins.
func columnOf(b model.Box, edges []float64) int {
	k := 0
	for k < len(edges) && b.X0() >= edges[k] {
		k++
	}
	return k
}
