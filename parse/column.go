package parse

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// margins are the edges between which text is set, in points.
type margins struct{ left, right float64 }

// column is one of several columns of text that stand side by side.
type column struct {
	margins
	size float64 // of the text in columns, in points; 0 where no text shows it
}

// left, right and width are those of the text that the line is part of: its
// column's, or its page's.
func (l *line) left() float64  { return l.margins().left }
func (l *line) right() float64 { return l.margins().right }
func (l *line) width() float64 { return l.right() - l.left() }

func (l *line) margins() *margins {
	if l.column != nil {
		return &l.column.margins
	}
	return &l.page.margins
}

// bodySize is the size of the text that the line is part of, with which notes
// and headings are compared: that of text in columns, or the page's.
func (l *line) bodySize() float64 {
	if l.column != nil && l.column.size > 0 {
		return l.column.size
	}
	return l.page.size
}

// sameColumn is how far apart the left edges of one column on two pages may be,
// as a ratio of the size.
const sameColumn = 1.0

// setColumns finds the margins of the columns of pages that have several. A
// column of few lines takes those of the columns at the same place on other
// pages.
func (r *reading) setColumns() {
	type edges struct {
		at     model.Box
		size   float64
		x0, x1 []float64
		lines  []*line
		text   bool // headings or markers stand in it: it is more than notes
	}
	var columns []*edges
	weight := map[int]int{} // half points → code points
	for _, p := range r.pages {
		var open *edges
		for _, l := range p.body {
			if l.Column == (model.Box{}) {
				open = nil
				continue
			}
			if open == nil || open.at != l.Column {
				open = &edges{at: l.Column, size: l.Size}
				columns = append(columns, open)
			}
			open.lines = append(open.lines, l)
			open.text = open.text || l.bold || hasRaised(l)
			if l.Dir == model.Rightward && l.Size > p.size*0.8 && l.Size < p.size*1.1 {
				open.x0, open.x1 = append(open.x0, l.Box.X0()), append(open.x1, l.Box.X1())
			}
		}
	}
	for _, c := range columns {
		for _, l := range c.lines {
			if c.text && l.Dir == model.Rightward {
				weight[layout.HalfPoints(l.Size)] += l.chars
			}
		}
	}
	size := layout.BodySize(weight)
	for _, c := range columns {
		x0, x1 := c.x0, c.x1
		if len(x0) < marginLines {
			x0, x1 = nil, nil
			for _, o := range columns {
				if math.Abs(o.at.X0()-c.at.X0()) < sameColumn*c.size {
					x0, x1 = append(x0, o.x0...), append(x1, o.x1...)
				}
			}
		}
		m := column{margins{c.at.X0(), c.at.X1()}, size}
		if len(x0) > 0 {
			x0, x1 = append([]float64{}, x0...), append([]float64{}, x1...)
			sort.Float64s(x0)
			sort.Float64s(x1)
			m.margins = margins{x0[len(x0)/10], x1[len(x1)-1-len(x1)/20]}
		}
		for _, l := range c.lines {
			l.column = &m
		}
	}
}

// beginsColumn reports whether a block begins another column of the page than
// the one that stands before it in reading order.
func (b *block) beginsColumn(before *block) bool {
	if b.page != before.page || len(b.lines) == 0 || len(before.lines) == 0 {
		return false
	}
	from, to := before.lines[len(before.lines)-1].Column, b.lines[0].Column
	return from != to && from != (model.Box{}) && to != (model.Box{})
}

// strips are the page's lines in reading order, parted where a column begins or
// ends. A page of one column is one strip.
func (p *pageState) strips() [][]*line {
	out := [][]*line{}
	from := 0
	for i := 1; i <= len(p.body); i++ {
		if i == len(p.body) || p.body[i].Column != p.body[i-1].Column {
			out = append(out, p.body[from:i])
			from = i
		}
	}
	return out
}

// feet are the lines of the strips that reach the page's foot, from top to
// bottom: below them stands nothing, or what may be notes under all columns.
func (p *pageState) feet() [][]*line {
	strips := p.strips()
	if len(strips) < 2 {
		return [][]*line{foot(p)}
	}
	var out [][]*line
	for i, s := range strips {
		above := false // another strip of text
		for k := i + 1; k < len(strips) && !above; k++ {
			above = overlap(s, strips[k]) && !(k == len(strips)-1 && allSmall(strips[k]))
		}
		if !above {
			out = append(out, p.topDown(s))
		}
	}
	return out
}

// overlap reports whether two strips stand one above the other.
func overlap(a, b []*line) bool {
	one, two := a[0].margins(), b[0].margins()
	return one.left < two.right && two.left < one.right
}

func allSmall(ls []*line) bool {
	for _, l := range ls {
		if l.Size >= l.bodySize()*layout.SmallRatio {
			return false
		}
	}
	return true
}

// over reports whether a table stands over the column of a line, or over
// the page.
func (t *table) over(l *line) bool {
	m := l.margins()
	return t.box.X0() < m.right && t.box.X1() > m.left
}
