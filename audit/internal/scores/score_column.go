package scores

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-column",
	Severity:   rule.Error,
	Title:      "a score stands in another column than its value's",
	Checks:     "Where a chapter's table has columns for no, partial and full compliance, the column in which each score is printed is compared with its value.",
	Why:        "In such a table the column is the verdict; a +1 under 'partial' can be read as either.",
	Example:    "'+1' printed under 'Partial Compliance': a finding. Near miss: most scores of a table stand in a wrong column; the heads were probably misread, and nothing is accused.",
	Convention: "No compliance is −1, partial compliance 0, full compliance +1. Where the column agrees with the member's heading and the score with neither, the one finding is score-heading-table.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			if a := p.Report.Commitments[i].Assessment; a != nil {
				scoreColumn(p, &p.Report.Commitments[i], a)
			}
		}
	},
})

func scoreColumn(p *rule.Pass, c *model.Commitment, a *model.Assessment) {
	var wrong []model.Score
	all := 0
	for _, s := range a.Scores {
		if _, ok := rule.ComplianceScore(s.Column); !ok || s.Score == nil {
			continue
		}
		if !reckon.OnScale(*s.Score) {
			p.Undecided(1, "a score is outside the scale (score-scale)")
			continue
		}
		all++
		if want, _ := rule.ComplianceScore(s.Column); want != *s.Score {
			wrong = append(wrong, s)
		}
	}
	if len(wrong) > 1 && len(wrong)*2 > all {
		p.Undecided(all, "most scores of the table stand in another column than their value's: the heads may have been misread")
		return
	}
	p.Checked(all - len(wrong))
	for _, s := range wrong {
		want, _ := rule.ComplianceScore(s.Column)
		v := rule.VerdictOf(c, s.Member)
		if v != nil && v.HeadingScore != nil && *v.HeadingScore == want && p.Selected("score-heading-table") {
			p.Undecided(1, "the column agrees with the member's heading, and the score with neither (score-heading-table)")
			continue
		}
		p.Checked(1)
		f := rule.About(c)
		f.Member = s.Member
		f.Stated = reckon.SignedScore(*s.Score)
		f.Computed = fmt.Sprintf("%s is %s", rule.ComplianceWords(s.Column), reckon.SignedScore(want))
		f.Quote = quoteScore(s)
		f.At = s.At
		if len(f.At) == 0 {
			f.At = a.At
		}
		f.Message = fmt.Sprintf("The score of %s is %s and stands in the column for %s, which is %s.",
			reckon.MemberLabel(s.Member, s.Name, p.Vocabulary), reckon.SignedScore(*s.Score), rule.ComplianceWords(s.Column), reckon.SignedScore(want))
		if v != nil && v.HeadingScore != nil && *v.HeadingScore == *s.Score {
			f.Explanations = []string{"the member's heading has the score, not the column: " + rule.HeadingText(v)}
		}
		p.Found(f)
	}
}

// quoteScore is a table's row as printed: the member's name and the cell.
func quoteScore(s model.Score) string {
	text := s.Text
	if text == "" && s.Score != nil {
		text = reckon.SignedScore(*s.Score)
	}
	if s.Name == "" {
		return text
	}
	return s.Name + " " + text
}
