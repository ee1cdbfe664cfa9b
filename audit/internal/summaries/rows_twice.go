package summaries

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
)

// A commitment may stand in two rows, by a slip or because it was corrected below. The
// averages of the columns then count both, or one of them; which one most of them show.

const (
	// mostPairs is how many rows may stand twice; where more do, the table has several
	// scores of each commitment on purpose.
	mostPairs = 4
	// rowsToPair is how many rows there must be for each that stands twice.
	rowsToPair = 4
)

// rowPair are two rows of one commitment, by their places.
type rowPair struct{ first, second int }

// leftOut are the rows of a table that its averages do not count, and what shows it.
type leftOut struct {
	rows []int
	fit  map[int]fitOf // by the place of a row of such a pair
}

// fitOf is how many averages of a table follow without a row, or with both of its pair.
type fitOf struct {
	without, both, all int
	either             bool // as many follow without the other row
}

// notCounted are the rows of a commitment that the averages of a table leave out because
// it has another row.
var notCounted = rule.Keep(func(p *rule.Pass) leftOut {
	out := leftOut{fit: map[int]fitOf{}}
	for _, pair := range rowsTwice(p) {
		both, all := fittingAll(p, out.rows)
		without := func(row int) int {
			n, _ := fittingAll(p, append(slices.Clone(out.rows), row))
			return n
		}
		first, second := without(pair.second), without(pair.first)
		row := pair.second
		if second > first {
			row = pair.first
		}
		if most := max(first, second); most > both {
			out.rows = append(out.rows, row)
			out.fit[row] = fitOf{without: most, both: both, all: all, either: first == second}
		}
	}
	return out
})

// rowsTwice are the pairs of rows of one commitment; none where many stand twice.
func rowsTwice(p *rule.Pass) []rowPair {
	r := p.Report
	if len(r.Summaries) == 0 || len(r.Summaries)*len(r.Commitments)*20 > mostSummaryWork {
		return nil
	}
	at := map[string][]int{}
	var pairs []rowPair
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.Row == 0 || c.Assessment == nil || c.ID == "" && c.Text == "" {
			continue
		}
		key := c.ID + "\x00" + c.Text
		if at[key] = append(at[key], i); len(at[key]) == 2 {
			pairs = append(pairs, rowPair{at[key][0], i})
		}
	}
	if len(pairs) > mostPairs || rowsToPair*len(pairs) > len(r.Commitments) ||
		slices.ContainsFunc(pairs, func(p rowPair) bool {
			c := &r.Commitments[p.first]
			return len(at[c.ID+"\x00"+c.Text]) > 2
		}) {
		return nil
	}
	return pairs
}

// fittingAll counts the averages in the summary rows that follow where some rows are not
// counted, and all of them.
func fittingAll(p *rule.Pass, out []int) (fit, all int) {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		for _, f := range figuresOf(p, s, rowsWithout(p, s, out), "") {
			if all++; len(f.holdsBy()) > 0 {
				fit++
			}
		}
	}
	return fit, all
}

// leave takes some rows out of others.
func leave(rows, out []int) []int {
	if len(out) == 0 {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(i int) bool { return slices.Contains(out, i) })
}

// counted are those of some rows that the averages count.
func counted(p *rule.Pass, rows []int) []int { return leave(rows, notCounted.Of(p).rows) }

// WhichCounts says which of two rows of a commitment the averages of the table count, in a
// sentence; empty where they show nothing.
func WhichCounts(p *rule.Pass, rows []int) string {
	out := notCounted.Of(p)
	for _, i := range rows {
		switch fit, is := out.fit[i]; {
		case is && fit.either:
			return fmt.Sprintf("The averages count one of them: %d of %d follow so, %d with both rows.", fit.without, fit.all, fit.both)
		case is:
			return fmt.Sprintf("The averages leave row %s out: %d of %d follow without it, %d with both rows.",
				rule.RowNumber(&p.Report.Commitments[i]), fit.without, fit.all, fit.both)
		}
	}
	return ""
}
