package tally

import (
	"strings"

	"recount.invalid/recount/audit/prose"
)

// records reads how many scores of each kind somebody has: "it has two scores of −1 against
// one of +1", "Norland had three scores of 0 and a single −1", "port fees has two failures".
func (p *parser) records() []Statement {
	var base Count
	from := p.i
	if g, ok := p.group(); ok {
		if p.text() == "'s" {
			return nil
		}
		base = Count{Members: g, Each: true}
	} else if g := p.pronoun(); g != nil {
		base = Count{Members: g, Each: true}
	} else if s, ok := p.topic(); ok && len(s.on) == 1 {
		base = Count{On: s.on}
	} else {
		return nil
	}
	if st := p.alsoHas(base); st != nil {
		return st
	}
	if p.led || len(base.Members) > 0 && !p.ofAll(from) || !p.words("has", "have", "had", "got", "received", "receives", "earned", "was given", "were given", "collected") {
		return nil
	}
	way, ok := p.scoreList(base)
	if !ok {
		return nil
	}
	p.words("each", "apiece", "in all", "altogether")
	if !p.endsList() {
		return nil
	}
	p.last = nil
	if len(way) == 1 {
		p.last = &counted{unit: prose.NoKind, traits: []Trait{way[0].Trait}, record: true}
	}
	return p.listed(base.Members, way)
}

// alsoHas reads how many of the same scores a further member has: "Norland had one failure and
// Sudland three".
func (p *parser) alsoHas(base Count) []Statement {
	if p.last == nil || !p.last.record || len(base.Members) != 1 {
		return nil
	}
	from := p.i
	n, ok := 0, p.words("none")
	if !ok {
		n, ok = p.number()
	}
	if !ok || !p.ends() {
		p.i = from
		return nil
	}
	base.Trait, base.Quantity = p.last.traits[0], Quantity{N: n}
	return p.listed(base.Members, []Count{base})
}

// behindFigure reads the scores that make up the figure before a colon: "Norland is lowest, at
// −0.80: three scores of −1 and a single 0".
func (p *parser) behindFigure() []Statement {
	from := p.i
	if from == 0 || p.tokens[from-1].text != ":" || from < 2 {
		return nil
	}
	var g []string
	figures := 0
	for j := from - 2; j >= 0; j-- {
		t := p.tokens[j].text
		if t == "@" {
			if g != nil {
				return nil
			}
			g = p.members[p.tokens[j].n]
			if p.r.Catalogue.Touches(p.upTo(j)) {
				return nil
			}
			if j > 0 {
				switch p.tokens[j-1].text {
				case "and", ",", "but", "while", "by", "is":
				default:
					return nil
				}
			}
			break
		}
		if t == "~" {
			figures++
		}
		if t == ";" || t == ":" || t == "(" {
			return nil
		}
	}
	if len(g) != 1 || figures != 1 || !p.placedSince(from-1) {
		return nil
	}
	way, ok := p.scoreList(Count{Members: g, Each: true})
	if !ok || !p.endsList() {
		return nil
	}
	return p.listed(g, way)
}

// scoreList passes over numbers of scores of several kinds.
func (p *parser) scoreList(base Count) (way []Count, ok bool) {
	for {
		n, scores, ok := p.howMany()
		if !ok {
			if n, scores, ok = p.howManyOf(); ok && len(way) == 0 && p.text() != "and" && p.text() != "," {
				return nil, false // "two full" of what
			}
		}
		if !ok {
			return nil, false
		}
		c := base
		c.Trait, c.Quantity = Trait{Scores: scores}, Quantity{N: n}
		if p.words("out of #", "of #") {
			c.Whole = p.tokens[p.i-1].n
		}
		way = append(way, c)
		if at := p.i; p.words(", and", "and", "to", "against", ",", "but", "as against") {
			if n := p.text(); n == "#" || n == "a" || n == "an" || n == "no" {
				continue
			}
			p.i = at
		}
		return way, true
	}
}

// howManyOf passes over a further number without the noun: "against one of +1", "one full and
// one negative".
func (p *parser) howManyOf() (n int, scores []int, ok bool) {
	from := p.i
	switch {
	case p.words("a single", "a", "an"):
		n = 1
	default:
		if n, ok = p.number(); !ok {
			return 0, nil, false
		}
	}
	switch {
	case p.words("of $"):
		return n, []int{p.tokens[p.i-1].n}, true
	case p.words("of #") && p.tokens[p.i-1].n == 0, p.words("of zero", "zeros", "zeroes"), p.words("#") && p.tokens[p.i-1].n == 0:
		return n, []int{0}, true
	case p.words("full ones", "full one", "full", "positive ones", "positive one", "positive"):
		return n, []int{1}, true
	case p.words("partial ones", "partial one", "partial"):
		return n, []int{0}, true
	case p.words("negative ones", "negative one", "negative"):
		return n, []int{-1}, true
	}
	p.i = from
	return 0, nil, false
}

// allOfKind passes over words for scores of one kind and of no other: "nothing but zeros".
func (p *parser) allOfKind() ([]int, bool) {
	from := p.i
	if p.words("nothing but", "only", "none but") {
		if scores, ok := p.scoreNoun(); ok && strings.HasSuffix(p.tokens[p.i-1].text, "s") {
			return scores, true
		}
		if p.words("zeros", "zeroes") {
			return []int{0}, true
		}
	}
	p.i = from
	return nil, false
}

// composed reads the scores that a figure comes from, behind whose it is: "Norland has a positive
// average, +0.33, made up of two full scores and a failure", "Norland's record of four failures".
func (p *parser) composed() []Statement {
	j := p.i
	owned := p.text() == "@"
	if owned {
		p.i++
		if !p.words("'s record of", "'s ~ is the result of", "'s ~ is the product of", "'s ~ comes from", "'s ~ consists of", "'s ~ is made up of", "'s ~ rests on", "'s ~ stems from", "'s ~ is based on") {
			return nil
		}
	} else {
		if !p.words("made up of", "consisting of", "composed of", "resulting from", "the result of", "the product of", "that is") {
			return nil
		}
		for j--; j >= 0 && p.tokens[j].text != "@"; j-- {
			if t := p.tokens[j].text; t != "," && !placing(t) && t != "positive" && t != "negative" && t != "only" {
				return nil
			}
		}
	}
	if j < 0 || p.r.Catalogue.Touches(p.upTo(j)) {
		return nil
	}
	if j > 0 {
		switch p.tokens[j-1].text {
		case ",", ";", ":", "but", "while", "whereas", "and", "only":
		default:
			return nil
		}
	}
	g := p.members[p.tokens[j].n]
	way, ok := p.scoreList(Count{Members: g, Each: true})
	if !ok || len(g) > 1 {
		return nil
	}
	if owned && p.text() != "," && !nextEnds(p.text()) && !p.words("puts it", "put it", "places it", "leaves it") {
		return nil
	}
	return p.listed(g, way)
}

// endsList reports whether a list of scores ends here, and nothing limits it.
func (p *parser) endsList() bool {
	if p.text() == "and" && !p.alsoNext() || p.text() == "," && p.i+1 < len(p.tokens) && p.tokens[p.i+1].text == "#" {
		return false
	}
	return p.ends()
}

// alsoNext reports whether another member's number follows: "and Sudland three".
func (p *parser) alsoNext() bool {
	if p.i+2 >= len(p.tokens) || p.tokens[p.i+1].text != "@" {
		return false
	}
	next := p.tokens[p.i+2].text
	return next == "#" || next == "none"
}

// listed is a statement of a list of scores: of each of several members, or of all of them.
func (p *parser) listed(g []string, way []Count) []Statement {
	ways := [][]Count{way}
	if len(g) > 1 {
		var joint []Count
		for _, c := range way {
			c.Each = false
			joint = append(joint, c)
		}
		ways = append(ways, joint)
	}
	return []Statement{{Ways: ways}}
}
