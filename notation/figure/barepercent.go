package figure

import (
	"strings"

	"recount.invalid/recount/notation/internal/pattern"
	"recount.invalid/recount/vocabulary"
)

// standsBare reports whether a percentage is somebody's and is of nothing: what stands
// before it leads to it, and behind it the sentence or the clause ends, or goes on in
// words that measure nothing ('follow with 50% each', but not 'with 50% of the fleet').
func standsBare(v *vocabulary.Vocabulary, words []vocabulary.Word, m *pattern.Match) bool {
	first := 0
	for first < len(words) && words[first].End <= m.Index {
		first++
	}
	next := first
	for next < len(words) && words[next].Start < m.Index+m.Length {
		next++
	}
	if first == 0 || !v.Has(vocabulary.PercentLeads, words[first-1].Folded) {
		return false
	}
	return next == len(words) || strings.Trim(words[next].Folded, ".,;:)") == "" || v.Has(vocabulary.PercentFollows, words[next].Folded)
}
