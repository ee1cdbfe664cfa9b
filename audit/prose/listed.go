package prose

import (
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

var (
	// reListBehind leads from a figure to those who have it: "Five members have
	// +0.67 (83%): Canada, France, …".
	reListBehind = lazyregexp.New(`(?i)^\)?\s*(?::|,\s*(?:namely|that\s+is)\s*:?)\s*(?:the\s+)?$`)
	// reSentenceEnds: nothing stands behind the list.
	reSentenceEnds = lazyregexp.New(`^[\s.\x{201d}"]*$`)
	// reMembersOnly: a statement on members by their number alone ("Six follow at",
	// "Seven members have the highest score possible,").
	reMembersOnly = lazyregexp.New(`(?i)^[\s,;]*(?:and\s+)?([\p{L}-]+|[0-9]{1,2})\s+(?:of\s+(?:the|them)\s+)?(?:other\s+)?(?:(?:members?|countries|states|governments)\s+)?(?:(?:both|each|all|also|then|next|together|thus|therefore|share|shares|have|has|stand|stands|follow|follows|come|comes|reach|reached|received|are|lead|with|at|on|in|by|second|third|fourth|fifth|first|last|joint|place|position|rank|the|a|an|average|score|scores|mean|compliance|highest|lowest|possible|full|perfect|marks|of|and)[\s,]*)+$`)
	// reScoresCounted is a number of scores that an average is of.
	reScoresCounted = lazyregexp.NewWith(`(?i)\b(?:the|these|those|all|over)\s+([\p{L}-]+|[0-9]{1,4})\s+(?:individual\s+|separate\s+|single\s+)?(?:scores|assessments|marks)\b(?:\s+(?:of|in)\s+the\s+tables?(?:\s+(?:below|above))?)?`, "scores", "assessments", "marks")
)

// listedBehind gives the members that a list behind a figure names, where as many are
// announced before it.
func listedBehind(before, behind string, from int, groups []group, words *vocabulary.Vocabulary) []Subject {
	m := reMembersOnly.FindStringSubmatch(before)
	if m == nil {
		return nil
	}
	n, ok := script.CountOf(words, m[1])
	if !ok {
		return nil
	}
	for _, g := range groups {
		if g.Start < from || g.kind != Member || g.doubt != "" {
			continue
		}
		if reListBehind.MatchString(behind[:g.Start-from]) && reSentenceEnds.MatchString(behind[g.End-from:]) && len(g.subjects) == n {
			return g.subjects
		}
		return nil
	}
	return nil
}

// withoutOwnScores takes the words that number all scores of the report out of a
// statement: an average of these is one of everything. all reports whether there were
// such words.
func (r Reader) withoutOwnScores(text string) (rest string, all bool) {
	m := reScoresCounted.FindStringSubmatchIndex(text)
	if m == nil || r.ScoreCount == 0 {
		return text, false
	}
	if n, ok := script.CountOf(r.Words(), text[m[2]:m[3]]); !ok || n != r.ScoreCount {
		return text, false
	}
	return text[:m[0]] + " " + text[m[1]:], true
}
