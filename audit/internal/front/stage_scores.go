package front

import (
	"fmt"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
)

// stageScores compares the scores that members' sections state of another stage with those
// of that stage's report.
func stageScores(p *rule.Pass) {
	for _, s := range elsewhere.StageScores(p) {
		for _, other := range stageReports(p, s.Stage) {
			e, ok := across.Partner(p.Here(), other, s.Commitment)
			if !ok {
				continue
			}
			given := scoresOfEntry(e, s.Member)
			if len(given) != 1 {
				continue
			}
			p.Checked(1)
			if given[0] != s.Score && !saysScore(e, s.Member, s.Score) {
				p.Found(rule.Finding{
					Message: fmt.Sprintf("The %s stage's score of %s is stated as %s; %s gives %s.", s.Stage, s.Name, reckon.SignedScore(s.Score), place(other, e), reckon.SignedScore(given[0])),
					Stated:  s.Text, Computed: reckon.SignedScore(given[0]) + " in " + place(other, e), Quote: s.Quote, At: s.At, Member: s.Member, Commitment: s.Commitment,
				})
			}
			break
		}
	}
}

// saysScore reports whether the section of a member has a score in its heading or at its end,
// which need not be that of the table.
func saysScore(e across.Entry, member string, score int) bool {
	for i := range e.Commitment.Verdicts {
		v := &e.Commitment.Verdicts[i]
		if v.Member == member && (v.HeadingScore != nil && *v.HeadingScore == score || v.ConcludingScore != nil && *v.ConcludingScore == score) {
			return true
		}
	}
	return false
}
