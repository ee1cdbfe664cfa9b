package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/internal/lazywords"
)

// countingWords stand before a score that is counted, or that is the verb's object.
var countingWords = lazywords.Of(`of at with to a an by from score scores scoring than the one two three four five six seven eight nine ten`)

var (
	// reDistanceLed is a statement that is about how far apart averages are.
	reDistanceLed = lazyregexp.NewWith(`(?i)^\W*(?:(?:the|a|this|its|that)\s+)?(?:\p{L}+\s+){0,2}(?:range|spread|gap|distance|difference|margin|span|interval)\b`,
		"range", "spread", "gap", "distance", "difference", "margin", "span", "interval")
	// reScoreBefore is a score without decimals, stated of somebody else before a figure.
	reScoreBefore = lazyregexp.New(`(?i)\p{L}\s+(?:[+\-\x{2212}]1|0|zero|nought|nil)\s*(?:,|;|\band\b|,\s*and\b)\s`)
)

// afterScore reports whether a score without decimals is stated before a figure, of somebody
// else than it is: not one of which scores are counted ("one score of +1 and one of −1").
func afterScore(before string) bool {
	for _, m := range reScoreBefore.FindAllStringIndex(before, -1) {
		words := strings.Fields(before[:m[0]+1])
		if n := len(words); n > 1 && !countingWords.Has(strings.ToLower(words[n-1])) && len(stemsOf(before[:m[0]+1])) > 0 {
			return true
		}
	}
	return false
}

// isDistance reports whether a figure without a sign stands in a statement on how far apart
// averages are: "the range between countries (1.00)".
func isDistance(s string, f *Figure) bool {
	return f.Value != nil && !strings.ContainsAny(f.Text, "+-\u2212\u2013") && reDistanceLed.MatchString(s)
}
