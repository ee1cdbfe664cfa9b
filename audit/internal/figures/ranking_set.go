package figures

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// rankSet checks whether the subjects of a claim are among as many of the best, or of the worst,
// as the text names: those that stand nearer to the end must be fewer, and be named.
func rankSet(p *rule.Pass, x *claims.ProseEvidence, rd claims.ProseReading, c *prose.Claim, all []prose.Subject, word string) {
	sign := 1
	if c.Rank == prose.Lowest {
		sign = -1
	}
	for _, s := range c.Subjects {
		if figureFails(x, c, s) {
			continue
		}
		var nearer []string
		for _, o := range all {
			if x.Of[o].Best().Cmp(x.Of[s].Best())*sign > 0 && !alike(x, o, s) && !slices.Contains(c.Subjects, o) {
				nearer = append(nearer, x.Of[o].Label)
			}
		}
		if len(nearer) < c.Set {
			continue
		}
		if s.Kind == prose.Commitment && !slices.ContainsFunc(nearer, func(name string) bool { return !HintsAt(c.Sentence, []string{name}) }) {
			p.Reconsider(namedInOtherWords)
			return
		}
		rankFound(p, x, rd, c, s, fmt.Sprintf("The text has %s, with %s, among the %d %s; %s stand before it.",
			x.Of[s].Label, figureOf(x.Of[s]), c.Set, word, reckon.Listing(nearer, 6, "and")),
			fmt.Sprintf("one of the %d %s", c.Set, word), reckon.Listing(nearer, 6, "and"))
		return
	}
}
