package extract

import (
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// arrange gives the lines of a page of a size in points, in reading order, and puts its
// rules into page. What it takes out of the marks is taken out of c.
func (a *assembler) arrange(c *mark.Page, number int, width, height float64, page *model.Page) []model.Line {
	a.own = found{Page: c, spans: a.own.spans[:0]}
	a.c = &a.own
	a.c.setStanding()
	a.c.withoutTwins()
	a.c.drawnSigns()
	a.c.withoutStruck()
	page.Rules = a.c.rules(a.c.usualSize())
	lines := columns(a.assemble(a.c, number, page.Rules), page.Rules, width, height)
	if a.gutters = guttersCrossed(lines); len(a.gutters) > 0 {
		lines = columns(a.assemble(a.c, number, page.Rules), page.Rules, width, height)
		a.gutters = nil
	}
	return lines
}
