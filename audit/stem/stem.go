// Package stem compares the forms of English words by what they have in
// common ("prevention", "preventing"). It is deliberately coarse: it serves
// to find which heading a phrase means, never to read a figure.
package stem

import (
	"strings"
	"sync"
)

// endings are taken off a word, the first that fits.
var endings = []string{
	"izations", "isations", "ization", "isation", "ations", "ation", "ements", "ement", "ments", "ment", "ings", "ing",
	"ions", "ion", "ities", "ity", "ance", "ies", "ied", "ical", "ics", "ic", "age", "ed", "es", "al", "ly", "s", "e", "y",
}

// shortest is the length below which nothing is taken off.
const shortest = 4

// byLast are the endings by their last letter, in the same order.
var byLast = sync.OnceValue(func() *[1 << 8][]string {
	table := new([1 << 8][]string)
	for _, e := range endings {
		last := e[len(e)-1]
		table[last] = append(table[last], e)
	}
	return table
})

// Of is the part of a lower-case word that its forms share.
func Of(word string) string {
	if len(word) <= shortest {
		return word
	}
	for _, e := range byLast()[word[len(word)-1]] {
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) >= shortest {
			if e == "s" && strings.HasSuffix(rest, "s") {
				return word // "class" is no plural
			}
			return rest
		}
	}
	return word
}

// Same compares two stems: one may be the beginning of the other when it is
// long enough to mean something.
func Same(a, b string) bool {
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 5 && len(b)-len(a) <= 3 && strings.HasPrefix(b, a)
}
