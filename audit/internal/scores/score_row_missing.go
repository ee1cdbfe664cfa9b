package scores

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-row-missing",
	Severity:   rule.Error,
	Title:      "a member with a section has no row in the table",
	Checks:     "Every member's section of a chapter is looked for among the rows of the chapter's table of scores.",
	Why:        "A member that is assessed but not listed is missing from the average too, or is counted in an average that no reader can check.",
	Example:    "Six sections, and a table of five members: a finding for the sixth. Near miss: a row that says 'n/a' is a row.",
	Convention: "A chapter without a table is not checked. Where a row's member could not be recognised, or the program could not place some text of the table, the case is undecided.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			rowMissing(p, &p.Report.Commitments[i])
		}
	},
})

func rowMissing(p *rule.Pass, c *model.Commitment) {
	if c.Assessment == nil || len(c.Assessment.Scores) == 0 {
		return
	}
	unknown := false
	for _, s := range c.Assessment.Scores {
		unknown = unknown || s.Member == ""
	}
	for i := range c.Verdicts {
		v := &c.Verdicts[i]
		if v.Member == "" {
			p.Undecided(1, "the member of a section is not known")
			continue
		}
		if _, ok := rule.TableScore(c, v.Member); ok {
			p.Checked(1)
			continue
		}
		if unknown {
			p.Undecided(1, "a member of the table is not known")
			continue
		}
		if v.HeadingScore == nil && v.ConcludingScore == nil && v.Opening == nil {
			p.Undecided(1, "no score was found in the section of a member without a row")
			continue
		}
		if rule.WarnedAt(p.Report, c.Assessment.At) {
			p.Undecided(1, rule.TableInDoubt)
			continue
		}
		if doubt := p.ChapterDoubt(c); doubt != "" {
			p.Undecided(1, doubt)
			continue
		}
		p.Checked(1)
		name := reckon.MemberLabel(v.Member, v.Name, p.Vocabulary)
		f := rule.VerdictFinding(c, v)
		f.Quote = rule.HeadingText(v)
		f.Stated = f.Quote
		f.Computed = fmt.Sprintf("the table lists %s", reckon.Plural(len(c.Assessment.Scores), "member"))
		f.At = rule.HeadingAt(v)
		f.Message = fmt.Sprintf("The chapter has a section for %s; no row for it was found in its table of scores.", name)
		if a := c.Assessment.Average; a != nil && a.Value != nil && v.HeadingScore != nil {
			t := reckon.TallyScores(c.Assessment.Scores, p.Vocabulary)
			u := t.With(v.Member, name, *v.HeadingScore)
			m, ok := t.Mean()
			switch {
			case ok && reckon.Holds(*a.Value, m):
				f.Explanations = []string{fmt.Sprintf("the average %s leaves the member out: %s", reckon.Printed(*a.Value), reckon.Fraction(t.Sum(), len(t.Scores)))}
			case reckon.Holds(*a.Value, rule.MeanOrNil(u)):
				f.Explanations = []string{fmt.Sprintf("the average %s counts the member: %s", reckon.Printed(*a.Value), reckon.Fraction(u.Sum(), len(u.Scores)))}
			}
		}
		p.Found(f)
	}
}
