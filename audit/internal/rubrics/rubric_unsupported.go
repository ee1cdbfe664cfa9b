package rubrics

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "rubric-unsupported",
	Severity: rule.Warning,
	Title:    "what the conclusion or the recorded actions show does not reach the level awarded",
	Checks: "Reads each member's closing for the dimensions that it calls strong, weak, insufficient or does not mention, the names of the dimensions being taken from levels and guidelines, and for the number of actions or dimensions that it claims, " +
		"takes the recorded actions for the most there can be, and asks of the guidelines and of the scoring table whether that reaches the level awarded.",
	Why:     "The score is what is counted; when its own conclusion does not carry it, one of the two is wrong.",
	Example: "+1 asks for strong action in all three dimensions; the closing ends '… but its action to electrify the lamps is insufficient', score +1. Near miss: the same closing with a score of 0.",
	Convention: "A grammar over the usual phrases, no model: what it does not understand, what the two texts answer differently, and what the closing leaves open is undecided. " +
		"A dimension that is not mentioned counts against the top level only where the closing goes through the dimensions one by one and everything that it lists is one of them. " +
		"A count is a total only where nothing is told beside it, and no more than a limit where part of it may not count ('one of them merely a speech'). Words that close a count ('its only strong action', 'all that could be found', 'no action of either kind') limit it where every word beside them is understood, and a level's complement may be left out of a sentence that has no word of its own. What is planned, was done before, by others or in part, and numbers beside the count, are no claim; a reading that is undecided names the words that it did not find. What no level covers, two levels cover or two texts dispute is no conclusion's fault. " +
		"Every paragraph counts as one action for each of its sources, at least one.",
	Since:  "0.1.0",
	RunsOn: true,
	Run:    runRubricUnsupported,
})

func runRubricUnsupported(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		if len(c.Guidelines) == 0 && len(c.Rubric) == 0 {
			continue
		}
		texts := Rubric(p, c).Each
		for k := range texts {
			p.Covered(texts[k].Covered(c))
		}
		for j := range c.Verdicts {
			unsupported(p, c, &c.Verdicts[j], texts)
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

// support is the answer for one conclusion, and what it rests on.
type support struct {
	answer  rubric.Support
	because string
	by      *NamedReading // the text that answers, nil for none
	closing rubric.Closing
	shows   string // what the conclusion and the record show, in the rubric's terms
}

func unsupported(p *rule.Pass, c *model.Commitment, v *model.Verdict, texts []NamedReading) {
	score := awardedScore(v)
	if v.ConcludingScore != nil && v.HeadingScore != nil && *v.ConcludingScore != *v.HeadingScore {
		score = nil
	}
	s := reaches(v, score, texts)
	if s.answer == rubric.Unsupported && contradictions.Of(p, c).ok {
		s.answer, s.because = rubric.Undecided, "the guidelines and the scoring table contradict each other"
	}
	r := rule.Reading{
		Commitment: c.Number, CommitmentID: c.ID, Member: v.Member, Name: reckon.MemberLabel(v.Member, v.Name, p.Vocabulary),
		Score: score, Answer: s.answer.String(), Because: s.because,
	}
	if s.answer == rubric.Undecided && s.shows != "" {
		r.Because += " (" + s.shows + ")"
	}
	if s.answer == rubric.Undecided && s.by != nil && s.closing.Doubt == "" {
		if missing := s.closing.Missing(s.by.Reading, v.Closing.Text); len(missing) > 0 {
			r.Because += "; not found in it: " + strings.Join(missing, ", ")
		}
	}
	if s.by != nil && score != nil {
		if level, ok := s.by.Reading.Level(*score); ok {
			for _, cl := range level.Clauses {
				r.Asks = append(r.Asks, cl.Words)
			}
		}
	}
	if v.Closing != nil {
		r.Quote = WordList(s.closing.Words)
		if len(s.closing.Words) == 0 {
			r.Quote = v.Closing.Text
		}
		r.At = append(r.At, v.Closing.At...)
	}
	if v.Concluding != nil {
		r.At = r.At.Join(v.Concluding.At)
	}
	p.Read(r)
	if s.answer == rubric.Undecided {
		p.Undecided(1, s.because)
		return
	}
	p.Checked(1)
	if s.answer == rubric.Supported {
		return
	}
	f := rule.About(c)
	f.Member = v.Member
	f.Message = fmt.Sprintf("The score of %s for %s is not supported by its conclusion as %s reads: %s.", reckon.SignedScore(*score), r.Name, s.by.Name, s.because)
	f.Stated = reckon.SignedScore(*score) + ": " + QuoteList(r.Asks)
	f.Computed = s.because
	f.Quote, f.At = r.Quote, r.At
	p.Found(f)
}

// reaches asks of each text of the rubric whether a member's conclusion and
// recorded actions reach the level awarded. score is nil where none can be
// named.
func reaches(v *model.Verdict, score *int, texts []NamedReading) support {
	undecided := func(because string) support { return support{because: because} }
	switch {
	case score == nil && awardedScore(v) != nil:
		return undecided("the section awards two scores (see score-closing-heading)")
	case score == nil:
		return undecided("the section awards no score")
	case v.Closing == nil || v.Closing.Text == "":
		return undecided("no closing was found in the section")
	case len(v.Actions) == 0:
		// Nothing recorded supports a level for nothing. For a higher level
		// it may as well be that the actions were not recognised.
		for k := range texts {
			n := &texts[k]
			if level, ok := n.Reading.Level(*score); ok && n.Unusable == "" && level.Truth(condition.State{}) == condition.In {
				return support{answer: rubric.Supported, because: "no actions were found", by: n}
			}
		}
		return undecided("no actions were found")
	}
	recorded := 0
	for _, a := range v.Actions {
		recorded += max(1, len(a.Footnotes))
	}
	out := undecided("no text of the rubric was understood")
	for k := range texts {
		n := &texts[k]
		if n.Unusable != "" {
			continue
		}
		closing := out.closing
		if out.by == nil || !out.by.SameParts(n) {
			closing = n.Reading.ReadClosing(v.Closing.Text)
		}
		answer := closing.Reaches(n.Reading, *score, recorded)
		if out.by == nil {
			out = support{answer: answer, by: n, closing: closing}
			continue
		}
		if answer != out.answer {
			out.answer, out.because = rubric.Undecided, "the guidelines and the scoring table answer differently"
		}
	}
	if out.by == nil {
		return out
	}
	out.shows = shown(out, recorded)
	if out.because != "" {
		return out
	}
	if out.answer != rubric.Undecided {
		out.because = out.shows
		return out
	}
	out.because = "the closing leaves open whether the level is reached"
	switch {
	case out.closing.Doubt != "":
		out.because = out.closing.Doubt
	case len(out.closing.Words) == 0:
		out.because = "no dimension and no number that the rubric asks for was found in the closing"
	}
	return out
}

// shown says in the rubric's terms what the conclusion and the record show.
func shown(s support, recorded int) string {
	text := s.closing.Describe(s.by.Reading.Parts())
	if s.by.Reading.Unit == condition.Cases {
		return s.closing.Cases(s.by.Reading)
	}
	if s.by.Reading.Unit == condition.Actions {
		if text != "" {
			text += "; "
		}
		text += "recorded at most: " + reckon.Plural(recorded, "action")
	}
	return text
}
