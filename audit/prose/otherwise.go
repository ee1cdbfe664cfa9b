package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// Each word of these phrases may stand in a plain statement on a score, and together they make
// it one on something else.
var (
	// reOfThose are members that are told from others by what they did: "those who complied
	// with trade averaged +0.75".
	reOfThose = lazyregexp.New(`(?i)\b(?:those|members|countries|states|governments|ones|every(?:body|one)|(?:member|country|state|government)s?['\x{2019}]?)\s+(?:who|whose)\b|\b(?:those|members|countries|states|governments|ones)\s+(?:that|which|with|to)\b`)
	// reShareOfKind is a share of scores of one kind: "the share of full scores is 75%".
	reShareOfKind = lazyregexp.New(`(?i)\bshares?\s+of\b|(?:\b(?:an?|the|of|its|their|full|partial|negative|positive|single)|['\x{2019}]s)\s+shares?\b|\b(?:success(?:es)?|failure|failing)\s+(?:rates?|percentages?|levels?)\b|\b(?:rates?|levels?|percentages?)\s+of\s+(?:full|partial|success(?:es)?|failures?)\b|\bfull\s+compliance\s+(?:rates?|levels?)\b|\bcompliance\s+in\s+(?:full|part)\b`)
	// reKindBehind is the same behind its figure: "has 75% full scores".
	reKindBehind = lazyregexp.New(`(?i)^\)?\s*(?:(?:is|are|was|were)\s+)?(?:in\s+|for\s+)?(?:full|partial|positive|negative|failed|failing|success(?:es)?|failures?|scores?|top|good|best)\b`)
	// reLastOf is what was so the time before, "the last leader, Norland, had +0.81", and
	// reOfOther another report, or each of several.
	reLastOf  = lazyregexp.New(`(?i)\blast\s+(?:leaders?|round|table|list|results?|averages?|scores?|figures?|rates?|ratings?|rankings?|marks?|grades?|counts?|period|cycle|assessments?|study|group)\b`)
	reOfOther = lazyregexp.New(`(?i)\b(?:first|second|third|fourth|fifth|next|one|every|each|best|worst|highest|lowest)\s+(?:reports?|assessments?|summits?|cycles?|periods?|stud(?:y|ies)|tables?|lists?|counts?|rankings?)\b|\b(?:reports|summits|cycles|periods)\b`)
	// reRecord is the best that there has been, unless it is said to be a good one or a poor one.
	reRecord = lazyregexp.New(`(?i)(?:^|\b(\w+)\s+|['\x{2019}]s\s+)records?\b`)
	// reThatOne is a commitment named before, to which a statement is limited: "in that issue".
	reThatOne = lazyregexp.New(`(?i)\b(?:in|on|for|with|to|under)\s+(?:that|this|it|one|each|these|those|both)\b(?:\s+(\w+))?`)
	// reOwnLimit follows a member whose best or worst scores are spoken of, or another's within
	// it: "Norland's highest mark", "Norland's states".
	reOwnLimit = lazyregexp.New(`(?i)^(?:['\x{2019}]s?)\s+(?:own\s+)?(?:(?:two|three|four|five)\s+)?(?:best|worst|highest|lowest|strongest|weakest|poorest|states?|members?|countr(?:y|ies)|group|report|host|ones?|positive|negative|full|partial|other)\b`)
	// reStatesOf are those within the member that follows.
	reStatesOf = lazyregexp.New(`(?i)\b(?:states?|members?|countries|governments|group|reports?)\s+of\s+(?:the\s+)?$`)
	// reGives follows a member that gives a score, or finds one, in place of having it, unless
	// a place follows in turn, which it "takes".
	reGives     = lazyregexp.New(`(?i)^\s+(?:(?:has|have|had|also|again|even|now|still|thus)\s+)*(?:gave|gives?|given|sees?|saw|finds?|found|makes?|made|counts?|takes?|took|holds?|held|keeps?|kept|ranks\s+its|puts?)\s+`)
	rePlaceNext = lazyregexp.New(`(?i)^(?:(?:the|an?|its|joint|sole|clear|undisputed|only)\s+)*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|penultimate|lead|top|bottom|highest|lowest|best|worst|places?|positions?|spots?|rear|[+\-\x{2212}\x{2013}]?[0-9])`)
	// rePassed ends in a verb whose object is no score that somebody has: "Norland topped +0.50".
	rePassed = lazyregexp.New(`(?i)\b(?:tops?|topped|topping|leads?|led|leading|follows?|followed|trails?|trailed|trailing|heads?|headed|closes?|closed|meets?|met|clears?|cleared|counts?|counted)\s+$`)
	// reThen begins what was so at the time that the sentence before named.
	reThen = lazyregexp.New(`(?i)^\s*then,|\bback\s+then\b`)
	// reQuotes are the marks of quoted words.
	reQuotes = lazyregexp.New(`["\x{201c}\x{201d}\x{201e}\x{201f}\x{ab}\x{bb}]`)
)

// otherwise gives the phrase by which a stretch of the claim's sentence says something else
// than that a subject has a score; empty where there is none.
func (c *Claim) otherwise(in Span) string {
	w, f := c.words, c.words.piece.figure
	stretch := w.sentence[in.Start:in.End]
	for _, phrase := range []*lazyregexp.Regexp{reOfThose, reShareOfKind, reLastOf, reOfOther} {
		for _, m := range phrase.FindAllStringIndex(stretch, -1) {
			if phrase == reOfThose && f != nil && in.Start+m[0] > f.Start {
				continue
			}
			if said := stretch[m[0]:m[1]]; !strings.Contains(c.About, said) {
				return said
			}
		}
	}
	if reThen.MatchString(w.sentence) {
		return "then"
	}
	for _, m := range reRecord.FindAllStringSubmatch(stretch, -1) {
		if word := strings.ToLower(m[1]); word != "best" && word != "worst" && word != "strongest" && word != "weakest" && word != "poorest" {
			return m[0]
		}
	}
	if len(c.Subjects) > 0 && c.Subjects[0].Kind != Commitment {
		for _, m := range reThatOne.FindAllStringSubmatch(w.sentence, -1) {
			switch strings.ToLower(m[1]) {
			case "report", "cycle", "summit", "assessment", "period", "study", "group", "table", "scale", "list", "ranking", "year":
			default:
				return m[0]
			}
		}
	}
	for _, g := range w.groups {
		if g.kind != Member || g.Start < in.Start || g.End > in.End {
			continue
		}
		behind := w.sentence[g.End:in.End]
		if reOwnLimit.MatchString(behind) || reStatesOf.MatchString(w.sentence[in.Start:g.Start]) {
			return "of " + w.sentence[g.Start:g.End]
		}
		if m := reGives.FindStringIndex(behind); m != nil && !rePlaceNext.MatchString(behind[m[1]:]) {
			return strings.TrimSpace(behind[m[0]:m[1]])
		}
	}
	if f == nil {
		if QuotedAt(w.sentence, in.Start) {
			return "\u201c"
		}
		return ""
	}
	if m := reKindBehind.FindStringIndex(w.sentence[f.End:]); f.Value == nil && m != nil {
		return strings.TrimSpace(w.sentence[f.End+m[0] : f.End+m[1]])
	}
	if m := rePassed.FindStringIndex(w.sentence[:f.Start]); m != nil && !w.piece.leading {
		return strings.TrimSpace(w.sentence[m[0]:m[1]])
	}
	if QuotedAt(w.sentence, f.Start) {
		return "\u201c"
	}
	return ""
}

// QuotedAt reports whether a place of a sentence lies between quotation marks, or may: a
// quotation can begin or end in another sentence.
func QuotedAt(s string, at int) bool {
	before, behind := len(reQuotes.FindAllStringIndex(s[:at], -1)), len(reQuotes.FindAllStringIndex(s[at:], -1))
	return before%2 == 1 || behind%2 == 1
}
