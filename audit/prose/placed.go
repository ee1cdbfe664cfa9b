package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// Places that are counted from an end without a superlative: "second from the
// bottom", "next to last", "the penultimate place".

var (
	rePlaceFrom = lazyregexp.NewWith(`(?i)\b(second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-]+(?:from|to|behind)[\s-]+(?:the[\s-]+)?(top|first|bottom|last|end)\b`,
		"second", "third", "fourth", "fifth", "2nd", "3rd", "4th", "5th")
	rePenultimate = lazyregexp.NewWith(`(?i)\b(?:next[\s-]+to[\s-]+(?:the[\s-]+)?last|(?:last|bottom)[\s-]+but[\s-]+one|one[\s-]+from[\s-]+(?:the[\s-]+)?(?:last|bottom)|penultimate)\b`,
		"next", "last", "bottom", "penultimate")
)

// placing is a place in the ranking.
type placing struct {
	rank  Rank
	place int
}

// placeFrom reads a place that is counted from an end. None is given where another
// one is named beside it.
func (r Reader) placeFrom(text string) (placing, bool) {
	var out placing
	found := 0
	for _, m := range rePlaceFrom.FindAllStringSubmatch(text, -1) {
		found++
		out = placing{Lowest, r.ordinal(m[1])}
		if end := strings.ToLower(m[2]); end == "top" || end == "first" {
			out.rank = Highest
		}
	}
	if n := len(rePenultimate.FindAllStringIndex(text, -1)); n > 0 {
		found += n
		out = placing{Lowest, 2}
	}
	if found > 1 {
		return placing{}, true
	}
	return out, found == 1
}
