package arrange

import (
	"math"

	"recount.invalid/recount/extract/internal/mark"
)

// setStanding makes stretches of their own of the letters that are raised or lowered
// by what they draw, of the size and height that is seen.
func (c *found) setStanding() {
	if len(c.Standing) == 0 {
		return
	}
	at := make([]mark.Setting, len(c.Letters))
	for _, s := range c.Standing {
		at[s.Letter] = s.Setting
	}
	c.Standing = c.Standing[:0]
	for i := range c.Stretches {
		c.joinStanding(&c.Stretches[i], at)
	}
	for k, l := range c.Letters {
		if isStroke(l.Text) && k > 0 && k+1 < len(at) && at[k-1].Rise > 0 && isDenominator(c.Letters[k+1].Text) {
			unsetFraction(at, k)
		}
	}
	var out []mark.Stretch
	var raised []bool
	put := func(s mark.Stretch, to int) {
		set := at[s.From]
		out, raised = append(out, setTo(s, set, to)), append(raised, set.Rise > 0)
	}
	for _, s := range c.Stretches {
		if s.From >= s.To {
			out, raised = append(out, s), append(raised, false)
			continue
		}
		for k := s.From; k < s.To; k++ {
			if at[k] != at[s.From] {
				put(s, k)
				s.From = k
			}
		}
		put(s, s.To)
	}
	for i := 1; i+1 < len(out); i++ {
		if raised[i-1] && raised[i+1] && !raised[i] && c.joins(&out[i-1], &out[i], &out[i+1]) {
			out[i].V, out[i].Size, out[i].Track = out[i-1].V, out[i-1].Size, 0
		}
	}
	c.Stretches = append(c.Stretches[:0], out...)
}

// joins reports whether a stretch is a mark between two figures that are raised as one,
// such as a comma that was set smaller and higher by itself.
func (c *found) joins(before, s, after *mark.Stretch) bool {
	return s.To == s.From+1 && joinsMarks(c.Letters[s.From].Text) && before.To == s.From && s.To == after.From &&
		before.V == after.V && before.Size == after.Size && s.Angle == before.Angle &&
		math.Abs(s.V-before.V) <= before.Size && c.touch(s.From-1) && c.touch(s.From)
}

// setTo is a stretch up to a letter, set as its glyphs stand.
func setTo(s mark.Stretch, set mark.Setting, to int) mark.Stretch {
	s.To = to
	if set != (mark.Setting{}) {
		s.V -= set.Rise * s.Size
		s.Size *= set.Scale
		s.Track = 0
	}
	return s
}

// joinStanding raises what joins two raised figures of a stretch ("3,4", "3–5") with
// them, wherever its own glyph stands.
func (c *found) joinStanding(s *mark.Stretch, at []mark.Setting) {
	for k := s.From + 1; k+1 < s.To; k++ {
		if at[k] == (mark.Setting{}) && at[k-1].Rise > 0 && at[k-1] == at[k+1] && joinsMarks(c.Letters[k].Text) &&
			c.touch(k-1) && c.touch(k) {
			at[k] = at[k-1]
		}
	}
}

// touch reports whether the letter behind letter k begins near where that one ends: no
// farther off than the wider of the two is wide.
func (c *found) touch(k int) bool {
	p, q := c.Letters[k], c.Letters[k+1]
	return math.Abs(q.U0-p.U1) <= max(p.U1-p.U0, q.U1-q.U0)
}

// unsetFraction leaves the numerator and the denominator of a fraction on the line, of
// which the k-th letter is the stroke.
func unsetFraction(at []mark.Setting, k int) {
	for i := k - 1; i >= 0 && at[i].Rise > 0; i-- {
		at[i] = mark.Setting{}
	}
	for i := k + 1; i < len(at) && at[i] != (mark.Setting{}); i++ {
		at[i] = mark.Setting{}
	}
}
