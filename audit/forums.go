package audit

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// ofForums is a pattern with the names of the vocabulary's forums.
func (p *Pass) ofForums(t *lazyregexp.Template) *lazyregexp.Regexp {
	return t.With(p.Vocabulary, p.Vocabulary.ForumNames())
}

// namesForum reports whether a word is the name of a forum, in any case.
func (p *Pass) namesForum(word string) bool {
	for _, name := range p.Vocabulary.ForumNames() {
		if strings.EqualFold(name, word) {
			return true
		}
	}
	return false
}
