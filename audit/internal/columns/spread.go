package columns

import (
	"fmt"
	"math"
	"math/big"

	"recount.invalid/recount/vocabulary"
)

// calledSpread reports whether a column is called a measure of how scores are spread.
func calledSpread(g *grid, c int, words *vocabulary.Vocabulary) bool {
	kind, _ := words.SummaryLabel(g.heads[c])
	return kind == vocabulary.SummarySpread
}

// Ways to have a figure of three counts stand behind their columns.
const (
	ofSample = -1 // the standard deviation of a sample, by n−1
	ofAll    = -2 // and of all, by n
	least    = -1 // the lowest score that there is
	most     = -2 // and the highest
)

// threeCounts gives every three neighbouring columns of counts, or those of the scores
// themselves, each in two ways.
func (g *grid) threeCounts() (out [][]int) {
	for k := 0; k+2 < len(g.heads); k++ {
		if g.counts(k) && g.counts(k+1) && g.counts(k+2) && g.isMade(k) == g.isMade(k+2) {
			out = append(out, []int{k, k + 1, k + 2, -1}, []int{k, k + 1, k + 2, -2})
		}
	}
	return out
}

// ofThree are the counts of a row; ok is false where one is missing or all are 0.
func ofThree(r row, from []int) (full, some, none int64, ok bool) {
	a, b, c := r.cells[from[0]].value, r.cells[from[1]].value, r.cells[from[2]].value
	if a == nil || b == nil || c == nil || a.Units+b.Units+c.Units <= 0 {
		return 0, 0, 0, false
	}
	return a.Units, b.Units, c.Units, true
}

// spread is the standard deviation of scores by how many there are of each.
var spread = &relation{
	rule:   "count-stated",
	called: calledSpread,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) [][]int {
		if !calledSpread(g, c, words) || !g.mostlyFractions(c) {
			return nil
		}
		return g.threeCounts()
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		full, some, none, ok := ofThree(r, from)
		n, by := float64(full+some+none), float64(full+some+none)
		if by--; from[3] == ofAll {
			by = n
		}
		if !ok || by <= 0 {
			return nil, nil
		}
		mean := float64(full-none) / n
		const fine = 1 << 32 // far finer than any figure is printed
		root := math.Sqrt(math.Max(0, float64(full+none)-n*mean*mean) / by)
		return big.NewRat(int64(math.Round(root*fine)), fine), big.NewRat(1, fine>>2)
	},
	text: func(g *grid, from []int) string {
		by := "n−1"
		if from[3] == ofAll {
			by = "n"
		}
		return fmt.Sprintf("the standard deviation of %s to %s (by %s)", g.name(from[0]), g.name(from[2]), by)
	},
}

// extreme is the lowest or the highest score that is counted at all. The counts of the best
// stand first, as their heads say.
var extreme = &relation{
	rule:    "count-stated",
	exact:   true,
	called:  calledSpread,
	logical: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !calledSpread(g, c, words) || !g.wholes(c) {
			return nil
		}
		for _, from := range g.threeCounts() {
			if !g.isMade(from[0]) && namesLevel(g.heads[from[0]], 1) && namesLevel(g.heads[from[1]], 0) && namesLevel(g.heads[from[2]], -1) {
				out = append(out, from)
			}
		}
		return out
	},
	of: func(_ *grid, r row, from []int) (v, slack *big.Rat) {
		full, some, none, ok := ofThree(r, from)
		if !ok {
			return nil, nil
		}
		low, high := int64(1), int64(-1)
		for k, n := range []int64{full, some, none} {
			if n > 0 {
				low, high = min(low, int64(1-k)), max(high, int64(1-k))
			}
		}
		if from[3] == most {
			low = high
		}
		return big.NewRat(low, 1), new(big.Rat)
	},
	text: func(g *grid, from []int) string {
		which := "lowest"
		if from[3] == most {
			which = "highest"
		}
		return fmt.Sprintf("the %s score of which %s to %s count any", which, g.name(from[0]), g.name(from[2]))
	},
}

// namesLevel reports whether a head is a score.
func namesLevel(head string, score int64) bool {
	one := readCell(head, false)
	return isScore(one) && one.value.Units == score
}
