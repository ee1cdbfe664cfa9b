package content

import "recount.invalid/recount/extract/internal/mark"

// stand notes how the letter that a code has put behind letter from stands.
func (p *pen) stand(code uint32, from int) {
	out := p.in.out
	if s, ok := p.gs.font.Stands[code]; ok && len(out.Letters) > from {
		out.Standing = append(out.Standing, mark.StandingLetter{Letter: from, Setting: s})
	}
}

// forgetStanding forgets of letters that were taken back how they stand.
func (c *Drawing) forgetStanding() {
	n := len(c.Standing)
	for n > 0 && c.Standing[n-1].Letter >= len(c.Letters) {
		n--
	}
	c.Standing = c.Standing[:n]
}
