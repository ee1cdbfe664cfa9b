package grid

import (
	"sort"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// SortCells puts the cells into row order, then column order.
func SortCells(t *sheet.Table) {
	sort.SliceStable(t.Cells, func(i, j int) bool {
		a, b := t.Cells[i], t.Cells[j]
		return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col
	})
}

// At gives the cell that covers a row and column, or nil.
func At(t *sheet.Table, row, col int) *sheet.Cell {
	for _, c := range t.Cells {
		if row >= c.Row && row < c.Row+c.RowSpan && col >= c.Col && col < c.Col+c.ColSpan {
			return c
		}
	}
	return nil
}

// FindTables finds the tables of each page: ruled ones from their rules, then
// those that are set by white space alone, then those that rule their rows.
func (r *Reader) FindTables() error {
	r.Marked = map[int]bool{}
	for _, p := range r.Pages {
		grids := layout.Grids(p.Ruling, p.Size)
		r.partBeside(p, grids)
		for _, g := range grids {
			if t := r.readGrid(p, g); t != nil {
				p.Tables = append(p.Tables, t)
			}
		}
		p.Tables = append(p.Tables, r.openTables(p)...)
		p.Tables = append(p.Tables, r.rowRuledTables(p, p.Tables)...)
		r.AddMarked(r.Marked, p.Body)
		sort.SliceStable(p.Tables, func(i, j int) bool { return p.Tables[i].Box.Top() < p.Tables[j].Box.Top() })
	}
	return nil
}

// fillGrid puts the page's runs into a skeleton's cells. It declines (nil)
// when less than two cells have text: a frame around a paragraph is no table.
// With heads, names that run together over several columns are cut apart.
func (r *Reader) fillGrid(p *sheet.Page, g layout.Grid, heads bool) *sheet.Table {
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
	cells := map[int]*sheet.Cell{}
	t := &sheet.Table{Page: p, Box: g.Box, Rows: rows, Cols: cols, Ruled: true}
	for i, rt := range root {
		row, col := i/cols, i%cols
		c := cells[rt]
		if c == nil {
			c = &sheet.Cell{Row: row, Col: col, RowSpan: 1, ColSpan: 1}
			cells[rt] = c
			t.Cells = append(t.Cells, c)
		}
		c.RowSpan = max(c.RowSpan, row-c.Row+1)
		c.ColSpan = max(c.ColSpan, col-c.Col+1)
	}
	for _, c := range t.Cells {
		c.Box = model.Box{g.Xs[c.Col], g.Ys[c.Row], g.Xs[c.Col+c.ColSpan], g.Ys[c.Row+c.RowSpan]}
	}
	find := func(b model.Box) *sheet.Cell {
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
	for _, l := range p.Body {
		if l.Box.CentreY() < g.Box.Top() || l.Box.CentreY() > g.Box.Bottom() || l.Box.CentreX() < g.Box.X0() || l.Box.CentreX() > g.Box.X1() {
			continue
		}
		inside := false
		for _, pl := range r.spread(l, columns, heads && !r.scoreRow(l)) {
			for i := pl.From; i < pl.To; i++ {
				b := pl.L.Runs[i].Box
				if pl.col >= 0 {
					b[0], b[2] = columns[pl.col].X0(), columns[pl.col].X1()
				}
				c := find(b)
				if c == nil {
					continue
				}
				inside = true
				if n := len(c.Parts); n > 0 && c.Parts[n-1].L == pl.L && c.Parts[n-1].To == i {
					c.Parts[n-1].To = i + 1
					continue
				}
				c.Parts = append(c.Parts, sheet.Part{L: pl.L, From: i, To: i + 1})
			}
		}
		if inside {
			t.Lines = append(t.Lines, l)
		}
	}
	filled := 0
	for _, c := range t.Cells {
		if len(c.Parts) > 0 {
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
func (r *Reader) finishCells(t *sheet.Table) {
	SortCells(t)
	for _, c := range t.Cells {
		if len(c.Parts) == 0 {
			continue
		}
		sort.SliceStable(c.Parts, func(i, j int) bool { return before(c.Parts[i], c.Parts[j]) })
		c.Text = r.Text(c.Parts)
		c.Box = model.Box{}
		for _, p := range c.Parts {
			c.Box = c.Box.Union(p.Box())
		}
	}
}

// before orders the parts of a cell as they are read: turned text by the
// column in which it stands, upright text by height and then from the left.
func before(a, b sheet.Part) bool {
	if a.L.Dir == model.Down {
		return a.L.Baseline > b.L.Baseline
	}
	if a.L.Baseline != b.L.Baseline && (a.L.Dir == model.Up || !sameHeight(a.L, b.L)) {
		return a.L.Baseline < b.L.Baseline
	}
	return a.Box().X0() < b.Box().X0()
}

// sameHeight reports whether two upright lines stand at one height.
func sameHeight(l *sheet.Line, m *sheet.Line) bool {
	d := l.Baseline - m.Baseline
	return d < 0.35*l.Size && d > -0.35*l.Size
}

// splitRows cuts a ruled row in which several columns hold several entries at
// equal heights: a table that rules its columns but not its rows.
func (r *Reader) splitRows(t *sheet.Table) {
	var out []*sheet.Cell
	shift := 0
	for row := range t.Rows {
		var cs []*sheet.Cell
		spans := false
		for _, c := range t.Cells {
			if c.Row == row {
				cs = append(cs, c)
				spans = spans || c.RowSpan > 1
			}
		}
		cuts := r.rowCuts(cs)
		for _, c := range cs {
			c.Row += shift
			if spans || len(cuts) == 0 {
				out = append(out, c)
				continue
			}
			pieces := make([]*sheet.Cell, len(cuts)+1)
			for i := range pieces {
				pieces[i] = &sheet.Cell{Row: c.Row + i, Col: c.Col, RowSpan: 1, ColSpan: c.ColSpan, Box: c.Box}
			}
			for _, p := range c.Parts {
				i := sort.SearchFloat64s(cuts, p.L.Baseline)
				pieces[i].Parts = append(pieces[i].Parts, p)
			}
			out = append(out, pieces...)
		}
		if !spans {
			shift += len(cuts)
		}
	}
	t.Rows += shift
	t.Cells = out
}

// rowCuts gives the heights between the entries of a row: two or more lines
// that each fill at least two of its columns, in columns that hold nothing
// but scores and members.
func (r *Reader) rowCuts(cs []*sheet.Cell) []float64 {
	var entries []*sheet.Line
	seen := map[*sheet.Line]int{}
	for _, c := range cs {
		all := len(c.Parts) > 0
		for _, p := range c.Parts {
			if p.L.Dir != model.Rightward {
				return nil
			}
			s, _ := r.Raw(p)
			if !r.cellEntry(s) {
				all = false
			}
		}
		if !all {
			continue
		}
		for _, p := range c.Parts {
			seen[p.L]++
			if seen[p.L] == 2 {
				entries = append(entries, p.L)
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
func (r *Reader) cellEntry(s string) bool {
	s = strings.TrimSpace(s)
	if _, ok, na := scoretext.ParseScore(r.Vocab, s); ok || na {
		return true
	}
	if _, ok := scoretext.ParseAverage(r.Vocab, s); ok {
		return true
	}
	_, ok := r.MemberLabel(s)
	return ok || r.Vocab.AverageLabel(s)
}

// MemberLabel reads a cell or line that names one member and nothing else,
// numbered or not.
func (r *Reader) MemberLabel(s string) (code string, ok bool) {
	if _, rest, ok := sheet.LeadingFigure(s); ok {
		s = rest
	}
	s = strings.TrimRight(strings.TrimSpace(s), ":")
	if code, ok := r.Vocab.Member(s); ok {
		return code, true
	}
	// A column too narrow for a name breaks it anywhere ("Indonesi" over "a").
	for i := 0; i < len(s) && len(s) < maxBrokenName; i++ {
		if s[i] == ' ' && i+1 < len(s) && unicode.IsLower(rune(s[i+1])) {
			if code, ok := r.Vocab.Member(s[:i] + s[i+1:]); ok {
				return code, true
			}
		}
	}
	return "", false
}

// maxBrokenName bounds a member's name that may be broken, in bytes.
const maxBrokenName = 40
