package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// otherMade compares how many commitments were made at the summit with what the report of
// another stage says of it.
func otherMade(p *rule.Pass) {
	own := frontmatter.MadeCounts(p)
	if len(own) == 0 {
		return
	}
	for _, c := range own[1:] {
		if c.N != own[0].N {
			return
		}
	}
	for _, other := range p.OtherReports() {
		if !speaksOfStage(p, other) || !across.Versions(p.Here(), other) {
			continue
		}
		theirs := frontmatter.MadeCounts(rule.NewPass(p.Context(), other.Report(), p.Vocabulary, nil, rule.OtherFiles{}))
		if len(theirs) == 0 {
			continue
		}
		p.Checked(1)
		holds := false
		for _, c := range theirs {
			holds = holds || c.N == own[0].N
		}
		if !holds {
			p.Found(rule.Finding{
				Message: fmt.Sprintf("The number of commitments made at the summit is stated as %d; %s has %d.", own[0].N, other.File, theirs[0].N),
				Stated:  own[0].Text, Computed: reckon.Plural(theirs[0].N, "commitment") + " in " + other.File, Quote: own[0].Quote, At: own[0].At,
			})
		}
		return
	}
}
