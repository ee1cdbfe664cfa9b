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

// rePlaceStated is a place by its ordinal alone: "was seventh", "tied for second at
// +0.50". What may follow is a figure or nothing: "second only to", "third among", "fourth
// in trade" and "the fifth to join" say something else.
var rePlaceStated = lazyregexp.NewWith(`(?i)\b(?:is|are|was|were|ranks?|ranked|comes?|came|finish(?:es|ed)|placed|stands|stood|tie[sd]?|share[sd]?|joint|jointly)\s+(?:(?:tied|joint|jointly|equal|for|in|the)\s+)*(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)(?:\s+(?:place|position|rank|overall))?\s*(?:$|[,.;:(]|(?:at|with)\s+(?:an?\s+)?(?:(?:average|score|mean)\s+)?(?:of\s+)?[+\-\x{2212}\x{2013}]?[0-9])`,
	"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")

// reRankBehind is a place that is said of the figure before: "Norland's +1.00 is the best
// result, Sudland's −0.40 the worst".
var reRankBehind = lazyregexp.NewWith(`(?i)^\s*(?:\([^()]*\)\s*)?(?:,\s*)?(?:(?:is|was|are|were|being)\s+)?the\s+(?:\S+\s+){0,2}?(?:highest|lowest|best|worst|strongest|weakest)\b[^,;:()]*(?:,|$)`,
	"highest", "lowest", "best", "worst", "strongest", "weakest")

var (
	// rePlainRank is such a place with no word that may limit it.
	rePlainRank = lazyregexp.New(`(?i)^\s*(?:\([^()]*\)\s*)?(?:,\s*)?(?:(?:is|was|are|were|being)\s+)?the\s+(?:(?:by\s+far|very|second|third|fourth|fifth)\s+)?(?:the\s+)?(?:highest|lowest|best|worst|strongest|weakest)(?:\s+(?:average|score|result|mean|figure|compliance|rate|overall|of\s+all|of\s+them\s+all|of\s+any\s+member))*\s*(?:,|\.?\s*$)`)
	// reEndedRank is a place behind whose clause another one has begun: "was the lowest,
	// and only" Norland.
	reEndedRank = lazyregexp.NewWith(`(?i)\b(?:highest|lowest|best|worst|strongest|weakest|poorest|first|last|rear|lead|top|bottom)\b[^;:]*,\s+(?:and|but|though|although|yet|with|where|only|if)\b`,
		"highest", "lowest", "best", "worst", "strongest", "weakest", "poorest", "first", "last", "rear", "lead", "top", "bottom")
	// reOwns ends in whose the figure is.
	reOwns = lazyregexp.New(`['\x{2019}]s?\s+(?:\S+\s+)?$`)
)

// rePlaceOf: words behind a place that say among whom or where it is one.
var rePlaceOf = lazyregexp.New(`(?i)^[\s,(]*(?:on|in|for|among|amongst|of|within|to|from|as|counting|after|when|if)\b`)

// placeStated reads a place by its ordinal in a statement. at is where it stands.
func (r Reader) placeStated(text string) (place int, at Span, ok bool) {
	ms := rePlaceStated.FindAllStringSubmatchIndex(text, -1)
	if len(ms) != 1 {
		return 0, at, false
	}
	m := ms[0]
	behind := text[m[3]:]
	if r.OtherTime(text) != "" || reAmong.MatchString(text) || reNotSaid.MatchString(text[:m[0]]) || rePlaceOf.MatchString(behind) ||
		reSupposed.MatchString(text) || rePart.MatchString(text[:m[0]]) || r.Catalogue.Touches(behind) {
		return 0, at, false
	}
	return r.ordinal(text[m[2]:m[3]]), Span{m[0], m[3]}, true
}

// placeWithin reports whether one of the words around a subject limits its place to
// something: "in the first group", "of the island members".
func (r Reader) placeWithin(stretches ...string) bool {
	for _, stretch := range stretches {
		for _, w := range reWithin.FindAllStringIndex(stretch, -1) {
			rest := stretch[w[1]:]
			if !r.forums(reOfEverything).MatchString(rest) && !r.ownWords(rest) || r.ofAPart(rest) {
				return true
			}
		}
	}
	return false
}

// placeBehind reads a place that is said of the figure before: "Norland, with +0.25,
// was fourth". It gives what is left of the statement.
func (r Reader) placeBehind(text string) (place int, rest string, ok bool) {
	part := text
	if i := strings.IndexAny(strings.TrimLeft(text, ", )"), ",;("); i >= 0 {
		part = text[:i+len(text)-len(strings.TrimLeft(text, ", )"))]
	}
	place, at, ok := r.placeStated(part)
	if !ok || strings.Trim(text[:at.Start], " ,)") != "" || rePlaceOf.MatchString(text[at.End:]) {
		return 0, text, false
	}
	return place, strings.Repeat(" ", at.End) + text[at.End:], true
}

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
