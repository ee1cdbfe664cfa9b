package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// asFraction stands behind the columns of a share that is printed as a fraction of 1.
const asFraction = -1

// share is the share of one column of counts in another, in per cent or as a fraction.
var share = &relation{
	rule:     "count-stated",
	called:   (*grid).percents,
	anywhere: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		percents := g.percents(c, words)
		if !percents && !g.mostlyFractions(c) {
			return nil
		}
		out := g.pairs(c, g.counts, g.counts)
		for i := range out {
			if !percents {
				out[i] = append(out[i], asFraction)
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		part, whole := r.cells[from[0]].value, r.cells[from[1]].value
		if part == nil || whole == nil || whole.Units <= 0 || part.Units > whole.Units {
			return nil, nil
		}
		if v = big.NewRat(part.Units, whole.Units); len(from) == 2 {
			v.Mul(v, big.NewRat(100, 1))
		}
		return v, new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("the share of %s in %s", g.name(from[0]), g.name(from[1]))
	},
}

// shareOfTotal is the share of a row's count in the whole column.
var shareOfTotal = &relation{
	rule:   "count-stated",
	called: (*grid).percents,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.percents(c, words) {
			return nil
		}
		for f := range g.heads {
			if f != c && g.printedCounts(f) {
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
