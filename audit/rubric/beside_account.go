package rubric

import (
	"strings"

	"recount.invalid/recount/audit/rubric/closed"
	"recount.invalid/recount/audit/rubric/condition"
	"recount.invalid/recount/internal/lazyregexp"
)

// Beside the levels a text may leave one of two things out of account: "Measures abroad
// are disregarded." Levels of which one asks for both then say another thing.

// reNoAccountOf finds what is left out, and nothing else in the statement.
var reNoAccountOf = lazyregexp.New(`(?i)^(.+?)\s+(?:are|is)\s+(?:wholly\s+|entirely\s+|always\s+)?(?:left\s+out\s+of\s+(?:the\s+)?account|disregarded|ignored|not\s+(?:taken\s+into\s+account|assessed|considered)|excluded\s+from\s+the\s+(?:score|assessment)|of\s+no\s+account)(?:\s+and\s+(?:cannot|do\s+not|can\s+neither)\s+(?:raise|affect|change|lower)[\p{L}\s]*\bscore)?$`)

// ofAccount are the sentences that leave one of the two out, where a level has it for a
// condition.
func (r Reading) ofAccount(sentences []string) (out []Dispute) {
	if r.pair == nil {
		return nil
	}
	names := [][]string{r.pair.words[0], r.pair.words[1]}
	for _, sentence := range sentences {
		m := reNoAccountOf.FindStringSubmatch(strings.TrimRight(strings.TrimSpace(sentence), "."))
		if m == nil || reSingly.MatchString(m[1]) || reNegated.MatchString(m[1]) || reSupposes.MatchString(m[1]) {
			continue
		}
		which, ok := closed.Names(m[1], names, append(r.pair.common(), memberWords...))
		if !ok {
			continue
		}
		other := condition.State{Strong: secondOnly - which}
		both := condition.State{Strong: bothDone}
		for _, l := range r.Levels {
			if l.Truth(both) == condition.In && l.Truth(other) == condition.Out && !r.claimedAbove(l, both) && r.given(other) {
				out = append(out, Dispute{Score: l.Score, Sentence: sentence, States: []condition.State{both}, InLevel: true})
				break
			}
		}
	}
	return out
}

// given reports whether a level has a state for certain.
func (r Reading) given(s condition.State) bool {
	for _, l := range r.Levels {
		if l.Truth(s) == condition.In {
			return true
		}
	}
	return false
}
