package citation

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// publisherOr is what stands behind a title as the publisher, without remarks in
// brackets ('(provisional translation)'); what stands before the title where that
// leaves nothing, or a number in a series only ('Press Notice 402/99').
func publisherOr(v *vocabulary.Vocabulary, behind, before string) string {
	before = strings.Trim(tidySpaces(before), " ,.;:([")
	name := behind
	// The bracket that opens may be trimmed.
	if inside, after, ok := strings.Cut(strings.TrimPrefix(name, "("), ")"); ok && !strings.Contains(inside, "(") && (after != "" || before != "") {
		name = strings.Trim(after, " ,.;:")
	}
	if before != "" && (name == "" || numberInSeries(v, name)) {
		return before
	}
	return name
}

// numberInSeries reports whether a text is the number of a paper in a series.
func numberInSeries(v *vocabulary.Vocabulary, text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	for word := range strings.FieldsSeq(text) {
		if v.Has(vocabulary.SeriesWords, strings.Trim(word, ".,")) {
			return true
		}
	}
	return false
}
