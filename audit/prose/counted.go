package prose

import "recount.invalid/recount/internal/lazyregexp"

var (
	// reCountLimited: words behind a number of commitments that say which ones are
	// counted: those of one member, or on one subject.
	reCountLimited = lazyregexp.New(`(?i)^,?\s*(?:(?:(?:on|for|in|under|by|to|of|with)\s+which|that|where|which|whose)?\s*(?:it|they|he|she|both|each)\b|(?:that\s+(?:was|were|is|are)\s+)?(?:applied|applicable|assigned|applying|addressed|open)\s+to\b|(?:on|about|regarding|concerning|relating\s+to|related\s+to|dealing\s+with)\s+(?:[^w]|w[^h]))`)

	// reEveryOne: words before "of the five commitments" that leave none of them out.
	reEveryOne = lazyregexp.New(`(?i)\b(?:all|any|none|each|every\s+one|not\s+one)\s+$`)

	// reOnWhich leads from commitments to whose they are.
	reOnWhich = lazyregexp.New(`(?i)^,?\s*(?:(?:on|for|in|under|by|to|of)\s+which|that|where|which)?\s*(?:the\s+)?$`)
)

// membersOwn reports whether words behind a number of commitments say whose they are:
// "the five commitments on which Norland has a score".
func (r Reader) membersOwn(behind string) bool {
	for _, m := range r.Members(behind) {
		return reOnWhich.MatchString(behind[:m.Start])
	}
	return false
}
