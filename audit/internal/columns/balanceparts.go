package columns

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// balanceOfParts is balance where no column says how many scores there are: three
// neighbouring columns count those of each, the best or the worst first.
var balanceOfParts = &relation{
	rule:   "count-stated",
	called: calledAverage,
	rounds: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.mostlyFractions(c) || g.percents(c, words) {
			return nil
		}
		for k := 0; k+2 < len(g.heads); k++ {
			if g.printedCounts(k) && g.printedCounts(k+1) && g.printedCounts(k+2) {
				out = append(out, []int{k, k + 1, k + 2}, []int{k + 2, k + 1, k})
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		full, some, none := r.cells[from[0]].value, r.cells[from[1]].value, r.cells[from[2]].value
		if full == nil || some == nil || none == nil || full.Units+some.Units+none.Units <= 0 {
			return nil, nil
		}
		return big.NewRat(full.Units-none.Units, full.Units+some.Units+none.Units), new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("%s less %s by the sum of the three", g.name(from[0]), g.name(from[2]))
	},
}

// quotient is a sum of scores by how many there are: one column of counts, or one less
// another ('commitments' less 'n/a').
var quotient = &relation{
	rule:   "count-stated",
	called: calledAverage,
	rounds: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.mostlyFractions(c) || g.percents(c, words) || !g.fewCounts() {
			return nil
		}
		for s := range g.heads {
			if s == c || !g.wholes(s) || g.isMade(s) {
				continue
			}
			for n := range g.heads {
				if n == c || n == s || !g.printedCounts(n) {
					continue
				}
				out = append(out, []int{s, n})
				for less := range g.heads {
					if less != c && less != s && less != n && g.printedCounts(less) {
						out = append(out, []int{s, n, less})
					}
				}
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		sum, n := r.cells[from[0]].value, r.cells[from[1]].value
		if sum == nil || n == nil {
			return nil, nil
		}
		by := n.Units
		if len(from) > 2 {
			less := r.cells[from[2]].value
			if less == nil {
				return nil, nil
			}
			by -= less.Units
		}
		if by <= 0 || max(sum.Units, -sum.Units) > by {
			return nil, nil
		}
		return big.NewRat(sum.Units, by), new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		if len(from) == 2 {
			return fmt.Sprintf("%s by %s", g.name(from[0]), g.name(from[1]))
		}
		return fmt.Sprintf("%s by %s less %s", g.name(from[0]), g.name(from[1]), g.name(from[2]))
	},
}

// printedCounts reports whether a column holds counts that are printed.
func (g *grid) printedCounts(c int) bool { return !g.isMade(c) && g.counts(c) }

// fewCounts reports whether columns of whole numbers are few enough to be tried three by
// three.
func (g *grid) fewCounts() bool {
	n := 0
	for c := range g.heads {
		if g.wholes(c) {
			n++
		}
	}
	return n <= mostTriples
}

// wholes reports whether a column holds whole numbers, with signs perhaps.
func (g *grid) wholes(c int) bool {
	return g.once(ofWholes, c, func() bool {
		if g.barred[c] || g.empty(c) {
			return false
		}
		for _, r := range g.rows {
			if v := r.cells[c].value; v != nil && !r.parted && (v.Places > 0 || r.cells[c].sign) {
				return false
			}
		}
		return true
	})
}
