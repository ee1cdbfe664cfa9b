package rubric

import (
	"strings"

	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/internal/lazyregexp"
)

// Beside the levels a text may say what weak action alone is worth: "Weak actions
// alone amount to non-compliance." The scoring table may say another thing of it.

var (
	reWeakAlone = lazyregexp.New(`(?i)\bweak(?:er)?\s+(?:actions?|measures?|steps|initiatives?)\s+(?:alone|only|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|without\s+(?:any\s+)?strong(?:er)?\s+(?:actions?|measures?|ones?))\b|\b(?:only|merely|solely|nothing\s+but)\s+weak\s+(?:actions?|measures?|steps|initiatives?)\b`)
	// reAlone finds what says it of the weak action of the sentence before.
	reAlone  = lazyregexp.New(`(?i)\b(?:(?:where|when|if)\s+(?:they|these|such\s+actions)\s+stand\s+alone|(?:they|these)\s+alone|by\s+themselves|on\s+their\s+own)\b`)
	reOfWeak = lazyregexp.NewWith(`(?i)^\W*weak\s+(?:actions?|measures?|steps|initiatives?)\b`, "weak")
	// reWeakAction finds weak action.
	reWeakAction   = lazyregexp.NewWith(`(?i)\bweak(?:er)?\s+(?:actions?|measures?|steps|initiatives?|ones)\b`, "weak")
	reGivesNone    = lazyregexp.New(`(?i)\bnon-?compliance\b|\bscor(?:ed?|ing)\s+(?:of\s+|as\s+|at\s+)?[\x{2212}\x{2013}-]1(?:\D|$)`)
	reGivesPart    = lazyregexp.New(`(?i)\b(?:partial(?:ly)?|partly|in\s+part|work\s+in\s+progress)\b|\bscor(?:ed?|ing)\s+(?:of\s+|as\s+|at\s+)?0(?:\D|$)`)
	reWeakOnlySome = lazyregexp.New(`(?i)\b(?:not|no|never|cannot|unless|except|provided|may|might|can|could|most|least|more|less|fewer|some|usually|normally|generally|often|first|single|one|two|three|several|if|where|when|but)\b`)
)

// weakAlone is the score that a sentence gives to weak action without strong.
func (r Reading) weakAlone(sentences []string, i int) (score int, ok bool) {
	s := sentences[i]
	switch {
	case reWeakAlone.MatchString(s):
		s = reWeakAlone.ReplaceAllString(s, " ")
	case i > 0 && reAlone.MatchString(s) && reOfWeak.MatchString(sentences[i-1]) && !strings.Contains(strings.ToLower(s), "strong"):
		s = reAlone.ReplaceAllString(s, " ")
	default:
		return 0, false
	}
	none, part := reGivesNone.MatchString(s), reGivesPart.MatchString(s)
	if none == part || reToFull.MatchString(s) || reWeakOnlySome.MatchString(s) {
		return 0, false
	}
	if none {
		return r.Levels[len(r.Levels)-1].Score, len(r.Levels) > 2
	}
	return r.Levels[len(r.Levels)/2].Score, len(r.Levels) == 3
}

// ofWeakAlone are the sentences that give weak action alone another score than the
// levels do, for any number of it.
func (r Reading) ofWeakAlone(sentences []string) (out []Dispute) {
	if !r.Graded || r.Unit == condition.Cases {
		return nil
	}
	for i, sentence := range sentences {
		score, ok := r.weakAlone(sentences, i)
		if !ok {
			continue
		}
		level, _ := r.Level(score)
		d := Dispute{Score: score, Sentence: sentence}
		all := true
		for _, s := range r.States() {
			if s.Strong > 0 || s.Weak == 0 {
				continue
			}
			elsewhere := false
			for _, l := range r.Levels {
				elsewhere = elsewhere || l.Score != score && l.Truth(s) == condition.In
			}
			all = all && elsewhere && level.Truth(s) == condition.Out
			d.States = append(d.States, s)
		}
		if all && len(d.States) > 0 {
			out = append(out, d)
		}
	}
	return out
}
