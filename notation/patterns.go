package notation

import (
	"sync"
	"time"

	"github.com/dlclark/regexp2"
)

// matchTimeout ends a match that backtracks without end. An ordinary match
// takes microseconds; the library's own default is to wait for ever. The limit
// is one of the clock, so it must be far beyond what a busy machine can need for
// the longest text: a match that is given up there and not elsewhere would make
// the report depend on the machine's load.
const matchTimeout = 15 * time.Second

// maxMatched is the longest text, in code points, that a pattern is tried on; a
// paragraph has a few thousand. Longer text does not match.
const maxMatched = 64 << 10

// pattern is a regular expression that is compiled when first used.
type pattern struct {
	compile func() *regexp2.Regexp
}

// newPattern is the one place where patterns are made, so that none is
// without a time limit.
func newPattern(expression string) *pattern {
	return &pattern{compile: sync.OnceValue(func() *regexp2.Regexp {
		re := regexp2.MustCompile(expression, regexp2.IgnorePatternWhitespace|regexp2.ExplicitCapture)
		re.MatchTimeout = matchTimeout
		return re
	})}
}

// find gives the first match from code point start on; nil where there is
// none or the time limit was reached.
func (p *pattern) find(text []rune, start int) *regexp2.Match {
	m, err := p.match(text, start)
	if err != nil {
		return nil
	}
	return m
}

// match is find, with the error where the time limit was reached: for tests, which
// hold that no text does that.
func (p *pattern) match(text []rune, start int) (*regexp2.Match, error) {
	if len(text) > maxMatched || start > len(text) {
		return nil, nil
	}
	return p.compile().FindRunesMatchStartingAt(text, start)
}

// group gives a named group's text and whether it took part in the match.
func group(m *regexp2.Match, name string) (string, bool) {
	g := m.GroupByName(name)
	if g == nil || len(g.Captures) == 0 {
		return "", false
	}
	return g.String(), true
}

// Parts of patterns.
const (
	// The backslash is for the hyphen with which Minuses begins.
	signs = `[+\` + Minuses + `]`
	space = `[\s\u00a0\u2028]`
	// White space is bounded everywhere: two unbounded stretches beside each
	// other make a long run of it take quadratic time.
	gap = space + `{0,3}`
)

// scoreAfterPhrase is the score behind 'receives a score of'. The
// lookahead keeps 'a score of 0.22', 'a score of 75%' and 'receives 1
// million' from being taken for a member's score.
var scoreAfterPhrase = newPattern(`\G` + gap + `[:“"'‘(]?` + gap + `
	(?<score>` + signs + `?` + space + `?\d)
	(?!\d|\p{L}|[.,/]\d|` + gap + `(%|per` + space + `?cent|(million|billion|trillion|points?|years?|months?)\b))`)

// averageCell is a whole cell or label that gives an average: a mean, a
// percentage or both, in either order. Decimals may be set with a comma.
var averageCell = newPattern(`^
	(
		(?<value>` + signs + `?` + space + `?(\d?[.,]\d{1,15}|\d)(?!\d))
		(` + gap + `[(\[/,;|]?` + gap + `(?<percent>` + signs + `?\d{1,3}([.,]\d{1,6})?)` + gap + `(%|per` + space + `?cent)` + gap + `[)\]]?)?
	|
		(?<percent>` + signs + `?\d{1,3}([.,]\d{1,6})?)` + gap + `(%|per` + space + `?cent)
		(` + gap + `[(\[/,;|]` + gap + `(?<value>` + signs + `?\d?[.,]\d{1,15})` + gap + `[)\]]?)?
	)$`)

// proseFigure is a number in running text that has the form of a score
// average or of a percentage. The lookarounds keep it from cutting into
// longer numbers, versions ('2.0.1'), serials and dates. With a comma a mean
// has two decimals ('0,50'): '1,000' and '−1,0,+1' are none. A 0 is one before
// its percentage ('0 (50%)'). Whether it is a
// figure of compliance the words around it decide.
var proseFigure = newPattern(figureForm(`[01]`))

// scaleFigure is the same with a mean that need not be on the scale.
var scaleFigure = newPattern(figureForm(`\d`))

// figureForm is the pattern of a figure in running text whose mean has a digit of
// units before its point.
func figureForm(units string) string {
	value := signs + `?` + units + `?[.]\d{1,4}|` + signs + `?` + units + `,\d{2}`
	return `(?<![\w.,/$€£¥])
		(
			(?<value>` + value + `|[+−]\d|0(?=` + gap + `\(50` + gap + `(%|per)))(?![\w]|[.,]\d|` + signs + `\d|` + gap + `(%|per` + space + `?cent))
			(` + gap + `[(,]?` + gap + `((or|(which|that)` + space + `is)\b)?` + gap + `(?<percent>` + signs + `?\d{1,3}([.]\d{1,4}|,\d{1,2})?)` + gap + `(%|per` + space + `?cent\b)\)?)?
		|
			(?<percent>` + signs + `?\d{1,3}([.]\d{1,4}|,\d{1,2})?)` + gap + `(%|per` + space + `?cent\b)
			(` + gap + `(\(` + gap + `(?<value>` + value + `)` + gap + `\)|,?` + gap + `or\b` + gap + `(?<value>` + value + `)))?
		)`
}
