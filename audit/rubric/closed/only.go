package closed

import "recount.invalid/recount/internal/lazyregexp"

// The construct "X is its only strong action": of that grade, or of any where none is
// named, there is one.
var onlyOnes = []construct{
	{lazyregexp.New(`^` + thing + ` (?:is|was|remains|remained|being) ` + owner + `(?:only|sole|single|one|one and only) (?:distinct |separate )?(?:(strong|weak) )?` + acts + `(?: (?:that )?(?:` + been + ` )?` + found + `)?$`), single, false},
	{lazyregexp.New(`^` + owner + `(?:only|sole|single|one) (?:distinct |separate )?(?:(strong|weak) )?` + acts + `(?: (?:that )?(?:` + been + ` )?` + found + `)? (?:is|was|remains|remained|consisted of|consists of) ` + thing + `$`), func(m []string) (Counts, bool) {
		return single([]string{"", m[2], m[1]})
	}, false},
}

// single reads the one action; what it is must be one thing.
func single(m []string) (Counts, bool) {
	return grade(m[2], exactly(1)), plainly(m[1])
}
