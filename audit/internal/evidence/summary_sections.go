package evidence

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// An average over a whole table may be made of the averages of its sections, whatever
// their size.

// sectionsOf are the summaries, by their places, whose rows divide the table: each
// row is of one of them; nil where they do not.
func sectionsOf(r *model.Report, summed [][]int) (sections []int) {
	taken := make([]bool, len(r.Commitments))
	n := 0
	for i, rows := range summed {
		free := len(rows) > 0 && len(rows) < len(taken)
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
	if n < len(taken) || len(sections) < 2 {
		return nil
	}
	return sections
}

// addSections tries the mean of the sections' averages, exact and as printed. Sections
// in which nothing was assessed count for nothing.
func addSections(p *rule.Pass, f *SummaryFigure, sections []int, summed [][]int) {
	var exact, printed []*big.Rat
	for _, i := range sections {
		s := &p.Report.Summaries[i]
		g := SummaryFigure{S: s, member: f.member, rows: summed[i]}
		if f.member != "" {
			countMember(p, &g)
		} else {
			countAll(p, &g)
		}
		mean, ok := g.tally.Mean()
		if !ok {
			continue
		}
		exact = append(exact, mean)
		if v := sectionFigure(p, s, f.member); v != nil {
			printed = append(printed, v)
		}
	}
	if m, ok := reckon.MeanOf(exact); ok {
		f.Gives = append(f.Gives, given{meanOfParts, m})
	}
	if m, ok := reckon.MeanOf(printed); ok && len(printed) == len(exact) {
		f.Gives = append(f.Gives, given{meanOfSums, m})
	}
}

// sectionFigure is the average that a summary states of a member, or of everything;
// nil where it states none.
func sectionFigure(p *rule.Pass, s *model.Summary, member string) *big.Rat {
	if member == "" {
		if s.Average == nil || s.Average.Value == nil {
			return nil
		}
		return AsMean(p, s.Average.Value, s.Average.Text).Rat()
	}
	for _, a := range s.Averages {
		if a.Member == member && a.Value != nil {
			return AsMean(p, a.Value, a.Text).Rat()
		}
	}
	return nil
}
