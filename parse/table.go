package parse

import (
	"sort"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/layout"
)

// cell is a table's cell; a merged one stands once, at its upper left corner.
type cell struct {
	row, col         int
	rowSpan, colSpan int
	parts            []part
	text             model.Text
	box              model.Box // of the text; of the cell where it is empty
}

// table is a table from geometry: cells in rows, without an idea of what they
// mean.
type table struct {
	page  *pageState
	box   model.Box
	rows  int
	cols  int
	cells []*cell // in row order, then column order
	ruled bool
	lines []*line
	more  model.At // where it goes on, on later pages
	// columns are the columns of a table set by white space, textX the edge
	// at which the texts of an open scoring table begin: by them it is known
	// again on the next page.
	columns    []model.Box
	textX      float64
	assessment *bool // isAssessment, once it has been asked
}

func (p *pageState) inTable(l *line) bool {
	for _, t := range p.tables {
		for _, tl := range t.lines {
			if tl == l {
				return true
			}
		}
	}
	return false
}

func (p *pageState) ruleInTable(rule model.Rule) bool {
	for _, t := range p.tables {
		b := t.box
		if rule.Box.X1() >= b.X0()-1 && rule.Box.X0() <= b.X1()+1 && rule.Box.CentreY() >= b.Top()-1 && rule.Box.CentreY() <= b.Bottom()+1 {
			return true
		}
	}
	return false
}

// at gives the cell that covers a row and column, or nil.
func (t *table) at(row, col int) *cell {
	for _, c := range t.cells {
		if row >= c.row && row < c.row+c.rowSpan && col >= c.col && col < c.col+c.colSpan {
			return c
		}
	}
	return nil
}

// row gives the non-empty cells that begin in a row, from left to right.
func (t *table) row(r int) []*cell {
	var out []*cell
	for _, c := range t.cells {
		if c.row == r && c.text.Text != "" {
			out = append(out, c)
		}
	}
	return out
}

func (t *table) where() model.At {
	return append(model.At{{Page: t.page.Number, Box: t.box}}, t.more...)
}

// findTables finds the tables of each page: ruled ones from their rules, then
// those that are set by white space alone.
func (r *reading) findTables() error {
	r.marked = map[int]bool{}
	for _, p := range r.pages {
		for _, g := range layout.Grids(p.rules, p.size) {
			if t := r.readGrid(p, g); t != nil {
				p.tables = append(p.tables, t)
			}
		}
		p.tables = append(p.tables, r.openTables(p)...)
		r.addMarked(r.marked, p.body)
		sort.SliceStable(p.tables, func(i, j int) bool { return p.tables[i].box.Top() < p.tables[j].box.Top() })
	}
	return nil
}

// fillGrid puts the page's runs into a skeleton's cells. It declines (nil)
// when less than two cells have text: a frame around a paragraph is no table.
// With heads, names that run together over several columns are cut apart.
func (r *reading) fillGrid(p *pageState, g layout.Grid, heads bool) *table {
	rows, cols := len(g.Ys)-1, len(g.Xs)-1
	root := make([]int, rows*cols)
	for i := range root {
		root[i] = i
		row, col := i/cols, i%cols
		switch {
		case col > 0 && !g.WallLeft(row, col):
			root[i] = root[i-1]
		case row > 0 && !g.WallAbove(row, col):
			root[i] = root[i-cols]
		}
	}
	cells := map[int]*cell{}
	t := &table{page: p, box: g.Box, rows: rows, cols: cols, ruled: true}
	for i, rt := range root {
		row, col := i/cols, i%cols
		c := cells[rt]
		if c == nil {
			c = &cell{row: row, col: col, rowSpan: 1, colSpan: 1}
			cells[rt] = c
			t.cells = append(t.cells, c)
		}
		c.rowSpan = max(c.rowSpan, row-c.row+1)
		c.colSpan = max(c.colSpan, col-c.col+1)
	}
	for _, c := range t.cells {
		c.box = model.Box{g.Xs[c.col], g.Ys[c.row], g.Xs[c.col+c.colSpan], g.Ys[c.row+c.rowSpan]}
	}
	find := func(b model.Box) *cell {
		x, y := b.CentreX(), b.CentreY()
		col := sort.SearchFloat64s(g.Xs, x) - 1
		row := sort.SearchFloat64s(g.Ys, y) - 1
		if col < 0 || row < 0 || col >= cols || row >= rows {
			return nil
		}
		return cells[root[row*cols+col]]
	}
	columns := make([]model.Box, cols)
	for i := range columns {
		columns[i] = model.Box{g.Xs[i], g.Box.Top(), g.Xs[i+1], g.Box.Bottom()}
	}
	for _, l := range p.body {
		if l.Box.CentreY() < g.Box.Top() || l.Box.CentreY() > g.Box.Bottom() || l.Box.CentreX() < g.Box.X0() || l.Box.CentreX() > g.Box.X1() {
			continue
		}
		inside := false
		for _, pl := range r.spread(l, columns, heads && !r.scoreRow(l)) {
			for i := pl.from; i < pl.to; i++ {
				b := pl.l.Runs[i].Box
				if pl.col >= 0 {
					b[0], b[2] = columns[pl.col].X0(), columns[pl.col].X1()
				}
				c := find(b)
				if c == nil {
					continue
				}
				inside = true
				if n := len(c.parts); n > 0 && c.parts[n-1].l == pl.l && c.parts[n-1].to == i {
					c.parts[n-1].to = i + 1
					continue
				}
				c.parts = append(c.parts, part{pl.l, i, i + 1})
			}
		}
		if inside {
			t.lines = append(t.lines, l)
		}
	}
	filled := 0
	for _, c := range t.cells {
		if len(c.parts) > 0 {
			filled++
		}
	}
	if filled < 2 {
		return nil
	}
	r.splitRows(t)
	r.finishCells(t)
	r.cutBelow(t)
	return t
}

// finishCells orders each cell's parts and reads its text.
func (r *reading) finishCells(t *table) {
	t.sortCells()
	for _, c := range t.cells {
		if len(c.parts) == 0 {
			continue
		}
		sort.SliceStable(c.parts, func(i, j int) bool { return before(c.parts[i], c.parts[j]) })
		c.text = r.text(c.parts)
		c.box = model.Box{}
		for _, p := range c.parts {
			c.box = c.box.Union(p.box())
		}
	}
}

// before orders the parts of a cell as they are read: turned text by the
// column in which it stands, upright text by height and then from the left.
func before(a, b part) bool {
	if a.l.Dir == model.Down {
		return a.l.Baseline > b.l.Baseline
	}
	if a.l.Baseline != b.l.Baseline && (a.l.Dir == model.Up || !a.l.sameHeight(b.l)) {
		return a.l.Baseline < b.l.Baseline
	}
	return a.box().X0() < b.box().X0()
}

// sameHeight reports whether two upright lines stand at one height.
func (l *line) sameHeight(m *line) bool {
	d := l.Baseline - m.Baseline
	return d < 0.35*l.Size && d > -0.35*l.Size
}

// splitRows cuts a ruled row in which several columns hold several entries at
// equal heights: a table that rules its columns but not its rows.
func (r *reading) splitRows(t *table) {
	var out []*cell
	shift := 0
	for row := range t.rows {
		var cs []*cell
		spans := false
		for _, c := range t.cells {
			if c.row == row {
				cs = append(cs, c)
				spans = spans || c.rowSpan > 1
			}
		}
		cuts := r.rowCuts(cs)
		for _, c := range cs {
			c.row += shift
			if spans || len(cuts) == 0 {
				out = append(out, c)
				continue
			}
			pieces := make([]*cell, len(cuts)+1)
			for i := range pieces {
				pieces[i] = &cell{row: c.row + i, col: c.col, rowSpan: 1, colSpan: c.colSpan, box: c.box}
			}
			for _, p := range c.parts {
				i := sort.SearchFloat64s(cuts, p.l.Baseline)
				pieces[i].parts = append(pieces[i].parts, p)
			}
			out = append(out, pieces...)
		}
		if !spans {
			shift += len(cuts)
		}
	}
	t.rows += shift
	t.cells = out
}

// rowCuts gives the heights between the entries of a row: two or more lines
// that each fill at least two of its columns, in columns that hold nothing
// but scores and members.
func (r *reading) rowCuts(cs []*cell) []float64 {
	var entries []*line
	seen := map[*line]int{}
	for _, c := range cs {
		all := len(c.parts) > 0
		for _, p := range c.parts {
			if p.l.Dir != model.Rightward {
				return nil
			}
			s, _ := r.raw(p)
			if !r.cellEntry(s) {
				all = false
			}
		}
		if !all {
			continue
		}
		for _, p := range c.parts {
			seen[p.l]++
			if seen[p.l] == 2 {
				entries = append(entries, p.l)
			}
		}
	}
	if len(entries) < 2 {
		return nil
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Baseline < entries[j].Baseline })
	var cuts []float64
	for i := 1; i < len(entries); i++ {
		// A line belongs to the entry whose baseline it does not stand above.
		cuts = append(cuts, entries[i].Baseline-0.35*entries[i].Size)
	}
	return cuts
}

// cellEntry reports whether a text is what stands alone in a cell of scores:
// a score, an average, a member, a label of averages or a word for 'not
// applicable'.
func (r *reading) cellEntry(s string) bool {
	s = strings.TrimSpace(s)
	if _, ok, na := notation.ParseScore(r.vocab, s); ok || na {
		return true
	}
	if _, ok := notation.ParseAverage(r.vocab, s); ok {
		return true
	}
	_, ok := r.memberLabel(s)
	return ok || r.vocab.AverageLabel(s)
}

// memberLabel reads a cell or line that names one member and nothing else,
// numbered or not.
func (r *reading) memberLabel(s string) (code string, ok bool) {
	if _, rest, ok := leadingFigure(s); ok {
		s = rest
	}
	s = strings.TrimRight(strings.TrimSpace(s), ":")
	if code, ok := r.vocab.Member(s); ok {
		return code, true
	}
	// A column too narrow for a name breaks it anywhere ("Indonesi" over "a").
	for i := 0; i < len(s) && len(s) < maxBrokenName; i++ {
		if s[i] == ' ' && i+1 < len(s) && unicode.IsLower(rune(s[i+1])) {
			if code, ok := r.vocab.Member(s[:i] + s[i+1:]); ok {
				return code, true
			}
		}
	}
	return "", false
}

// maxBrokenName bounds a member's name that may be broken, in bytes.
const maxBrokenName = 40
