package tally

import (
	"recount.invalid/recount/audit/prose"
)

// passive reads "trade was met in full by three members", and "not at all by two".
func (p *parser) passive() []Statement {
	s := scope{}
	again := p.last != nil && p.last.unit == prose.Member && len(p.last.traits) > 0 && len(p.last.traits[0].Scores) > 0 && p.last.passive
	if again {
		s = p.last.scope
	} else {
		var ok bool
		if s, ok = p.topic(); !ok {
			return nil
		}
		p.aside()
		if !p.words("was", "were", "is", "has been", "had been") || !p.words("met", "fulfilled", "honoured", "honored", "kept", "carried out") {
			return nil
		}
	}
	score := 0
	switch {
	case p.words("in full", "fully"):
		score = 1
	case p.words("in part", "partially", "partly"):
	case p.words("not at all"):
		score = -1
	default:
		return nil
	}
	if !p.words("by") {
		return nil
	}
	c, ok := p.subject()
	if !ok || c.unit != prose.Member {
		return nil
	}
	if p.namesBehind(&c); !p.ends() {
		return nil
	}
	c.scope, c.passive = s, true
	c.traits = []Trait{{Scores: []int{score}}}
	p.last = &c
	return []Statement{{Ways: p.ways(c)}}
}

// found reads "full compliance was found for nine members with regard to trade", and "for
// twelve with regard to ports" behind it.
func (p *parser) found() []Statement {
	var trait Trait
	switch {
	case p.last != nil && p.last.found:
		trait = p.last.traits[0]
	case p.words("full compliance"):
		trait.Scores = []int{1}
	case p.words("partial compliance"):
		trait.Scores = []int{0}
	default:
		return nil
	}
	if again := p.last != nil && p.last.found; !again && !p.words("was found", "was recorded", "was noted", "was achieved", "was reached", "was seen", "is found") {
		return nil
	}
	if !p.words("for", "by", "in", "with", "among") {
		return nil
	}
	c, ok := p.subject()
	if !ok || c.unit != prose.Member || !p.preposition() {
		return nil
	}
	if c.scope, ok = p.topic(); !ok || !p.ends() {
		return nil
	}
	c.traits, c.found = []Trait{trait}, true
	p.last = &c
	return []Statement{{Ways: p.ways(c)}}
}
