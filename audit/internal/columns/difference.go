package columns

import (
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// difference is one column less another: the change from the interim report, a host's
// score above the average.
var difference = &relation{
	rule:   "count-stated",
	called: calledChange,
	exact:  true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		// Where nothing fell no change has a sign.
		if kind, _ := words.Column(g.heads[c]); kind != "change" && !g.signed(c) {
			return nil
		}
		figures := func(i int) bool { return g.fractions(c) == g.fractions(i) && !g.empty(i) }
		return g.pairs(c, figures, figures)
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		a, b := r.cells[from[0]], r.cells[from[1]]
		if a.value == nil || b.value == nil {
			return nil, nil
		}
		return new(big.Rat).Sub(a.value.Rat(), b.value.Rat()), new(big.Rat).Add(half(a), half(b))
	},
	text: func(g *grid, from []int) string { return fmt.Sprintf("%s less %s", g.name(from[0]), g.name(from[1])) },
}

// signed reports whether a column shows signs, as changes and differences do.
func (g *grid) signed(c int) bool {
	return g.once(ofSigns, c, func() bool {
		for _, r := range g.rows {
			if v := r.cells[c].value; v != nil && (v.Units < 0 || strings.HasPrefix(r.cells[c].text, "+")) {
				return true
			}
		}
		return false
	})
}

// empty reports whether a column has no number.
func (g *grid) empty(c int) bool {
	return g.once(isEmpty, c, func() bool {
		for _, r := range g.rows {
			if r.cells[c].value != nil {
				return false
			}
		}
		return true
	})
}
