package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// weightedMean is the mean of columns of averages, each by the counts in the column before
// it: '2006 N', '2006', '2007 N', '2007'.
var weightedMean = &relation{
	rule:   "count-stated",
	called: calledAverage,
	sources: func(g *grid, c int, _ *vocabulary.Vocabulary) (out [][]int) {
		if !g.mostlyFractions(c) {
			return nil
		}
		for first := 1; first+1 < len(g.heads); first++ {
			var run []int
			for k := first; k+1 < len(g.heads) && k+1 != c && g.counts(k) && g.fractions(k+1); k += 2 {
				if run = append(run, k, k+1); len(run) >= 2*fewestParts {
					out = append(out, append([]int(nil), run...))
				}
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		v, slack = new(big.Rat), new(big.Rat)
		all := int64(0)
		for k := 0; k < len(from); k += 2 {
			n, one := r.cells[from[k]].value, r.cells[from[k+1]]
			if n == nil || one.value == nil || n.Units <= 0 {
				continue
			}
			v.Add(v, new(big.Rat).Mul(one.value.Rat(), n.Rat()))
			all += n.Units
			if h := half(one); h.Cmp(slack) > 0 {
				slack = h
			}
		}
		if all == 0 {
			return nil, nil
		}
		return v.Quo(v, big.NewRat(all, 1)), slack
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("the mean of %s to %s by the numbers beside them", g.name(from[1]), g.name(from[len(from)-1]))
	},
}
