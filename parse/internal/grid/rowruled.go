package grid

import (
	"math"
	"slices"
	"sort"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// Many tables rule their rows and not their columns: lines of one width below each other, a
// row between each two. Such a table has no cells of rules, and where it holds no scores of
// members nothing else would find it.

const (
	// minRowRules is how many rules make such a table: a row of heads and two more.
	minRowRules = 4
	// maxRowLines is how high a row is at most, in lines of the page's size.
	maxRowLines = 14
	// sameEdge is how far the ends of its rules are apart at most, in points.
	sameEdge = 2.0
	// minColumnsGap is how wide the white between its columns is at least, as a ratio of
	// the page's size.
	minColumnsGap = 0.4
)

// rowRuledTables finds the tables of a page that rule their rows alone, among the lines that no
// other table has.
func (r *Reader) rowRuledTables(p *sheet.Page, taken []*sheet.Table) (out []*sheet.Table) {
	inTable := map[*sheet.Line]bool{}
	for _, t := range taken {
		for _, l := range t.Lines {
			inTable[l] = true
		}
	}
	var rules []model.Box
	for _, rule := range p.Ruling {
		if !rule.Horizontal() {
			continue
		}
		rules = append(rules, rule.Box)
	}
	if len(rules) > layout.MaxGridSide {
		return nil
	}
	sort.SliceStable(rules, func(i, j int) bool { return rules[i].Top() < rules[j].Top() })
	used := make([]bool, len(rules))
	for i := range rules {
		if used[i] {
			continue
		}
		used[i] = true
		stack := []model.Box{rules[i]}
		rows := [][]*sheet.Line{}
		for k := i + 1; k < len(rules); k++ {
			last := stack[len(stack)-1]
			if math.Abs(rules[k].X0()-last.X0()) > sameEdge || math.Abs(rules[k].X1()-last.X1()) > sameEdge {
				continue
			}
			if rules[k].Top()-last.Bottom() < 2*sameEdge {
				used[k] = true // a double rule
				continue
			}
			row := r.ruledRow(p, last, rules[k], inTable)
			if row == nil {
				break
			}
			used[k] = true
			stack, rows = append(stack, rules[k]), append(rows, row)
		}
		if len(stack) < minRowRules {
			continue
		}
		if t := r.fillRowRuled(p, stack, rows); t != nil {
			out = append(out, t)
			for _, l := range t.Lines {
				inTable[l] = true
			}
		}
	}
	return out
}

// ruledRow gives the lines between two rules where they are a row of a table: the first has at
// least two pieces, and none reaches over the rules' ends; nil where they are not.
func (r *Reader) ruledRow(p *sheet.Page, above, below model.Box, inTable map[*sheet.Line]bool) []*sheet.Line {
	if below.Top()-above.Bottom() > maxRowLines*p.Size*sheet.LeadingDefault {
		return nil
	}
	var out []*sheet.Line
	pieces := 0
	for _, l := range p.Body {
		if y := l.Box.CentreY(); y < above.CentreY() || y > below.CentreY() || l.Box.X1() < above.X0() || l.Box.X0() > above.X1() {
			continue
		}
		if inTable[l] || l.Dir != model.Rightward || l.Box.X0() < above.X0()-sameEdge || l.Box.X1() > above.X1()+sameEdge || sheet.IsCaption(l.Printed) {
			return nil
		}
		out = append(out, l)
		pieces = max(pieces, len(Pieces(l)))
	}
	if pieces < 2 {
		return nil
	}
	return out
}

// fillRowRuled makes a table of rows between rules: its columns are what white space divides
// in all of them, each with a head; nil where they are not.
func (r *Reader) fillRowRuled(p *sheet.Page, stack []model.Box, rows [][]*sheet.Line) *sheet.Table {
	var boxes []model.Box
	for _, row := range rows {
		for _, l := range row {
			for _, pc := range Pieces(l) {
				boxes = append(boxes, pc.Box())
			}
		}
	}
	columns := layout.MergeColumns(boxes)
	if len(columns) < 2 || len(columns) > layout.MaxGridSide {
		return nil
	}
	for i := 1; i < len(columns); i++ {
		if columns[i].X0()-columns[i-1].X1() < minColumnsGap*p.Size {
			return nil
		}
	}
	t := &sheet.Table{Page: p, Rows: len(rows), Cols: len(columns), Ruled: true, Box: stack[0].Union(stack[len(stack)-1])}
	for n, row := range rows {
		cells := make([]*sheet.Cell, len(columns))
		for c := range cells {
			cells[c] = &sheet.Cell{Row: n, Col: c, RowSpan: 1, ColSpan: 1, Box: model.Box{columns[c].X0(), stack[n].CentreY(), columns[c].X1(), stack[n+1].CentreY()}}
		}
		for _, l := range row {
			for _, pc := range Pieces(l) {
				c := cells[layout.Nearest(columns, pc.Box())]
				if k := len(c.Parts); k > 0 && c.Parts[k-1].L == pc.L && c.Parts[k-1].To == pc.From {
					c.Parts[k-1].To = pc.To
					continue
				}
				c.Parts = append(c.Parts, pc)
			}
		}
		t.Lines = append(t.Lines, row...)
		t.Cells = append(t.Cells, cells...)
	}
	r.finishCells(t)
	if slices.ContainsFunc(t.Cells, r.figuresBelow) {
		return nil // its rules are those of its head and its foot: several rows stand between two
	}
	for _, c := range t.Cells {
		if c.Row == 0 && (c.Col == t.Cols-1 && !headOfColumn(c.Text.Text) || c.Col > 0 && c.Text.Text == "") {
			return nil
		}
	}
	return t
}

// figuresBelow reports whether a cell holds figures on several lines.
func (r *Reader) figuresBelow(c *sheet.Cell) bool {
	lines := 0
	for i, pt := range c.Parts {
		if s, _ := r.Raw(pt); sheet.HasLetter(s) {
			return false
		}
		if i == 0 || c.Parts[i-1].L != pt.L {
			lines++
		}
	}
	return lines > 1
}

// headOfColumn reports whether a text may head the last column: words, or the year of a summit.
// A row that ends with a figure is no head, nor one of a list: a list of contents begins so.
func headOfColumn(s string) bool { return sheet.HasLetter(s) || date.IsYear(s) }
