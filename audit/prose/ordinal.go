package prose

import (
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// Commitments named by their place in the report's own order: "the first
// commitment, on grain, stands at +0.45; the second, on assets, at +0.35".

var (
	// reOrdinal names one commitment by its place. Words between the two
	// ("the first binding commitment") may count something else.
	reOrdinal = lazyregexp.NewWith(`(?i)\bthe\s+(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:commitment|promise|pledge)\b`, "commitment", "promise", "pledge")

	// reOrdinalAgain is a further one, whose noun stood in the words before it.
	reOrdinalAgain = lazyregexp.New(`(?i)(?:^|[;,]|\band)\s*the\s+(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b`)

	// reOrdinalVerb is what may follow such a name where its figure is given.
	reOrdinalVerb = lazyregexp.New(`(?i)^\s*,?\s*(?:at|with|scor(?:e|es|ed)|receiv(?:es|ed)|achiev(?:es|ed)|earn(?:s|ed)|averag(?:es|ed)|has|had|gets?|got|obtain(?:s|ed)|reach(?:es|ed)|stands?|stood|comes?\s+to|came\s+to|was|is|\()`)

	// reOrdinalTopic is the subject of the commitment between commas.
	reOrdinalTopic = lazyregexp.New(`(?i)^\s*(,)?\s*(?:which\s+is\s+)?(?:on|about|concerning|regarding)\s+(?:the\s+)?([^,;:()]{3,120}?)(?:,|\s*\()`)
)

// ordinal is the place that a word names: "second", "2nd".
// Ordinal is the place that a word names, 0 where it names none.
func (r Reader) Ordinal(word string) int { return r.ordinal(word) }

func (r Reader) ordinal(word string) int {
	if n, err := strconv.Atoi(strings.TrimRight(word, "stndrh")); err == nil {
		return n
	}
	n, _ := r.Words().OrdinalWord(strings.ToLower(word))
	return n
}

// ordinals finds the commitments that a sentence names by their places. Where
// the words behind a name say what the commitment is about, they decide with
// it: a place and a subject that do not belong together name none for certain.
func (r Reader) ordinals(s string) []group {
	first := reOrdinal.FindAllStringSubmatchIndex(s, -1)
	if len(first) == 0 {
		return nil
	}
	found := first
	for _, m := range reOrdinalAgain.FindAllStringSubmatchIndex(s, -1) {
		if m[0] > first[0][1] && !startsAt(first, m[2]) {
			found = append(found, m)
		}
	}
	var out []group
	for _, m := range found {
		g := group{Span: Span{m[2], m[1]}, kind: Commitment}
		number := r.ordinal(s[m[2]:m[3]])
		rest := s[m[1]:]
		topic := reOrdinalTopic.FindStringSubmatchIndex(rest)
		switch {
		case !r.Catalogue.holds(number):
			continue
		case topic != nil:
			ns, ok := r.Catalogue.numbers(rest[topic[4]:topic[5]], true)
			if !ok || ns[0] != number {
				g.doubt = "which commitment is meant is not certain"
			}
			g.End += topic[5]
		case !reOrdinalVerb.MatchString(rest):
			continue
		}
		g.subjects = commitments([]int{number})
		out = append(out, g)
	}
	return out
}

// startsAt reports whether a match has its place's word at the offset.
func startsAt(matches [][]int, at int) bool {
	for _, m := range matches {
		if m[2] == at {
			return true
		}
	}
	return false
}

// holds reports whether the catalogue has a commitment of the number.
func (c Catalogue) holds(number int) bool {
	for _, e := range c.entries {
		if e.Number == number {
			return true
		}
	}
	return false
}
