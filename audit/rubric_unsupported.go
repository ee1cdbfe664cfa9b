package audit

import (
	"fmt"

	"recount/audit/rubric"
	"recount/model"
)

var _ = register(Rule{
	ID:       "rubric-unsupported",
	Severity: Warning,
	Title:    "what the conclusion or the recorded actions show does not reach the level awarded",
	Checks: "Reads each member's closing for the dimensions that it calls strong, weak, insufficient or does not mention and for the number of strong actions that it claims, " +
		"takes the recorded actions for the most there can be, and asks of the guidelines and of the scoring table whether that reaches the level awarded.",
	Why: "The score is what is counted; when its own conclusion does not carry it, one of the two is wrong.",
	Example: "+1 asks for strong action in all three dimensions; the closing ends '… but its action to launch boats is insufficient', score +1. " +
		"Near miss: the same closing with a score of 0.",
	Convention: "A grammar over the usual phrases, no model: what it does not understand, what the two texts answer differently, and what the closing leaves open is undecided. " +
		"A dimension that is not mentioned counts against the top level only where the closing goes through the dimensions one by one. " +
		"Every paragraph counts as one action for each of its sources, at least one.",
	Since: "0.1.0",
	Run:   runRubricUnsupported,
})

func runRubricUnsupported(p *Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if len(c.Guidelines) == 0 && len(c.Rubric) == 0 {
			continue
		}
		texts := readRubric(c).each(c)
		for j := range c.Verdicts {
			p.unsupported(c, &c.Verdicts[j], texts)
		}
	}
}

// awardedScore is the score that the section itself awards.
func awardedScore(v *model.Verdict) *int {
	if v.ConcludingScore != nil {
		return v.ConcludingScore
	}
	return v.HeadingScore
}

func (p *Pass) unsupported(c *model.Commitment, v *model.Verdict, texts []namedReading) {
	score := awardedScore(v)
	switch {
	case score == nil:
		p.Undecided(1, "the section awards no score")
		return
	case v.ConcludingScore != nil && v.HeadingScore != nil && *v.ConcludingScore != *v.HeadingScore:
		p.Undecided(1, "the section awards two scores (see score-closing-heading)")
		return
	case v.Closing == nil || v.Closing.Text == "":
		p.Undecided(1, "the section has no closing")
		return
	case len(v.Actions) == 0:
		// Nothing recorded supports a level for nothing. For a higher level
		// it may as well be that the actions were not recognised.
		for _, n := range texts {
			if level, ok := n.reading.Level(*score); ok && n.unreadable() == "" && level.Truth(rubric.State{}) == rubric.In {
				p.Checked(1)
				return
			}
		}
		p.Undecided(1, "no actions are recorded")
		return
	}
	recorded := 0
	for _, a := range v.Actions {
		recorded += max(1, len(a.Footnotes))
	}
	answer, reason := rubric.Undecided, "no text of the rubric is understood"
	var by *namedReading
	var closing rubric.Closing
	for k := range texts {
		n := &texts[k]
		if n.unreadable() != "" {
			continue
		}
		cl := rubric.ReadClosing(v.Closing.Text, n.reading.Components, n.reading.Size)
		a := cl.Reaches(n.reading, *score, recorded)
		if by == nil {
			answer, by, closing = a, n, cl
			reason = "the closing leaves open whether the level is reached"
			if cl.Doubt != "" {
				reason = cl.Doubt
			} else if len(cl.Words) == 0 {
				reason = "the closing names no dimension and no number that the rubric asks for"
			}
			continue
		}
		if a != answer {
			answer, reason = rubric.Undecided, "the guidelines and the scoring table answer differently"
		}
	}
	switch answer {
	case rubric.Undecided:
		p.Undecided(1, reason)
		return
	case rubric.Supported:
		p.Checked(1)
		return
	}
	p.Checked(1)
	level, _ := by.reading.Level(*score)
	var asks []string
	for _, cl := range level.Clauses {
		asks = append(asks, cl.Words)
	}
	f := about(c)
	f.Member = v.Member
	name := memberLabel(v.Member, v.Name, p.Vocabulary)
	shows := closing.Describe(by.reading.Components)
	if by.reading.Unit == rubric.Actions {
		if shows != "" {
			shows += "; "
		}
		shows += "recorded at most: " + plural(recorded, "action")
	}
	f.Message = fmt.Sprintf("The score of %s for %s is not supported by its conclusion as %s reads: %s.", signedScore(*score), name, by.name, shows)
	f.Stated = signedScore(*score) + ": " + quoteList(asks)
	f.Computed = shows
	f.Quote = wordList(closing.Words)
	if len(closing.Words) == 0 {
		f.Quote = v.Closing.Text
	}
	f.At = append(model.At(nil), v.Closing.At...)
	if v.Concluding != nil {
		f.At = f.At.Join(v.Concluding.At)
	}
	p.Found(f)
}
