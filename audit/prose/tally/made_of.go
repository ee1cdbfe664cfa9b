package tally

// plainSince reports whether the words between the last members and a place only give them a
// figure or a place: "responded to the floods with a success" tells of something else.
func (p *parser) plainSince(i int) bool {
	for i--; i >= 0 && p.tokens[i].text != "@"; i-- {
		if t := p.tokens[i].text; !verbs.Has(t) && !standing.Has(t) {
			return false
		}
	}
	return true
}

// madeOf reads what the scores of the sentence's members are: "each with two failures and
// a success", "without a single score of −1", "both having missed full marks on two
// commitments".
func (p *parser) madeOf() []Statement {
	from := p.i
	each := p.words(", each", ", both", ", all")
	if !each {
		p.words(",")
	}
	var g []string
	for j := from - 1; j >= 0; j-- {
		if t := p.tokens[j].text; t == "@" {
			g = p.members[p.tokens[j].n]
			if j > 0 {
				switch p.tokens[j-1].text {
				case ",", ";", ":", "but", "while", "whereas":
				default:
					return nil
				}
			}
			break
		} else if t == ";" || t == ":" || t == "while" || t == "whereas" || t == "but" {
			return nil
		}
	}
	if g == nil || !p.plainSince(from) {
		return nil
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
	case p.words("with", "having"):
		for {
			n, scores, ok := p.howMany()
			if !ok {
				return nil
			}
			c := count(Quantity{N: n}, scores)
			if p.words("out of #", "of #") {
				c.Whole = p.tokens[p.i-1].n
			}
			way = append(way, c)
			if at := p.i; !p.words("and", "to", "against", ",") {
				break
			} else if _, _, ok := p.howMany(); !ok {
				p.i = at
				break
			} else {
				p.i = at + 1
			}
		}
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
