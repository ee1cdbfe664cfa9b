package tally

import (
	"math/big"
	"strings"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
)

// distance reads by how much one stands ahead of another: "Norland finished half a point
// ahead of Sudland", "trade was ahead of ports by 0.2", "Norland is last, at 67%, 23 points
// below the first", "trade had the lowest average, a quarter of a point below that of the next
// commitment".
func (p *parser) distance() []Statement {
	of, ok := p.who()
	if !ok || p.led || len(p.scope.on) > 0 {
		return nil
	}
	d := Distance{Of: of, Kind: of[0].Kind}
	low, ranked := p.endOfRanking()
	placed := ranked
	if !ranked {
		p.aside()
		if d.Below = p.words("behind", "trails", "trailed", "is trailing"); d.Below || p.words("ahead of", "leads", "led") {
			return p.distanceBy(&d)
		}
		if placed, ok = p.untilAmount(); !ok {
			return nil
		}
		if d.Below = p.words("behind"); d.Below || p.words("ahead of") {
			return p.distanceBy(&d)
		}
	}
	if !p.amount(&d) {
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
	case p.words("the next commitment", "the next member", "the next one", "the next", "the second") && ranked && d.Below == low:
	case placed && p.words("the first", "the top") || p.words("the leaders", "the leader", "the leading member", "the leading members", "the best", "the highest"):
		d.End = prose.Highest
	case placed && p.words("the last", "the bottom") || p.words("the lowest", "the weakest", "the worst"):
		d.End = prose.Lowest
	default:
		if d.To, ok = p.who(); !ok {
			return nil
		}
	}
	p.words("on the percentage scale", "on the scale of percentages")
	if !p.ends() {
		return nil
	}
	return []Statement{{Distance: &d}}
}

// distanceBy reads on behind "ahead of" where the distance stands last.
func (p *parser) distanceBy(d *Distance) []Statement {
	var ok bool
	if d.To, ok = p.who(); !ok || !p.words("by") || !p.amount(d) || !p.ends() {
		return nil
	}
	return []Statement{{Distance: d}}
}

// untilAmount passes over words that give somebody a figure or a place, up to a distance;
// placed says that one was a place.
func (p *parser) untilAmount() (placed, ok bool) {
	for p.i < len(p.tokens) {
		switch p.text() {
		case "ahead", "behind":
			return placed, true
		case "first", "last", "second", "third", "fourth", "fifth", "lowest", "highest", "top", "bottom":
			placed = true
		}
		from := p.i
		amount := p.amount(&Distance{})
		next := p.text()
		p.i = from
		if amount {
			switch next {
			case "ahead", "above", "clear", "higher", "behind", "below", "lower":
				return placed, true
			}
		}
		if !placing(p.text()) {
			return false, false
		}
		p.i++
	}
	return false, false
}

// apart reads how far two stand from each other: "Norland and Sudland are half a point
// apart", "from Norland down to Sudland it is 29 percentage points".
func (p *parser) apart() []Statement {
	if p.led || len(p.scope.on) > 0 {
		return nil
	}
	d := Distance{Apart: true}
	leads := p.words("the spread", "the gap", "the distance", "the difference", "the margin")
	two := func(g []prose.Subject) bool {
		if len(g) != 2 {
			return false
		}
		d.Of, d.To, d.Kind = g[:1], g[1:], g[0].Kind
		return true
	}
	switch from := p.words("from"); {
	case from, leads && p.words("between"):
		of, ok := p.who()
		if !ok {
			return nil
		}
		p.words("down", "up")
		if p.words("to", "and") {
			to, ok := p.who()
			if !ok || len(to) > 1 && len(of) > 1 {
				return nil
			}
			d.Of, d.To, d.Kind = of, to, of[0].Kind
		} else if !two(of) {
			return nil
		}
		if !p.words("it is", "it was", "is", "was", "comes to", "came to", "amounts to", "amounted to") || from && !leads && p.tokens[p.i-2].text != "it" {
			return nil
		}
		p.words("thus", "a full", "only", "just")
		if !p.amount(&d) {
			return nil
		}
	case leads:
		return nil
	default:
		of, ok := p.who()
		if !ok || !two(of) || !p.words("are", "were", "stand", "stood", "lie", "lay") || !p.amount(&d) || !p.words("apart") {
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

// aside passes over the figure or the place of a subject between commas: "trade, in last place
// at −0.14,".
func (p *parser) aside() {
	if p.words(", with ~ ,", ", at ~ ,", "with ~ ,", "at ~ ,") || p.text() != "," {
		return
	}
	for i := p.i + 1; i < len(p.tokens) && i < p.i+mostAside; i++ {
		switch t := p.tokens[i].text; {
		case t == ",":
			p.i = i + 1
			return
		case !placing(t) && !p.ordinal(t):
			return
		}
	}
}

// mostAside is how many words an aside on a place may have.
const mostAside = 14

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

// amount passes over a distance in points, of scores or of percentages.
func (p *parser) amount(d *Distance) bool {
	from := p.i
	points := func(n *big.Rat) bool {
		d.By = new(big.Rat).Quo(n, big.NewRat(50, 1))
		d.Within = big.NewRat(1, 50) // each of two percentages may be rounded
		switch {
		case p.r.WideScale:
			d.By = new(big.Rat).Quo(n, big.NewRat(100, 1))
		case !strings.Contains(p.sentence, "%"):
			d.Or = new(big.Rat).Quo(n, big.NewRat(100, 1))
		}
		return true
	}
	switch {
	case p.words("a full point", "a whole point", "# full point"):
		d.By, d.Within = big.NewRat(1, 1), partOfPoint()
		return true
	case p.words("a full ~", "fully ~", "~"):
		f := p.figures[p.tokens[p.i-1].n]
		if f.Value == nil || f.Percent != nil {
			break
		}
		if p.words("percentage points") {
			return points(f.Value.Rat())
		}
		p.words("points", "of a point", "point")
		// Each of two averages may be rounded, and the distance.
		d.By, d.Within = new(big.Rat).Abs(f.Value.Rat()), new(big.Rat).Add(reckon.HalfUnit(f.Value.Places), big.NewRat(1, 100))
		return true
	case p.words("a full # percentage points", "a full # points", "fully # percentage points", "fully # points", "# percentage points", "# points"):
		n := p.tokens[p.i-2].n
		if p.tokens[p.i-2].text == "percentage" {
			n = p.tokens[p.i-3].n
		}
		if n > 2 { // "two points" may be those of the scores
			return points(big.NewRat(int64(n), 1))
		}
	default:
		part, ok := p.fraction()
		if ok && p.words("of a point", "a point", "point") {
			d.By, d.Within = part, partOfPoint()
			return true
		}
	}
	p.i = from
	return false
}

// partOfPoint is how far a part of a point in words may be from the distance.
func partOfPoint() *big.Rat { return big.NewRat(1, 20) }
