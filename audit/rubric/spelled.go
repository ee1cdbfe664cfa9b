package rubric

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// Levels say the same in several ways; some are written in the one that the grammar reads.

var (
	// reToLetter finds parts by the range of their letters. Groups: the article, what they
	// are called, the last.
	reToLetter = lazyregexp.New(`(?i)\b((?:of\s+)?the\s+)((?:\p{L}+\s+)?\p{L}+s)\s+\(a\)\s+to\s+\(([b-l])\)`)
	// reSetOff finds an upper limit on a number of things that is set off by commas: "some, but not all, of the areas".
	reSetOff = lazyregexp.New(`(?i),\s+but\s+((?:not|no|fewer|less|at\s+most)\b[^,.;()]{1,40}),\s+((?:of|in)\s+(?:the|these|its)\s+(?:\p{L}+\s+)?\p{L}+s)\b`)
	// reAndOr finds one "and/or". Groups: what stands before and behind.
	reAndOr = lazyregexp.New(`(?i)^([^,;]*\s)and/or(\s[^,;/]*?)(\.?)$`)
)

// spelled is a level's text so written: "the reforms (a) to (d)" are the four reforms, and
// "a and/or b" is "a or b, or both".
func spelled(text string) string {
	if m := reToLetter.FindStringSubmatchIndex(text); m != nil {
		number := strings.Fields("two three four five six seven eight nine ten eleven twelve")[text[m[6]]-'b']
		text = text[:m[0]] + text[m[2]:m[3]] + number + " " + text[m[4]:m[5]] + text[m[1]:]
	}
	text = reSetOff.ReplaceAllString(text, " but $1 $2")
	if !reLetter.MatchString(text) {
		text = reAndOr.ReplaceAllString(text, "${1}or$2, or both$3")
	}
	return text
}
