package columns

import (
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// fromScores gives the columns of which an average of the scores of a row is made: of those
// that there are, or of all cells.
func (g *grid) fromScores() [][]int {
	if len(g.made) == 0 {
		return nil
	}
	first := len(g.heads) - madeColumns
	return [][]int{
		{first + madeFull, first + madeNone, first + madeScored},
		{first + madeFull, first + madeNone, first + madeCells},
	}
}

// scoredMean is the average of the scores beside it. Rules of their own compare averages;
// here one that they have not compared is, and those that follow from it are understood.
var scoredMean = &relation{
	rule:   "count-stated",
	called: calledAverage,
	rounds: true,
	surely: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		if !g.means(c) || g.percents(c, words) {
			return nil
		}
		return g.fromScores()
	},
	of: balance.of,
	text: func(g *grid, from []int) string {
		if from[2] == len(g.heads)-madeColumns+madeCells {
			return "the average of the scores, n/a counted as 0,"
		}
		return "the average of the scores"
	},
}

// counted is how many scores there are, of a kind or at all.
var counted = &relation{
	rule:  "count-stated",
	exact: true,
	few:   true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.counts(c) || words.HasHead(g.heads[c], vocabulary.HeadRank) {
			return nil
		}
		for f := range g.heads {
			if g.isMade(f) {
				out = append(out, []int{f})
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		n := r.cells[from[0]].value
		if n == nil {
			return nil, nil
		}
		return n.Rat(), new(big.Rat)
	},
	text: func(g *grid, from []int) string { return g.name(from[0]) },
}

// ofScores gives an average beside a percentage: as printed, or of the scores.
func ofScores(g *grid, r row, from []int) (v, slack *big.Rat) {
	switch {
	case len(from) > 3:
		return balanceOfParts.of(g, r, from)
	case len(from) > 1:
		return balance.of(g, r, from)
	}
	m := r.cells[from[0]]
	if m.value == nil {
		return nil, nil
	}
	return m.value.Rat(), half(m)
}

// hundredfold is an average times 100, as older reports have it.
var hundredfold = &relation{
	rule:   "percent-stated",
	called: (*grid).percents,
	surely: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		return g.averagesOf(c, words, func(int) bool { return true })
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		if v, slack = ofScores(g, r, from); v == nil {
			return nil, nil
		}
		hundred := big.NewRat(100, 1)
		return new(big.Rat).Mul(v, hundred), new(big.Rat).Mul(slack, hundred)
	},
	text: func(g *grid, from []int) string {
		if len(from) > 1 {
			return "the average of the scores times 100"
		}
		return g.name(from[0]) + " times 100"
	},
}
