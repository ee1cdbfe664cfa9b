package tally

import (
	"strings"

	"recount.invalid/recount/audit/prose"
)

// deeds reads how often members did what a score is given for, on what, and on how many of the
// commitments: "Norland failed three times, on trade, ports and reefs", "Norland was second at
// +0.88 and missed full compliance only on trade", "Norland, with −0.75, failed two of the four
// commitments and complied partially with one".
func (p *parser) deeds() []Statement {
	from := p.i
	kinds, ok := p.deed()
	if !ok {
		return nil
	}
	g := p.actor(from)
	if g == nil || p.led || len(p.scope.on) > 0 {
		return nil
	}
	if q, ok := p.portionDone(); ok {
		return p.portionsDone(g, kinds, q)
	}
	if !p.ofAll(from) {
		return nil
	}
	var on []int
	n := 0
	switch t := p.times(); {
	case t != nil && t.Form != Exactly:
		return nil
	case t != nil:
		n = t.N
		if at := p.i; p.words(", on", ", namely on", ", with", ": on", "on", ", for", "for") {
			if on, ok = p.topicList(); !ok {
				p.i = at
				if p.text() != "," {
					return nil // on something that is not understood
				}
			}
		}
	case p.words("only on", "only with", "only for", "only in"):
		if on, ok = p.topicList(); !ok {
			return nil
		}
		n = len(on)
	default:
		return nil
	}
	if !p.ends() || p.text() == "and" && !p.plainNext() {
		return nil
	}
	p.last = nil
	var ways [][]Count
	for _, scores := range kinds {
		t := Trait{Scores: scores}
		way := []Count{{Members: g, Each: true, Trait: t, Quantity: Quantity{N: n}}}
		if len(on) > 0 {
			if len(on) != n {
				return nil
			}
			for _, c := range on {
				way = append(way, Count{Members: g, Each: true, Trait: t, On: []int{c}, Quantity: Quantity{Form: AllBut}})
			}
		}
		ways = append(ways, way)
	}
	return []Statement{{Ways: ways}}
}

// plainNext reports whether a verb or another subject follows an "and", with which something else
// begins.
func (p *parser) plainNext() bool {
	if p.i+1 >= len(p.tokens) {
		return false
	}
	next := p.tokens[p.i+1].text
	return next == "@" || finite.Has(next) || next == "complied" || next == "failed"
}

// deed passes over the verb for what a score is given for, with the kinds of scores that it may
// mean: to fail may be to fall short.
func (p *parser) deed() ([][]int, bool) {
	full, part, none, short := []int{1}, []int{0}, []int{-1}, []int{-1, 0}
	p.words("was found", "were found")
	switch {
	case p.words("missed full compliance", "missed full marks", "missed a full score", "fell short of full compliance", "fell short of full marks", "did not comply fully", "did not comply in full", "did not fully comply"):
		return [][]int{short}, true
	case p.words("not to have complied", "did not comply", "failed to comply", "failed"):
		return [][]int{none, short}, true
	case p.words("complied fully", "complied in full", "fully complied", "to have complied fully", "to have complied in full", "succeeded in full"):
		return [][]int{full}, true
	case p.words("complied partially", "complied partly", "complied in part", "partially complied", "to have complied partially", "to have complied in part"):
		return [][]int{part}, true
	}
	return nil, false
}

// portionDone passes over the commitments, of all, on which something was done: "with three of
// its six commitments".
func (p *parser) portionDone() (Quantity, bool) {
	from := p.i
	p.words("on", "with", "in", "to meet")
	if q, ok := p.ofCommitments(); ok && p.tokens[p.i-1].text != "them" {
		return q, true
	}
	p.i = from
	return Quantity{}, false
}

// portionsDone reads on behind the first of several portions: "and complied partially with one".
func (p *parser) portionsDone(g []string, kinds [][]int, q Quantity) []Statement {
	ways := make([][]Count, 0, len(kinds))
	for _, scores := range kinds {
		ways = append(ways, []Count{{Members: g, Each: true, Trait: Trait{Scores: scores}, Quantity: q}})
	}
	for n := 0; n < 3; n++ {
		from := p.i
		if !p.words(", and", "and", ", but", "but", ",") {
			break
		}
		more, ok := p.deed()
		if !ok {
			p.i = from
			break
		}
		p.words("on", "with", "in")
		num, ok := p.number()
		if !ok {
			return nil
		}
		p.words("of them", "commitments", "commitment", "others", "other")
		for i := range ways {
			ways[i] = append(ways[i], Count{Members: g, Each: true, Trait: Trait{Scores: more[0]}, Quantity: Quantity{N: num}})
		}
	}
	if !p.ends() || p.text() == "and" && !p.plainNext() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: ways}}
}

// actor gives the members that a verb at a place is said of: they stand right before it, or
// nothing but a figure and a place does between, and their clause begins with them.
func (p *parser) actor(i int) []string {
	j := i - 1
	if j >= 0 && (p.tokens[j].text == "and" || p.tokens[j].text == "but") {
		j--
	}
	for ; j >= 0 && p.tokens[j].text != "@"; j-- {
		if t := p.tokens[j].text; !placing(t) && !p.ordinal(t) || t == "had" {
			return nil
		}
	}
	if j < 0 {
		return nil
	}
	if j > 0 && !strings.Contains(" , ; : but while whereas and ", " "+p.tokens[j-1].text+" ") {
		return nil
	}
	if p.limitedBefore(j) {
		return nil
	}
	return p.members[p.tokens[j].n]
}

// limitedBefore reports whether the sentence is led by words that limit what is said of the
// members at a place: "of the island members, Norland", "in trade, Norland".
func (p *parser) limitedBefore(i int) bool {
	if i < 2 || p.tokens[i-1].text != "," || !limits.Has(p.tokens[0].text) {
		return false
	}
	for _, t := range p.tokens[1 : i-1] {
		if t.text == ";" || t.text == ":" {
			return false // that was another statement
		}
		if t.text == "~" {
			return false // "with a score of −0.25, Norland"
		}
	}
	return true
}

// limitedLead is the same of a place further behind in the sentence.
func (p *parser) limitedLead(i int) bool {
	for j := 1; j < i; j++ {
		if p.tokens[j].text == "," {
			return p.limitedBefore(j + 1)
		}
	}
	return false
}

// ordinal reports whether a word is one.
func (p *parser) ordinal(word string) bool {
	n, _ := p.r.Words().OrdinalWord(word)
	return n > 0
}

// topicList passes over the names of commitments in a list, each as its heading or a part of it has
// it, with the issue area before a colon or without.
func (p *parser) topicList() ([]int, bool) {
	from := p.i
	for p.words("the commitment on", "the commitments on", "the") {
	}
	start, end := p.i, p.i
	for end < len(p.tokens) && end < start+mostListed && (p.ofName(end) || end > start && p.tokens[end].text == ":" || p.tokens[end].text == "@" && p.r.Catalogue.Touches(p.sentence[p.tokens[end].from:p.tokens[end].to])) {
		end++
	}
	for ; end > start; end-- {
		if !p.r.Catalogue.Touches(p.sentence[p.tokens[end-1].from:p.tokens[end-1].to]) {
			continue
		}
		if ns, ok := p.r.Catalogue.Labelled(p.sentence[p.tokens[start].from:p.tokens[end-1].to]); ok {
			p.i = end
			return ns, true
		}
	}
	p.i = from
	return nil, false
}

// mostListed is how many words the names of several commitments may have.
const mostListed = 30

// kindOfScores passes over what scores of one kind are called where commitments have them.
func (p *parser) kindOfScores() ([]int, bool) {
	switch {
	case p.words("full compliance"):
		return []int{1}, true
	case p.words("partial compliance", "work in progress"):
		return []int{0}, true
	case p.words("non-compliance", "noncompliance", "no compliance"):
		return []int{-1}, true
	}
	p.words("a", "only", "just")
	return p.scoreNoun()
}

// drew reads from how many members a commitment has scores of a kind: "trade, in last place at
// −0.14, drew full compliance from three countries, Norland, Sudland and Estland".
func (p *parser) drew() []Statement {
	s, ok := p.promise()
	if !ok || len(s.on) != 1 || p.led {
		return nil
	}
	p.aside()
	if !p.words("drew", "attracted", "received", "obtained", "got", "earned", "won", "has", "had", "saw", "found", "recorded", "registered", "produced") {
		return nil
	}
	var out []Statement
	for n := 0; n < 3; n++ {
		scores, ok := p.kindOfScores()
		if !ok || !p.words("from", "by", "for", "in", "among") {
			return nil
		}
		if st := p.fromAlone(s, scores); st != nil {
			return append(out, st...)
		}
		if g, ok := p.group(); ok {
			if p.text() == "'s" {
				return nil
			}
			out = append(out, Statement{Ways: [][]Count{{{Members: g, Each: true, Trait: Trait{Scores: scores}, On: s.on, Quantity: Quantity{Form: AllBut}}}}})
		} else {
			c, ok := p.subject()
			if !ok || c.unit != prose.Member || !c.noun && n == 0 {
				return nil
			}
			c.scope, c.traits = s, []Trait{{Scores: scores}}
			p.namesBehind(&c)
			p.last = &c
			out = append(out, Statement{Ways: p.ways(c)})
		}
		from := p.i
		if p.words(", and", "and", ",") {
			if _, more := p.kindOfScores(); more {
				p.i = from
				p.words(", and", "and", ",")
				continue
			}
			p.i = from
		}
		break
	}
	if !p.ends() {
		return nil
	}
	return out
}

// fromAlone reads the only members that have a kind of score for a commitment: "from Norland
// alone", "for Norland and Sudland only".
func (p *parser) fromAlone(s scope, scores []int) []Statement {
	from := p.i
	only := p.words("only", "just")
	g, ok := p.group()
	if ok && (p.words("alone", "only") || only) && p.text() != "'s" && p.ends() {
		return p.allOf(g, counted{noun: true, scope: s, traits: []Trait{{Scores: scores}}})
	}
	p.i = from
	return nil
}
