package weigh

import (
	"fmt"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reWhole stands before the number of all, reWholeEnds behind what it counts.
	reWhole     = lazyregexp.New(`(?i)(?:\ball\s+(?:of\s+)?(?:the\s+|these\s+|our\s+)?|\b(?:across|over|on|for|with|by|of|in)\s+(?:the\s+|our\s+|its\s+|these\s+))$`)
	reWholeEnds = lazyregexp.New(`(?i)^\s*(?:[.,;:()\x{2013}\x{2014}]|$|(?:assessed|selected|chosen|considered|reviewed|examined|studied|and|is|are|was|were|has|have|complied|averaged|comes|stands|stood)\b)`)
)

// whole claims that a number is that of all members, or of all commitments, where the words say
// so: "across the seven commitments selected".
func (c *clause) whole(w *way, at int) bool {
	p := &c.ps[at]
	before, behind := c.gap(c.begin, p.Start), c.s[p.End:]
	if p.Unit != prose.Member && p.Unit != prose.Commitment || !reWhole.MatchString(before) || !reWholeEnds.MatchString(behind) {
		return false
	}
	n := c.t.size(p.Unit)
	right := p.N == n
	if p.Unit == prose.Member {
		for _, on := range c.t.Commitments {
			_, scored := c.t.count([]int{-1, 0, 1}, nil, []int{on})
			right = right || p.N == scored
		}
	}
	said, has := c.gap(p.Start, p.End), fmt.Sprintf("%d", n)
	w.claims = append(w.claims, claim{right: right, bits: 1, part: *p, about: prose.Subject{Kind: prose.Overall}, rule: "count-stated", stated: said, computed: has,
		message: fmt.Sprintf("The text speaks of \u201c%s\u201d as of all; the tables have %s.", said, has)})
	return true
}
