package grid

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/parse/layout"
)

// partBeside cuts the lines of a page that go over two ruled tables beside each
// other: rows at one height were taken for one line, of which neither table would
// have its part.
func (r *Reader) partBeside(p *sheet.Page, grids []layout.Grid) {
	if len(grids) < 2 {
		return
	}
	var body []*sheet.Line // once a line was cut
	for i, l := range p.Body {
		parts := r.partsBeside(l, grids)
		if parts != nil && body == nil {
			body = append(make([]*sheet.Line, 0, len(p.Body)+len(parts)), p.Body[:i]...)
		}
		switch {
		case parts != nil:
			body = append(body, parts...)
		case body != nil:
			body = append(body, l)
		}
	}
	if body != nil {
		p.Body = body
	}
}

// partsBeside gives the parts of a line that stand in ruled tables beside each
// other; nil where it is in one of them or in none.
func (r *Reader) partsBeside(l *sheet.Line, grids []layout.Grid) []*sheet.Line {
	if l.Dir != model.Rightward || len(l.Runs) < 2 {
		return nil
	}
	var parts []*sheet.Line
	from := 0
	cut := func(to int) {
		part := r.CutLine(l, from, to)
		part.Box[0] = part.Runs[0].Box[0] // the other table is no indent
		parts = append(parts, part)
		from = to
	}
	for i := 1; i < len(l.Runs); i++ {
		if besideGrids(l.Runs[i-1].Box, l.Runs[i].Box, grids) {
			cut(i)
		}
	}
	if from == 0 {
		return nil
	}
	cut(len(l.Runs))
	return parts
}

// besideGrids reports whether box a stands in a table that ends to the left of one
// in which box b stands.
func besideGrids(a, b model.Box, grids []layout.Grid) bool {
	for i := range grids {
		if !sheet.HoldsCentre(grids[i].Box, a) {
			continue
		}
		for k := range grids {
			if grids[i].Box.X1() <= grids[k].Box.X0() && sheet.HoldsCentre(grids[k].Box, b) {
				return true
			}
		}
	}
	return false
}
