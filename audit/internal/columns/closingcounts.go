package columns

import (
	"fmt"
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// Totals compares rows that are called totals. The last row of a table of whole numbers may
// hold sums and be called otherwise ('All members'), or have one figure alone.

// closingCounts compares the whole numbers of the last row with the sums of the rows above,
// where it holds such sums and Totals does not compare them.
func (g *grid) closingCounts(found related, words *vocabulary.Vocabulary) []told {
	last := len(g.rows) - 1
	if last < fewestTotalled || !g.rows[last].closes {
		return nil
	}
	for _, r := range g.rows[:last] {
		if r.closes {
			return nil
		}
	}
	r := g.rows[last]
	var odd []int
	fits, stated, cells := 0, 0, 0
	for c := range g.heads {
		one := r.cells[c]
		if one.value == nil {
			continue
		}
		stated++
		if g.barred[c] || !g.wholes(c) || g.percents(c, words) || words.HasHead(g.heads[c], noPartHeads...) {
			continue
		}
		if words.HasHead(g.heads[c], vocabulary.HeadCells) {
			cells = c
		}
		switch sum := g.mendedSum(last, c, found); {
		case sum.Cmp(one.value.Rat()) == 0:
			fits++
		case g.bodySum(last, c).Cmp(one.value.Rat()) == 0:
			fits++
		case words.HasHead(g.heads[c], totalHeads...) && g.partsSum(last, c, words).Cmp(one.value.Rat()) == 0:
			fits++ // a total above is not the sum of its row, which Totals tells
		default:
			odd = append(odd, c)
		}
	}
	if len(odd) == mostOddSums && fits >= 2*mostOddSums && !isTotalLabel(r.label, words) {
		out := []told{{rule: "count-stated", checked: fits + len(odd)}}
		for _, c := range odd {
			if found.isOdd(last, c) {
				return nil
			}
			f := g.sumFinding(r, c, last)
			out = append(out, told{rule: "count-stated", finding: &f})
		}
		return out
	}
	if len(odd) != 1 {
		return nil
	}
	sum := g.bodySum(last, odd[0])
	switch total := isTotalLabel(r.label, words) && !g.scored; { // Totals reads no table of scores
	case total && stated == 1 && odd[0] == cells && oneDigit(sum, r.cells[cells].value.Rat()):
	case !total && (fits >= summaries.FewestTotals || fits == summaries.FewestTotals-1 && found.followsFrom(last, odd[0]) || fits >= fewestParts && found.counts(odd[0])) && !found.isOdd(last, odd[0]):
	default:
		return nil
	}
	f := g.sumFinding(r, odd[0], last)
	return []told{{rule: "count-stated", checked: fits + 1}, {rule: "count-stated", finding: &f}}
}

// sumFinding says that a figure of a closing row is not the sum of those above.
func (g *grid) sumFinding(r row, c, last int) rule.Finding {
	f := g.finding(r, c)
	f.Computed = reckon.Unsigned(g.bodySum(last, c))
	f.Message = fmt.Sprintf("%s of “%s” is stated as %s; the %s above add up to %s.", g.name(c), r.label, r.cells[c].text, reckon.Plural(last, "row"), f.Computed)
	return f
}

// mostOddSums is how many figures of a row of sums may be none, where twice as many are.
const mostOddSums = 2

// fewestTotalled is how many rows stand above a row of sums at least.
const fewestTotalled = 4

// mendedSum is the sum of a column with its cells that are odd put right.
func (g *grid) mendedSum(closing, c int, found related) *big.Rat {
	sum := g.bodySum(closing, c)
	for _, o := range found.odd {
		if o.claim.column == c && o.row < closing && o.v.IsInt() {
			sum.Add(sum, g.off(o))
		}
	}
	return sum
}

// followsFrom reports whether a figure of a row is wrong because the one in a column is.
func (found related) followsFrom(row, column int) bool {
	for _, c := range found.claims {
		if found.follows[[2]int{row, c.column}] && slices.Contains(c.from, column) {
			return true
		}
	}
	return false
}

// counts reports whether a column is known to count the scores of each row.
func (found related) counts(column int) bool {
	return slices.ContainsFunc(found.claims, func(c claim) bool { return c.column == column && c.relation == counted })
}

// partsSum is the sum of a column of totals with each the sum of the counts of its row.
func (g *grid) partsSum(closing, c int, words *vocabulary.Vocabulary) *big.Rat {
	sum := new(big.Rat)
	for k := range g.heads {
		if k != c && !g.barred[k] && g.wholes(k) && !g.percents(k, words) && !words.HasHead(g.heads[k], noPartHeads...) {
			sum.Add(sum, g.bodySum(closing, k))
		}
	}
	return sum
}

// oneDigit reports whether two whole numbers are written with as many digits, of which one
// is different: no total of something else looks so by chance.
func oneDigit(a, b *big.Rat) bool {
	one, other := a.RatString(), b.RatString()
	if !a.IsInt() || !b.IsInt() || len(one) != len(other) || len(one) < 2 {
		return false
	}
	differ := 0
	for i := range one {
		if one[i] != other[i] {
			differ++
		}
	}
	return differ == 1
}
