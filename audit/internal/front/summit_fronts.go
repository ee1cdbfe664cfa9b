package front

import (
	"fmt"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// otherFronts compares what the text says of the period and the number of commitments of the
// report on another summit with that report.
func otherFronts(p *rule.Pass, held *heldSummits) {
	for _, f := range frontmatter.SummitFronts(p) {
		other := reportNamed(p, elsewhere.SummitClaim{Name: f.Name, Year: f.Year, Stage: f.Stage})
		if other == nil {
			continue
		}
		stage := other.Stage
		if stage == "" {
			stage = elsewhere.FinalStage
		}
		if q := f.Period; q != nil {
			theirs, same := samePeriod(*q, &other.Report().Report)
			switch {
			case theirs == nil:
			case same:
				held.holds(other)
			case oneTime(q.From, theirs.From) || oneTime(q.To, theirs.To): // otherwise it is the time of something else
				held.differs(other, rule.Finding{
					Message: fmt.Sprintf("The period of the %s report on the %s summit is stated as %s; %s states %s.", stage, f.Name, q.Text, other.File, frontmatter.PeriodText(*theirs)),
					Stated:  q.Text, Computed: frontmatter.PeriodText(*theirs) + " in " + other.File, Quote: f.Sentence, At: f.At,
				})
			}
		}
		if f.Commitments == 0 {
			continue
		}
		switch n, same := commitmentsOf(other, f.Commitments); {
		case n == 0:
		case same:
			held.holds(other)
		default:
			held.differs(other, rule.Finding{
				Message: fmt.Sprintf("The number of commitments in the %s report on the %s summit is stated as %d; %s has %d.", stage, f.Name, f.Commitments, other.File, n),
				Stated:  f.Counted, Computed: reckon.Plural(n, "commitment") + " in " + other.File, Quote: f.Sentence, At: f.At,
			})
		}
	}
}
