package extract

import (
	"cmp"
	"math"
	"slices"
)

// What is struck out is no longer said: a draft shows so what a later hand took
// back. It is left out and told of. A line strikes letters out if it runs through
// their middle and is theirs: a rule, a grid line of a chart or a bar goes on where
// no letter stands.

// The measures of a line that strikes out, in sizes of the letters: how high above
// the baseline it runs, how thick it is, and how far it goes beyond them.
const (
	strikeLow    = 0.15
	strikeHigh   = 0.5
	strikeThick  = 0.14
	strikeBeyond = 0.35
	// strikeShare is how much of a letter's width is struck.
	strikeShare = 0.7
	// strikeGap is the widest gap between two letters that one line strikes out.
	strikeGap = 0.8
)

// withoutStruck takes out what is struck out on a page.
func (c *content) withoutStruck() {
	var lines []stroke
	for _, s := range c.strokes {
		if s.x1-s.x0 > s.y1-s.y0 {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return
	}
	middle := func(s stroke) float64 { return (s.y0 + s.y1) / 2 }
	slices.SortStableFunc(lines, func(a, b stroke) int { return cmp.Compare(middle(a), middle(b)) })
	// struck are the letters under each line.
	type under struct{ stretch, letter int }
	struck := make([][]under, len(lines))
	for i := range c.stretches {
		s := &c.stretches[i]
		if s.angle != 0 {
			continue
		}
		first, _ := slices.BinarySearchFunc(lines, s.v-strikeHigh*s.size, func(l stroke, y float64) int { return cmp.Compare(middle(l), y) })
		for n := first; n < len(lines) && middle(lines[n]) <= s.v-strikeLow*s.size; n++ {
			l := lines[n]
			if c.struckWork++; c.struckWork > maxTwinWork {
				return
			}
			if l.y1-l.y0 > strikeThick*s.size || l.x1 < c.letters[s.from].u0 {
				continue
			}
			for k := s.from; k < s.to; k++ {
				t := &c.letters[k]
				if t.text != "" && t.text != " " && min(t.u1, l.x1)-max(t.u0, l.x0) >= strikeShare*(t.u1-t.u0) && !dash(t.text) {
					struck[n] = append(struck[n], under{i, k})
				}
			}
		}
	}
	for n, of := range struck {
		if len(of) == 0 {
			continue
		}
		l := lines[n]
		slices.SortStableFunc(of, func(a, b under) int { return cmp.Compare(c.letters[a.letter].u0, c.letters[b.letter].u0) })
		end, size, through := l.x0, c.stretches[of[0].stretch].size, true
		for k, u := range of {
			t := &c.letters[u.letter]
			gap := strikeGap
			if k == 0 {
				gap = strikeBeyond
			}
			through = through && t.u0-end <= gap*size
			end = math.Max(end, t.u1)
		}
		if !through || l.x1-end > strikeBeyond*size {
			continue
		}
		for _, u := range of {
			s := &c.stretches[u.stretch]
			if c.inked(u.letter, u.letter+1) > 0 {
				c.struck.note(1, c.boxOf(s, u.letter, u.letter+1))
				c.drop(u.letter, u.letter+1)
			}
		}
	}
}

// dash reports whether a letter is a line itself, which one drawn over it does not
// strike out.
func dash(text string) bool { return signOrFigure(text) == '-' || text == "_" || text == "\u2500" }
