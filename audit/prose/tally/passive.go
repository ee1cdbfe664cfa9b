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
		if s, ok = p.promise(); !ok {
			return nil
		}
		p.aside()
		if !p.words("was", "were", "is", "has been", "had been") || !p.words("met", "fulfilled", "honoured", "honored", "kept", "carried out", "complied with") {
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
	if st := p.byAlone(s, score); st != nil {
		return st
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

// promise passes over the name of a commitment, or words at the beginning of a sentence that
// can mean only one: what is kept is a commitment.
func (p *parser) promise() (scope, bool) {
	from := p.i
	if s, ok := p.topic(); ok {
		return s, true
	}
	if from > 0 {
		return scope{}, false
	}
	end := from
	for end < len(p.tokens) && end < from+mostNamed && !finite.Has(p.tokens[end].text) {
		end++
	}
	if end == len(p.tokens) || end == from {
		return scope{}, false
	}
	phrase := p.sentence[p.tokens[from].from:p.tokens[end-1].to]
	ns, sure := p.r.Catalogue.NamedIn(phrase)
	n, ok := p.r.Catalogue.Find(phrase)
	if !sure || !ok || len(ns) != 1 || ns[0] != n {
		return scope{}, false
	}
	p.i = end
	return scope{on: ns}, true
}

// mostNamed is how many words may name a commitment.
const mostNamed = 10

// byAlone reads the only members that kept a commitment: "was met in full by Norland alone".
func (p *parser) byAlone(s scope, score int) []Statement {
	from := p.i
	only := p.words("only", "just")
	g, ok := p.group()
	if !ok || !only && !p.words("alone", "only") {
		p.i = from
		return nil
	}
	if next := p.text(); !nextEnds(next) || next == "and" && p.i+1 < len(p.tokens) && p.tokens[p.i+1].text != "@" && !finite.Has(p.tokens[p.i+1].text) {
		p.i = from
		return nil
	}
	return p.allOf(g, counted{noun: true, scope: s, traits: []Trait{{Scores: []int{score}}}})
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
