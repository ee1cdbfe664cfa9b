package closed

import "recount.invalid/recount/internal/lazyregexp"

const (
	// whatever says that no kind of action is left out.
	whatever = `(?:,? (?:of (?:either|any) kind|whatsoever|whatever|at all|(?:whether |either |be it )?(?:strong or weak|weak or strong)|neither strong nor weak|of either grade),?)`
	noSign   = `(?:no|not (?:one|a single)|no (?:trace|sign|evidence|record) of (?:an? |any )?)`
)

// The construct "no action of either kind was found". Of the grade that is named there
// is none, and of all where none is named.
var noneAtAll = []construct{
	{lazyregexp.New(`^` + noSign + ` ?(?:strong or weak |weak or strong )?` + acts + whatever + `? ` + been + ` ` + found + `$`), noAction, false},
	{lazyregexp.New(`^` + noSign + ` ?(?:strong or weak |weak or strong )` + acts + ` ` + been + ` ` + found + `$`), noAction, false},
	{lazyregexp.New(`^there (?:is|was|were|are|has been|have been) ` + noSign + ` ?(?:strong or weak |weak or strong )?` + acts + whatever + `?$`), noAction, false},
	{lazyregexp.New(`^neither strong nor weak ` + acts + ` ` + been + ` ` + found + `$`), noAction, false},
	{lazyregexp.New(`^neither (?:an? )?strong (?:` + acts + ` )?nor (?:an? )?weak ` + acts + ` ` + been + ` ` + found + `$`), noAction, false},
	{lazyregexp.New(`^` + actor + `(?:took|has taken|have taken|undertook) (?:no (?:strong or weak |weak or strong )?` + acts + whatever + `?|neither strong nor weak ` + acts + `)$`), noAction, false},
	{lazyregexp.New(`^` + actor + `(?:did not take|has not taken) (?:any|a single) ` + acts + whatever + `?$`), noAction, false},
	{lazyregexp.New(`^` + noSign + ` ?` + kind + ` ` + acts + ` ` + been + ` ` + found + `$`), noneOf, false},
	{lazyregexp.New(`^there (?:is|was|were|are|has been|have been) ` + noSign + ` ?` + kind + ` ` + acts + `$`), noneOf, false},
	{lazyregexp.New(`^` + kind + ` ` + acts + ` there (?:was|were|is|are) none$`), noneOf, false},
	{lazyregexp.New(`^none of (?:its|their|the|these|those) ` + acts + ` (?:is|was|are|were|counts as|can be called) ` + kind + `$`), noneOf, false},
	{lazyregexp.New(`^all (?:of )?(?:its|their|the|these|those) ` + acts + ` (?:are|were) weak$`), func([]string) (Counts, bool) {
		return grade("strong", exactly(0)), true
	}, false},
}

func noAction([]string) (Counts, bool) {
	return Counts{Strong: exactly(0), Weak: exactly(0), All: exactly(0)}, true
}

func noneOf(m []string) (Counts, bool) { return grade(m[1], exactly(0)), true }
