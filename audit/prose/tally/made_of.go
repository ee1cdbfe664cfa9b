package tally

// plainSince reports whether the words between the last members and a place only give them a
// figure or a place: "responded to the floods with a success" tells of something else.
func (p *parser) plainSince(i int) bool {
	for i--; i >= 0 && p.tokens[i].text != "@"; i-- {
		if t := p.tokens[i].text; !verbs.Has(t) && !standing.Has(t) && !placing(t) {
			return false
		}
	}
	return true
}

// someOfThese reports whether what is said at word i is said of some of those who are listed
// before it: "Norland, Sudland and Eastland are second, the first two with three failures".
func (p *parser) someOfThese(i int) bool {
	if p.tokens[i].text == "," {
		return false
	}
	for j := i - 1; j > 0 && p.tokens[j].text != "@"; j-- {
		if p.tokens[j-1].text == "," {
			return p.tokens[j].text == "the" || p.tokens[j].text == "those"
		}
	}
	return false
}

// madeOf reads what the scores of the sentence's members are: "each with two failures and
// a success", "without a single score of −1", "both having missed full marks on two
// commitments".
func (p *parser) madeOf() []Statement {
	from := p.i
	each := p.words(", each", ", both", ", all")
	if !each && !p.words(",") && p.text() != "with" && p.text() != "without" && p.text() != "having" {
		return nil
	}
	var g []string
	for j := from - 1; j >= 0; j-- {
		if t := p.tokens[j].text; t == "@" {
			g = p.members[p.tokens[j].n]
			if j > 0 {
				switch p.tokens[j-1].text {
				case ",", ";", ":", "but", "while", "whereas":
				case "does", "is", "did":
					if p.tokens[p.i-1].text != "both" {
						return nil
					}
				default:
					return nil
				}
			}
			break
		} else if t == ";" || t == ":" || t == "while" || t == "whereas" || t == "but" {
			return nil
		}
	}
	if g == nil {
		return p.madeOfEach(from, each)
	}
	if !p.plainSince(from) || p.someOfThese(from) {
		return nil
	}
	if p.tokens[p.i-1].text == "both" && len(g) == 1 {
		if g = p.asDoes(from); g == nil {
			return nil
		}
	}
	count := func(q Quantity, scores []int) Count {
		return Count{Members: g, Each: true, Trait: Trait{Scores: scores}, Quantity: q}
	}
	var way []Count
	switch {
	case p.words("without a single", "without a", "without any"):
		scores, ok := p.scoreNoun()
		if !ok {
			return nil
		}
		p.words("among them", "between them", "to its name", "to their name", "to their names", "to its credit", "to their credit")
		way = []Count{count(Quantity{}, scores)}
	case p.words("having missed full marks", "missed full marks", "have missed full marks"):
		q := p.times()
		if q == nil {
			if !p.words("on") {
				return nil
			}
			n, ok := p.number()
			if !ok || !p.words("commitments", "commitment", "occasions") {
				return nil
			}
			q = &Quantity{N: n}
		}
		way = []Count{count(*q, []int{0, -1})}
	case p.words("neither having failed", "neither of them having failed", "none of them having failed", "neither having a failure", "neither with a failure", "neither of them with a failure"):
		p.words("on a commitment", "a commitment", "on any commitment", "any commitment", "on anything", "once")
		way = []Count{count(Quantity{}, []int{-1})}
	case p.words("of them with", "with", "having", "of them having"):
		if scores, ok := p.allOfKind(); ok {
			way = []Count{count(Quantity{Form: AllBut}, scores)}
			break
		}
		list, ok := p.scoreList(count(Quantity{}, nil))
		if !ok {
			return nil
		}
		way = list
	default:
		return nil
	}
	p.words("each", "apiece")
	if !p.ends() {
		return nil
	}
	ways := [][]Count{way}
	if !each && len(g) > 1 {
		var joint []Count
		for _, c := range way {
			c.Each = false
			joint = append(joint, c)
		}
		ways = append(ways, joint)
	}
	return []Statement{{Ways: ways}}
}

// madeOfEach reads what the scores for commitments are: "trade and ports, with six full scores
// each, are tied".
func (p *parser) madeOfEach(from int, each bool) []Statement {
	on := p.aboutThese(from)
	if len(on) == 0 || !p.words("with", "having") {
		return nil
	}
	for _, t := range p.tokens[:from] {
		if t.text == "@" {
			return nil
		}
	}
	list, ok := p.scoreList(Count{})
	if !ok {
		return nil
	}
	if !p.words("each", "apiece") && !each && len(on) > 1 || !p.ends() {
		return nil
	}
	var way []Count
	for _, n := range on {
		for _, c := range list {
			c.On = []int{n}
			way = append(way, c)
		}
	}
	return []Statement{{Ways: [][]Count{way}}}
}

// asDoes are two members of which the same is said: "Norland is at 0.00, as does Sudland, both
// …".
func (p *parser) asDoes(i int) []string {
	var out []string
	for j := i - 1; j >= 0; j-- {
		t := p.tokens[j]
		if t.text != "@" {
			continue
		}
		if len(out) == 0 && (j < 2 || p.tokens[j-2].text != "as" || p.tokens[j-1].text != "does" && p.tokens[j-1].text != "is" && p.tokens[j-1].text != "did") {
			return nil
		}
		if out = append(out, p.members[t.n]...); len(out) > 1 {
			return out
		}
	}
	return nil
}
