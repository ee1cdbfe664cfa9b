package script

import (
	"strings"
	"unicode"

	"recount.invalid/recount/vocabulary"
)

// Bounds of a shortened title and of the name behind it.
const (
	maxTitle     = 6
	maxTitleName = 5
)

// titleInApposition reports whether a full stop shortens a title of a kind that no list
// has: 'The Head of Nets, Kpt. Olga Hare, told'. What stands before the title's comma
// has no verb, only names and what joins them, and behind the stop two words or more with
// a capital end with a comma before a small letter. 'It met in Lima, Peru. Minister Olga
// Hare, who' has a verb, and a source ('Ministry of Nets, Rome. The Plan') no such end.
func titleInApposition(v *vocabulary.Vocabulary, before, behind []rune) bool {
	if !mayEndInTitle(before) {
		return false
	}
	words := strings.Fields(string(before))
	if len(words) < 2 || len(words) > 16 {
		return false
	}
	title := []rune(words[len(words)-1])
	if len(title) < 2 || len(title) > maxTitle || !unicode.IsUpper(title[0]) || !strings.HasSuffix(words[len(words)-2], ",") {
		return false
	}
	for _, r := range title[1:] {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return NamesOnly(v, words[:len(words)-1]) && nameInApposition(strings.Fields(string(behind[:min(len(behind), maxTitleName*20)])))
}

// mayEndInTitle reports that the last word of a text begins with a capital, is no longer
// than a title and stands behind a comma. Few full stops are worth looking at more.
func mayEndInTitle(text []rune) bool {
	end := len(text)
	for end > 0 && unicode.IsSpace(text[end-1]) {
		end--
	}
	start := end
	for start > 0 && end-start <= maxTitle && !unicode.IsSpace(text[start-1]) {
		start--
	}
	before := start
	for before > 0 && unicode.IsSpace(text[before-1]) {
		before--
	}
	return end-start <= maxTitle && before > 0 && text[before-1] == ',' && unicode.IsUpper(text[start])
}

// NamesOnly reports whether words are names and what joins them, without a verb.
func NamesOnly(v *vocabulary.Vocabulary, words []string) bool {
	for _, w := range words {
		w = strings.TrimRight(w, ",.")
		if !unicode.IsUpper(FirstRune(w)) && w != "the" && w != "and" && w != "de" && !v.Has(vocabulary.BarePrepositions, w) {
			return false
		}
	}
	return true
}

// nameInApposition reports whether words begin with a name of two words or more that a
// comma ends, and go on with a small letter.
func nameInApposition(words []string) bool {
	for n, w := range words[:min(len(words), maxTitleName)] {
		if !unicode.IsUpper(FirstRune(w)) {
			return false
		}
		if strings.HasSuffix(w, ",") {
			return n > 0 && n+1 < len(words) && unicode.IsLower(FirstRune(words[n+1]))
		}
	}
	return false
}
