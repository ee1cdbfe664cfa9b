package tally

import "recount.invalid/recount/audit/prose"

// alone reads who is alone without a noun for the others: "only Norland has a negative
// average", "Norland alone is below zero", "Norland and Sudland were alone in complying
// fully".
func (p *parser) alone() []Statement {
	only := p.words("only", "just")
	g, ok := p.group()
	if !ok || p.text() == "'s" {
		return nil
	}
	c := counted{noun: true, unit: prose.Member, scope: p.scope}
	if st := p.aloneLeftOut(g, only); st != nil {
		return st
	}
	switch {
	case only:
		if !p.acts(&c) && !p.predicate(&c) {
			return nil
		}
	case p.words("alone"):
		if !p.acts(&c) && !p.predicate(&c) {
			return nil
		}
	case p.words("were alone in", "was alone in", "are alone in", "is alone in", "stood alone in", "stands alone in", "stand alone in",
		"were the only ones", "was the only one", "are the only ones", "is the only one"):
		p.words("to")
		if !p.acts(&c) && !p.predicate(&c) {
			return nil
		}
	default:
		return nil
	}
	if c.traits[0].Relation == Equal {
		return nil // a figure or a place, which is read as one
	}
	if p.times() != nil {
		return nil
	}
	if !p.scopeBehind(&c) || !p.ends() {
		return nil
	}
	return p.allOf(g, c)
}

// aloneLeftOut reads who alone has no score for a commitment: "only Norland was not assessed on
// trade".
func (p *parser) aloneLeftOut(g []string, only bool) []Statement {
	from := p.i
	if (p.words("alone") || only) && p.words("was not assessed", "were not assessed", "was not scored", "were not scored", "was not judged", "were not judged") {
		s := p.scope
		if at := p.i; p.preposition() {
			if on, ok := p.topicList(); ok {
				s = scope{on: on}
			} else {
				p.i = at
			}
		}
		if len(s.on) == 1 && p.ends() {
			p.last = nil
			return []Statement{{Ways: [][]Count{{{Unit: prose.Member, On: s.on, Trait: Trait{Scores: []int{-1, 0, 1}}, Quantity: Quantity{Form: AllBut, N: len(g)}, Named: subjects(g), Naming: OthersNamed}}}}}
		}
	}
	p.i = from
	return nil
}

// scopeBehind passes over the commitment that is behind what members did.
func (p *parser) scopeBehind(c *counted) bool {
	from := p.i
	if p.preposition() || p.text() == "it" {
		s, ok := p.it()
		if !ok {
			p.i = from
			return true
		}
		c.scope = s
	}
	return true
}

// acts passes over what members did about a commitment, in the words for a score: "complying
// fully", "failed". A failure may be any score but the best.
func (p *parser) acts(c *counted) bool {
	score := func(scores ...[]int) bool {
		c.traits = nil
		for _, s := range scores {
			c.traits = append(c.traits, Trait{Scores: s})
		}
		return true
	}
	full, part, none := []int{1}, []int{0}, []int{-1}
	short := []int{-1, 0}
	switch {
	case p.words("fell short altogether", "fall short altogether", "falling short altogether"):
		return score(none, short)
	case p.words("not complying fully", "not complying in full", "falling short of full compliance", "fell short of full compliance", "short of full compliance",
		"fell short of", "falling short of", "fall short of", "fell short", "falling short", "did not comply fully with", "did not comply fully", "did not comply in full with", "did not comply in full", "not fully complying"):
		return score(short)
	case p.words("complying fully", "complying in full", "fully complying", "comply fully", "comply in full", "fully comply", "complied fully", "complied in full", "fully complied", "succeeded"):
		p.words("with it")
		return score(full)
	case p.words("complying partially", "complying partly", "complying in part"):
		return score(part)
	case p.words("failing to comply", "failed to comply with", "failed to comply", "failing outright", "failed outright", "not complying at all", "failed to act", "failed to deliver", "failing to act"):
		return score(none, short)
	case p.words("failing on", "failed on", "failed in", "failed with"):
		p.i-- // before the commitment
		return score(none, short)
	case p.words("failing", "failed", "fail"):
		return score(none, short)
	}
	return false
}
