package columns

import (
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// closeGroups takes for closing rows those within a table that a word among others calls an
// average ('Decade average', 'average (7 summits)') and whose figures are the means of the
// rows since the one before.
func (g *grid) closeGroups(words *vocabulary.Vocabulary) {
	since := 0
	for i := range g.rows {
		switch {
		case g.rows[i].closes:
			since = i + 1
		case i-since >= fewestParts && saysAverage(g.rows[i], words) && g.holdsMeans(since, i):
			g.rows[i].closes = true
			since = i + 1
		}
	}
}

// saysAverage reports whether a word in the first columns of a row names an average.
func saysAverage(r row, words *vocabulary.Vocabulary) bool {
	for _, one := range r.cells[:min(len(r.cells), labelColumns)] {
		if one.value == nil && slices.ContainsFunc(strings.Fields(one.text), words.AverageLabel) {
			return true
		}
	}
	return false
}
