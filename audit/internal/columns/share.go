package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// share is the share of one column of counts in another, in per cent or as a fraction.
var share = &relation{
	rule:     "count-stated",
	anywhere: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		if !g.percents(c, words) && !g.fractions(c) {
			return nil
		}
		return g.pairs(c, g.counts, g.counts)
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		return shareOf(g, r.cells[from[0]], r.cells[from[1]], from)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("the share of %s in %s", g.name(from[0]), g.name(from[1]))
	},
}

// shareOfTotal is the share of a row's count in the whole column.
var shareOfTotal = &relation{
	rule:     "count-stated",
	anywhere: false,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.percents(c, words) {
			return nil
		}
		for f := range g.heads {
			if f != c && g.counts(f) {
				out = append(out, []int{f})
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		a := r.cells[from[0]]
		all := g.columnSum(from[0])
		if a.value == nil || r.closes || all.Sign() == 0 {
			return nil, nil
		}
		v = new(big.Rat).Quo(a.value.Rat(), all)
		return v.Mul(v, big.NewRat(100, 1)), new(big.Rat)
	},
	text: func(g *grid, from []int) string { return "the share in all of " + g.name(from[0]) },
}

// shareOf is a part in a whole, in per cent where the column that states it has those.
func shareOf(g *grid, part, whole cell, from []int) (v, slack *big.Rat) {
	if part.value == nil || whole.value == nil || whole.value.Units <= 0 || part.value.Units > whole.value.Units {
		return nil, nil
	}
	v = new(big.Rat).Quo(part.value.Rat(), whole.value.Rat())
	return v.Mul(v, big.NewRat(100, 1)), new(big.Rat)
}
