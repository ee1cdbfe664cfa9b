package scoring

import (
	"strings"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// withShares gives cells of averages that hold a percentage behind or below the mean
// ("+0.50" over "75") the sign that only the row's label has, once for all of them
// ("Average Score" over "Average %"). Other cells, and those of other labels, stay as
// they are.
func (r *Reader) withShares(label string, cells []*sheet.Cell) []*sheet.Cell {
	words := strings.Fields(label)
	if len(words) < 2 || !r.Vocab.AverageLabel(label) {
		return cells
	}
	if kind, _ := r.Vocab.Column(words[len(words)-1]); kind != vocabulary.ColumnPercent {
		return cells
	}
	out := make([]*sheet.Cell, len(cells))
	for i, c := range cells {
		out[i] = c
		if c == nil {
			continue
		}
		figures := strings.Fields(c.Text.Text)
		if len(figures) != 2 {
			continue
		}
		value, share := script.Decimal(figures[0]), script.Decimal(figures[1])
		if value == nil || value.Places == 0 || share == nil || share.Places > 1 || script.BeginsSigned(figures[1]) {
			continue
		}
		signed := *c
		signed.Text.Text += "%"
		out[i] = &signed
	}
	return out
}
