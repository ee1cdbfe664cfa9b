package tally

import (
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/vocabulary"
)

// dependent reads why a commitment has its average, in a clause behind it: "trade is last at
// −0.40, since Norland and Sudland did not comply", "with Norland in partial compliance",
// "Norland alone having complied in full", "as ten members failed". The commitment is the only
// one that the sentence has named, and nothing but plain words on scores stand before.
func (p *parser) dependent() []Statement {
	from := p.i
	if from == 0 || !p.joins(from) {
		return nil
	}
	on := p.aboutOne(from)
	if on == nil {
		return nil
	}
	c := counted{noun: true, scope: scope{on: on}}
	if st := p.kindsBy(on); st != nil {
		return st
	}
	p.i = from
	if st := p.allBut(on); st != nil {
		return st
	}
	p.i = from
	only := p.words("only", "just")
	g, ok := p.group()
	if !ok {
		p.i = from
		return p.countOn(on)
	}
	if p.text() == "'s" {
		return nil
	}
	only = p.words("alone") || only
	p.words("each", "both", "all")
	participle := p.words("having", "being", "remaining")
	if before := p.tokens[from-1].text; (before == "," || before == "and") && !only && !participle && p.ended != from-1 && p.ended != from-2 {
		return nil // a list, perhaps
	}
	p.words("fell", "fallen", "falling", "dropped", "dropping")
	c.unit = prose.Member
	if !p.escapes(&c) && !p.acts(&c) && !p.predicate(&c) {
		return nil
	}
	for _, t := range c.traits {
		if len(t.Scores) == 0 && (t.Relation != Equal || t.Figure != nil) {
			return nil // an average
		}
	}
	if p.times() != nil || !p.scopeBehind(&c) || len(c.scope.on) != 1 || !p.ends() {
		return nil
	}
	p.last = nil
	if only {
		return p.allOf(g, c)
	}
	var ways [][]Count
	for _, t := range c.traits {
		k := Count{Members: g, Each: true, Trait: t, On: c.scope.on, Quantity: Quantity{Form: AllBut}}
		if len(t.Scores) == 0 {
			return nil // of averages of zero
		}
		ways = append(ways, []Count{k})
	}
	return []Statement{{Ways: ways}}
}

// allBut reads "all but Norland having complied in full".
func (p *parser) allBut(on []int) []Statement {
	if !p.words("all but", "all except", "all members but", "all members except", "everybody but", "everyone but", "every member but", "every member except", "all the members but") {
		return nil
	}
	g, ok := p.group()
	if !ok || p.text() == "'s" {
		return nil
	}
	p.words("having", "being")
	c := counted{unit: prose.Member, noun: true, scope: scope{on: on}}
	if !p.acts(&c) && !p.predicate(&c) || len(c.traits[0].Scores) == 0 || p.times() != nil || !p.scopeBehind(&c) || !p.ends() {
		return nil
	}
	c.quantity, c.named, c.naming = Quantity{Form: AllBut, N: len(g)}, subjects(g), OthersNamed
	p.last = nil
	return []Statement{{Ways: p.ways(c)}}
}

// joins reports whether a clause may begin at a place that says more of a commitment.
func (p *parser) joins(i int) bool {
	switch p.tokens[i-1].text {
	case "as", "since", "because", "where", "while", "whereas", "with", "although", "though", "and", ",", ":", ";", "on", "to", "through":
		return true
	case "but": // "all but Norland" is none
		return i > 1 && p.tokens[i-2].text == ","
	}
	return false
}

// aboutOne is the commitment of which a clause at a place says more: the only one that the
// sentence has named before, in a statement that has nothing but plain words.
func (p *parser) aboutOne(i int) []int {
	if ns := p.aboutThese(i); len(ns) == 1 {
		return ns
	}
	return nil
}

// aboutThese are the commitments that a sentence has named before a place, where nothing but
// plain words on scores stand beside them.
func (p *parser) aboutThese(i int) []int {
	ns, sure := p.r.Catalogue.NamedIn(p.upTo(i))
	if !sure {
		return nil
	}
	v := p.r.Words()
	for _, t := range p.tokens[:i] {
		if len(t.text) == 1 && strings.Contains("@~#$,;:(.", t.text) || t.text == "'s" {
			continue
		}
		if !v.Has(vocabulary.StatementWords, t.text) && !joining.Has(t.text) && !p.r.Catalogue.Touches(p.sentence[t.from:t.to]) {
			return nil
		}
	}
	return ns
}

// escapes passes over words for any score but the worst: "escaped −1", "did not fail".
func (p *parser) escapes(c *counted) bool {
	from := p.i
	if p.words("did not fail") {
		c.traits = []Trait{{Scores: []int{0, 1}}}
		return true
	}
	if p.words("escaped", "escaping", "avoided", "avoiding") {
		p.words("a", "failure with", "score of")
		if p.words("failure") || p.words("$") && p.tokens[p.i-1].n == -1 {
			c.traits = []Trait{{Scores: []int{0, 1}}}
			return true
		}
	}
	p.i = from
	return false
}

// countOn reads a count of members for a commitment.
func (p *parser) countOn(on []int) []Statement {
	scopeBefore, led, last := p.scope, p.led, p.last
	p.scope, p.led = scope{on: on}, true
	if p.last != nil && p.last.unit != prose.Member {
		p.last = nil
	}
	found := p.count()
	p.scope, p.led = scopeBefore, led
	if found == nil || p.last == nil || p.last.unit != prose.Member || len(p.last.traits[0].Scores) == 0 {
		p.last = last
		return nil
	}
	return found
}

// kindsBy reads who has scores of a kind: "thanks to full compliance by Norland and failures by
// Sudland".
func (p *parser) kindsBy(on []int) []Statement {
	var way []Count
	for {
		var scores []int
		switch {
		case p.words("full compliance by", "full compliance of", "full marks for", "full scores for", "a full score for"):
			scores = []int{1}
		case p.words("partial compliance by", "partial compliance of", "partial scores for", "a partial score for"):
			scores = []int{0}
		case p.words("failures by", "a failure by", "failure by", "the failure of", "failures of"):
			scores = []int{-1}
		default:
			return nil
		}
		if len(way) == 0 {
			if st := p.fromAlone(scope{on: on}, scores); st != nil {
				return st
			}
		}
		g, ok := p.group()
		if !ok || p.text() == "'s" {
			return nil
		}
		way = append(way, Count{Members: g, Each: true, Trait: Trait{Scores: scores}, On: on, Quantity: Quantity{Form: AllBut}})
		if at := p.i; p.words("and", ", and", ",", "but") && (p.text() == "full" || p.text() == "partial" || p.text() == "failures" || p.text() == "a" || p.text() == "failure") {
			continue
		} else {
			p.i = at
		}
		if !p.ends() {
			return nil
		}
		p.last = nil
		return []Statement{{Ways: [][]Count{way}}}
	}
}
