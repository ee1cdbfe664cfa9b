package dataset

import (
	"slices"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// The states of a member's score.
const (
	statusScored        = "scored"
	statusNotAssessed   = "not_assessed"
	statusNotApplicable = "not_applicable"
	statusNotMember     = "not_member"
	statusIllegible     = "illegible"
)

var statuses = []string{statusScored, statusNotAssessed, statusNotApplicable, statusNotMember, statusIllegible}

const statusDoc = "Whether there is a score and otherwise why not: nothing was found there, or words for 'not assessed' (not_assessed); words for 'not applicable'; " +
	"nothing was found there and the member did not belong to the forum in that year (not_member); something stands there that is no score (illegible)."

// statusOf says why a cell has no score.
func statusOf(words *vocabulary.Vocabulary, s summitRef, member string, score *int, printed string) string {
	switch {
	case score != nil:
		return statusScored
	case strings.TrimSpace(printed) != "" && !words.NotApplicable(printed):
		return statusIllegible
	case strings.TrimSpace(printed) != "" && !notAssessed(printed):
		return statusNotApplicable
	case strings.TrimSpace(printed) == "" && !s.mayBeMember(words, member):
		return statusNotMember
	}
	return statusNotAssessed
}

// notAssessed tells 'not assessed' and 'no score' from 'not applicable'.
func notAssessed(printed string) bool {
	folded := vocabulary.Fold(printed)
	return strings.Contains(folded, "assessed") || strings.Contains(folded, "score")
}

// mayBeMember is false only where it is known who belonged to the forum and
// the member did not.
func (s summitRef) mayBeMember(words *vocabulary.Vocabulary, member string) bool {
	if member == "" || s.year == 0 {
		return true
	}
	members := words.ForumMembers(s.forum, s.year)
	return len(members) == 0 || slices.Contains(members, member)
}
