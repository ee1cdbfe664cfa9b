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
)
