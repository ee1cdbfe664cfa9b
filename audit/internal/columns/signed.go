package columns

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// Averages on the scale from −100 to +100 are printed as whole numbers with signs. They are
// rounded as percentages are, and no counts.

const (
	// fewestSigned is how many columns of a table have such numbers.
	fewestSigned = 3
	// signedBeyond is how large most of them are: changes of places and of counts are smaller.
	signedBeyond = 10
)

// signPercents takes the whole numbers with signs of most columns of a table for percentages.
func (g *grid) signPercents(words *vocabulary.Vocabulary) {
	var columns []int
	others := 0
	for c := range g.heads {
		switch {
		case g.barred[c] || g.empty(c):
		case g.wholes(c) && g.signed(c) && g.allWithin(c):
			columns = append(columns, c)
		case !g.counts(c):
			others++
		}
	}
	if len(columns) < fewestSigned || others > 0 {
		return
	}
	large, all, plus, unsigned := 0, 0, 0, 0
	for _, c := range columns {
		for _, r := range g.rows {
			d := r.cells[c].value
			if d == nil || d.Units == 0 {
				continue
			}
			if all++; max(d.Units, -d.Units) > signedBeyond {
				large++
			}
			switch {
			case strings.HasPrefix(r.cells[c].text, "+"):
				plus++
			case d.Units > 0:
				unsigned++
			}
		}
	}
	if 2*large <= all || plus < unsigned {
		return
	}
	for i, r := range g.rows {
		if !r.closes && words.HasHead(strings.Trim(r.label, " ():"), vocabulary.HeadCells) {
			g.rows[i].counts = !slices.ContainsFunc(columns, func(c int) bool {
				return r.cells[c].value != nil && strings.Trim(r.cells[c].text, "0123456789") != ""
			})
		}
	}
	for _, c := range columns {
		for i := range g.rows {
			if one := &g.rows[i].cells[c]; one.value != nil && !g.rows[i].counts {
				one.sign = true
			}
		}
	}
	clear(g.answers)
}

// allWithin reports whether the numbers of a column are on a scale to 100 on both sides.
func (g *grid) allWithin(c int) bool {
	for _, r := range g.rows {
		if v := r.cells[c].value; v != nil && new(big.Rat).Abs(v.Rat()).Cmp(hundred) > 0 {
			return false
		}
	}
	return true
}

var hundred = big.NewRat(100, 1)
