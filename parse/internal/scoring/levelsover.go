package scoring

import (
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
)

// levelsOver reports whether a table is a scoring table whose levels stand over
// the texts: every column, but one that has words for what the rows are, is a level
// of the scale and below it a text of several words, and no level stands twice. A
// text that begins with a member says who has the score, not what it asks.
func (r *Reader) levelsOver(t *sheet.Table) bool {
	if t.Rows < 2 || t.Rows > maxLevelRows || t.Cols < 2 {
		return false
	}
	turned := transposed(t)
	seen := map[int]bool{}
	for row := range turned.Rows {
		cs := turned.Row(row)
		if len(cs) == 0 {
			continue
		}
		score, text, ok := r.rubricRow(cs, shortestLevel)
		if !ok && row == 0 {
			continue
		}
		if !ok || seen[score] || score < -1 || score > 1 {
			return false
		}
		if _, _, _, names := r.Vocab.MemberPrefix(strings.TrimSpace(text.Text.Text)); names {
			return false
		}
		seen[score] = true
	}
	return len(seen) >= 2
}

// maxLevelRows bounds the rows of a table with levels over texts: the scores, their
// names, the texts.
const maxLevelRows = 3
