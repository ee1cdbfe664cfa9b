package rubric

import (
	"strings"

	"recount.invalid/recount/audit/rubric/ruling"
	"recount.invalid/recount/audit/rubric/statement"
	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/internal/lazyregexp"
)

// A text may say beside its levels that something is no action: "Declarations of the
// leaders are no action of the member." What a conclusion counts may then be less than it
// says, where it tells of such a thing.

var (
	// reUncounted finds what is not counted. Group: it.
	reUncounted = lazyregexp.New(`(?i)^(.+?)\s+(?:(?:is|are)\s+(?:no|not|never)\s+(?:an?\s+|to\s+be\s+)?(?:actions?|measures?|steps?|counted|regarded|considered|taken|treated|seen)\b|(?:do|does|shall|will|can|should)\s*not\s+(?:by\s+(?:itself|themselves)\s+|in\s+(?:itself|themselves)\s+)?(?:be\s+)?(?:count(?:ed)?|constitute|amount|qualify)\b)`)
	reOneOf     = lazyregexp.New(`(?i),\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor)\s+`)
)

// tellsOfUncounted reports whether a sentence of a conclusion tells of something that is
// not counted, and does not deny it.
func (r Reading) tellsOfUncounted(text string) bool {
	const most = 40 // sentences of the conclusion
	p := token.Borrow(text)
	defer token.GiveBack(p)
	sentences := token.Sentences(text, *p)
	for _, rule := range r.counting {
		m := reUncounted.FindStringSubmatch(strings.TrimSpace(rule))
		if m == nil {
			continue
		}
		for _, of := range strings.Split(reOneOf.ReplaceAllString(m[1], "\n"), "\n") {
			own := ruling.Stems(of)
			if len(own) == 0 {
				continue
			}
			for _, s := range sentences[:min(len(sentences), most)] {
				to, _ := subsetOf(s) // what is said to be some of what was counted is taken off it
				if to > 0 && !statement.Denying(s) && !reScoring.MatchString(printedAs(text, s)) && sameWords(own, ruling.Stems(token.Quote(text, s[:to]))) {
					return true
				}
			}
		}
	}
	return false
}
