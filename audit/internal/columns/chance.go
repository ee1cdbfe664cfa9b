package columns

import (
	"math"
	"math/rand/v2"
	"slices"

	"recount.invalid/recount/vocabulary"
)

// A column is held against thousands of sets of others. Small whole numbers, and figures
// that lie close together, follow from some of these by chance in most rows. How often a
// relation holds by chance the table itself tells: its own figures, each taken from another
// row. Only what so many rows do not show by chance, however many relations were tried,
// accuses a row that does not show it.

const (
	// drawn is how many rows of figures of different rows are tried.
	drawn = 400
	// surelyBits is how unlikely it must be, as a power of 2, that any of the relations that
	// were tried holds by chance in as many rows.
	surelyBits = 10
	// calledBits is the same where the head of the column says what it is.
	calledBits = 4
	// fewestMeaning is how many rows show a relation for each that does not, before that is
	// one that is wrong: where more do not, the column may be something else that is close.
	fewestMeaning = 4
)

// byChance reports whether a relation of as many that were tried, for the column and of its
// kind, may hold in so many rows by chance. One that holds in all rows accuses none.
func (g *grid) byChance(c claim, tried, alike int, words *vocabulary.Vocabulary) bool {
	if len(c.odd) == 0 || c.logical {
		return false
	}
	bits := float64(surelyBits)
	if c.few {
		tried = alike
	}
	if c.called != nil && c.called(g, c.column, words) {
		tried = alike
		if !c.surely { // of an error more is asked
			bits = calledBits
		}
	}
	return surprise(len(c.fits), len(c.fits)+len(c.odd), g.likely(c)) < math.Log2(float64(max(tried, 1)))+bits
}

// likely is in what share of rows of unrelated figures a relation holds.
func (g *grid) likely(c claim) float64 {
	rows := slices.DeleteFunc(slices.Concat(c.fits, c.odd), func(i int) bool { return g.rows[i].closes })
	if len(rows) < fewestDistinct {
		rows = slices.Concat(c.fits, c.odd)
	}
	slices.Sort(rows)
	random := rand.New(rand.NewPCG(uint64(c.column), uint64(len(rows)))) // the same for the same table
	held, tried := 0, 0
	for range drawn {
		r := g.rows[rows[random.IntN(len(rows))]]
		r.cells = slices.Clone(r.cells)
		for _, f := range c.from {
			if f >= 0 && f < len(r.cells) {
				r.cells[f] = g.rows[rows[random.IntN(len(rows))]].cells[f]
			}
		}
		v, slack := c.of(g, r, c.from)
		if v == nil {
			continue
		}
		if tried++; c.holds(r.cells[c.column], v, slack) {
			held++
		}
	}
	return float64(held+1) / float64(tried+2)
}

// surprise is how unlikely it is, as a power of 2, that of all rows so many hold where each
// holds with a likelihood.
func surprise(fit, all int, likely float64) float64 {
	tail := 0.0
	for k := fit; k <= all; k++ {
		tail += math.Exp(logOfChoices(all, k) + float64(k)*math.Log(likely) + float64(all-k)*math.Log(1-likely))
	}
	return -math.Log2(max(tail, math.SmallestNonzeroFloat64))
}

// logOfChoices is the logarithm of the number of ways to take k of n.
func logOfChoices(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// calledChange reports whether a column is called a change.
func calledChange(g *grid, c int, words *vocabulary.Vocabulary) bool {
	kind, _ := words.Column(g.heads[c])
	return kind == "change"
}

// calledAverage reports whether a column is called an average.
func calledAverage(g *grid, c int, words *vocabulary.Vocabulary) bool {
	return words.AverageLabel(g.heads[c]) || words.HasHead(g.heads[c], vocabulary.HeadAverage, vocabulary.HeadAveragePercent)
}
