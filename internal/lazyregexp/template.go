package lazyregexp

import (
	"regexp"
	"strings"
	"sync"
)

// names is the place in a template's pattern, and among the words that its
// matches need, where names stand that only a run of the program knows.
const names = "{names}"

// Template is a pattern with a place for names, {names}, such as those of the
// forums, which are data that a user may add to. It is compiled once for each
// owner of names, on first use.
type Template struct {
	pattern string
	needed  []string
	made    sync.Map // owner → *Regexp
}

// NewTemplate gives the template. needed are words as in NewWith; {names}
// among them stands for the names.
func NewTemplate(pattern string, needed ...string) *Template {
	return &Template{pattern: pattern, needed: needed}
}

// With is the pattern with the names of an owner, any of which matches as it is
// written. The owner, to be compared by ==, must always have the same names; it
// is kept for as long as the program runs.
func (t *Template) With(owner any, list []string) *Regexp {
	if re, ok := t.made.Load(owner); ok {
		return re.(*Regexp)
	}
	quoted := make([]string, len(list))
	for i, name := range list {
		quoted[i] = regexp.QuoteMeta(name)
	}
	pattern := strings.ReplaceAll(t.pattern, names, "(?:"+strings.Join(quoted, "|")+")")
	var needed []string
	for _, w := range t.needed {
		if w != names {
			needed = append(needed, w)
			continue
		}
		for _, name := range list {
			needed = append(needed, strings.ToLower(name))
		}
	}
	re := New(pattern)
	if len(needed) > 0 {
		re = NewWith(pattern, needed...)
	}
	made, _ := t.made.LoadOrStore(owner, re)
	return made.(*Regexp)
}
