package columns

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// percentOfMean is an average on the scale from 0 to 100, beside the average.
var percentOfMean = &relation{
	rule:   "percent-stated",
	called: (*grid).percents,
	surely: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		mean, percent := HeadPair(g.heads, words)
		return g.averagesOf(c, words, func(f int) bool { return f != mean || c != percent || g.whole })
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		if v, slack = ofScores(g, r, from); v == nil {
			return nil, nil
		}
		return reckon.Percent(v), new(big.Rat).Mul(slack, big.NewRat(50, 1))
	},
	text: func(g *grid, from []int) string {
		if len(from) > 1 {
			return "the average of the scores on the scale from 0 to 100"
		}
		return g.name(from[0]) + " on the scale from 0 to 100"
	},
}

// averagesOf gives what the percentages of a column may be had of: each column of averages
// that may be meant, and the scores; nil where it holds no percentages.
func (g *grid) averagesOf(c int, words *vocabulary.Vocabulary, meant func(int) bool) (out [][]int) {
	if !g.percents(c, words) {
		return nil
	}
	for f := range g.heads {
		if f != c && !g.isMade(f) && g.means(f) && meant(f) {
			out = append(out, []int{f})
		}
	}
	return slices.Concat(out, g.fromScores(), g.fromParts())
}

// ofParts stands behind three columns that count the scores of each kind.
const ofParts = -1

// fromParts gives the columns of which an average is made where three neighbouring ones count
// the scores of each kind, the best or the worst first.
func (g *grid) fromParts() (out [][]int) {
	for k := 0; k+2 < len(g.heads); k++ {
		if g.printedCounts(k) && g.printedCounts(k+1) && g.printedCounts(k+2) {
			out = append(out, []int{k, k + 1, k + 2, ofParts}, []int{k + 2, k + 1, k, ofParts})
		}
	}
	return out
}

// means reports whether a column may hold averages of scores: decimals from −1 to +1.
func (g *grid) means(c int) bool {
	return g.once(ofMeans, c, func() bool {
		if g.barred[c] || !g.fractions(c) {
			return false
		}
		one := big.NewRat(1, 1)
		for _, r := range g.rows {
			if v := r.cells[c].value; v != nil && !r.aside() && (r.cells[c].sign || new(big.Rat).Abs(v.Rat()).Cmp(one) > 0) {
				return false
			}
		}
		return true
	})
}

// HeadPair gives the first columns of a head that are named as averages and as their
// percentages, −1 for none: percent-stated compares these by their heads, however few the
// rows are.
func HeadPair(heads []string, words *vocabulary.Vocabulary) (mean, percent int) {
	mean, percent = -1, -1
	for c, h := range heads {
		switch {
		case words.HasHead(h, vocabulary.HeadCells):
		case percent < 0 && words.HasHead(h, vocabulary.HeadPercent, vocabulary.HeadCompliancePercent):
			percent = c
		case mean < 0 && words.HasHead(h, vocabulary.HeadAverage):
			mean = c
		}
	}
	return mean, percent
}
