package vocabulary

import (
	"strings"
	"unicode"
)

// EveryoneAssessed reports whether a part of a title or note says that everybody was assessed
// on everything: 'all members were assessed on every commitment'. 'The mean of all members
// assessed' does not.
func (v *Vocabulary) EveryoneAssessed(text string) bool {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(".;:()", r) }) {
		before, assessed, behind, denied := false, false, false, false
		for word := range strings.FieldsFuncSeq(part, func(r rune) bool { return !unicode.IsLetter(r) }) {
			switch {
			case v.Has(NotEveryWords, word):
				denied = true
			case v.Has(AssessedWords, word):
				assessed = true
			case !v.Has(EveryWords, word):
			case assessed:
				behind = before
			default:
				before = true
			}
		}
		if behind && !denied {
			return true
		}
	}
	return false
}
