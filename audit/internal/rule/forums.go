package rule

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// OfForums is a pattern with the names of the vocabulary's forums.
func (p *Pass) OfForums(t *lazyregexp.Template) *lazyregexp.Regexp {
	return t.With(p.Vocabulary, p.Vocabulary.ForumNames())
}

// NamesForum reports whether a word is the name of a forum, in any case.
func (p *Pass) NamesForum(word string) bool {
	for _, name := range p.Vocabulary.ForumNames() {
		if strings.EqualFold(name, word) {
			return true
		}
	}
	return false
}
