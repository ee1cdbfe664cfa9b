package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
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
		if f.Last {
			other = reportBefore(p)
		}
		if other == nil {
			continue
		}
		stage := other.Stage
		if stage == "" {
			stage = elsewhere.FinalStage
		}
		what := fmt.Sprintf("the %s report on the %s summit", stage, f.Name)
		if f.Last {
			what = "the report before this one"
		}
		if q := f.Period; q != nil {
			theirs, same := samePeriod(*q, &other.Report().Report)
			switch {
			case theirs == nil:
			case same:
				held.holds(other)
			case oneTime(q.From, theirs.From) || oneTime(q.To, theirs.To): // otherwise it is the time of something else
				held.differs(other, rule.Finding{
					Message: fmt.Sprintf("The period of %s is stated as %s; %s states %s.", what, q.Text, other.File, frontmatter.PeriodText(*theirs)),
					Stated:  q.Text, Computed: frontmatter.PeriodText(*theirs) + " in " + other.File, Quote: f.Sentence, At: f.At,
				})
			}
		}
		madeAtOther(p, held, other, &f)
		if f.Commitments == 0 || f.Last && other.Year != p.Report.Report.Summit.Year-1 {
			continue // the one before may be another
		}
		switch n, same := commitmentsOf(other, f.Commitments); {
		case n == 0:
		case same:
			held.holds(other)
		default:
			held.differs(other, rule.Finding{
				Message: fmt.Sprintf("The number of commitments in %s is stated as %d; %s has %d.", what, f.Commitments, other.File, n),
				Stated:  f.Counted, Computed: reckon.Plural(n, "commitment") + " in " + other.File, Quote: f.Sentence, At: f.At,
			})
		}
	}
}

// reportBefore is the report on the latest summit before this one's among the other files.
func reportBefore(p *rule.Pass) *across.Source {
	info := &p.Report.Report
	year := 0
	for _, o := range p.ReportsOfForum(info.Forum) {
		if o.Year < info.Summit.Year {
			year = max(year, o.Year)
		}
	}
	if year == 0 {
		return nil
	}
	return elsewhere.ReportOf(p, elsewhere.SummitHead{Year: year})
}

// madeAtOther compares how many commitments are said to have been made at another summit with
// what the report on it says, where that says one number.
func madeAtOther(p *rule.Pass, held *heldSummits, other *across.Source, f *frontmatter.SummitFront) {
	if f.Made == 0 || f.Last {
		return
	}
	theirs := frontmatter.MadeCounts(rule.NewPass(p.Context(), other.Report(), p.Vocabulary, nil, rule.OtherFiles{}))
	if len(theirs) == 0 {
		return
	}
	for _, c := range theirs {
		if c.N != theirs[0].N {
			return // it contradicts itself
		}
	}
	if theirs[0].N == f.Made {
		held.holds(other)
		return
	}
	held.differs(other, rule.Finding{
		Message: fmt.Sprintf("The number of commitments made at the %s summit is stated as %d; %s has %d.", f.Name, f.Made, other.File, theirs[0].N),
		Stated:  fmt.Sprint(f.Made), Computed: reckon.Plural(theirs[0].N, "commitment") + " in " + other.File, Quote: f.Sentence, At: f.At,
	})
}
