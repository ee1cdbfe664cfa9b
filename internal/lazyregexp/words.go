package lazyregexp

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// words are those of which a text must have one to match; without any, every
// text may.
type words struct {
	list  []string
	once  sync.Once
	first [2]uint64 // their first bytes, a bit for each
}

// mark notes the first bytes.
func (w *words) mark() {
	for _, word := range w.list {
		w.first[word[0]>>6] |= 1 << (word[0] & 63)
	}
}

// in reports whether a text has one of the words, in any case.
func (w *words) in(text string) bool {
	if len(w.list) == 0 {
		return true
	}
	w.once.Do(w.mark)
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c >= utf8.RuneSelf || w.first[c>>6]&(1<<(c&63)) == 0 {
			continue
		}
		for _, word := range w.list {
			if hasPrefixFold(text[i:], word) {
				return true
			}
		}
	}
	// To any case of s and k belong a code point each beyond ASCII.
	return strings.ContainsRune(text, '\u017f') || strings.ContainsRune(text, '\u212a')
}

// hasPrefixFold is strings.HasPrefix for a text in any case and a prefix of
// small letters, or of figures and marks, which have the same bit.
func hasPrefixFold(text, prefix string) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if text[i]|0x20 != prefix[i] {
			return false
		}
	}
	return true
}
