package scores

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-heading-table",
	Severity:   rule.Error,
	Title:      "the score in a member's heading is not the table's",
	Checks:     "The score printed in the heading of each member's section is compared with the member's cell in the chapter's table of scores.",
	Why:        "The two are the same verdict printed twice. Data sets are taken from either, and then disagree.",
	Example:    "The table has 0 for a member whose section is headed with +1: a finding. Near miss: a member that the table lists as 'n/a' is not compared.",
	Convention: "None: two printed integers. A heading that differs from table and closing sentence is one finding, here. A score outside the scale is left to score-scale.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			c := &p.Report.Commitments[i]
			doubt := p.ChapterDoubt(c)
			for j := range c.Verdicts {
				v := &c.Verdicts[j]
				if v.HeadingScore == nil || c.Assessment == nil || len(c.Assessment.Scores) == 0 {
					continue
				}
				if v.Member == "" {
					p.Undecided(1, "the member of a section is not known")
					continue
				}
				s, ok := rule.TableScore(c, v.Member)
				if !ok {
					continue // score-row-missing
				}
				if s.Score == nil {
					p.Undecided(1, "no score of the member was found in the table")
					continue
				}
				if p.Selected("score-scale") && !(reckon.OnScale(*s.Score) && reckon.OnScale(*v.HeadingScore)) {
					p.Undecided(1, "a score is outside the scale (score-scale)")
					continue
				}
				if *s.Score == *v.HeadingScore {
					p.Checked(1)
					continue
				}
				if doubt != "" {
					p.Undecided(1, doubt)
					continue
				}
				if rule.WarnedAt(p.Report, s.At) || v.Heading != nil && rule.WarnedAt(p.Report, v.Heading.At) {
					p.Undecided(1, rule.HeadingInDoubt)
					continue
				}
				p.Checked(1)
				f := rule.VerdictFinding(c, v)
				name := reckon.MemberLabel(v.Member, v.Name, p.Vocabulary)
				f.Stated = reckon.SignedScore(*v.HeadingScore)
				f.Computed = reckon.SignedScore(*s.Score) + " (table)"
				f.Quote = rule.HeadingText(v)
				f.At = rule.Join(rule.HeadingAt(v), s.At)
				f.Message = fmt.Sprintf("The section of %s is headed with the score %s; the table of the chapter gives %s.",
					name, reckon.SignedScore(*v.HeadingScore), reckon.SignedScore(*s.Score))
				if side, ok := rule.ComplianceScore(s.Column); ok && side == *v.HeadingScore {
					f.Explanations = append(f.Explanations, fmt.Sprintf("the score stands in the table's column for %s, which is the heading's %s", rule.ComplianceWords(s.Column), reckon.SignedScore(side)))
				}
				if k := v.ConcludingScore; k != nil {
					switch *k {
					case *s.Score:
						f.Explanations = append(f.Explanations, fmt.Sprintf("the closing sentence has the table's %s", reckon.SignedScore(*k)))
					case *v.HeadingScore:
						f.Explanations = append(f.Explanations, fmt.Sprintf("the closing sentence has the heading's %s", reckon.SignedScore(*k)))
					}
				}
				if summary, ok := tallies.SummaryScore(p, c, v.Member); ok && summary == *v.HeadingScore {
					f.Explanations = append(f.Explanations, fmt.Sprintf("the summary table has the heading's %s", reckon.SignedScore(summary)))
				}
				if a := c.Assessment.Average; a != nil && a.Value != nil {
					t := reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)
					u := t.With(v.Member, name, *v.HeadingScore)
					tableFits, headingFits := reckon.Holds(*a.Value, rule.MeanOrNil(t)), reckon.Holds(*a.Value, rule.MeanOrNil(u))
					switch {
					case tableFits && !headingFits:
						f.Explanations = append(f.Explanations, fmt.Sprintf("the average %s fits the table: %s", reckon.Printed(*a.Value), reckon.Fraction(t.Sum(), len(t.Scores))))
					case headingFits && !tableFits:
						f.Explanations = append(f.Explanations, fmt.Sprintf("the average %s fits the heading: %s", reckon.Printed(*a.Value), reckon.Fraction(u.Sum(), len(u.Scores))))
					}
				}
				p.Found(f)
			}
		}
	},
})
