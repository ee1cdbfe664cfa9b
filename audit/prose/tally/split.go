package tally

import (
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// split reads how the scores of one kind fall to members: "of the six negative scores Norland took
// three, Sudland two and Estland one", "the four scores of −1 are spread over four different
// members".
func (p *parser) split() []Statement {
	if p.led || len(p.scope.on) > 0 || p.scope.open {
		return nil
	}
	switch {
	case p.words("of the"):
		return p.splitAmong()
	case p.words("the"):
		return p.spreadOver()
	}
	return nil
}

// totalOf passes over a number of scores of one kind.
func (p *parser) totalOf() (Count, bool) {
	n, ok := p.number()
	if !ok || n == 0 {
		return Count{}, false
	}
	scores, ok := p.scoresCalled()
	if !ok {
		return Count{}, false
	}
	return Count{Trait: Trait{Scores: scores}, Quantity: Quantity{N: n}, Given: !p.ofAll(p.i)}, true
}

// scoresCalled passes over what scores of one kind are called, "negative scores" too.
func (p *parser) scoresCalled() ([]int, bool) {
	switch {
	case p.words("negative scores", "negative score", "cases of non-compliance", "cases of noncompliance"):
		return []int{-1}, true
	case p.words("positive scores", "positive score", "cases of full compliance"):
		return []int{1}, true
	case p.words("cases of partial compliance"):
		return []int{0}, true
	}
	return p.scoreNoun()
}

// splitAmong reads on behind "of the": the members are all that have such scores where their
// numbers make up all of them.
func (p *parser) splitAmong() []Statement {
	total, ok := p.totalOf()
	if !ok {
		return nil
	}
	p.words(",")
	way := []Count{total}
	for first := true; ; first = false {
		g, ok := p.group()
		if !ok || len(g) != 1 || p.text() == "'s" {
			return nil
		}
		if !p.words("took", "takes", "has", "have", "had", "received", "got", "collected", "earned", "accounts for", "accounted for") && first {
			return nil
		}
		q := Quantity{}
		if p.words("all") {
			q = Quantity{N: total.Quantity.N}
		} else if n, ok := p.number(); ok {
			q = Quantity{N: n}
		} else if !p.words("none") {
			return nil
		}
		way = append(way, Count{Members: g, Each: true, Trait: total.Trait, Quantity: q})
		at := p.i
		if !p.words(", and", "and", ",", ", while", "while") || p.text() != "@" {
			p.i = at
			break
		}
	}
	if !p.ends() {
		return nil
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{way}}}
}

// spreadOver reads on behind "the": over how many members such scores are spread.
func (p *parser) spreadOver() []Statement {
	total, ok := p.totalOf()
	if !ok || !p.words("are", "were") || !p.words("spread over", "spread across", "spread among", "distributed over", "distributed among", "divided among", "shared by") {
		return nil
	}
	n, ok := p.number()
	if !ok {
		return nil
	}
	p.words("different", "separate")
	switch k, others, ok := p.noun(); {
	case !ok || others || !p.ends():
		return nil
	case k == prose.Member:
		p.last = nil
		return []Statement{{Ways: [][]Count{{total, {Unit: prose.Member, Trait: Trait{Scores: total.Trait.Scores, Times: &Quantity{Form: AtLeast, N: 1}}, Quantity: Quantity{N: n}}}}}}
	}
	return nil
}

// cases reads how often a kind of score was given: "full compliance was registered in 25 cases out
// of 35".
func (p *parser) cases() []Statement {
	if p.led || len(p.scope.on) > 0 || p.scope.open || p.i > 0 {
		return nil
	}
	all := p.ofAll(p.i)
	if !all && p.r.Catalogue.Touches(p.sentence) {
		return nil
	}
	scores, ok := p.kindOfScores()
	if !ok || !p.words("was registered", "was recorded", "was found", "was noted", "was achieved", "was reached", "was observed", "were registered", "were recorded", "were given", "were awarded", "was awarded", "was given", "is found", "occurred") {
		return nil
	}
	p.words("in", "only", "just")
	n, ok := p.number()
	if !ok {
		return nil
	}
	c := Count{Trait: Trait{Scores: scores}, Quantity: Quantity{N: n}}
	cases := p.words("cases", "times", "instances", "cells")
	if p.words("out of the", "out of", "of the", "of") {
		if c.Whole, ok = p.number(); !ok {
			return nil
		}
		cases = p.words("cases", "cells", "instances") || cases
	}
	if !cases || !p.ends() || !all && c.Whole <= p.r.MemberCount {
		return nil // of the commitment of which the sentence before speaks, perhaps
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{{c}}}}
}

// percents reads the parts of all scores in percentages: "69% of the scores were full, 20% partial
// and 11% non-compliance".
func (p *parser) percents() []Statement {
	if !p.ofAll(p.i) {
		return nil
	}
	var way []Count
	for n := 0; n < 3; n++ {
		share, ok := p.percent()
		if !ok {
			return nil
		}
		if n == 0 {
			if !p.words("of the scores", "of all scores", "of all the scores", "of scores", "of the # scores", "of all # scores") {
				return nil
			}
			if !p.words("are", "were", "is", "was", "indicate", "indicated") {
				return nil
			}
		} else {
			p.words("are", "were", "is", "was")
		}
		p.words("for", "of")
		scores, ok := p.kindInPercents()
		if !ok {
			return nil
		}
		way = append(way, Count{Trait: Trait{Scores: scores}, Quantity: Quantity{Form: AtLeast}, Share: share})
		at := p.i
		if !p.words(", and", "and", ",", "but") || p.text() != "~" && p.text() != "#" {
			p.i = at
			break
		}
	}
	if !p.ends() || len(way) < 2 {
		return nil // one alone may be of a part of which the sentence before speaks
	}
	p.last = nil
	return []Statement{{Ways: [][]Count{way}}}
}

// kindInPercents passes over the kind of scores behind a percentage.
func (p *parser) kindInPercents() ([]int, bool) {
	switch {
	case p.words("full compliance", "full ones", "full", "positive ones", "positive", "successes"):
		return []int{1}, true
	case p.words("partial compliance", "partial ones", "partial", "zeros", "zero", "work in progress", "neutral"):
		return []int{0}, true
	case p.words("non-compliance", "noncompliance", "negative ones", "negative", "failures", "failing"):
		return []int{-1}, true
	case p.words("$"):
		return []int{p.tokens[p.i-1].n}, true
	case p.text() == "#" && p.tokens[p.i].n == 0:
		p.i++
		return []int{0}, true
	}
	return nil, false
}

// percent passes over a percentage in figures or in words.
func (p *parser) percent() (*model.Decimal, bool) {
	if p.text() == "~" {
		if f := p.figures[p.tokens[p.i].n]; f.Percent != nil && f.Value == nil {
			p.i++
			return f.Percent, true
		}
		return nil, false
	}
	from := p.i
	if n, ok := p.number(); ok && p.words("percent", "per cent") {
		return &model.Decimal{Units: int64(n)}, true
	}
	p.i = from
	return nil, false
}
