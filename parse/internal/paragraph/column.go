package paragraph

import (
	"recount.invalid/recount/model"
)

// beginsColumn reports whether a block begins another column of the page than
// the one that stands before it in reading order.
func (b *Block) beginsColumn(before *Block) bool {
	if b.Page != before.Page || len(b.Lines) == 0 || len(before.Lines) == 0 {
		return false
	}
	from, to := before.Lines[len(before.Lines)-1].Column, b.Lines[0].Column
	return from != to && from != (model.Box{}) && to != (model.Box{})
}
