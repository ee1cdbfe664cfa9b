package witness

import (
	"fmt"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// checkMembers holds the members of each chapter's table against its sections.
// The section of a member that is missing may stand within the one before it.
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
	}
}
