package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// balance is the mean of scores by how many there are of each: those of +1 less those of
// −1, by all.
var balance = &relation{
	rule:   "count-stated",
	called: calledAverage,
	rounds: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.mostlyFractions(c) || g.percents(c, words) || !g.fewCounts() {
			return nil
		}
		for _, pair := range g.pairs(c, g.printedCounts, g.printedCounts) {
			for all := range g.heads {
				if all != c && all != pair[0] && all != pair[1] && g.printedCounts(all) {
					out = append(out, []int{pair[0], pair[1], all})
				}
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		full, none, all := r.cells[from[0]].value, r.cells[from[1]].value, r.cells[from[2]].value
		if full == nil || none == nil || all == nil || all.Units <= 0 || full.Units+none.Units > all.Units {
			return nil, nil
		}
		return big.NewRat(full.Units-none.Units, all.Units), new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("%s less %s by %s", g.name(from[0]), g.name(from[1]), g.name(from[2]))
	},
}
