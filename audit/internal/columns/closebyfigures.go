package columns

import (
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// A row at the foot may be labelled with the span of its rows ('1990–2019'), and no word tell
// that it closes them: its figures do.

const (
	// mostFoot is how many rows may stand at the foot.
	mostFoot = 3
	// fewestFootMeans is how many figures of a row must be the means of their columns, for
	// each that is not.
	fewestFootMeans = 3
)

// closeByFigures takes for closing rows those at the foot from the first whose figures are
// the means of their columns.
func (g *grid) closeByFigures() {
	for i := max(fewestTotalled, len(g.rows)-mostFoot); i < len(g.rows); i++ {
		if g.rows[i].closes || !g.holdsMeans(0, i) {
			continue
		}
		for k := i; k < len(g.rows); k++ {
			g.rows[k].closes = true
		}
		return
	}
}

// holdsMeans reports whether the figures of a row with decimals are the means of the rows
// above from one on, all but a slip.
func (g *grid) holdsMeans(from, at int) bool {
	above := closedGroup{row: at}
	for _, r := range g.rows[from:at] {
		if r.closes {
			return false // groups close one by one
		}
		if !r.aside() {
			above.parts = append(above.parts, r)
		}
	}
	fits, odd := 0, 0
	for c, one := range g.rows[at].cells {
		if g.barred[c] || one.value == nil || one.value.Places == 0 {
			continue
		}
		if v := above.folded(c, nil, true); v != nil && above.follows(one, c, v, false) {
			fits++
		} else {
			odd++
		}
	}
	return odd <= 1 && fits >= fewestFootMeans*(odd+1)
}

// closesColumn reports whether a figure of a closing row follows from its column: it is not
// called wrong because of its row then.
func (g *grid) closesColumn(at, c int, words *vocabulary.Vocabulary) bool {
	if !g.rows[at].closes {
		return false
	}
	for _, group := range g.closedGroups(words) {
		if group.row != at {
			continue
		}
		for w, way := range closingWays {
			if group.givesBy(way, g.rows[at].cells[c], c, w == sumWay) {
				return true
			}
		}
	}
	return false
}

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
