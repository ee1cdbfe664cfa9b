package tally

import (
	"recount.invalid/recount/audit/prose"
)

// cells reads the score that members have for a commitment, and how often they have one:
// "Norland scored 0 on trade", "Norland scored +1 only once".
func (p *parser) cells() []Statement {
	g, ok := p.group()
	if !ok {
		if g = p.pronoun(); g == nil {
			return nil
		}
	}
	c := counted{unit: prose.Member, scope: p.scope}
	early := p.times()
	if !p.predicate(&c) || len(c.traits) != 1 || len(c.traits[0].Scores) == 0 {
		return nil
	}
	times := p.times()
	if times == nil {
		times = early
	}
	c.scope = scope{}
	if !p.inScope(&c.scope) {
		return nil
	}
	k := Count{Members: g, Each: true, Trait: c.traits[0], On: c.scope.on}
	switch {
	case times != nil && len(c.scope.on) == 0 && !c.scope.open:
		k.Quantity = *times
	case times == nil && len(c.scope.on) > 0:
		k.Quantity = Quantity{Form: AllBut}
	default:
		return nil
	}
	if !p.ends() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{{k}}}}
}

// pronoun passes over one that stands for the only members that the sentence has named.
func (p *parser) pronoun() []string {
	var g []string
	for _, t := range p.tokens[:p.i] {
		if t.text == "@" {
			if g != nil {
				return nil
			}
			g = p.members[t.n]
		}
	}
	if g == nil || len(g) > 1 && !p.words("they", "both") || len(g) == 1 && !p.words("it") {
		return nil
	}
	return g
}

// notAssessed reads "Norland was not assessed on trade".
func (p *parser) notAssessed() []Statement {
	g, ok := p.group()
	if !ok || !p.words("was not assessed", "were not assessed", "was not scored", "were not scored") {
		return nil
	}
	s := scope{}
	if p.led {
		s = p.scope
	}
	if !p.inScope(&s) || len(s.on) == 0 || !p.ends() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{{{Members: g, Each: true, On: s.on, Trait: Trait{Scores: []int{-1, 0, 1}}, Quantity: Quantity{}}}}}}
}
