package closed

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// told is something that was done: the words before what grades it.
const told = `(.{1,300}?)`

// The construct "X, which is a strong action": at least one of that grade; "A, B and C
// are three strong actions", "A and B, both strong": at least so many.
var graded = []construct{
	{lazyregexp.New(`^` + told + `, (?:which|and (?:this|that|it)|this|that|it) (?:is|was|counts as|constitutes|amounts to|qualifies as) (?:an?|one) ` + kind + ` (?:` + acts + `|one)$`), func(m []string) (Counts, bool) {
		return grade(m[2], atLeast(1)), happened(m[1])
	}, true},
	{lazyregexp.New(`^` + told + `, (?:an?|one) ` + kind + ` (?:` + acts + `)$`), func(m []string) (Counts, bool) {
		return grade(m[2], atLeast(1)), happened(m[1])
	}, true},
	{lazyregexp.New(`^` + told + `,? (?:which )?(?:are|were|make|made|constitute|amount to|count as|counted as) (both|two|three|four|five|six) (?:distinct |separate )?` + kind + `(?: ` + acts + `)?$`), several, true},
	{lazyregexp.New(`^` + told + `, (both|all two|all three|all four|all five|all six)(?: of (?:them|these))?(?: are| were| being)? ` + kind + `(?: ` + acts + `)?$`), several, true},
	{lazyregexp.New(`^with (?:these |those |its |their )?(two|three|four|five|six) ` + kind + ` ` + acts + `(?: behind it| to (?:its|their) (?:name|credit)| on record| taken)?$`), func(m []string) (Counts, bool) {
		return grade(m[2], atLeast(numeral(m[1]))), true
	}, true},
}

// pairGraded is the construct "the law is strong, the meeting weak": at least one of each.
var pairGraded = []construct{
	{lazyregexp.New(`^(?:the|its) ([^,;:]{1,80}?) (?:is|was|counts as) (?:an? )?(strong|weak)(?: ` + acts + `)?,? (?:and |while |but |whereas )?(?:the|its) ([^,;:]{1,80}?)(?: (?:is|was|counts as))? (?:an? )?(strong|weak)(?: ` + acts + `| one)?$`), func(m []string) (Counts, bool) {
		c := open()
		c.Strong, c.Weak = atLeast(1), atLeast(1)
		return c, m[2] != m[4] && plainly(m[1]) && plainly(m[3])
	}, true},
}

func several(m []string) (Counts, bool) {
	n := numeral(strings.TrimPrefix(m[2], "all "))
	if n == 0 || !happened(m[1]) {
		return Counts{}, false
	}
	return grade(m[3], atLeast(n)), true
}

// happened reports whether words tell of what was done, and of nothing that may not
// count.
func happened(words string) bool {
	return !reTakesBack.MatchString(words) && !reSpeaks.MatchString(words)
}
