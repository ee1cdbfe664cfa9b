package parse

import (
	"strings"

	"recount.invalid/recount/model"
)

// isRanking reports whether a table orders members or commitments by their
// average: three or more rows (two that are ranked 1 and 2) of a label and an
// average, none with more than two figures.
func (r *reading) isRanking(t *table) bool {
	n, other, ranked := 0, 0, 0
	percents := r.percentColumns(t, editionRows)
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		if e, ok := r.rankedRow(cs, percents); ok {
			n++
			if e.Rank == n {
				ranked++
			}
		} else {
			other++
		}
	}
	return n >= 3 && n > 2*other || n == 2 && ranked == 2 && other <= 1
}

// rankedRow reads rank, label and average from a row's cells, of which those in
// some columns are percentages.
func (r *reading) rankedRow(cs []*cell, percents map[int]bool) (model.RankedEntry, bool) {
	var e model.RankedEntry
	var figures []*cell
	for i, c := range cs {
		s := c.text.Text
		if n, err := model.ParseDecimal(sharedRank(s)); i == 0 && err == nil && n.Places == 0 && n.Units > 0 && len(cs) > 2 {
			e.Rank = int(n.Units)
			continue
		}
		if _, ok := r.averageIn(cs[i:i+1], percents); ok && e.Label != "" {
			figures = append(figures, c)
			continue
		}
		if len(figures) > 0 || !hasLetter(s) {
			return e, false
		}
		if e.Label != "" {
			e.Label += " "
		}
		e.Label += s
	}
	if e.Label == "" || len(figures) == 0 || len(figures) > 2 {
		return e, false
	}
	if e.Rank == 0 {
		if n, rest, ok := leadingFigure(e.Label); ok {
			e.Rank, e.Label = n, rest
		}
	}
	avg, ok := r.averageIn(figures, percents)
	if !ok {
		return e, false
	}
	e.Text, e.Value, e.Percent = avg.Text, avg.Value, avg.Percent
	e.Member, _ = r.memberLabel(e.Label)
	return e, true
}

// sharedRank takes the mark of a shared rank off: "3=", "=3", "T3", "3T".
func sharedRank(s string) string {
	bare := strings.Trim(s, "=T")
	if len(s)-len(bare) == 1 {
		return strings.TrimSpace(bare)
	}
	return s
}

// readRanking reads a ranking.
func (r *reading) readRanking(t *table, title string) model.Ranking {
	out := model.Ranking{Title: title, At: t.where()}
	percents := r.percentColumns(t, editionRows)
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		e, ok := r.rankedRow(cs, percents)
		if !ok {
			for _, c := range cs {
				out.Heads = append(out.Heads, c.text)
			}
			if len(out.Entries) > 0 {
				r.warn("ranking-row", "a row of a ranking was not understood: "+joinCells(cs), cellsAt(t, cs))
			}
			continue
		}
		e.At = cellsAt(t, cs)
		out.Entries = append(out.Entries, e)
	}
	return out
}
