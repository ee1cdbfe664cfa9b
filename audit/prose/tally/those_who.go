package tally

import "recount.invalid/recount/audit/prose"

// thoseWho reads who the members of a kind are: "the members that failed it were Norland and
// Sudland", "the members without a single failure were …". They are all that there are.
func (p *parser) thoseWho() []Statement {
	one, from := false, p.i
	switch {
	case p.words("the members", "the countries", "the governments", "the only members", "the only countries", "those"):
	case p.words("the member", "the country", "the government", "the only member", "the only country", "the sole member"):
		one = true
	case p.words("the #") && p.tokens[p.i-1].n == 1 && p.words("member", "country"):
		one = true
	default:
		return nil
	}
	c := counted{noun: true, unit: prose.Member, scope: p.scope}
	switch {
	case p.words("without a single", "without a", "without any"):
		scores, ok := p.scoreNoun()
		if !ok || !p.ofAll(from) {
			return nil
		}
		c.traits = []Trait{{Scores: scores, Times: &Quantity{}}}
	case p.words("that", "who", "which"):
		if !p.acts(&c) && !p.predicate(&c) {
			return nil
		}
		if len(c.traits[0].Scores) == 0 || p.times() != nil {
			return nil
		}
		behind := p.i
		if p.preposition(); p.text() != "" {
			if s, ok := p.it(); ok {
				c.scope = s
			} else {
				p.i = behind
			}
		}
	default:
		return nil
	}
	if !p.words("were", "are", "was", "is") {
		return nil
	}
	g, ok := p.group()
	if !ok || p.text() == "'s" || one && len(g) != 1 || !p.ends() || p.text() == "and" {
		return nil
	}
	return p.allOf(g, c)
}
