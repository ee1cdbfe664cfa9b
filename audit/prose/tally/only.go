package tally

import (
	"strings"

	"recount.invalid/recount/audit/prose"
)

// onlyScore reads what a member's only score of a kind was for: "Norland's only partial
// score was for trade", and "those of Sudland were for ports" behind it.
func (p *parser) onlyScore() []Statement {
	var g []string
	var scores []int
	if p.last != nil && p.last.noun && len(p.last.traits) == 1 && p.last.unit == prose.NoKind && p.words("those of", "that of") {
		var ok bool
		if g, ok = p.group(); !ok {
			return nil
		}
		scores = p.last.traits[0].Scores
	} else {
		var ok bool
		if g, ok = p.group(); !ok || !p.words("'s only", "'s sole", "'s single") {
			return nil
		}
		if scores, ok = p.scoreNoun(); !ok {
			return nil
		}
	}
	var on []int
	if p.words(", on", ", for") {
		s, ok := p.topic()
		if !ok || !p.words(",") || len(s.on) != 1 {
			return nil
		}
		on = s.on
	} else {
		if !p.words("was for", "was on", "were for", "were on", "is for", "is on", "are for", "are on", "was given for", "was in") {
			return nil
		}
		s, ok := p.topic()
		if !ok || len(s.on) != 1 || !p.ends() {
			return nil
		}
		on = s.on
	}
	t := Trait{Scores: scores}
	p.last = &counted{unit: prose.NoKind, noun: true, traits: []Trait{t}}
	return []Statement{{Ways: [][]Count{{
		{Members: g, Each: true, Trait: t, Quantity: Quantity{N: 1}},
		{Members: g, Each: true, Trait: t, On: on, Quantity: Quantity{Form: AllBut}},
	}}}}
}

// owner gives the members that a predicate at a place is said of: "Norland was the only
// member …", "Norland and Sudland, at −0.25, were the only …". A list that begins before
// them is not theirs alone.
func (p *parser) owner(i int) []string {
	j := i - 1
	if j >= 0 && (finite.Has(p.tokens[j].text) || p.tokens[j].text == "being" || p.tokens[j].text == "remains") {
		j--
	}
	if j >= 0 && p.tokens[j].text == "," {
		k := j - 1
		for k >= 0 && j-k < 10 && !strings.ContainsAny(p.tokens[k].text, ",;:()@") {
			k--
		}
		switch {
		case k >= 0 && p.tokens[k].text == "@":
			j = k
			if k+1 != i-1 && p.tokens[k+1].text != "," {
				return nil
			}
		case k > 0 && p.tokens[k].text == "," && p.tokens[k-1].text == "@":
			j = k - 1
		default:
			return nil
		}
	}
	if j < 0 || p.tokens[j].text != "@" {
		return nil
	}
	if j > 0 {
		switch p.tokens[j-1].text {
		case ",", ";", ":", "(", "but", "while", "whereas", "that", "by":
		default:
			return nil
		}
	}
	return p.members[p.tokens[j].n]
}

// itsOwner is the same for "it is the only member …" behind the only member that the sentence
// has named.
func (p *parser) itsOwner(i int) []string {
	if i < 2 || p.tokens[i-2].text != "it" {
		return nil
	}
	switch p.tokens[i-1].text {
	case "is", "was", "remains", "being":
	default:
		return nil
	}
	var g []string
	for _, t := range p.tokens[:i] {
		if t.text == "@" {
			if g != nil || len(p.members[t.n]) != 1 {
				return nil
			}
			g = p.members[t.n]
		}
	}
	return g
}

// namedBefore are the members that the paragraph names before a token.
func (p *parser) namedBefore(i int) []string {
	var out []string
	for _, m := range p.r.Members(p.before + p.upTo(i)) {
		out = append(out, m.Code)
	}
	return out
}

// theOnly reads who is alone: "Norland was the only member below zero", "the only two
// failures were Norland's", "none but Norland is below zero".
func (p *parser) theOnly() []Statement {
	from := p.i
	if p.words("none but", "no member but", "nobody but", "nobody except", "no member except") {
		g, ok := p.group()
		c := counted{unit: prose.Member, noun: true}
		if !ok || !p.predicate(&c) || !p.inScope(&c.scope) || !p.ends() {
			return nil
		}
		c.quantity, c.named, c.naming = Quantity{N: len(g)}, subjects(g), AllNamed
		return []Statement{{Ways: p.ways(c)}}
	}
	alone := p.words("the #") && p.tokens[p.i-1].n == 1 // "the one member below zero"
	if !alone && !p.words("the only", "the sole") {
		return nil
	}
	if !p.led && p.limitedLead(from) {
		return nil
	}
	n, numbered := 1, alone
	if !alone {
		n, numbered = p.number()
	}
	if !numbered {
		n = 1
	}
	if scores, ok := p.scoreNoun(); ok {
		return p.onlyScores(scores, n, numbered)
	}
	c := counted{noun: true, scope: p.scope}
	if p.words("negative averages", "negative average") {
		if !p.words("are those of", "were those of", "is that of", "was that of") {
			return nil
		}
		g, ok := p.group()
		if !ok || !p.ends() || numbered && n != len(g) {
			return nil
		}
		c.unit, c.traits = prose.Member, []Trait{{Relation: Below}}
		c.quantity, c.named, c.naming = Quantity{N: len(g)}, subjects(g), AllNamed
		return []Statement{{Ways: p.ways(c)}}
	}
	k, others, ok := p.noun()
	if !ok || others && k != prose.Member || k == prose.NoKind {
		return nil
	}
	plural := strings.HasSuffix(p.tokens[p.i-1].text, "s")
	c.unit = k
	c.land = strings.HasPrefix(p.tokens[p.i-1].text, "countr") || strings.HasPrefix(p.tokens[p.i-1].text, "government")
	if len(c.scope.on) == 0 && k == prose.Member {
		c.scope.on = p.aboutOne(from)
	}
	p.words("to end up", "to end the year", "to end", "to finish", "to have", "to be", "to score", "to receive", "to", "with", "whose average is")
	if !p.predicate(&c) {
		return nil
	}
	if len(c.traits[0].Scores) > 0 && k == prose.Member && len(c.scope.on) == 0 {
		if t := p.times(); t != nil {
			c.traits = c.traits[:1]
			c.traits[0].Times = t
		}
	}
	if !p.inScope(&c.scope) || c.traits[0].Times != nil && len(c.scope.on) > 0 {
		return nil
	}
	g := []string(nil)
	if k == prose.Member {
		if g = p.owner(from); g == nil {
			g = p.itsOwner(from)
		}
		if g == nil && p.words("are", "were", "is", "was", "being") {
			g, _ = p.group()
		}
	}
	if !p.ends() {
		return nil
	}
	switch {
	case g != nil && numbered && n != len(g), others && g == nil:
		return nil
	case others:
		c.quantity, c.named, c.naming = Quantity{Form: AtLeast, N: len(g) + 1}, subjects(g), LastNamed
		st := Statement{Ways: p.ways(c), Alone: true}
		if p.r.SpeaksOfPart(p.before) || p.r.SpeaksOfPart(p.upTo(from)) {
			st.Doubt = "some may be left out of what is counted"
		}
		for _, way := range st.Ways {
			way[0].Before = p.namedBefore(from)
		}
		return []Statement{st}
	case g != nil:
		c.quantity, c.named, c.naming = Quantity{N: len(g)}, subjects(g), AllNamed
	case numbered || !plural:
		c.quantity = Quantity{N: n}
	default:
		return nil
	}
	return []Statement{{Ways: p.ways(c)}}
}

// onlyScores reads on behind "the only two failures".
func (p *parser) onlyScores(scores []int, n int, numbered bool) []Statement {
	t := Trait{Scores: scores}
	all := Count{Trait: t, Quantity: Quantity{N: n}}
	if p.words("in the whole table", "of the year", "in the table", "among all scores") {
	}
	if !p.words("was", "were", "is", "are") {
		return nil
	}
	if p.words("given for", "for", "on", "that for", "awarded for") {
		s, ok := p.topic()
		if !ok || len(s.on) != 1 || !p.ends() {
			return nil
		}
		return []Statement{{Ways: [][]Count{{all, {Trait: t, On: s.on, Quantity: Quantity{N: n}}}}}}
	}
	p.words("those of", "that of", "given to")
	way := []Count{all}
	for {
		g, ok := p.group()
		if !ok {
			return nil
		}
		p.words("'s")
		way = append(way, Count{Members: g, Each: true, Trait: t, Quantity: Quantity{Form: AtLeast, N: 1}})
		if at := p.i; !p.words("and", ",") || p.text() != "@" {
			p.i = at
			break
		}
	}
	if !p.ends() {
		return nil
	}
	return []Statement{{Ways: [][]Count{way}}}
}

// oneOfOnly reads "one of only two commitments below zero".
func (p *parser) oneOfOnly() []Statement {
	if !p.words("one of only", "one of just", "# of only", "# of just") {
		return nil
	}
	n, ok := p.number()
	if !ok {
		return nil
	}
	k, others, ok := p.noun()
	c := counted{unit: k, noun: true, quantity: Quantity{N: n}, scope: p.scope}
	if !ok || others || k == prose.NoKind {
		return nil
	}
	p.words("to end", "to finish", "to have", "to be", "to score", "to receive", "to", "with")
	if !p.predicate(&c) {
		return nil
	}
	p.words("on average", "overall", "in all")
	if !p.inScope(&c.scope) || !p.ends() {
		return nil
	}
	return []Statement{{Ways: p.ways(c)}}
}
