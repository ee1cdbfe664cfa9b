package tally

// scoreNoun passes over a word for scores of one kind.
func (p *parser) scoreNoun() ([]int, bool) {
	switch {
	case p.words("failures", "failure", "failing scores", "failing score", "failing grades", "failing grade", "failing marks", "failing mark"):
		return []int{-1}, true
	case p.words("successes", "success", "full scores", "full score", "full marks"):
		return []int{1}, true
	case p.words("partial scores", "partial score"):
		return []int{0}, true
	case p.words("scores of $", "score of $", "$"):
		return []int{p.tokens[p.i-1].n}, true
	case p.words("scores of #", "score of #") && p.tokens[p.i-1].n == 0:
		return []int{0}, true
	}
	return nil, false
}

// howMany passes over the number of scores of one kind: "two failures", "a success",
// "a single score of −1".
func (p *parser) howMany() (n int, scores []int, ok bool) {
	from := p.i
	p.words("only", "just", "exactly")
	switch {
	case p.words("a single", "a", "an"):
		n = 1
	case p.words("no"):
	default:
		if n, ok = p.number(); !ok {
			p.i = from
			return 0, nil, false
		}
	}
	scores, ok = p.scoreNoun()
	if !ok {
		p.i = from
	}
	return n, scores, ok
}
