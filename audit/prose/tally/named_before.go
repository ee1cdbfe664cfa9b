package tally

import (
	"recount.invalid/recount/audit/prose"
)

// soleBefore is the scope of a word that stands for a commitment at a place: the only one
// that the sentence names before it, or the sentence before where this one names none. It is
// open where several may be meant.
func (p *parser) soleBefore(i int) scope {
	for _, text := range []string{p.upTo(i), p.previous} {
		ns, sure := p.r.Catalogue.NamedIn(text)
		if !sure || len(ns) > 1 {
			break
		}
		if len(ns) == 1 {
			return scope{on: ns}
		}
	}
	return scope{open: true}
}

// explained is the commitment whose figure a colon explains: "trade stands at −0.45: thirteen
// members scored −1". It is none where a member is named, whose figure it may be.
func (p *parser) explained(i int) scope {
	figures := 0
	for _, t := range p.tokens[:i] {
		switch t.text {
		case "@", ";", ":":
			return scope{}
		case "~":
			figures++
		}
	}
	if figures != 1 {
		return scope{}
	}
	if ns, sure := p.r.Catalogue.NamedIn(p.upTo(i)); sure && len(ns) == 1 {
		return scope{on: ns}
	}
	return scope{}
}

// eachBefore is the scope of "in each" at a place: the commitments that the sentence names
// before it, otherwise those of the sentence before. It is open where that is not certain.
func (p *parser) eachBefore(i int, both bool) scope {
	for _, text := range []string{p.upTo(i), p.previous} {
		ns, sure := p.r.Catalogue.NamedIn(text)
		if !sure || len(ns) == 1 || both && len(ns) > 2 {
			break
		}
		if len(ns) > 1 {
			return scope{on: ns, each: true}
		}
	}
	return scope{open: true}
}

// upTo is the sentence before a token.
func (p *parser) upTo(i int) string {
	if i < len(p.tokens) {
		return p.sentence[:p.tokens[i].from]
	}
	return p.sentence
}

// ofAll reports whether a statement at a place is of all commitments: its clause is led by
// none of them, nothing before it in the sentence names one, and the sentence before does not
// either, unless this one gives an average before the place.
func (p *parser) ofAll(i int) bool {
	if p.led || len(p.scope.on) > 0 || p.scope.open || p.r.Catalogue.Touches(p.upTo(i)) {
		return false
	}
	for _, t := range p.tokens[:i] {
		if t.text == "~" {
			return true
		}
	}
	return !p.r.Catalogue.Touches(p.previous)
}

// each passes over words that say something of each of the commitments before: "in each,",
// "in both of them,".
func (p *parser) each() (scope, bool) {
	from := p.i
	if !p.words("in", "on", "for") {
		return scope{}, false
	}
	both := p.text() == "both"
	if p.words("each of them ,", "each of these ,", "each case ,", "each ,", "each of them", "both of them ,", "both of these ,", "both cases ,", "both ,", "both of them") {
		return p.eachBefore(from, both), true
	}
	p.i = from
	return scope{}, false
}

// it passes over a word for the commitment before, or the name of one.
func (p *parser) it() (scope, bool) {
	from := p.i
	if p.words("it", "this commitment", "that commitment") {
		return p.soleBefore(from), true
	}
	return p.topic()
}

// groups passes over members in a list with prepositions: "by Norland and by Sudland".
func (p *parser) groups() ([]string, bool) {
	g, ok := p.group()
	if !ok {
		return nil, false
	}
	out := append([]string(nil), g...)
	for {
		from := p.i
		if !p.words("and by", ", by", ", and by", "as well as by", "and also by") {
			return out, true
		}
		more, ok := p.group()
		if !ok {
			p.i = from
			return out, true
		}
		out = append(out, more...)
	}
}

// allOf is a count of the only members that have a trait for a scope.
func (p *parser) allOf(g []string, c counted) []Statement {
	c.unit, c.quantity, c.named, c.naming = prose.Member, Quantity{N: len(g)}, subjects(g), AllNamed
	return []Statement{{Ways: p.ways(c), Alone: true}}
}
