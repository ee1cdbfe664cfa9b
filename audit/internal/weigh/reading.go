package weigh

import (
	"slices"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/prose/parts"
	"recount.invalid/recount/internal/lazyregexp"
)

// reading is the choices by which the parts of a clause are put together.
type reading struct {
	levelFirst  bool // levels stand before those who have them
	figureFirst bool // figures stand before those whose they are
	whatFirst   bool // commitments stand before the levels for them
	joint       bool // levels are for all commitments that are named
	loose       bool // "complied" is any level but the lowest
	others      bool // "did not" is every other level
	ofWho       bool // numbers are of members even where a commitment is named
	dense       bool // places count averages, and not those who have them
	scope       int  // which of the scopes of the sentence holds where a clause names none
}

var (
	// reOf stands between a part and the number of all: "four of five".
	reOf = lazyregexp.New(`(?i)^\s+(?:out\s+)?of\s+(?:the\s+)?$`)
	// reAnd parts a number from what it does not count.
	reAnd = lazyregexp.New(`(?i)[,;:()]|\b(?:and|or|to|fewer|more|less|with)\b`)
	// reApart begins a list that is set apart from its number.
	reApart = lazyregexp.New(`^\s*[\x{2013}\x{2014}(:,]`)
)

// ways gives every way to read the clause.
func (c *clause) ways() []way {
	var out []way
	two := []bool{false, true}
	flags := func(kind parts.Kind) []bool {
		for _, p := range c.ps[c.from:c.to] {
			if p.Kind == kind {
				return two
			}
		}
		return two[:1]
	}
	loose := two[:1]
	for _, p := range c.ps[c.from:c.to] {
		if p.Loose {
			loose = two
		}
	}
	for scope := range c.scopes {
		for _, levelFirst := range flags(parts.Level) {
			for _, figureFirst := range flags(parts.Figure) {
				for _, whatFirst := range flags(parts.What) {
					for _, joint := range flags(parts.What) {
						for _, l := range loose {
							for _, others := range flags(parts.Did) {
								for _, dense := range flags(parts.Place) {
									for _, ofWho := range flags(parts.Number) {
										out = append(out, c.read(reading{levelFirst, figureFirst, whatFirst, joint, l, others, ofWho, dense, scope}))
									}
								}
							}
						}
					}
				}
			}
		}
	}
	return out
}

// read reads the clause in one way.
func (c *clause) read(r reading) way {
	w := way{}
	counted := map[int]int{} // levels by the number that counts them
	level := map[int]int{}   // and numbers by their level
	last := -1
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		switch {
		case p.Kind == parts.Level:
			last = i
			// "scores of −1 (32)"
			if i+1 < c.to && c.ps[i+1].Kind == parts.Number && strings.TrimSpace(c.gap(p.End, c.ps[i+1].Start)) == "(" && strings.HasPrefix(c.s[c.ps[i+1].End:], ")") {
				counted[i+1], level[i] = i, i+1
			}
		case p.Kind != parts.Number || p.Inexact || i+1 >= c.to:
		case c.ps[i+1].Kind == parts.Level && !c.ps[i+1].Lacks && c.words(p.End, c.ps[i+1].Start) <= 3 && !reAnd.MatchString(c.gap(p.End, c.ps[i+1].Start)) && !(i > c.from && c.ps[i-1].Kind == parts.Not && c.words(c.ps[i-1].End, p.Start) <= 2):
			counted[i], level[i+1] = i+1, i
		case i+2 < c.to && c.ps[i+1].Kind == parts.Number && c.ps[i+2].Kind == parts.Level && reOf.MatchString(c.gap(p.End, c.ps[i+1].Start)) && c.words(c.ps[i+1].End, c.ps[i+2].Start) <= 3 && !reAnd.MatchString(c.gap(c.ps[i+1].End, c.ps[i+2].Start)):
			counted[i], level[i+2] = i+2, i // "four of five members complied"
		case c.ps[i+1].Kind == parts.Did && last >= 0 && c.words(p.End, c.ps[i+1].Start) <= 2:
			counted[i] = last
		case p.Unit == prose.Member && i+2 < c.to && c.ps[i+1].Kind == parts.Who && c.ps[i+2].Kind == parts.Level && len(c.ps[i+1].Members) >= 2 && reApart.MatchString(c.gap(p.End, c.ps[i+1].Start)):
			counted[i], level[i+2] = i+2, i
		}
	}
	for i := c.from; i < c.to; i++ {
		p := &c.ps[i]
		had := len(w.claims)
		switch p.Kind {
		case parts.Number:
			if at, ok := counted[i]; ok {
				c.count(&w, r, i, at, c.ps[i+min(1, c.to-1-i)].Kind == parts.Did)
			} else if c.whole(&w, i) {
				continue
			} else if !p.Inexact && p.Unit == prose.Overall && p.N > 9 {
				if _, whole := c.t.count([]int{-1, 0, 1}, nil, nil); whole == p.N {
					w.claims = append(w.claims, claim{right: true, bits: 3, part: *p})
				}
			}
		case parts.Level:
			n, isCount := level[i]
			c.has(&w, r, i, n, isCount)
		case parts.Figure:
			c.figure(&w, r, i)
		case parts.Place, parts.End:
			c.place(&w, r, i)
		}
		_, isCounted := counted[i]
		_, counts := level[i]
		if len(w.claims) == had && (p.Kind == parts.Level && !counts || p.Kind == parts.Figure || isCounted) {
			w.unsaid += cost
			if p.Kind == parts.Figure {
				w.unsaid++ // whose a figure is is seldom in doubt
			}
		}
	}
	if c.breaksDown(counted, r) {
		w.claims = append(w.claims, claim{right: true, bits: brokenDown})
	}
	w.claims = withoutLonePlaces(w.claims)
	return w
}

// withoutLonePlaces leaves out wrong places beside which the same words give no right figure:
// they may count something else.
func withoutLonePlaces(all []claim) []claim {
	out := make([]claim, 0, len(all))
	for _, k := range all {
		if k.rule != "ranking-order" || k.right || slices.ContainsFunc(all, func(o claim) bool { return o.rule == "prose-figure" && o.right && o.about == k.about && o.of == k.of }) {
			out = append(out, k)
		}
	}
	return out
}

// brokenDown is what numbers for all three levels say for being what they seem.
const brokenDown = 3

// breaksDown reports whether numbers count all three levels, each once.
func (c *clause) breaksDown(counted map[int]int, r reading) bool {
	if len(counted) != 3 {
		return false
	}
	seen := map[int]bool{}
	for _, at := range counted {
		if p := &c.ps[at]; len(p.Levels) == 1 && !p.Lacks && !(p.Loose && r.loose) {
			seen[p.Levels[0]] = true
		}
	}
	return len(seen) == 3
}
