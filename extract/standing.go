package extract

import "math"

// standingLetter is a letter whose glyph is raised or lowered by what it draws.
type standingLetter struct {
	letter int
	setting
}

// stand notes how the letter that a code has put behind letter from stands.
func (p *pen) stand(code uint32, from int) {
	out := p.in.out
	if s, ok := p.s.font.stands[code]; ok && len(out.letters) > from {
		out.standing = append(out.standing, standingLetter{from, s})
	}
}

// forgetStanding forgets of letters that were taken back how they stand.
func (c *content) forgetStanding() {
	n := len(c.standing)
	for n > 0 && c.standing[n-1].letter >= len(c.letters) {
		n--
	}
	c.standing = c.standing[:n]
}

// setStanding makes stretches of their own of the letters that are raised or lowered
// by what they draw, of the size and height that is seen.
func (c *content) setStanding() {
	if len(c.standing) == 0 {
		return
	}
	at := make([]setting, len(c.letters))
	for _, s := range c.standing {
		at[s.letter] = s.setting
	}
	c.standing = c.standing[:0]
	for i := range c.stretches {
		c.joinStanding(&c.stretches[i], at)
	}
	for k, l := range c.letters {
		if isStroke(l.text) && k > 0 && k+1 < len(at) && at[k-1].rise > 0 && isDenominator(c.letters[k+1].text) {
			unsetFraction(at, k)
		}
	}
	var out []stretch
	var raised []bool
	put := func(s stretch, to int) {
		set := at[s.from]
		out, raised = append(out, s.standing(set, to)), append(raised, set.rise > 0)
	}
	for _, s := range c.stretches {
		if s.from >= s.to {
			out, raised = append(out, s), append(raised, false)
			continue
		}
		for k := s.from; k < s.to; k++ {
			if at[k] != at[s.from] {
				put(s, k)
				s.from = k
			}
		}
		put(s, s.to)
	}
	for i := 1; i+1 < len(out); i++ {
		if raised[i-1] && raised[i+1] && !raised[i] && c.joins(&out[i-1], &out[i], &out[i+1]) {
			out[i].v, out[i].size, out[i].track = out[i-1].v, out[i-1].size, 0
		}
	}
	c.stretches = append(c.stretches[:0], out...)
}

// joins reports whether a stretch is a mark between two figures that are raised as one,
// such as a comma that was set smaller and higher by itself.
func (c *content) joins(before, s, after *stretch) bool {
	return s.to == s.from+1 && joinsMarks(c.letters[s.from].text) && before.to == s.from && s.to == after.from &&
		before.v == after.v && before.size == after.size && s.angle == before.angle &&
		math.Abs(s.v-before.v) <= before.size && c.touch(s.from-1) && c.touch(s.from)
}

// standing is a stretch up to a letter, set as its glyphs stand.
func (s stretch) standing(set setting, to int) stretch {
	s.to = to
	if set != (setting{}) {
		s.v -= set.rise * s.size
		s.size *= set.scale
		s.track = 0
	}
	return s
}

// joinStanding raises what joins two raised figures of a stretch ("3,4", "3–5") with
// them, wherever its own glyph stands.
func (c *content) joinStanding(s *stretch, at []setting) {
	for k := s.from + 1; k+1 < s.to; k++ {
		if at[k] == (setting{}) && at[k-1].rise > 0 && at[k-1] == at[k+1] && joinsMarks(c.letters[k].text) &&
			c.touch(k-1) && c.touch(k) {
			at[k] = at[k-1]
		}
	}
}

// touch reports whether the letter behind letter k begins near where that one ends: no
// farther off than the wider of the two is wide.
func (c *content) touch(k int) bool {
	p, q := c.letters[k], c.letters[k+1]
	return math.Abs(q.u0-p.u1) <= max(p.u1-p.u0, q.u1-q.u0)
}

// unsetFraction leaves the numerator and the denominator of a fraction on the line, of
// which the k-th letter is the stroke.
func unsetFraction(at []setting, k int) {
	for i := k - 1; i >= 0 && at[i].rise > 0; i-- {
		at[i] = setting{}
	}
	for i := k + 1; i < len(at) && at[i] != (setting{}); i++ {
		at[i] = setting{}
	}
}
