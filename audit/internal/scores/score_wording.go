package scores

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
)

var _ = rule.Register(rule.Rule{
	ID:         "score-wording",
	Severity:   rule.Error,
	Title:      "the words 'fully', 'partially' or 'not complied' do not fit the score",
	Checks:     "The opening and the closing statement of each member's section, as far as their words say full, partial or no compliance, are compared with the score: +1, 0, −1.",
	Why:        "Words and score are one verdict; who reads only the text takes away another one than who reads only the table.",
	Example:    "A section scored +1 that opens 'has partially complied': a finding. Near miss: 'has complied' says neither and is not compared.",
	Convention: "Full compliance is +1, partial compliance or work in progress 0, no compliance −1, in the reports of all years. Opening and closing of one section are one finding. Where the printed scores of the member differ among themselves, words that fit one of them are left to the rules that report those. What is said of a promise that was met or not, without a word of compliance, accuses nobody.",
	Since:      "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Commitments {
			c := &p.Report.Commitments[i]
			for j := range c.Verdicts {
				scoreWording(p, c, &c.Verdicts[j])
			}
		}
	},
})

func scoreWording(p *rule.Pass, c *model.Commitment, v *model.Verdict) {
	scores, off := printedScores(c, v)
	var f *rule.Finding
	for _, part := range []struct {
		name string
		s    *model.Statement
	}{{"opening", v.Opening}, {"closing", v.Closing}} {
		if part.s == nil {
			continue
		}
		said, ok := rule.ComplianceScore(part.s.Compliance)
		if !ok {
			continue
		}
		if len(scores) == 0 {
			p.Undecided(1, "no score was found in the section")
			continue
		}
		if off {
			p.Undecided(1, "a score is outside the scale (score-scale)")
			continue
		}
		if rule.OthersNamed(part.s.Text, v.Member, p.Vocabulary) {
			p.Undecided(1, "the statement names another member")
			continue
		}
		agrees, differs := 0, 0
		for _, s := range scores {
			if s == said {
				agrees++
			} else {
				differs++
			}
		}
		if agrees > 0 && differs > 0 {
			p.Undecided(1, "the printed scores of the member differ among themselves, and the words fit one of them")
			continue
		}
		if agrees > 0 {
			p.Checked(1)
			continue
		}
		if doubt := p.SectionDoubt(c); doubt != "" {
			p.Undecided(1, doubt)
			continue
		}
		if scoretext.OnlyKept(p.Vocabulary, part.s.Text) {
			p.Undecided(1, "the words speak of a promise that was kept or not, and not of compliance")
			continue
		}
		p.Checked(1)
		if f != nil {
			f.Message += fmt.Sprintf(" The %s says %s.", part.name, rule.ComplianceWords(part.s.Compliance))
			f.Quote += " … " + part.s.Text
			f.At = rule.Join(f.At, part.s.At)
			continue
		}
		g := rule.VerdictFinding(c, v)
		g.Stated = rule.ComplianceWords(part.s.Compliance)
		g.Computed = reckon.SignedScore(scores[0])
		g.Quote = part.s.Text
		if len(part.s.At) > 0 {
			g.At = part.s.At
		}
		g.Message = fmt.Sprintf("The %s of the section of %s says %s, which is the score %s; the score printed is %s.",
			part.name, reckon.MemberLabel(v.Member, v.Name, p.Vocabulary), rule.ComplianceWords(part.s.Compliance), reckon.SignedScore(said), reckon.SignedScore(scores[0]))
		f = &g
	}
	if f != nil {
		p.Found(*f)
	}
}

// printedScores gives the member's scores of heading, table and closing
// sentence, as far as they are printed; off says that one is outside the
// scale.
func printedScores(c *model.Commitment, v *model.Verdict) (scores []int, off bool) {
	add := func(s *int) {
		if s != nil {
			scores = append(scores, *s)
			off = off || !reckon.OnScale(*s)
		}
	}
	add(v.HeadingScore)
	if s, ok := rule.TableScore(c, v.Member); ok {
		add(s.Score)
	}
	add(v.ConcludingScore)
	return scores, off
}
