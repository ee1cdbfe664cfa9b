package rubric

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/internal/lazyregexp"
)

// Two texts may say of the same thing that it counts and that it does not: "The renewal of
// a pledge made before the summit is counted as new money", "Renewals of earlier pledges
// do not count as new money".

var reCounting = lazyregexp.New(`(?i)^(.+?)\s+(?:do|does|is|are|shall|will)?\s*(not\s+)?(?:be\s+|to\s+be\s+)?(?:count(?:s|ed)?|treated|regarded|considered)\s+as\s+(.+)$`)

// earlierWords are the stems of words that say together that something was there before.
var earlierWords = []string{"earlier", "previous", "former", "prior", "before", "made", "summit", "preced", "past"}

// countingRule is what a sentence says of whether something counts.
type countingRule struct {
	of, as []string // stems
	denied bool
}

// countingOf reads a sentence.
func countingOf(sentence string) (c countingRule, ok bool) {
	m := reCounting.FindStringSubmatch(strings.TrimRight(strings.TrimSpace(sentence), "."))
	if m == nil || reSupposes.MatchString(m[1]+" "+m[3]) || reSingly.MatchString(m[1]+" "+m[3]) || reNegated.MatchString(m[1]+" "+m[3]) {
		return c, false
	}
	c.denied = m[2] != ""
	c.of, c.as = wordsCounted(m[1]), wordsCounted(m[3])
	return c, len(c.of) > 0 && len(c.as) > 0
}

// wordsCounted are the stems of what words tell, those for what was before as one.
func wordsCounted(text string) []string {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	var out []string
	before := false
	for i := range *p {
		t := &(*p)[i]
		s := t.Stem
		if s == "" && len(t.Word) > 4 && !t.Is(token.Common) {
			s = stem.Of(t.Word)
		}
		s = stem.Of(s) // "renewals" and "renewal" meet in "renew"
		capital := text[t.Start] >= 'A' && text[t.Start] <= 'Z' && i > 0
		switch {
		case slices.Contains(earlierWords, t.Word) || slices.Contains(earlierWords, s):
			before = true
		case s == "" || capital || slices.Contains(out, s) || t.Is(token.Neutral|token.Auxiliaries) && t.Word != "money" && t.Word != "amount":
		default:
			out = append(out, s)
		}
	}
	if before {
		out = append(out, "before")
	}
	slices.Sort(out)
	return out
}

// CountingDispute finds a sentence of each text that say opposite things of whether the
// same thing counts as the same.
func CountingDispute(a, b []string) (first, second string, ok bool) {
	const most = 200 // sentences
	for _, s := range a[:min(len(a), most)] {
		x, good := countingOf(s)
		if !good {
			continue
		}
		for _, t := range b[:min(len(b), most)] {
			y, good := countingOf(t)
			if good && x.denied != y.denied && alikeStems(x.of, y.of) && alikeStems(x.as, y.as) {
				return s, t, true
			}
		}
	}
	return "", "", false
}

// alikeStems reports whether two lists have the same stems.
func alikeStems(a, b []string) bool { return sameWords(a, b) && sameWords(b, a) }
