package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reDistanceLed is a statement that is about how far apart averages are.
	reDistanceLed = lazyregexp.NewWith(`(?i)^\W*(?:(?:the|a|this|its|that)\s+)?(?:\p{L}+\s+){0,2}(?:range|spread|gap|distance|difference|margin|span|interval)\b`,
		"range", "spread", "gap", "distance", "difference", "margin", "span", "interval")
	// reScoreBefore is a score without decimals, stated of somebody else before a figure.
	reScoreBefore = lazyregexp.New(`(?i)\p{L}\s+(?:[+\-\x{2212}]?[01]|zero|nought|nil)\s*(?:,|;|\band\b|,\s*and\b)\s`)
)

// isDistance reports whether a figure without a sign stands in a statement on how far apart
// averages are: "the range between countries (1.00)".
func isDistance(s string, f *Figure) bool {
	return f.Value != nil && !strings.ContainsAny(f.Text, "+-\u2212\u2013") && reDistanceLed.MatchString(s)
}
