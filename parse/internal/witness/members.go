package witness

import (
	"fmt"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkMembers holds the members of each chapter's table against its sections.
// The section of a member that is missing may stand within the one before it; a
// row that is missing is a doubt about the table.
func (r *Reader) checkMembers(check string) {
	for i := range r.Rep.Commitments {
		c := &r.Rep.Commitments[i]
		if c.Assessment == nil || len(c.Assessment.Scores) == 0 || len(c.Verdicts) == 0 {
			continue
		}
		sections := map[string]int{}
		for j := range c.Verdicts {
			sections[c.Verdicts[j].Member] = j
		}
		var without, about []string
		before := -1
		for _, s := range c.Assessment.Scores {
			if j, ok := sections[s.Member]; ok {
				before = j
				continue
			}
			if s.Member == "" || s.Score == nil {
				continue
			}
			without = append(without, s.Name)
			if before >= 0 {
				about = append(about, sheet.PointerTo("commitments", i, "verdicts", before))
			} else {
				about = append(about, sheet.PointerTo("commitments", i, "assessment"))
			}
		}
		var at model.At
		if c.Heading != nil {
			at = c.Heading.At
		}
		r.said(check, len(without) == 0, fmt.Sprintf("%d members in the table", len(c.Assessment.Scores)),
			fmt.Sprintf("%d sections", len(c.Verdicts)), sheet.PointerTo("commitments", i))
		if len(without) > 0 {
			r.Doubt("section-missing", "no section was found of members that the table has: "+strings.Join(without, ", "), at, about...)
		}
		if rowless := withoutRow(c); len(rowless) > 0 {
			r.Doubt("row-missing", "no row of the table was found for members that have a section: "+strings.Join(rowless, ", "), at, sheet.PointerTo("commitments", i, "assessment"))
		}
	}
}

// withoutRow are the members that have a section and no row in the chapter's
// table: the row may have been lost in the reading.
func withoutRow(c *model.Commitment) []string {
	rows := map[string]bool{}
	for _, s := range c.Assessment.Scores {
		rows[s.Member] = true
	}
	var out []string
	for j := range c.Verdicts {
		if v := &c.Verdicts[j]; v.Member != "" && !rows[v.Member] {
			out = append(out, v.Name)
		}
	}
	return out
}
