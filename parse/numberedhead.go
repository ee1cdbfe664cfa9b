package parse

import (
	"strconv"

	"recount.invalid/recount/notation"
)

// minNumberedHeads is how many figures that count up make heads of columns.
const minNumberedHeads = 3

// numbersColumns reports whether the pieces of a line are the numbers of
// commitments over their columns ("Member 1 2 3 4 … Average") and no scores:
// whole numbers without a sign, each one more than the one before it, with
// nothing but words before and behind. Scores of a row never count past +1.
func (r *reading) numbersColumns(ps []part) bool {
	var c counting
	for _, p := range ps {
		text, _ := r.raw(p)
		words := []string{text}
		if crowdedFigures(p) {
			words = figureWords(text)
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

// numbersRows reports whether a column of a table holds the numbers of its rows
// below the head, and no scores.
func numbersRows(t *table, head, col int) bool {
	var c counting
	for row := head + 1; row < t.rows; row++ {
		if cell := t.at(row, col); cell != nil && cell.text.Text != "" && !c.add(cell.text.Text) && c.broken {
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
	if err != nil || notation.BeginsSigned(s) {
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
