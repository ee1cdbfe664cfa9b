package tally

import (
	"strings"

	"recount.invalid/recount/audit/prose"
)

// count reads "four members scored −1 on trade", and "three 0" behind it.
func (p *parser) count() []Statement {
	from := p.i
	if p.words("there were", "there are") {
		c, ok := p.subject()
		if !ok || c.unit != prose.NoKind {
			p.i = from
			return nil
		}
		p.i = from
		return nil
	}
	c, ok := p.subject()
	if !ok {
		return nil
	}
	carried := p.last
	switch {
	case c.unit == prose.NoKind && c.noun && p.words("of") && p.trait(&c):
		// "No score of −1 was given"
		if !p.words("was given", "were given", "was awarded", "were awarded", "is left", "was left") {
			return nil
		}
	case !c.noun && carried != nil && len(carried.traits) > 0 && carried.traits[0].Times != nil:
		t := p.times()
		if t == nil {
			return nil
		}
		c.traits = []Trait{{Scores: carried.traits[0].Scores, Times: t}}
	case !c.noun && carried != nil && len(carried.traits) > 0 && len(carried.traits[0].Scores) > 0 && p.elliptic(&c.scope):
		c.traits = carried.traits[:1]
	default:
		if !p.predicate(&c) && !p.didAndScored(&c) && (c.unit != prose.Member || !p.acts(&c)) {
			return nil
		}
		if len(c.traits[0].Scores) > 0 && c.unit == prose.Member {
			if t := p.times(); t != nil {
				c.traits = c.traits[:1]
				c.traits[0].Times = t
			} else if s, ok := p.each(); ok {
				c.scope = s // the ones named before, not all
			} else if t, ok := p.portion(); ok {
				c.traits = c.traits[:1]
				c.traits[0].Times = &t
			}
		}
	}
	p.words("on average", "overall", "in all")
	if !p.inScope(&c.scope) {
		return nil
	}
	if c.unit == prose.Member && c.traits[0].Times == nil {
		p.namesBehind(&c)
	}
	if !p.ends() {
		return nil
	}
	if t := c.traits[0]; c.unit == prose.Member && c.quantity.Form == AllBut && c.quantity.N == 0 && len(t.Scores) > 0 && t.Times == nil && len(c.scope.on) == 0 {
		return nil // "Each member receives +1 for full compliance" tells how scores are given
	}
	p.last = &c
	return []Statement{{Ways: p.ways(c)}}
}

// didAndScored passes over what a number of members did before the score that they got for
// it: "thirteen members introduced new measures and scored −1". At least so many have it.
func (p *parser) didAndScored(c *counted) bool {
	if c.unit != prose.Member || c.quantity.Form != Exactly || c.quantity.N == 0 {
		return false
	}
	from := p.i
	for ; p.i < len(p.tokens) && p.i < from+mostDone; p.i++ {
		if p.words("and scored", "and received", "and were given", "and got", "and so scored", "and were awarded") {
			if p.trait(c) && len(c.traits[0].Scores) > 0 {
				c.quantity.Form = AtLeast
				return true
			}
			break
		}
		if t := p.text(); t == "not" || t == "and" || len(t) == 1 && strings.Contains(",;:.()@#$~", t) {
			break
		}
	}
	p.i = from
	return false
}

// mostDone is how many words may say what members did.
const mostDone = 12

// also adds scores that a loose word for one may mean.
func (p *parser) also(c *counted, scores ...int) bool {
	c.traits = append(c.traits, Trait{Scores: scores})
	return true
}

// elliptic passes over a further commitment without a predicate of its own: "and two on
// port fees".
func (p *parser) elliptic(s *scope) bool {
	from := p.i
	if p.preposition() {
		if t, ok := p.topic(); ok {
			*s = t
			return true
		}
	}
	p.i = from
	return false
}

// namesBehind passes over the names that end a count.
func (p *parser) namesBehind(c *counted) {
	if c.naming != NotNamed {
		return
	}
	from := p.i
	naming := AllNamed
	switch {
	case p.words(", namely", ": namely", ":"):
	case p.words(", among them", ", including"):
		naming = SomeNamed
	case p.words(","):
		g, ok := p.group()
		if ok && (p.text() == "." || p.text() == "") && c.quantity.Form == Exactly && c.quantity.N == len(g) && len(c.scope.on) > 0 {
			c.named, c.naming = subjects(g), AllNamed
			return
		}
		if ok && p.words("being the exception", "being the only exception", "being the exceptions", "excepted") && nextEnds(p.text()) {
			c.named, c.naming = subjects(g), OthersNamed
			return
		}
		p.i = from
		return
	default:
		return
	}
	if g, ok := p.group(); ok && (p.text() == "." || p.text() == ";" || p.text() == "") {
		if naming != AllNamed || c.quantity.Form == Exactly && c.quantity.N == len(g) {
			c.named, c.naming = subjects(g), naming
			return
		}
	}
	p.i = from
}

// ways are the counts that a subject with its traits makes.
func (p *parser) ways(c counted) [][]Count {
	var out [][]Count
	add := func(t Trait, s scope) {
		k := Count{Unit: c.unit, Countries: c.land, Members: c.of, Share: c.share, Awarded: c.awarded, On: s.on, Open: s.open && len(c.of) == 0, Trait: t, Quantity: c.quantity, Whole: c.whole, Named: c.named, Naming: c.naming}
		if c.naming == AllNamed && c.quantity.Form == Exactly && c.quantity.N != len(c.named) {
			k.Naming = SomeNamed // some of them, perhaps
		}
		if s.each && c.unit == prose.Member {
			var all []Count
			for _, n := range s.on {
				one := k
				one.On = []int{n}
				all = append(all, one)
			}
			out = append(out, all)
			k.Joint = true
		}
		out = append(out, []Count{k})
	}
	for i, t := range c.traits {
		s := c.scope
		switch {
		case i > 0 && t.Relation != NoRelation && len(s.on) > 0 && len(c.traits[0].Scores) > 0:
			// "0 on trade" is a score.
		case len(t.Scores) > 0 && len(s.on) == 0:
			s.open = t.Times == nil && !c.all
			add(t, s)
		case len(t.Scores) > 0:
			add(t, s)
		case c.unit != prose.Member || t.Figure != nil:
			add(t, scope{})
		default:
			named := len(s.on) > 0 || s.open
			if !named {
				add(t, scope{})
			}
			if named || !p.saysAverage() && p.r.Catalogue.Touches(p.sentence) {
				s.open = len(s.on) == 0
				add(Trait{Scores: scoresOf(t.Relation)}, s)
				if named {
					add(t, scope{})
				}
			}
		}
	}
	return out
}

func (p *parser) saysAverage() bool { return strings.Contains(strings.ToLower(p.sentence), "average") }

// scoresOf are the scores that stand so to zero.
func scoresOf(r Relation) []int {
	switch r {
	case Below:
		return []int{-1}
	case AtOrBelow:
		return []int{-1, 0}
	case Above:
		return []int{1}
	case AtOrAbove:
		return []int{0, 1}
	}
	return []int{0}
}
