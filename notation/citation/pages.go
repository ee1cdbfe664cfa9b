package citation

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// withoutPages takes the pages that are cited off the end of a source (', p. 3', ',
// pp. 77 ff.', ': 41-58', ', S. 3'): the parts at its end that have figures and
// otherwise nothing but words for pages.
func withoutPages(v *vocabulary.Vocabulary, text string) string {
	for range maxPageParts {
		trimmed := strings.TrimRight(text, " .,;:")
		cut := strings.LastIndexAny(trimmed, ",:;)") + 1
		if !pagesOnly(v, trimmed[cut:]) {
			break
		}
		text = trimmed[:cut]
	}
	return text
}

// maxPageParts bounds how many parts at the end are pages ('vol 560, col 312').
const maxPageParts = 3

// pagesOnly reports whether a part of a source has figures and otherwise words for
// pages only. A number of four figures without such a word is a year.
func pagesOnly(v *vocabulary.Vocabulary, part string) bool {
	if len(part) > maxPagePart || !strings.ContainsAny(part, "0123456789") {
		return false
	}
	words, figures := 0, 0
	for field := range strings.FieldsSeq(part) {
		field = strings.Trim(field, ".")
		label := strings.TrimRight(field, "0123456789-–.")
		switch {
		case label == "":
			figures = max(figures, len(field))
		case v.Has(vocabulary.PageWords, label):
			words++
		default:
			return false
		}
	}
	return words > 0 || figures < 4 || strings.ContainsAny(part, "-–")
}

// maxPagePart is the longest part that names pages, in bytes.
const maxPagePart = 40
