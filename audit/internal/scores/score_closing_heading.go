package scores

import (
	"fmt"

	"recount.invalid/recount/audit/internal/lost"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-closing-heading",
	Severity:   rule.Error,
	Title:      "the score in the closing sentence is not the heading's",
	Checks:     "The score of the sentence that ends a member's section ('Thus, … receives a score of …') is compared with the score in the section's heading or, where the heading has none, with the table's.",
	Why:        "The section argues for one score and is headed with another; a reader cannot tell which was meant.",
	Example:    "A section headed with +1 ends 'Thus, Argentina receives a score of 0': a finding. Near miss: the sentence names another member, 'Thus, Mexico receives a score of 0'.",
	Convention: "None: two printed integers. Where the heading alone differs from both the table and the closing sentence, the one finding is score-heading-table. A sentence that may be the end of a section that is missing is undecided.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			c := &p.Report.Commitments[i]
			doubt, within := p.ChapterDoubt(c), p.SectionDoubt(c)
			for j := range c.Verdicts {
				v := &c.Verdicts[j]
				if v.ConcludingScore == nil {
					continue
				}
				table, inTable := rule.TableScore(c, v.Member)
				against, where := v.HeadingScore, "heading"
				if against == nil && inTable {
					against, where = table.Score, "table"
				}
				if against == nil {
					p.Undecided(1, "neither the heading nor the table has a score for the member")
					continue
				}
				text := ""
				if v.Concluding != nil {
					text = v.Concluding.Text
				}
				if rule.OthersNamed(text, v.Member, p.Vocabulary) {
					p.Undecided(1, "the closing sentence names another member")
					continue
				}
				if p.Selected("score-scale") && !(reckon.OnScale(*against) && reckon.OnScale(*v.ConcludingScore)) {
					p.Undecided(1, "a score is outside the scale (score-scale)")
					continue
				}
				if *against != *v.ConcludingScore && where == "heading" && inTable && table.Score != nil &&
					*table.Score == *v.ConcludingScore && p.Selected("score-heading-table") {
					p.Undecided(1, "the closing sentence agrees with the table, and the heading with neither (score-heading-table)")
					continue
				}
				if *against == *v.ConcludingScore {
					p.Checked(1)
					continue
				}
				why := doubt
				if where == "heading" {
					why = within
				}
				if why != "" {
					p.Undecided(1, why)
					continue
				}
				if lost.NextSectionMissing(c, v.Member) && !rule.Named(text, v.Member, p.Vocabulary) {
					p.Undecided(1, lost.SectionAfter)
					continue
				}
				if v.Concluding != nil && rule.WarnedAt(p.Report, v.Concluding.At) {
					p.Undecided(1, rule.HeadingInDoubt)
					continue
				}
				p.Checked(1)
				f := rule.VerdictFinding(c, v)
				f.Stated = reckon.SignedScore(*v.ConcludingScore)
				f.Computed = fmt.Sprintf("%s (%s)", reckon.SignedScore(*against), where)
				f.Quote = text
				if v.Concluding != nil && len(v.Concluding.At) > 0 {
					f.At = v.Concluding.At
				}
				f.Message = fmt.Sprintf("The section of %s ends with the score %s; its %s gives %s.",
					reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), reckon.SignedScore(*v.ConcludingScore), where, reckon.SignedScore(*against))
				p.Found(f)
			}
		}
	},
})
