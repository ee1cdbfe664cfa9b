package frontmatter

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// "Three of the 213 commitments were selected" counts all that were made beside those that
// were selected: what a part is taken of is another number than the part.

var (
	// rePartOf ends what stands before a number of which a part is taken. "All of the 13", "any of the 13" and
	// "each of the 13" are the whole, "the scores of the 13" are about it.
	rePartOf = lazyregexp.New(`(?i)(?:(?:^|[^\p{L}])(?:` + NumberWords + `|[0-9]+(?:\.[0-9]+)?\s?%|per\s?cent|percent|out|some|few|fewer|many|more|most|several|half|halves|thirds?|quarters?|fifths?|tenths?|twent(?:y|ieth)|thirty|fort(?:y|ieth)|fift(?:y|ieth)|sixty|hundredths?|parts?|portion|share|fraction|selection|sample|subset|choice|majority|minority|number|handful|dozen|those|ones?|which|not|(?:not|nearly|almost)\s+all)\s+of|(?:^|[.,;:(\x{2014}]\s*)of|\b(?:from|among|amongst|between|not|fewer\s+than|less\s+than))\s+(?:all\s+)?(?:the\s+|these\s+|its\s+|their\s+|those\s+|a\s+total\s+of\s+)?$`)
	// rePartBehind begins what stands behind such commitments: a part of them follows.
	rePartBehind = lazyregexp.New(`(?i)^[^.;]{0,80}?(?:\b(?:of\s+which|of\s+them|of\s+these|from\s+which|before|until)\b|\b(?:assess|analy[sz]|examin|monitor)ed\s+(?:for|as\s+to)\b)`)
	// reNotCounted finds that commitments are those that were left out.
	reNotCounted = lazyregexp.New(`(?i)\b(?:not|never|nor|neither|remaining|others?|rest|further|additional|left\s+out|excluded|omitted|yet)\b`)
)

// OfWhole reports whether a number of commitments is one of which a part is taken: before is
// what stands before it in its sentence, between what stands between the number and
// "commitments", behind what stands behind. A word that says that they were selected belongs to the
// number only where it stands before the noun.
func OfWhole(before, between, behind string) bool {
	if rePartOf.MatchString(tail(before, partWords)) {
		return !reIsSelected.MatchString(between) || reIsSelected.MatchString(FirstWords(behind, 4))
	}
	return !reIsSelected.MatchString(between) && rePartBehind.MatchString(behind)
}

// partWords is how many bytes before a number are looked at.
const partWords = 60

// LeftOut reports whether a number of commitments is that of those that were left out.
func LeftOut(before, between, behind string) bool {
	words := strings.Fields(tail(before, partWords))
	return reNotCounted.MatchString(strings.Join(words[max(0, len(words)-2):], " ")) || reNotCounted.MatchString(between) || reNotCounted.MatchString(FirstWords(behind, 3))
}

// tail is the last n bytes of a text, from the start of a word.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[len(s)-n:]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[i:]
	}
	return s
}
