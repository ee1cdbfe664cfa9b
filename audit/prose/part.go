package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// reKindOfMembers is the word before "members", "countries" and the like.
var reKindOfMembers = lazyregexp.NewWith(`(?i)([\p{L}\p{N}'\x{2019}-]+)\s+(?:members?|countr(?:y|ies)|states|governments?|economies|powers|partners)\b`,
	"member", "countr", "state", "government", "economies", "powers", "partners")

// SpeaksOfPart reports whether a text speaks of a part of the members ("the founding
// members", "four countries", "Africa"), of whom alone what follows may be said.
func (r Reader) SpeaksOfPart(text string) bool {
	for _, m := range r.Members(text) {
		text = text[:m.Start] + strings.Repeat(" ", m.End-m.Start) + text[m.End:] // "the United States"
	}
	if rePlaceName.MatchString(text) {
		return true
	}
	for _, m := range reKindOfMembers.FindAllStringSubmatch(text, -1) {
		switch word := strings.ToLower(m[1]); word {
		case "the", "all", "its", "our", "these", "only", "sole", "other", "no", "of", "any", "every", "each", "one", "a", "by", "that", "and":
		default:
			n, ok := Numeral(word)
			if !(ok && n == r.MemberCount) && !r.forums(reForum).MatchString(m[1]) {
				return true
			}
		}
	}
	return false
}
