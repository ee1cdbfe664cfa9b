package tally

// inEverything reads who has complied with all commitments: "full compliance on every count
// was achieved by Norland and by Sudland", "every commitment was fully met by Norland",
// "Norland complied fully with everything".
func (p *parser) inEverything() []Statement {
	if !p.ofAll(p.i) {
		return nil
	}
	var g []string
	var ok bool
	but := 0
	switch {
	case p.words("full compliance"):
		if but, ok = p.onEverything(); !ok || !p.words("was achieved by", "was reached by", "was attained by", "was registered by", "was found for", "was recorded by", "was recorded for", "is found in", "was the mark of") {
			return nil
		}
		if g, ok = p.groups(); !ok {
			return nil
		}
	case p.words("every commitment was", "all commitments were", "each commitment was", "all of the commitments were"):
		if !p.words("fully met by", "met in full by", "fully kept by", "kept in full by", "fully honoured by", "honoured in full by", "fulfilled in full by", "fully fulfilled by") {
			return nil
		}
		if g, ok = p.groups(); !ok {
			return nil
		}
	default:
		if g, ok = p.group(); !ok || !p.words("complied fully", "complied in full", "fully complied", "has complied fully", "have complied fully") {
			return nil
		}
		if but, ok = p.onEverything(); !ok {
			return nil
		}
		if !p.ends() {
			return nil
		}
		if at := p.i; p.words(", and so did", "and so did", ", as did", "as did") {
			if more, ok := p.group(); ok && p.ends() {
				g = append(append([]string(nil), g...), more...)
			} else {
				p.i = at
			}
		}
	}
	if !p.ends() || p.text() == "and" {
		return nil
	}
	return []Statement{{Ways: [][]Count{{{Members: g, Each: true, Trait: Trait{Scores: []int{1}}, Quantity: Quantity{Form: AllBut, N: but}}}}}}
}

// onEverything passes over words for all commitments, or all but a number of them.
func (p *parser) onEverything() (but int, ok bool) {
	if p.words("everywhere", "throughout", "across the board", "on every count", "on all counts", "with everything", "in everything") {
		return 0, true
	}
	from := p.i
	if p.words("on", "with", "for", "in") {
		if p.words("every one of the #", "all #", "all of the #", "every one of its #", "all the #") {
			whole := p.tokens[p.i-1].n
			if p.words("commitments", "promises", "pledges") && whole == p.r.Catalogue.Len() {
				return 0, true
			}
			p.i = from
			return 0, false
		}
		if p.words("every commitment", "each commitment", "all commitments", "all the commitments", "all of the commitments", "every single commitment") {
			return 0, true
		}
		if p.words("all but") {
			if n, ok := p.number(); ok && p.words("commitment", "commitments", "of the commitments", "of them") {
				return n, true
			}
		}
	}
	p.i = from
	return 0, false
}
