package scoring

import (
	"strings"

	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
)

// twoHeads takes the heads of two columns of averages apart that stand too close together
// and were read as one ('Average Interim'): the first is a label of averages, the second
// names a stage or year, and the column behind has no head of its own.
func (r *Reader) twoHeads(t *sheet.Table, c *sheet.Cell) (heads [2]columnHead, ok bool) {
	next := c.Col + 1
	words := strings.Fields(c.Text.Text)
	if len(words) != 2 || c.ColSpan != 1 || next >= t.Cols {
		return heads, false
	}
	if behind := grid.At(t, c.Row, next); behind != nil && behind.Text.Text != "" {
		return heads, false
	}
	// 'Interim average' may be one label; nobody writes 'Average interim'.
	if _, edition := r.Vocab.Edition(words[1]); !edition || !r.averageHead(words[0]) {
		return heads, false
	}
	for i, w := range words {
		heads[i] = columnHead{w, c.Col + i, c.Col + i + 1}
	}
	figures := 0
	for row := c.Row + 1; row < t.Rows; row++ {
		a, b := grid.At(t, row, c.Col), grid.At(t, row, next)
		if a != nil && b != nil && a != b && a.Text.Text != "" && b.Text.Text != "" {
			figures++
		}
	}
	return heads, figures > 1
}
