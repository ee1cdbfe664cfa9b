package arrange

import (
	"cmp"
	"math"
	"slices"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
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
func (c *found) withoutStruck() {
	var lines []mark.Stroke
	for _, s := range c.Strokes {
		if s.X1-s.X0 > s.Y1-s.Y0 {
			lines = append(lines, s)
		}
	}
	if len(lines) == 0 {
		return
	}
	middle := func(s mark.Stroke) float64 { return (s.Y0 + s.Y1) / 2 }
	slices.SortStableFunc(lines, func(a, b mark.Stroke) int { return cmp.Compare(middle(a), middle(b)) })
	// struck are the letters under each line.
	type under struct{ stretch, letter int }
	struck := make([][]under, len(lines))
	for i := range c.Stretches {
		s := &c.Stretches[i]
		if s.Angle != 0 {
			continue
		}
		first, _ := slices.BinarySearchFunc(lines, s.V-strikeHigh*s.Size, func(l mark.Stroke, y float64) int { return cmp.Compare(middle(l), y) })
		for n := first; n < len(lines) && middle(lines[n]) <= s.V-strikeLow*s.Size; n++ {
			l := lines[n]
			if c.struckWork++; c.struckWork > maxTwinWork {
				return
			}
			if l.Y1-l.Y0 > strikeThick*s.Size || l.X1 < c.Letters[s.From].U0 {
				continue
			}
			for k := s.From; k < s.To; k++ {
				t := &c.Letters[k]
				if t.Text != "" && t.Text != " " && min(t.U1, l.X1)-max(t.U0, l.X0) >= strikeShare*(t.U1-t.U0) && !dash(t.Text) {
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
		slices.SortStableFunc(of, func(a, b under) int { return cmp.Compare(c.Letters[a.letter].U0, c.Letters[b.letter].U0) })
		end, size, through := l.X0, c.Stretches[of[0].stretch].Size, true
		for k, u := range of {
			t := &c.Letters[u.letter]
			gap := strikeGap
			if k == 0 {
				gap = strikeBeyond
			}
			through = through && t.U0-end <= gap*size
			end = math.Max(end, t.U1)
		}
		if !through || l.X1-end > strikeBeyond*size {
			continue
		}
		for _, u := range of {
			s := &c.Stretches[u.stretch]
			if c.Inked(u.letter, u.letter+1) > 0 {
				c.struck.Note(1, c.BoxOf(s, u.letter, u.letter+1))
				c.Drop(u.letter, u.letter+1)
			}
		}
	}
}

// dash reports whether a letter is a line itself, which one drawn over it does not
// strike out.
func dash(text string) bool {
	return chars.SignOrFigure(text) == '-' || text == "_" || text == "\u2500"
}
