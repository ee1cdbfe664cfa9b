package elsewhere

import (
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// A member's section of a final report often says what the interim report gave: "The interim
// report had given Canada a score of −1", "This improves on the score of 0 in the interim
// report".

// StageScore is a score that a member's section states of another stage.
type StageScore struct {
	Commitment int
	Member     string
	Name       string
	Stage      string
	Score      int
	Text       string // of the score
	Quote      string
	At         model.At
}

var (
	// reScoreSaid finds a score that is called one, or has a sign and was given. Groups: the
	// score, in one of two.
	reScoreSaid = lazyregexp.New(`(?i)\b(?:scores?\s+(?:of|was|at|stood\s+at|is)\s+([+\x{2212}\x{2013}-]?[01])|(?:gave|given|awarded|assigned|scored|received|(?:up|down)\s+from)\s+(?:(?:the\s+|an?\s+)?(?:\p{L}[\p{L}.'\x{2019}-]*\s+){0,4})?([+\x{2212}\x{2013}-][01]))` + behindScore)
	// reScoreDenied finds what says that a score was not given, or that of somebody else.
	reScoreDenied = lazyregexp.New(`(?i)\b(?:not|never|neither|nor|without|instead|rather|if|might|could|should|average|mean|overall|previous|earlier|last\s+year|each|both|all|other)\b|n['\x{2019}]t\b`)
	// reAnyScore finds what may be a score.
	reAnyScore = lazyregexp.New(`(?:^|[\s(])([+\x{2212}\x{2013}-]?[01])(?:$|[^0-9.,%\p{L}]|[.,](?:\D|$))`)
)

// behindScore is what stands behind a score, and not behind a number of things.
const behindScore = `(?:$|[.,;:)](?:\s|$)|\s+(?:in|at|by|for|from|on|during|and|but|has|had|because|when|which|while|to)\b)`

// StageScores are the scores that members' sections, and the text before them, state of other
// stages: in sentences that name one other stage, one score and no other member.
func StageScores(p *rule.Pass) []StageScore {
	reader, own := stages.NewReader(p), StageOrFinal(p)
	var out []StageScore
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for k := range c.Verdicts {
			v := &c.Verdicts[k]
			if v.Member == "" || v.Closing == nil {
				continue
			}
			for _, s := range stages.Sentences(p.Vocabulary, own, v.Closing.Text) {
				score, text, ok := scoreSaid(s.Text)
				if s.Stage == "" || !ok || !reader.Own(rule.ReStageName.ReplaceAllString(s.Text, " ")) {
					continue
				}
				others := false
				for _, m := range reader.Members(s.Text) {
					others = others || m.Code != v.Member
				}
				if !others {
					out = append(out, StageScore{c.Number, v.Member, v.Name, s.Stage, score, text, s.Text, v.Closing.At})
				}
			}
		}
	}
	return append(out, scoresSaid(p)...)
}

// scoreSaid is the one score that a sentence states; ok is false where it denies it, or has two.
func scoreSaid(sentence string) (score int, text string, ok bool) {
	all := reAnyScore.FindAllString(sentence, 2)
	m := reScoreSaid.FindStringSubmatch(sentence)
	if m == nil || len(all) != 1 || reScoreDenied.MatchString(sentence) {
		return 0, "", false
	}
	text = m[1] + m[2]
	score = rule.Atoi(strings.TrimLeft(text, "+\u2212\u2013-"))
	if strings.ContainsAny(text, "\u2212\u2013-") {
		score = -score
	}
	return score, text, true
}

const (
	// mostStageTexts and mostStageText bound what is kept of a section for StageScores.
	mostStageTexts, mostStageText = 3, 600
)

// KeepStageScores keeps of a member's section the texts that may state a score of another
// stage, as one closing; nil where there are none.
func KeepStageScores(v *model.Verdict) *model.Statement {
	var out *model.Statement
	texts := 0
	add := func(text string, at model.At) {
		if len(text) > mostStageText || texts == mostStageTexts || !rule.ReStageName.MatchString(text) || !reScoreSaid.MatchString(text) {
			return
		}
		texts++
		if out == nil {
			out = &model.Statement{At: at}
		}
		out.Text = strings.TrimSpace(out.Text + " " + text)
	}
	for _, s := range []*model.Statement{v.Opening, v.Closing} {
		if s != nil {
			add(s.Text, s.At)
		}
	}
	for i := range v.Actions {
		add(v.Actions[i].Text, v.Actions[i].At)
	}
	if v.Concluding != nil {
		add(v.Concluding.Text, v.Concluding.At)
	}
	return out
}
