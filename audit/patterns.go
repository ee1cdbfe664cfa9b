package audit

import "regexp"

// The patterns of this package, each with its reason. They are Go's own
// regular expressions, which run in time linear in the text and need no
// timeout.
var (
	// reScoreWord finds a level's announcement inside text that could not
	// be divided into levels.
	reScoreWord = regexp.MustCompile(`(?i)\bscore of\b|\b(?:full|partial|non|no|lack of)[- ]?compliance\b`)

	// reNoSuchLevel finds the statement that the rubric has no middle
	// level.
	reNoSuchLevel = regexp.MustCompile(`(?i)\bno (?:level|score) (?:of|for) |\b(?:cannot|can not|not possible to) (?:be )?(?:score|scored|award|awarded|receive)\b|\bnot applicable\b|\bbinary\b|\bno partial compliance\b`)

	// reWrittenDate finds a day beside a capitalised word that may be a
	// month; the vocabulary decides. A four-digit year may follow.
	reWrittenDate = regexp.MustCompile(`\b([0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{Lu}\p{L}{2,11}\.?),?(?:\s+((?:19|20)[0-9]{2}))?\b` +
		`|\b(\p{Lu}\p{L}{2,11}\.?)\s+([0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?\s+((?:19|20)[0-9]{2})\b)?`)

	// reOnlyBetweenDates: what may stand between two printings of one date
	// when the second is a slip.
	reOnlyBetweenDates = regexp.MustCompile(`(?i)^\s*,?\s*(?:(?:on|in|by|at|the)\s+)*$`)
)
