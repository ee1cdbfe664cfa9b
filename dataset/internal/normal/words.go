// Package normal brings what reports and tables print into the one form by
// which a data set holds it against others: words, parts of ids, serials of
// commitments, names of those who prepared a report. The printed form stays
// beside it in the rows.
package normal

import (
	"slices"
	"strings"
	"unicode"
)

// Words reduces words to what does not change between two versions of a
// report: lower case letters and digits, the given words left out.
func Words(s string, without ...string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(word string) bool {
		return slices.ContainsFunc(without, func(w string) bool { return strings.EqualFold(w, word) })
	})
	return strings.Join(words, " ")
}

// maxSlug bounds an id that is made of words.
const maxSlug = 60

// Slug writes words as a part of an id: letters and digits in lower case, a
// hyphen between words, cut at a word.
func Slug(s string) string {
	var out string
	for _, word := range strings.Fields(Words(s)) {
		if out != "" && len(out)+1+len(word) > maxSlug {
			break
		}
		if out != "" {
			out += "-"
		}
		out += word
	}
	return out
}
