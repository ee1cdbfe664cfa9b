package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
)

// IsRanking reports whether a table orders members or commitments by their
// average: three or more rows (two that are ranked 1 and 2) of a label and an
// average, none with more than two figures.
func (r *Reader) IsRanking(t *sheet.Table) bool {
	n, other, ranked := 0, 0, 0
	percents := r.percentColumns(t, editionRows)
	for row := range t.Rows {
		cs := t.Row(row)
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
func (r *Reader) rankedRow(cs []*sheet.Cell, percents map[int]bool) (model.RankedEntry, bool) {
	var e model.RankedEntry
	var figures []*sheet.Cell
	for i, c := range cs {
		s := c.Text.Text
		if n, err := model.ParseDecimal(grid.SharedRank(s)); i == 0 && err == nil && n.Places == 0 && n.Units > 0 && len(cs) > 2 {
			e.Rank = int(n.Units)
			continue
		}
		if _, ok := r.averageIn(cs[i:i+1], percents); ok && e.Label != "" {
			figures = append(figures, c)
			continue
		}
		if len(figures) > 0 || !sheet.HasLetter(s) {
			return e, false
		}
		if e.Label != "" {
			e.Label += " "
		}
		e.Label += s
	}
	if e.Label == "" || len(figures) == 0 || len(figures) > 2 || r.holdsScores(e.Label) {
		return e, false
	}
	if e.Rank == 0 {
		if n, rest, ok := sheet.LeadingFigure(e.Label); ok {
			e.Rank, e.Label = n, rest
		}
	}
	avg, ok := r.averageIn(figures, percents)
	if !ok {
		return e, false
	}
	e.Text, e.Value, e.Percent = avg.Text, avg.Value, avg.Percent
	e.Member, _ = r.MemberLabel(e.Label)
	return e, true
}

// mostLabelScores is how many words of a label may read as scores: 'Article 6, stage 1'.
const mostLabelScores = 2

// holdsScores reports whether a label has a row's scores in it: the row was not cut into
// its cells, and is one of a summary table.
func (r *Reader) holdsScores(label string) bool {
	n := 0
	for w := range strings.FieldsSeq(label) {
		if _, ok, na := scoretext.ParseScore(r.Vocab, w); ok || na {
			n++
		}
	}
	return n > mostLabelScores
}

// ReadRanking reads a ranking.
func (r *Reader) ReadRanking(t *sheet.Table, title string) model.Ranking {
	out := model.Ranking{Title: title, At: t.Where()}
	percents := r.percentColumns(t, editionRows)
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		e, ok := r.rankedRow(cs, percents)
		if !ok {
			for _, c := range cs {
				out.Heads = append(out.Heads, c.Text)
			}
			if len(out.Entries) > 0 {
				r.Warn("ranking-row", "a row of a ranking was not understood: "+JoinCells(cs), CellsAt(t, cs))
			}
			continue
		}
		e.At = CellsAt(t, cs)
		out.Entries = append(out.Entries, e)
	}
	return out
}

// RankingsBeside cuts a table that is two rankings side by side into the two; nil
// where it is not.
func (r *Reader) RankingsBeside(t *sheet.Table) []*sheet.Table {
	for col := 2; col+2 <= t.Cols; col++ {
		if left, right := cutAt(t, col); left != nil && r.IsRanking(left) && r.IsRanking(right) {
			return []*sheet.Table{left, right}
		}
	}
	return nil
}

// cutAt cuts a table before a column; nil where a cell lies across the cut.
func cutAt(t *sheet.Table, col int) (left, right *sheet.Table) {
	a, b := *t, *t
	a.Cells, b.Cells, a.Assessment, b.Assessment = nil, nil, nil, nil
	a.Cols, b.Cols = col, t.Cols-col
	for _, c := range t.Cells {
		switch {
		case c.Col+c.ColSpan <= col:
			a.Cells = append(a.Cells, c)
		case c.Col >= col:
			moved := *c
			moved.Col -= col
			b.Cells = append(b.Cells, &moved)
		default:
			return nil, nil
		}
	}
	return &a, &b
}
