package summaries

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// An average over a whole table may be made of the averages of its sections, whatever
// their size.

// sectionsOf are the summaries, by their places, whose rows divide the table: each
// row is of one of them; nil where they do not. Those that state averages come before heads
// of sections that only count their rows.
func sectionsOf(p *rule.Pass, summed [][]int) []int {
	all := len(tallies.AllRows(p)) - len(notCounted.Of(p).rows)
	for _, stating := range []bool{true, false} {
		if sections := dividing(p.Report, summed, all, stating); sections != nil {
			return sections
		}
	}
	return nil
}

// dividing are the summaries, those alone that state figures or all, whose rows divide so
// many rows.
func dividing(r *model.Report, summed [][]int, all int, stating bool) (sections []int) {
	taken := make([]bool, len(r.Commitments))
	n := 0
	for i, rows := range summed {
		s := &r.Summaries[i]
		free := len(rows) > 0 && len(rows) < all && (!stating || s.Average != nil || len(s.Averages) > 0)
		for _, row := range rows {
			free = free && !taken[row]
		}
		if !free {
			continue
		}
		for _, row := range rows {
			taken[row] = true
		}
		n += len(rows)
		sections = append(sections, i)
	}
	if n < all || len(sections) < 2 {
		return nil
	}
	return sections
}

// ofAllRows reports whether some rows are all that count.
func ofAllRows(p *rule.Pass, rows []int) bool {
	return len(rows) == len(p.Report.Commitments)-len(notCounted.Of(p).rows)
}

// coverEverything takes a summary for one of the whole table that stands below the last
// section, where most of its figures follow from the averages of the sections or from all
// rows, and more than from those of its own section.
func (t *summaryTable) coverEverything() {
	everything := counted(t.p, tallies.AllRows(t.p))
	for i := range t.summed {
		if len(t.summed[i]) == 0 || ofAllRows(t.p, t.summed[i]) || slices.Contains(t.sections, i) {
			continue
		}
		own, _ := t.fitting(i, t.summed[i])
		if all, stated := t.fitting(i, everything); all > own && 2*all > stated {
			t.summed[i] = everything
		}
	}
}

// fitting counts the figures of a summary, by its place, that follow from some rows, and
// all of them.
func (t *summaryTable) fitting(i int, rows []int) (fit, all int) {
	for _, f := range figuresOf(t.p, &t.p.Report.Summaries[i], rows, "") {
		t.count(&f)
		if all++; len(f.holdsBy()) > 0 {
			fit++
		}
	}
	return fit, all
}

// addSections tries the mean of the sections' averages, exact and as printed. Sections
// in which nothing was assessed count for nothing.
func (t *summaryTable) addSections(f *Figure) {
	// The averages of the sections may be made in several ways themselves.
	ways := []Convention{PooledCells, BlanksAsZero}
	if f.member == "" {
		ways = append(ways, meanOfRows, meanOfCols)
	}
	exact, slipped := make([][]*big.Rat, len(ways)), make([][]*big.Rat, len(ways))
	var printed, right, percents []*big.Rat
	scored := 0
	for _, i := range t.sections {
		s := &t.p.Report.Summaries[i]
		g := Figure{S: s, member: f.member, rows: t.summed[i], reading: f.reading}
		g.count(t.p)
		if len(g.tally.Scores) == 0 {
			continue
		}
		scored++
		v := summaryMean(t.p, s, f.member)
		if v != nil {
			printed = append(printed, v.Rat())
			one := v.Rat()
			if g.Stated = (reckon.Figure{Value: v}); len(g.holdsBy()) == 0 {
				one = corrected(t.p, *v, g.tally)
			}
			right = append(right, one)
		}
		if a := summaryFigure(s, f.member); a != nil && a.Percent != nil {
			percents = append(percents, reckon.FromPercent(a.Percent.Rat()))
		}
		for k, way := range ways {
			mean := g.mean(way)
			if mean == nil {
				mean = g.mean(PooledCells) // every cell has a score
			}
			exact[k] = append(exact[k], mean)
			if v != nil && !reckon.Holds(*v, mean) {
				mean = v.Rat()
			}
			slipped[k] = append(slipped[k], mean)
		}
	}
	for k := range ways {
		f.addMean(meanOfParts, exact[k])
		f.addMean(withSlips, slipped[k])
	}
	if len(printed) == scored {
		f.addMean(meanOfSums, printed)
		f.addMean(meanOfSums, right)
	}
	if f.Stated.Value == nil && len(percents) == scored {
		f.addMean(meanOfSums, percents)
	}
}

// summaryFigure is what a summary states of a member, or of everything for "".
func summaryFigure(s *model.Summary, member string) *model.Average {
	if member == "" {
		return s.Average
	}
	for _, a := range s.Averages {
		if a.Member == member {
			return &model.Average{Text: a.Text, Value: a.Value, Percent: a.Percent}
		}
	}
	return nil
}

// summaryMean is the mean that a summary states of a member, or of everything; nil where
// it states none.
func summaryMean(p *rule.Pass, s *model.Summary, member string) *model.Decimal {
	a := summaryFigure(s, member)
	if a == nil {
		return nil
	}
	return tallies.AsMean(p, a.Value, a.Text)
}
