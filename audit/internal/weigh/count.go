package weigh

import (
	"fmt"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
)

var (
	// reEach gives each of several what is said of them.
	reEach = lazyregexp.New(`(?i)\b(?:each|apiece|both)\b`)
)

// count holds a number of scores of a level against the table.
func (c *clause) count(w *way, r reading, at, of int, ellipsis bool) {
	number, lv := &c.ps[at], &c.ps[of]
	want := levels(lv, r)
	if ellipsis {
		if want = others(want); !r.others {
			want = []int{-1}
		}
	}
	on, sure, ok := c.on(r, of)
	if !ok || !c.closes(max(number.End, lv.End)) && !ellipsis {
		return
	}
	if number.Unit == prose.Member && len(on) != 1 {
		// Members who have the level everywhere, or somewhere.
		every, some := 0, 0
		for _, m := range c.t.Members {
			if n, whole := c.t.count(want, []string{m}, on); n > 0 {
				some++
				if n == whole {
					every++
				}
			}
		}
		c.add(w, sure && len(on) == 0, number.N == every || number.N == some, number, lv, prose.Subject{}, float64(len(c.t.Members)), fmt.Sprintf("%d", every))
		return
	}
	var who []string
	if number.Unit != prose.Member && (len(on) != 1 || r.ofWho) {
		if who = c.one(at); who == nil && (r.ofWho || number.Unit == prose.Commitment) {
			return
		}
		if r.ofWho {
			on = nil
		}
	}
	n, whole := c.t.count(want, who, on)
	right := n == number.N
	if len(who) > 1 {
		each := true
		for _, m := range who {
			k, _ := c.t.count(want, []string{m}, on)
			each = each && k == number.N
		}
		right = each || right && !reEach.MatchString(c.s)
	}
	about := prose.Subject{Kind: prose.Overall}
	switch {
	case len(who) == 1:
		about = prose.Subject{Kind: prose.Member, Member: who[0]}
	case len(on) == 1:
		about = prose.Subject{Kind: prose.Commitment, Commitment: on[0]}
	}
	if whole == 0 {
		return
	}
	c.add(w, sure || len(who) > 0, right, number, lv, about, float64(whole), fmt.Sprintf("%d", n))
	w.claims[len(w.claims)-1].on = on
}

// add adds a claim on a number.
func (c *clause) add(w *way, sure, right bool, number, of *parts.Part, about prose.Subject, whole float64, has string) {
	w.open = w.open || !sure
	said := c.said(number, of)
	w.claims = append(w.claims, claim{right: right, bits: bits(2 / (whole + 2)), part: *number, about: about, rule: "count-stated", stated: said, computed: has,
		message: fmt.Sprintf("The text says \u201c%s\u201d%s; the tables have %s.", said, c.ofWhom(about), has)})
}

// ofWhom says of whom a number is, for a finding; nothing where that is everything.
func (c *clause) ofWhom(s prose.Subject) string {
	if s.Kind != prose.Member && s.Kind != prose.Commitment {
		return ""
	}
	return " of " + c.label(s)
}

// said is a number with what it counts, as printed, where that stands behind it.
func (c *clause) said(number, of *parts.Part) string {
	if of.Start >= number.End && of.Start-number.End <= mostSaid {
		return c.s[number.Start:of.End]
	}
	return c.s[number.Start:number.End]
}

// mostSaid is how far behind a number the level stands at most that is shown with it, in bytes.
const mostSaid = 60
