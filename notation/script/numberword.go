package script

import (
	"strconv"

	"recount.invalid/recount/vocabulary"
)

// NumberWord is the number below a hundred that a text spells and nothing else, 'nine' or
// 'twenty-five'.
func NumberWord(v *vocabulary.Vocabulary, text string) (n int, ok bool) {
	runes := []rune(text)
	n, end, ok := v.NumberWordAt(runes, 0)
	return n, ok && end == len(runes)
}

// CountOf is the whole number that a text is, in digits or spelled.
func CountOf(v *vocabulary.Vocabulary, text string) (n int, ok bool) {
	if n, err := strconv.Atoi(text); err == nil {
		return n, true
	}
	return NumberWord(v, text)
}
