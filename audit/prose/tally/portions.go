package tally

// portion passes over how many of the commitments something is said of: "with more than
// five of the eight commitments". Another number of commitments is of another report.
func (p *parser) portion() (q Quantity, ok bool) {
	from := p.i
	if !p.words("with", "on", "for") {
		return Quantity{}, false
	}
	if q, ok = p.ofCommitments(); !ok {
		p.i = from
	}
	return q, ok
}

// ofCommitments passes over "five of the eight commitments", or "five of them" where
// words before have said of how many.
func (p *parser) ofCommitments() (q Quantity, ok bool) {
	more := 0
	switch {
	case p.words("more than"):
		more = 1
	case p.words("fewer than", "less than"):
		more = -1
	}
	var rest bool
	if q, rest, ok = p.quantity(); !ok || rest || more != 0 && q.Form != Exactly {
		return q, false
	}
	switch {
	case q.Form > AllBut || q.Form == AllBut && q.N > 0:
		return q, false // of those for which there is a score, perhaps
	case more > 0:
		q = Quantity{Form: AtLeast, N: q.N + 1}
	case more < 0:
		q = Quantity{Form: AtMost, N: q.N - 1}
	}
	if p.words("of them") {
		return q, true
	}
	if !p.words("of the", "of its", "of their", "of all", "out of the", "out of") || p.text() != "#" {
		return q, false
	}
	whole := p.tokens[p.i].n
	p.i++
	p.words("commitments", "promises", "pledges")
	return q, whole == p.r.Catalogue.Len()
}

// portions reads on how many commitments members have a score: "Norland fulfilled none of
// the ten in full and failed on four of them".
func (p *parser) portions() []Statement {
	g, ok := p.group()
	if !ok || p.text() == "'s" || p.led {
		return nil
	}
	p.aside()
	p.words(",")
	var way []Count
	for {
		from := p.i
		score, full := 0, false
		switch {
		case p.words("complied fully with", "complied in full with", "fully complied with"):
			score = 1
		case p.words("fulfilled", "met", "honoured", "honored", "kept"):
			score, full = 1, true
		case p.words("failed on", "failed with", "failed to comply with", "did not comply with"):
			score = -1
		default:
			return nil
		}
		q, ok := p.ofCommitments()
		if !ok || len(way) == 0 && p.tokens[p.i-1].text == "them" || full && !p.words("in full", "fully") {
			p.i = from
			return nil
		}
		way = append(way, Count{Members: g, Each: true, Trait: Trait{Scores: []int{score}}, Quantity: q})
		if at := p.i; !p.words("and", ", and", ", but", "but") || p.text() != "failed" && p.text() != "fully" && p.text() != "complied" {
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
