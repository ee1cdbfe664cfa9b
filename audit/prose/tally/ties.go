package tally

import "recount.invalid/recount/audit/prose"

// placedAlone reads that one alone has a place and a figure: "trade alone is at the foot of the
// table with +0.25", "Norland occupies the first place alone with +0.86". Nobody else has the
// figure.
func (p *parser) placedAlone() []Statement {
	if p.led || len(p.scope.on) > 0 {
		return nil
	}
	who, ok := p.who()
	if !ok || len(who) != 1 {
		return nil
	}
	alone := p.words("alone")
	if !p.words("is", "was", "stands", "stood", "comes", "came", "ranks", "ranked", "sits", "lies", "occupies", "occupied", "takes", "took", "holds", "held", "has", "finished", "ends", "ended", "leads", "led", "remains") {
		return nil
	}
	alone = p.words("alone") || alone
	if !p.rankNamed() {
		return nil
	}
	alone = p.words("alone") || alone
	p.words(",")
	if !alone || !p.words("with ~", "at ~", "on ~", "with an average of ~", "with a score of ~") {
		return nil
	}
	f := p.figures[p.tokens[p.i-1].n]
	if !p.ends() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{{{Unit: who[0].Kind, Trait: Trait{Relation: Equal, Figure: &f}, Quantity: Quantity{N: 1}, Named: who, Naming: AllNamed}}}}}
}

// rankNamed passes over a place in the ranking.
func (p *parser) rankNamed() bool {
	if p.words("at the foot of the table", "at the foot of the list", "at the foot of the ranking", "at the bottom of the table", "at the bottom of the list", "at the bottom of the ranking", "at the bottom", "at the top of the table", "at the top of the list", "at the top", "in the lead", "first", "last") {
		return true
	}
	from := p.i
	p.words("in the", "in", "on the", "the", "its")
	if p.ordinal(p.text()) || p.text() == "last" || p.text() == "top" || p.text() == "bottom" {
		p.i++
		p.words("place", "position", "rank", "spot")
		return true
	}
	p.i = from
	return false
}

// ofTheBest reads what none, or all, of the best members have: "none of the three leaders received
// a −1".
func (p *parser) ofTheBest() []Statement {
	if p.led || len(p.scope.on) > 0 || !p.words("none of the") {
		return nil
	}
	n, ok := p.number()
	if !ok && !p.words("top", "first", "best") {
		return nil
	}
	if !ok {
		if n, ok = p.number(); !ok || !p.words("members", "countries", "performers") {
			return nil
		}
	} else if !p.words("leaders", "leading members", "leading countries", "best members", "best performers", "top members", "top performers", "front runners") {
		return nil
	}
	if n < 2 || !p.words("received", "receives", "has", "had", "got", "was given", "scored", "earned", "obtained", "collected") {
		return nil
	}
	p.words("a single", "a", "an", "any")
	scores, ok := p.scoresCalled()
	if !ok || !p.ends() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{{{Best: n, Each: true, Trait: Trait{Scores: scores}, Quantity: Quantity{}}}}}}
}

// besideCommitments passes over the names of the commitments that are counted: "two commitments,
// trade and ports, are equal at +0.56".
func (p *parser) besideCommitments(c *counted) {
	from := p.i
	if !p.words(", namely", ",") {
		return
	}
	if on, ok := p.topicList(); ok && p.words(",") && len(on) == c.quantity.N {
		for _, n := range on {
			c.named = append(c.named, prose.Subject{Kind: prose.Commitment, Commitment: n})
		}
		c.naming = AllNamed
		return
	}
	p.i = from
}

// besideScores passes over what scores those that are counted have: "five members, all of them with
// one partial score, are equal second".
func (p *parser) besideScores() {
	from := p.i
	if p.words(", all of them with", ", each of them with", ", each with", ", all with", ", both with", ", each having", ", all having") {
		if _, ok := p.scoreList(Count{}); ok && p.words(",") {
			return
		}
	}
	p.i = from
}
