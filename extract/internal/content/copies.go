package content

import (
	"cmp"
	"slices"
	"strings"

	"recount.invalid/recount/extract/internal/chars"
	"recount.invalid/recount/extract/internal/mark"
)

// sortInts puts areas in the order of painting.
func sortInts(a []int32) { slices.Sort(a) }

const (
	// copyReach is how far, in sizes, a letter of an invisible copy may stand
	// from the letter that is seen.
	copyReach = 0.6
	// copyShare is how many of a stretch's letters must have such a letter.
	copyShare = 0.8
)

// withoutCopies takes out what says again, unseen, what is seen at that place:
// programs put recognised text over print that is text already. What is left
// of the list is text of its own.
func (c *Drawing) withoutCopies(hidden []veiled) []veiled {
	inHidden := make([]bool, len(c.Letters))
	for _, h := range hidden {
		for k := h.from; k < h.to; k++ {
			inHidden[k] = true
		}
	}
	seen := map[int16]*prints{} // by direction
	out := hidden[:0]
	for _, h := range hidden {
		s := &c.Stretches[h.stretch]
		if seen[s.Angle] == nil {
			seen[s.Angle] = &prints{all: c.Prints(inHidden, s.Angle)}
		}
		same, over := seen[s.Angle].says(s, c.Letters[h.from:h.to])
		if same {
			c.Drop(h.from, h.to)
			continue
		}
		h.over = over
		out = append(out, h)
	}
	return out
}

// prints are the letters of a page that are seen and read in one direction, by
// height, and those of one line among them.
type prints struct {
	all   []mark.Print
	line  []mark.Print
	looks int
}

// says reports whether what is seen at the place of unseen letters says the
// same: letter for letter, or, where the two are set in typefaces of different
// width, as a row. over says that at least something is seen there.
func (p *prints) says(s *mark.Stretch, letters []mark.Letter) (same, over bool) {
	if len(p.all) == 0 {
		return false, false
	}
	reach := copyReach * s.Size
	p.line = p.line[:0]
	first, _ := slices.BinarySearchFunc(p.all, s.V-reach, func(q mark.Print, v float64) int { return cmp.Compare(q.V, v) })
	for _, q := range p.all[first:] {
		if p.looks++; q.V > s.V+reach || p.looks > maxLooks {
			break
		}
		p.line = append(p.line, q)
	}
	slices.SortStableFunc(p.line, func(a, b mark.Print) int { return cmp.Compare(a.U, b.U) })
	alike, near, n, figures := 0, 0, 0, true
	var said, row strings.Builder
	for k := range letters {
		l := &letters[k]
		if l.Text == "" || l.Text == " " {
			continue
		}
		n++
		said.WriteString(l.Text)
		any, equal := p.has(l, reach)
		if any {
			near++
		}
		if equal {
			alike++
		} else if chars.SignOrFigure(l.Text) != 0 {
			figures = false
		}
	}
	over = 2*near >= n
	if n == 0 || figures && float64(alike) >= copyShare*float64(n) {
		return true, over
	}
	for _, q := range p.line {
		row.WriteString(q.Text)
	}
	return strings.Contains(row.String(), said.String()), over
}

// has reports whether the line has any letter, and an equal one, near a
// letter's place.
func (p *prints) has(l *mark.Letter, reach float64) (any, equal bool) {
	u := (l.U0 + l.U1) / 2
	i, _ := slices.BinarySearchFunc(p.line, u-reach, func(q mark.Print, u float64) int { return cmp.Compare(q.U, u) })
	for ; i < len(p.line) && p.line[i].U <= u+reach; i++ {
		any = true
		if p.looks++; p.line[i].Text == l.Text {
			return true, true
		}
	}
	return any, false
}
