package sheet

import (
	"math"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/layout"
)

// Margins are the edges between which text is set, in points.
type Margins struct{ Left, Right float64 }

// column is one of several columns of text that stand side by side.
type column struct {
	Margins
	size float64 // of the text in columns, in points; 0 where no text shows it
}

// Left is the left margin, in points, of the text that the line is part of: its
// column's, or its page's.
func (l *Line) Left() float64 { return l.Margins().Left }

// Right is the right margin of that text, in points.
func (l *Line) Right() float64 { return l.Margins().Right }

// Width is the distance between the two margins, in points.
func (l *Line) Width() float64 { return l.Right() - l.Left() }

// WithRuns is a line of other runs in the place of l: it stands in the column that l
// stands in.
func (l *Line) WithRuns(m *model.Line) *Line {
	out := NewLine(m, l.On)
	out.column = l.column
	return out
}

// Margins are those of the column or the page that the line is part of.
func (l *Line) Margins() *Margins {
	if l.column != nil {
		return &l.column.Margins
	}
	return &l.On.Margins
}

// BodySize is the size of the text that the line is part of, with which notes
// and headings are compared: that of text in columns, or the page's.
func (l *Line) BodySize() float64 {
	if l.column != nil && l.column.size > 0 {
		return l.column.size
	}
	return l.On.Size
}

// sameColumn is how far apart the left edges of one column on two pages may be,
// as a ratio of the size.
const sameColumn = 1.0

// SetColumns finds the margins of the columns of pages that have several. A
// column of few lines takes those of the columns at the same place on other
// pages.
func (r *Reader) SetColumns() {
	type edges struct {
		at     model.Box
		size   float64
		x0, x1 []float64
		lines  []*Line
		text   bool // headings or markers stand in it: it is more than notes
	}
	var columns []*edges
	weight := map[int]int{} // half points → code points
	for _, p := range r.Pages {
		var open *edges
		for _, l := range p.Body {
			if l.Column == (model.Box{}) {
				open = nil
				continue
			}
			if open == nil || open.at != l.Column {
				open = &edges{at: l.Column, size: l.Size}
				columns = append(columns, open)
			}
			open.lines = append(open.lines, l)
			open.text = open.text || l.Bold || HasRaised(l)
			if l.Dir == model.Rightward && l.Size > p.Size*0.8 && l.Size < p.Size*1.1 {
				open.x0, open.x1 = append(open.x0, l.Box.X0()), append(open.x1, l.Box.X1())
			}
		}
	}
	for _, c := range columns {
		for _, l := range c.lines {
			if c.text && l.Dir == model.Rightward {
				weight[layout.HalfPoints(l.Size)] += l.Chars
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
		m := column{Margins{c.at.X0(), c.at.X1()}, size}
		if len(x0) > 0 {
			x0, x1 = append([]float64{}, x0...), append([]float64{}, x1...)
			sort.Float64s(x0)
			sort.Float64s(x1)
			m.Margins = Margins{x0[len(x0)/10], x1[len(x1)-1-len(x1)/20]}
		}
		for _, l := range c.lines {
			l.column = &m
		}
	}
}

// SetColumn says of lines that they are a column of the page: the first and the
// last of its margins are theirs.
func SetColumn(ls []*Line) {
	box := model.Box{}
	for _, l := range ls {
		box = box.Union(l.Box)
	}
	c := &column{Margins: Margins{box.X0(), box.X1()}}
	for _, l := range ls {
		m := *l.Line // the document is the caller's
		m.Column = box
		l.Line, l.column = &m, c
	}
}

// Strips are the page's lines in reading order, parted where a column begins or
// ends. A page of one column is one strip.
func (p *Page) Strips() [][]*Line {
	out := [][]*Line{}
	from := 0
	for i := 1; i <= len(p.Body); i++ {
		if i == len(p.Body) || p.Body[i].Column != p.Body[i-1].Column {
			out = append(out, p.Body[from:i])
			from = i
		}
	}
	return out
}

// Overlap reports whether two strips stand one above the other.
func Overlap(a, b []*Line) bool {
	one, two := a[0].Margins(), b[0].Margins()
	return one.Left < two.Right && two.Left < one.Right
}

// AllSmall reports whether all lines are set smaller than the text they are part of.
func AllSmall(ls []*Line) bool {
	for _, l := range ls {
		if l.Size >= l.BodySize()*layout.SmallRatio {
			return false
		}
	}
	return true
}

// Over reports whether a table stands over the column of a line, or over
// the page.
func (t *Table) Over(l *Line) bool {
	m := l.Margins()
	return t.Box.X0() < m.Right && t.Box.X1() > m.Left
}
