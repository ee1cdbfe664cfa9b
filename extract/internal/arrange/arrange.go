package arrange

import (
	"recount.invalid/recount/extract/internal/mark"
	"recount.invalid/recount/model"
)

// Result is a page that was arranged.
type Result struct {
	Lines       []model.Line // in reading order
	Rules       []model.Rule // from top to bottom
	Signs       mark.Tally   // figures with a minus that is drawn as a line
	Struck      mark.Tally   // letters that a line strikes out, which were left out
	Comparisons int          // what it took, of letters, pieces and rules
	// TooDense says that these were more than are made: raised text and the cells of a row
	// may stand as lines of their own.
	TooDense bool
}

// Page makes lines and rules of what a page of a size in points shows. number is the
// page's, from 1. What is printed twice, is struck out or was raised by its glyphs is taken
// out or put right in c.
func (a *Arranger) Page(c *mark.Page, number int, width, height float64) Result {
	f := &found{Page: c, spans: a.twins[:0]}
	f.setStanding()
	f.withoutTwins()
	f.drawnSigns()
	f.withoutStruck()
	a.twins = f.spans
	rules := f.rules(f.usualSize())
	lines := columns(a.assemble(f, number, rules), rules, width, height)
	if a.gutters = guttersCrossed(lines); len(a.gutters) > 0 {
		lines = columns(a.assemble(f, number, rules), rules, width, height)
		a.gutters = nil
	}
	return Result{Lines: lines, Rules: rules, Signs: f.drawn, Struck: f.struck, Comparisons: a.work, TooDense: a.work > maxWork}
}
