package columns

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// fewestMeant is how many columns a mean is of at least: of two, a difference or a balance
// says more.
const fewestMeant = 3

// mean is the mean of neighbouring columns of figures: a member's average over several
// summits, a summit's over all members. Cells without a figure are left out.
var mean = &relation{
	rule:   "count-stated",
	called: calledAverage,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if !g.mostlyFractions(c) && !g.percents(c, words) && !words.AverageLabel(g.heads[c]) {
			return nil
		}
		for first := range g.heads {
			var run []int
			for k := first; k < len(g.heads) && k != c && !g.barred[k] && !g.isMade(k) && !g.empty(k); k++ {
				if run = append(run, k); len(run) >= fewestMeant {
					out = append(out, append([]int(nil), run...))
				}
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		v, slack = new(big.Rat), new(big.Rat)
		parts := int64(0)
		for _, f := range from {
			one := r.cells[f]
			if one.value == nil && g.mostlyCounts(f) {
				return nil, nil // a dash among counts may be none of them, or not counted
			}
			if one.value == nil {
				continue
			}
			v.Add(v, one.value.Rat())
			parts++
			if h := half(one); h.Cmp(slack) > 0 {
				slack = h
			} else if slack.Sign() == 0 && one.value.Rat().Cmp(leastPercent) >= 0 {
				slack = reckon.HalfUnit(0) // whole numbers as large may be rounded percentages
			}
		}
		if parts < fewestParts {
			return nil, nil
		}
		return v.Quo(v, big.NewRat(parts, 1)), meanSlack(slack, parts)
	},
	text: func(g *grid, from []int) string {
		return fmt.Sprintf("the mean of %s to %s", g.name(from[0]), g.name(from[len(from)-1]))
	},
}

// IsMean reports whether most figures of a column are the means of neighbouring columns that
// have figures with decimals or percentages themselves.
func IsMean(t *model.Table, column int, words *vocabulary.Vocabulary) bool {
	g := readGrid(t, words)
	if g == nil {
		return false
	}
	for _, from := range mean.sources(g, column, words) {
		if slices.ContainsFunc(from, func(c int) bool { return !g.mostlyFractions(c) && !g.percents(c, words) }) {
			continue
		}
		if _, ok := g.try(mean, column, from); ok {
			return true
		}
	}
	return false
}

// leastPercent is from where on whole numbers without a sign may be percentages, which are
// rounded; smaller ones are scores and counts, which are not.
var leastPercent = big.NewRat(20, 1)

// mostlyFractions reports whether most numbers of a column have decimals.
func (g *grid) mostlyFractions(c int) bool {
	return g.once(mostlyOfFractions, c, func() bool {
		all, with := 0, 0
		for _, r := range g.rows {
			if v := r.cells[c].value; v != nil {
				all++
				if v.Places > 0 {
					with++
				}
			}
		}
		return with > 0 && 2*with >= all
	})
}

// mostlyCounts reports whether most numbers of a column are counts: a row of shares may stand
// below them.
func (g *grid) mostlyCounts(c int) bool {
	return g.once(mostlyOfCounts, c, func() bool {
		all, whole := 0, 0
		for _, r := range g.rows {
			cell := r.cells[c]
			if cell.value == nil {
				continue
			}
			all++
			if !cell.sign && cell.value.Places == 0 && cell.value.Units >= 0 && !strings.HasPrefix(cell.text, "+") {
				whole++
			}
		}
		return 2*whole > all
	})
}

// meanSlack is by how much the rounding of n figures, each by up to half, moves their mean:
// four standard deviations of the mean of n uniform errors, half × 4 / √(3n), and never more
// than half. That all are rounded to one side does not happen.
func meanSlack(half *big.Rat, n int64) *big.Rat {
	const scale = 1000
	root := new(big.Int).Sqrt(big.NewInt(3 * n * scale * scale)) // 1000 × √(3n)
	slack := new(big.Rat).Mul(half, new(big.Rat).SetFrac(big.NewInt(4*scale), root))
	if slack.Cmp(half) > 0 {
		return half
	}
	return slack
}

// minusSign begins a number that programs for spreadsheets take for a text.
const minusSign = "\u2212"

// asText gives the column of the one cell without which a mean follows and whose text is no
// number for a spreadsheet: formulas leave it out. Other negative numbers of the table are
// written with a hyphen. It is −1 where there is none.
func (g *grid) asText(o oddCell) int {
	r, hyphens := g.rows[o.row], false
	for _, other := range g.rows {
		for _, one := range other.cells {
			hyphens = hyphens || one.value != nil && strings.HasPrefix(one.text, "-")
		}
	}
	text := -1
	for _, f := range o.claim.from {
		if r.cells[f].value == nil || !strings.HasPrefix(r.cells[f].text, minusSign) {
			continue
		}
		if text >= 0 {
			return -1
		}
		text = f
	}
	if text < 0 || !hyphens {
		return -1
	}
	without := slices.DeleteFunc(slices.Clone(o.claim.from), func(f int) bool { return f == text })
	if v, slack := mean.of(g, r, without); v == nil || !mean.holds(r.cells[o.claim.column], v, slack) {
		return -1
	}
	return text
}

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
