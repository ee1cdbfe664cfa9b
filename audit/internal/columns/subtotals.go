package columns

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// A table of counts may close its groups with rows of their sums, and itself with one of all.
// Totals knows one row of sums only; here every one is held against the rows of its group.

const (
	// fewestGroupSums is how many figures of a row must be the sums of the rows since the last
	// such row, where its label says that it is one, and fewestPlainSums where it does not.
	fewestGroupSums = 2
	fewestPlainSums = 4
)

// closeSums takes for closing rows those within a table whose counts are the sums of the rows
// since the one before, all but a slip. There are several, or one and a row at the end.
func (g *grid) closeSums(words *vocabulary.Vocabulary) {
	var closing []int
	since := 0
	for i := range g.rows {
		if g.rows[i].closes {
			since = i + 1
			continue
		}
		if i-since < fewestParts {
			continue
		}
		fewest := fewestPlainSums
		if saysTotal(g.rows[i], words) {
			fewest = fewestGroupSums
		}
		if fits, odd := g.groupSums(since, i); odd <= 1 && fits >= fewest {
			closing = append(closing, i)
			since = i + 1
		}
	}
	last := len(g.rows) - 1
	if len(closing) == 0 || len(closing) == 1 && (closing[0] == last || !g.rows[last].closes) {
		return
	}
	for _, i := range closing {
		g.rows[i].closes = true
	}
	clear(g.answers)
	clear(g.sums)
	clear(g.orders)
}

// saysTotal reports whether a word in the first columns of a row names a total.
func saysTotal(r row, words *vocabulary.Vocabulary) bool {
	for _, one := range r.cells[:min(len(r.cells), labelColumns)] {
		if one.value == nil && slices.ContainsFunc(strings.Fields(one.text), func(word string) bool {
			kind, _ := words.SummaryLabel(word)
			return words.HasHead(word, totalHeads...) || kind == vocabulary.SummarySum
		}) {
			return true
		}
	}
	return false
}

// groupSums is how many counts of a row are the sums of the rows from one on, and how many
// are not. Single rows and zeros show nothing.
func (g *grid) groupSums(from, at int) (fits, odd int) {
	for c, one := range g.rows[at].cells {
		if !g.printedCounts(c) || one.value == nil {
			continue
		}
		sum, parts := new(big.Rat), 0
		for _, r := range g.rows[from:at] {
			if d := r.cells[c].value; d != nil && !r.aside() {
				sum.Add(sum, d.Rat())
				if d.Units > 0 {
					parts++
				}
			}
		}
		switch {
		case sum.Cmp(one.value.Rat()) != 0:
			odd++
		case parts >= fewestParts:
			fits++
		}
	}
	return fits, odd
}

// subtotals compares the counts of rows that close groups with the sums of these, where most
// of the row and of the column are such sums.
func (g *grid) subtotals(found *related, words *vocabulary.Vocabulary) (out []told) {
	groups := g.closedGroups(words)
	if len(groups) <= 1 {
		return nil
	}
	type sumCell struct {
		row, column int
		v           *big.Rat
	}
	var odd []sumCell
	inRow, inColumn := map[int]int{}, map[int]int{}
	for c := range g.heads {
		if g.barred[c] || !g.printedCounts(c) || g.percents(c, words) || words.HasHead(g.heads[c], noPartHeads...) {
			continue
		}
		for _, group := range groups {
			stated := g.rows[group.row].cells[c].value
			if stated == nil || g.rows[group.row].parted {
				continue
			}
			v := group.folded(c, nil, false)
			mended := g.mendedGroup(group, c, *found).folded(c, nil, false)
			switch {
			case v == nil:
			case v.Cmp(stated.Rat()) == 0 || mended.Cmp(stated.Rat()) == 0:
				inRow[group.row]++
				inColumn[c]++
			default:
				odd = append(odd, sumCell{group.row, c, v})
			}
		}
	}
	for _, o := range odd {
		others := slices.ContainsFunc(odd, func(other sumCell) bool { return other != o && (other.row == o.row || other.column == o.column) })
		if others || inRow[o.row] < fewestParts || inColumn[o.column] == 0 || found.isOdd(o.row, o.column) {
			continue
		}
		r := g.rows[o.row]
		found.withoutMended(g, o.row, o.column, o.v)
		found.follows[[2]int{o.row, o.column}] = true
		f := g.finding(r, o.column)
		f.Computed = reckon.Unsigned(o.v)
		f.Message = fmt.Sprintf("%s of “%s” is stated as %s; the rows of its group add up to %s.", g.name(o.column), r.label, r.cells[o.column].text, f.Computed)
		out = append(out, told{rule: "count-stated", finding: &f})
	}
	if n := len(odd); n > 0 || len(inRow) > 0 {
		checked := len(out)
		for _, k := range inRow {
			checked += k
		}
		out = append(out, told{rule: "count-stated", checked: checked})
	}
	return out
}
