package pattern

import (
	"sync"
	"time"

	"github.com/dlclark/regexp2"

	"recount.invalid/recount/notation/script"
)

// matchTimeout ends a match that backtracks without end. An ordinary match
// takes microseconds; the library's own default is to wait for ever. The limit
// is one of the clock, so it must be far beyond what a busy machine can need for
// the longest text: a match that is given up there and not elsewhere would make
// the report depend on the machine's load.
const matchTimeout = 15 * time.Second

// MaxMatched is the longest text, in code points, that a pattern is tried on; a
// paragraph has a few thousand. Longer text does not match.
const MaxMatched = 64 << 10

// Pattern is a regular expression that is compiled when first used.
type Pattern struct {
	compile func() *regexp2.Regexp
}

// New is the one place where patterns are made, so that none is
// without a time limit.
func New(expression string) *Pattern {
	return &Pattern{compile: sync.OnceValue(func() *regexp2.Regexp {
		re := regexp2.MustCompile(expression, regexp2.IgnorePatternWhitespace|regexp2.ExplicitCapture)
		re.MatchTimeout = matchTimeout
		return re
	})}
}

// Match is where a pattern fits; Group gives its named groups.
type Match = regexp2.Match

// Find gives the first match from code point start on; nil where there is
// none or the time limit was reached.
func (p *Pattern) Find(text []rune, start int) *Match {
	m, err := p.Try(text, start)
	if err != nil {
		return nil
	}
	return m
}

// Try is Find, with the error where the time limit was reached: for tests, which
// hold that no text does that.
func (p *Pattern) Try(text []rune, start int) (*Match, error) {
	if len(text) > MaxMatched || start > len(text) {
		return nil, nil
	}
	return p.compile().FindRunesMatchStartingAt(text, start)
}

// Group gives a named group's text and whether it took part in the match.
func Group(m *Match, name string) (string, bool) {
	g := m.GroupByName(name)
	if g == nil || len(g.Captures) == 0 {
		return "", false
	}
	return g.String(), true
}

// Parts of patterns.
const (
	// Sign is a sign of script.Signs. The backslash is for the hyphen with which
	// Minuses begins.
	Sign = `[+\` + script.Minuses + `]`
	// Space is one white space.
	Space = `[\s\u00a0\u2028]`
	// Gap is white space that may be left out. It is bounded everywhere: two
	// unbounded stretches beside each other make a long run of it take quadratic time.
	Gap = Space + `{0,3}`
)
