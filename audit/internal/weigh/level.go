package weigh

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reTo ends the words between a level and those who have it, behind it.
	reTo = lazyregexp.New(`(?i)(?:^|\W)(?:to|for|from|of|by|are|is|were|was|on|in|at|with)\s+(?:both\s+)?(?:the\s+)?$|(?:[(:\x{2013}\x{2014}]|\bnamely,?)\s*(?:the\s+)?$`)
)

// has holds the level of members against the table.
func (c *clause) has(w *way, r reading, at, number int, isCount bool) {
	lv := &c.ps[at]
	who := -1
	if r.levelFirst {
		for i := at + 1; i < c.to; i++ {
			if k := c.ps[i].Kind; k == parts.Level || k == parts.Number || k == parts.Not || k == parts.Break || k == parts.But {
				break
			} else if k == parts.Who {
				if reTo.MatchString(c.gap(lv.End, c.ps[i].Start)) {
					who = i
				}
				break
			}
		}
	} else {
		for i := at - 1; i >= c.from; i-- {
			if k := c.ps[i].Kind; k == parts.Level || k == parts.Not || k == parts.Figure || k == parts.Number && !(isCount && i == number) {
				break
			} else if k == parts.Who {
				who = i
				break
			}
		}
	}
	if who < 0 {
		return
	}
	names := &c.ps[who]
	if !c.closes(lv.End) {
		return
	}
	if isCount && !(len(names.Members) > 1 && len(names.Members) >= c.ps[number].N-1 && len(names.Members) <= c.ps[number].N+1 && (number < who || r.levelFirst)) {
		return // how often, and not who
	}
	if who > c.from && c.ps[who-1].Kind == parts.But && c.words(c.ps[who-1].End, names.Start) <= 2 {
		return
	}
	on, sure, ok := c.on(r, at)
	if !ok {
		return
	}
	if on == nil && len(names.Members) == 1 && !lv.Lacks {
		return // who failed did so somewhere
	}
	w.open = w.open || !sure
	want := levels(lv, r)
	chance := c.t.share(want, on)
	if isCount && c.ps[number].N == len(names.Members) {
		w.claims = append(w.claims, claim{right: true, bits: 2, part: c.ps[number]})
	}
	for _, m := range names.Members {
		n, whole := c.t.count(want, []string{m}, on)
		if whole == 0 {
			continue
		}
		k := claim{right: n == whole, bits: bits(chance), part: *names, about: prose.Subject{Kind: prose.Member, Member: m}, rule: "count-stated", on: on, named: true}
		if !k.right {
			k.stated, k.computed = c.gap(lv.Start, lv.End), c.scores(m, on)
			k.message = fmt.Sprintf("The text names %s with \u201c%s\u201d; the tables have %s.", c.label(k.about), k.stated, k.computed)
		}
		w.claims = append(w.claims, k)
	}
	if len(on) != 1 || !c.exclusive(who, at) {
		return
	}
	n, _ := c.t.count(want, nil, on)
	own, _ := c.t.count(want, names.Members, on)
	k := claim{right: n == own, bits: 2, part: *names, about: prose.Subject{Kind: prose.Commitment, Commitment: on[0]}, rule: "count-stated"}
	if own < len(names.Members) && n >= len(names.Members) {
		k.right = true // one in the place of another is one slip
		k.bits = 0
	}
	if !k.right {
		var rest []string
		for _, m := range c.t.Members {
			if v, ok := c.t.score(m, on[0]); ok && slices.Contains(want, v) && !slices.Contains(names.Members, m) {
				rest = append(rest, c.t.x.Of[prose.Subject{Kind: prose.Member, Member: m}].Label)
			}
		}
		k.stated, k.computed = c.gap(names.Start, names.End), reckon.Listing(rest, 6, "and")
		k.message = fmt.Sprintf("The text names %s as the only ones; the tables have %s besides.", k.stated, k.computed)
	}
	w.claims = append(w.claims, k)
}

// exclusive reports whether members are said to be the only ones.
func (c *clause) exclusive(who, level int) bool {
	for i := c.from; i < c.to; i++ {
		if p := &c.ps[i]; p.Kind == parts.Only && (p.End <= c.ps[who].Start && c.words(p.End, c.ps[who].Start) == 0 || p.Start >= c.ps[who].End && c.words(c.ps[who].End, p.Start) <= 1) {
			return true
		}
	}
	return false
}

// scores names the scores of a member.
func (c *clause) scores(member string, on []int) string {
	if on == nil {
		on = c.t.Commitments
	}
	var out []string
	for _, n := range on {
		if v, ok := c.t.score(member, n); ok {
			out = append(out, reckon.SignedScore(v))
		}
	}
	return strings.Join(out, ", ")
}
