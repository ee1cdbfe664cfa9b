package tally

import (
	"math/big"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// distance reads by how much one stands ahead of another: "Norland finished half a point
// ahead of Sudland", "trade was ahead of ports by 0.2", "trade had the lowest average, a
// quarter of a point below that of the next commitment".
func (p *parser) distance() []Statement {
	of, ok := p.who()
	if !ok {
		return nil
	}
	d := Distance{Of: of, Kind: of[0].Kind}
	end, ranked := p.endOfRanking()
	if !ranked {
		p.aside()
		for verbs.Has(p.text()) && p.text() != "a" && p.text() != "an" {
			p.i++
		}
	}
	if p.words("ahead of", "behind") && !ranked {
		d.Below = p.tokens[p.i-1].text == "behind"
		if d.To, ok = p.who(); !ok || !p.words("by") {
			return nil
		}
		if d.By, d.Within, ok = p.amount(); !ok || !p.ends() {
			return nil
		}
		return []Statement{{Distance: &d}}
	}
	if d.By, d.Within, ok = p.amount(); !ok {
		return nil
	}
	switch {
	case p.words("ahead of", "above", "clear of", "higher than"):
	case p.words("behind", "below", "lower than"):
		d.Below = true
	default:
		return nil
	}
	p.words("that of", "those of", "that for")
	switch {
	case p.words("the next commitment", "the next member", "the next one", "the next", "the second") && ranked && d.Below == end:
	default:
		if d.To, ok = p.who(); !ok {
			return nil
		}
	}
	if !p.ends() {
		return nil
	}
	return []Statement{{Distance: &d}}
}

// endOfRanking passes over "had the lowest average,"; low says which end it is.
func (p *parser) endOfRanking() (low, ok bool) {
	from := p.i
	if !p.words("had the", "has the", "had", "with the", "was the", "is the") {
		return false, false
	}
	low = p.words("lowest", "worst", "weakest")
	if !low && !p.words("highest", "best", "strongest") {
		p.i = from
		return false, false
	}
	p.words("average", "score", "result", "mean")
	if !p.words(", ~ ,", "of ~ ,", "at ~ ,", "with ~ ,", "~ ,", ",") {
		p.i = from
		return false, false
	}
	return low, true
}

// aside passes over the figure of a subject between commas.
func (p *parser) aside() { p.words(", with ~ ,", ", at ~ ,", "with ~ ,", "at ~ ,") }

// who passes over members, or commitments by name.
func (p *parser) who() ([]prose.Subject, bool) {
	if g, ok := p.group(); ok {
		if p.text() == "'s" {
			return nil, false
		}
		return subjects(g), true
	}
	from := p.i
	s, ok := p.topic()
	if !ok || len(s.on) == 0 {
		p.i = from
		return nil, false
	}
	var out []prose.Subject
	for _, n := range s.on {
		out = append(out, prose.Subject{Kind: prose.Commitment, Commitment: n})
	}
	return out, true
}

// amount passes over a distance in points.
func (p *parser) amount() (by, within *big.Rat, ok bool) {
	from := p.i
	switch {
	case p.words("a full point", "a whole point", "# full point"):
		return big.NewRat(1, 1), partOfPoint(), true
	case p.words("~"):
		f := p.figures[p.tokens[p.i-1].n]
		p.words("points", "of a point", "point")
		if f.Value == nil || f.Percent != nil {
			break
		}
		// Each of two averages may be rounded, and the distance.
		within := new(big.Rat).Add(reckon.HalfUnit(f.Value.Places), big.NewRat(1, 100))
		return new(big.Rat).Abs(f.Value.Rat()), within, true
	default:
		part, ok := p.fraction()
		if ok && p.words("of a point", "a point", "point") {
			return part, partOfPoint(), true
		}
	}
	p.i = from
	return nil, nil, false
}

// partOfPoint is how far a part of a point in words may be from the distance.
func partOfPoint() *big.Rat { return big.NewRat(1, 20) }
