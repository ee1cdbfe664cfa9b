package tally

// shares reads the part that members have in all scores of a kind: "Norland and Sudland
// account for seven of the ten failures".
func (p *parser) shares() []Statement {
	p.words("together ,", "between them ,")
	g, ok := p.group()
	if !ok {
		return nil
	}
	p.words("together")
	if !p.words("account for", "accounted for", "accounts for") {
		return nil
	}
	p.words("together", "only", "just")
	q, rest, ok := p.quantity()
	if !ok || rest || !p.words("of all the", "of the", "of all", "of") {
		return nil
	}
	whole, _ := p.number()
	scores, ok := p.scoreNoun()
	if !ok || !p.ends() {
		return nil
	}
	t := Trait{Scores: scores}
	if q.Form != Exactly {
		return nil
	}
	way := []Count{{Members: g, Trait: t, Quantity: q}}
	if whole > 0 {
		way = append(way, Count{Trait: t, Quantity: Quantity{N: whole}})
	}
	return []Statement{{Ways: [][]Count{way}}}
}
