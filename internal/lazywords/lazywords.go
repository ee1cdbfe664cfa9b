// Package lazywords holds sets of words that are made when they are first asked. A set
// that is made when its package is initialised is made at every start of every command,
// and few of them ask it.
package lazywords

import (
	"strings"
	"sync"
)

// Set is a set of words. It is safe for concurrent use.
type Set struct {
	text  string
	once  sync.Once
	words map[string]bool
}

// Of gives the set of the words of a text, between which is white space. It is so short
// that the compiler lays the set out in the program's data, and nothing is left to do at
// the start.
func Of(text string) *Set { return &Set{text: text} }

// Has reports whether a word is one of the set, written as it is there.
func (s *Set) Has(word string) bool {
	s.once.Do(func() {
		words := strings.Fields(s.text)
		s.words = make(map[string]bool, len(words))
		for _, w := range words {
			s.words[w] = true
		}
	})
	return s.words[word]
}
