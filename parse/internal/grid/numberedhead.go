package grid

import (
	"strconv"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
)

// minNumberedHeads is how many figures that count up make heads of columns.
const minNumberedHeads = 3

// NumbersColumns reports whether the pieces of a line are the numbers of
// commitments over their columns ("Member 1 2 3 4 … Average") and no scores:
// whole numbers without a sign, each one more than the one before it, with
// nothing but words before and behind. Scores of a row never count past +1.
func (r *Reader) NumbersColumns(ps []sheet.Part) bool {
	var c counting
	for _, p := range ps {
		text, _ := r.Raw(p)
		words := []string{text}
		if crowdedFigures(p) {
			words = FigureWords(text)
		}
		for _, s := range words {
			if c.add(s) {
				continue
			}
			if figures, _, _ := r.countFigures(p); figures > 0 || c.broken {
				return false
			}
		}
	}
	return c.numbers()
}

// NumbersRows reports whether a column of a table holds the numbers of its rows
// below the head, and no scores.
func NumbersRows(t *sheet.Table, head, col int) bool {
	var c counting
	for row := head + 1; row < t.Rows; row++ {
		if cell := At(t, row, col); cell != nil && cell.Text.Text != "" && !c.add(cell.Text.Text) && c.broken {
			return false
		}
	}
	return c.numbers()
}

// counting follows figures that count up by one.
type counting struct {
	count, last   int
	ended, broken bool
}

// add takes the next text; false says that it is no figure that goes on with
// the count: words, or what breaks it.
func (c *counting) add(s string) bool {
	n, err := strconv.Atoi(s)
	if err != nil || script.BeginsSigned(s) {
		c.ended = c.count > 0
		return false
	}
	if c.ended || c.count > 0 && n != c.last+1 {
		c.broken = true
		return false
	}
	c.count, c.last = c.count+1, n
	return true
}

func (c *counting) numbers() bool { return !c.broken && c.count >= minNumberedHeads && c.last > 1 }
