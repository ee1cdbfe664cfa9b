package rule

import (
	"recount.invalid/recount/internal/lazyregexp"
)

// The patterns of this package, each with its reason. {names} are those of the
// forums in the vocabulary. They are Go's own
// regular expressions, which run in time linear in the text and need no
// timeout.
var (
	// ReScoreWord finds a level's announcement inside text that could not
	// be divided into levels.
	ReScoreWord = lazyregexp.NewWith(`(?i)\bscore of\b|\b(?:full|partial|non|no|lack of)[- ]?compliance\b`, "score of", "compliance")

	// ReStageName finds the name of a stage, which says that the figures
	// behind it are of that stage.
	ReStageName = lazyregexp.NewWith(`(?i)\b(?:interim|preliminary|final)\b`, "interim", "preliminary", "final")

	// ReNoSuchLevel finds the statement that the rubric has no middle
	// level.
	ReNoSuchLevel = lazyregexp.NewWith(`(?i)\bno (?:level|score) (?:of|for) |\b(?:cannot|can not|not possible to) (?:be )?(?:score|scored|award|awarded|receive)\b|\bnot applicable\b|\bbinary\b|\bno partial compliance\b`,
		"no level", "no score", "cannot", "can not", "not possible", "not applicable", "binary", "no partial")

	// ReOnlyBetweenDates: what may stand between two printings of one date
	// when the second is a slip.
	ReOnlyBetweenDates = lazyregexp.New(`(?i)^\s*,?\s*(?:(?:on|in|by|at|the)\s+)*$`)

	// ReForumName finds a forum. A forum named beside a meeting of another
	// kind ("G7 Foreign Ministers") counts too: the sentence is about it.
	ReForumName = lazyregexp.NewTemplate(`\b{names}\b`, "{names}")

	// ReYearSummit finds "the 2031 G7 Norport Summit", ReSummitYear "the
	// Norport G7 Summit in June 2031" and "Norport Summit 2031". A name is
	// one to four capitalised words, with "de" and the like between; any
	// other word between year and name ("NATO" is one of the capitalised
	// words and makes a name that is on no list) prevents a match.
	ReYearSummit = lazyregexp.NewTemplate(`\b((?:19|20)[0-9]{2})\s+(?:({names})\s+)?((?:[\p{Lu}][\p{L}.'\x{2019}-]*)(?:\s+(?:de|do|of|[\p{Lu}][\p{L}.'\x{2019}-]*)){0,3}?)\s+(?:({names})\s+)?(?:Leaders['\x{2019}]?\s+)?[Ss]ummit\b`)
	ReSummitYear = lazyregexp.NewTemplate(`\b(?:({names})\s+)?((?:[\p{Lu}][\p{L}.'\x{2019}-]*)(?:\s+(?:de|do|of|[\p{Lu}][\p{L}.'\x{2019}-]*)){0,3}?)\s+(?:({names})\s+)?(?:Leaders['\x{2019}]?\s+)?[Ss]ummit\s+(?:(?:held\s+)?in\s+)?(?:(?:\p{Lu}\p{L}+)\s+)?(?:of\s+)?\(?((?:19|20)[0-9]{2})\b`)

	// ReSchemeFault finds a web address whose scheme is broken: letters or
	// the colon or a slash missing, a slash or letter too many, a second
	// scheme straight behind the first.
	ReGoodScheme   = lazyregexp.New(`(?i)^(?:https?|ftp)://[^/:\s]`)
	ReSchemeDouble = lazyregexp.New(`(?i)^(?:https?://\s*){2,}|^https?://https?//`)
	ReSchemeFault  = lazyregexp.New(`(?i)^(?:h?t{0,3}ps?|https?s|hhtps?|htt?tps?|htps?|ttps?|tps?)\s*(?:[:;.]\s*/{0,3}|/{1,3})\S`)

	// ReListItem: the beginning of a list's item or a heading with a number.
	ReListItem = lazyregexp.New(`^\s*(?:[\x{2022}\x{00b7}\x{25cf}\x{25aa}*\x{2013}-]\s|\(?[0-9a-zA-Z]{1,3}[.)]\s)`)

	// ReThisCommitment: the words by which a chapter speaks of its own
	// commitment.
	ReThisCommitment = lazyregexp.NewWith(`(?i)\b(?:this|the\s+present)\s+commitment\b`, "commitment")
)
