// Package likeness says how much two texts have in common.
package likeness

import (
	"strings"
	"unicode"
)

// Words are the words of a text, lower case, with how often each stands in it.
func Words(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		out[w]++
	}
	return out
}

// Dice is Dice's coefficient of two texts' Words: 1 for the same words, 0 for
// none in common or no words at all.
func Dice(a, b map[string]int) float64 {
	common, total := 0, 0
	for w, n := range a {
		common += min(n, b[w])
		total += n
	}
	for _, n := range b {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}
