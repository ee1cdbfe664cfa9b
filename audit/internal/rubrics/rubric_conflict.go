package rubrics

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "rubric-conflict",
	Severity: rule.Warning,
	Title:    "the interpretive guidelines and the scoring table state different thresholds",
	Checks: "Reads both texts as conditions on the number of strong and weak actions, or of dimensions with strong and weak action, " +
		"and walks every combination: one that the first text certainly puts into a level and the second certainly keeps out of it is a conflict. What the features of the commitment, or an interpretation under the guidelines, say of full and partial compliance ('action in two of the three areas is full compliance') is compared with both in the same way. Sentences beside the levels that say what suffices for the highest one, what it takes, or what is not enough, are held against the table in that direction, and so are those that give weak action alone a score, or one of two things alone, or what was done by some day; those that leave one of two things out of account. What a sentence rules of a case (that it suffices for a level, does not suffice, is needed or not, earns a score, counts or counts for nothing) is compared with what the levels ask for, where every word of the case is one of theirs.",
	Why:     "Analysts score by one text and readers judge by the other; the same evidence then earns two scores.",
	Example: "Guidelines: 0 for 'two weak actions or more'; table: 0 for 'more than three weak actions'. Near miss: 'one to three of the four areas' beside 'at least one but fewer than all four areas'.",
	Convention: "A number without 'at least', 'only' or the like may mean exactly or at least that many, and never decides by itself. " +
		"Action against the commitment overrides every count and is not compared.",
	Since: "0.1.0",
	Run:   runRubricConflict,
})

func runRubricConflict(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		named := featureConflict(p, c) || rulingConflict(p, c)
		if len(c.Guidelines) == 0 || len(c.Rubric) == 0 {
			continue
		}
		t := Rubric(p, c)
		if len(t.Disputes) > 0 {
			if !named {
				disputed(p, c, t.Table, t.Disputes[0])
			}
			continue // one cause is one finding
		}
		texts := t.Each
		if len(texts) < 2 {
			p.Undecided(1, "no levels could be told apart in one of the two texts")
			continue
		}
		reason := ""
		for _, n := range texts {
			if r := n.Unusable; r != "" && reason == "" {
				reason = r
			}
		}
		conflicts, ok := rubric.Compare(t.Guidelines, t.Table)
		if reason != "" || !ok {
			if reason == "" {
				reason = "the two texts count different things"
			}
			p.Undecided(1, reason)
			continue
		}
		p.Checked(1)
		for _, k := range conflicts {
			g, _ := t.Guidelines.Level(k.Score)
			s, _ := t.Table.Level(k.Score)
			state := k.States[0]
			r := t.Guidelines
			if t.Table.Graded {
				r = t.Table
			}
			in, out := "the guidelines", "the scoring table"
			if !k.InFirst {
				in, out = out, in
			}
			p.Found(rule.Finding{
				Message: fmt.Sprintf("For a score of %s the interpretive guidelines and the scoring table state different thresholds: %s is within the level by %s and outside it by %s.",
					reckon.SignedScore(k.Score), r.Describe(state), in, out),
				Commitment: c.Number, CommitmentID: c.ID,
				Stated:   "guidelines: " + QuoteList(differing(g, k.States)),
				Computed: "scoring table: " + QuoteList(differing(s, k.States)) + "; " + texts[0].Coverage() + "; " + texts[1].Coverage(),
				Quote:    WordList(differing(g, k.States)) + " / " + WordList(differing(s, k.States)),
				At:       LevelAt(c.Guidelines, k.Score).Join(LevelAt(c.Rubric, k.Score)),
			})
		}
	}
}

// disputed reports a sentence of the guidelines that stands under no level and says
// another thing of one than the scoring table.
func disputed(p *rule.Pass, c *model.Commitment, table rubric.Reading, d rubric.Dispute) {
	p.Checked(1)
	level, _ := table.Level(d.Score)
	in, out := "the guidelines", "the scoring table"
	if d.InLevel {
		in, out = out, in
	}
	f := rule.About(c)
	f.Message = fmt.Sprintf("For a score of %s the interpretive guidelines and the scoring table state different thresholds: %s is within the level by %s and outside it by %s.",
		reckon.SignedScore(d.Score), table.Describe(d.States[0]), in, out)
	f.Stated = "guidelines: " + QuoteList([]string{d.Sentence})
	f.Computed = "scoring table: " + QuoteList(level.Words(d.States[0])) + "; " + table.Walked()
	f.Quote = d.Sentence + " / " + WordList(level.Words(d.States[0]))
	f.At = LevelAt(c.Rubric, d.Score)
	for _, l := range c.Guidelines {
		if l.Score == nil && strings.Contains(l.Text, d.Sentence) {
			f.At = f.At.Join(l.At)
		}
	}
	p.Found(f)
}

// differing are the words of a level that bear on the states in dispute: the
// clauses that hold for one of them or, where none does, those about the same
// grade of action.
func differing(l condition.Condition, states []condition.State) []string {
	for _, s := range states {
		if l.Truth(s) != condition.Out {
			return l.Words(s)
		}
	}
	s := states[0]
	var out []string
	for _, c := range l.Clauses {
		for _, a := range c.Atoms {
			if a.Strength == token.Weak && s.Strong == 0 || a.Strength != token.Weak && s.Strong > 0 {
				out = append(out, c.Words)
				break
			}
		}
	}
	if len(out) == 0 {
		return l.Words(s)
	}
	return out
}
