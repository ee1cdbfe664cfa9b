package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// fewestParts is how many parts a total has at least: two numbers beside a third may be
// anything.
const fewestParts = 2

// sum is the sum of neighbouring columns of counts, or of those that each stand before a
// column of another kind ('2006 N', '2006', '2007 N', '2007'). Totals compares a column that its head calls a total with all the
// others; what it leaves open is seen here.
var sum = &relation{
	rule:     "count-stated",
	exact:    true,
	anywhere: true,
	sources: func(g *grid, c int, _ *vocabulary.Vocabulary) (out [][]int) {
		if !g.counts(c) {
			return nil
		}
		for first := range g.heads {
			for step := 1; step <= 2; step++ {
				var run []int
				for k := first; k < len(g.heads) && k != c && g.counts(k) && !g.isMade(k) && (step == 1 || k+1 < len(g.heads) && !g.counts(k+1)); k += step {
					if run = append(run, k); len(run) >= fewestParts {
						out = append(out, append([]int(nil), run...))
					}
				}
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		v, parts := new(big.Rat), 0
		for _, f := range from {
			if d := r.cells[f].value; d != nil {
				v.Add(v, d.Rat())
				parts++
			}
		}
		if parts < fewestParts || v.Sign() == 0 {
			return nil, nil
		}
		return v, new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("the sum of %s to %s", g.name(from[0]), g.name(from[len(from)-1]))
	},
}
