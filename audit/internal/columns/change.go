package columns

import (
	"math/big"
	"slices"

	"recount.invalid/recount/vocabulary"
)

// change is by how much another column is more than in the row before, or below where the
// newest stands first: 'change from the year before'.
var change = &relation{
	rule:   "count-stated",
	called: calledChange,
	exact:  true,
	sources: func(g *grid, c int, _ *vocabulary.Vocabulary) (out [][]int) {
		if !g.signed(c) {
			return nil
		}
		for f := range g.heads {
			if f != c && !g.barred[f] && !g.empty(f) && g.fractions(f) == g.fractions(c) {
				out = append(out, []int{f, rowAbove}, []int{f, rowBelow})
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		i, ok := slices.BinarySearchFunc(g.rows, r.number, func(r row, number int) int { return r.number - number })
		step := 1
		if from[1] == rowAbove {
			step = -1
		}
		other := i + step
		for ok && other >= 0 && other < len(g.rows) && g.rows[other].closes {
			other += step // a decade's average stands between its last year and the next
		}
		if !ok || other < 0 || other >= len(g.rows) || r.closes || g.rows[other].aside() {
			return nil, nil
		}
		a, b := r.cells[from[0]], g.rows[other].cells[from[0]]
		if a.value == nil || b.value == nil {
			return nil, nil
		}
		return new(big.Rat).Sub(a.value.Rat(), b.value.Rat()), new(big.Rat).Add(half(a), half(b))
	},
	settle: settleChanges,
	text: func(g *grid, from []int) string {
		if from[1] == rowAbove {
			return g.name(from[0]) + " less that of the row above"
		}
		return g.name(from[0]) + " less that of the row below"
	},
}

// Which row a change is from stands behind the column that changes.
const (
	rowAbove = -1
	rowBelow = -2
)

// settleChanges leaves out two changes that stand one after the other and are off by as
// much to either side: it is the figure between them that is wrong, and no change.
func settleChanges(g *grid, c *claim) bool {
	off := func(i int) *big.Rat {
		v, _ := c.of(g, g.rows[i], c.from)
		return v.Sub(v, g.rows[i].cells[c.column].value.Rat())
	}
	for k := 0; k+1 < len(c.odd); k++ {
		a, b := c.odd[k], c.odd[k+1]
		_, slack := c.of(g, g.rows[a], c.from)
		if both := new(big.Rat).Add(off(a), off(b)); b == a+1 && both.Abs(both).Cmp(new(big.Rat).Add(slack, slack)) <= 0 {
			c.odd = slices.Delete(c.odd, k, k+2)
			k--
		}
	}
	return true
}
