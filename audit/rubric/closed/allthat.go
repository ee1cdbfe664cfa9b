package closed

import "recount.invalid/recount/internal/lazyregexp"

const (
	allThere = ` (?:is|was|are|were) all (?:that )?(?:there (?:is|was|were|are)|` + been + ` ` + found + `)`
	counted  = `(?: (?:it|this|that|the latter)| they| these|, which)? (?:is|was|are|were|counts as|count as|counted as|is to be counted as)(?: only| merely| all)?(?: an?)? ` + kind + `(?: ` + acts + `| ones?)?`
)

// The construct "a single visit is all that could be found": there are so many actions,
// and their grade is that of the words beside it.
var allThatIs = []construct{
	{lazyregexp.New(`^` + count + ` ([^,;:]{1,100}?)` + allThere + `,? (?:and|which)` + counted + `$`), func(m []string) (Counts, bool) {
		return closedCount(m[1], m[2], m[3])
	}, false},
	{lazyregexp.New(`^` + count + ` ([^,;:]{1,100}?), (?:an?|one|both|all)? ?` + kind + ` ` + acts + `,` + allThere + `$`), func(m []string) (Counts, bool) {
		return closedCount(m[1], m[2], m[3])
	}, false},
	{lazyregexp.New(`^` + count + ` (?:(strong|weak) )?` + acts + allThere + `$`), func(m []string) (Counts, bool) {
		c, ok := closedCount(m[1], "", m[2])
		return c, ok
	}, false},
	{lazyregexp.New(`^all (?:that )?(?:there (?:is|was)|` + been + ` ` + found + `) (?:is|was|are|were) ` + count + ` (?:(strong|weak) )?` + acts + `$`), func(m []string) (Counts, bool) {
		return closedCount(m[1], "", m[2])
	}, false},
}

// closedCount is a count that nothing stands beside, of one grade where one is named.
func closedCount(number, what, kind string) (Counts, bool) {
	n := numeral(number)
	if n == 0 || what != "" && (!plainly(what) || reJoined.MatchString(what)) {
		return Counts{}, false
	}
	c := grade("", exactly(n))
	switch kind {
	case "strong":
		c.Strong, c.Weak = exactly(n), exactly(0)
	case "weak":
		c.Strong, c.Weak = exactly(0), exactly(n)
	}
	return c, true
}

// reJoined finds more than one thing.
var reJoined = lazyregexp.New(`\b(?:and|or|as well as|plus|with (?:an?|two|three))\b`)
