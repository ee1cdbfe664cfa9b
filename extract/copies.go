package extract

import (
	"cmp"
	"slices"
	"strings"
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
func (c *content) withoutCopies(hidden []veiled) []veiled {
	inHidden := make([]bool, len(c.letters))
	for _, h := range hidden {
		for k := h.from; k < h.to; k++ {
			inHidden[k] = true
		}
	}
	seen := map[int16]*prints{} // by direction
	out := hidden[:0]
	for _, h := range hidden {
		s := &c.stretches[h.stretch]
		if seen[s.angle] == nil {
			seen[s.angle] = c.prints(inHidden, s.angle)
		}
		same, over := seen[s.angle].says(s, c.letters[h.from:h.to])
		if same {
			c.drop(h.from, h.to)
			continue
		}
		h.over = over
		out = append(out, h)
	}
	return out
}

// printed is a letter that is seen, with its middle.
type printed struct {
	u, v   float64
	u0, u1 float64
	text   string
}

// prints are the letters of a page that are seen and read in one direction, by
// height.
type prints struct {
	all   []printed
	line  []printed
	looks int
}

func (c *content) prints(hidden []bool, angle int16) *prints {
	p := &prints{}
	for i := range c.stretches {
		s := &c.stretches[i]
		for k := s.from; k < s.to && s.angle == angle; k++ {
			if l := &c.letters[k]; !hidden[k] && l.text != "" && l.text != " " {
				p.all = append(p.all, printed{(l.u0 + l.u1) / 2, s.v, l.u0, l.u1, l.text})
			}
		}
	}
	slices.SortStableFunc(p.all, func(a, b printed) int { return cmp.Compare(a.v, b.v) })
	return p
}

// says reports whether what is seen at the place of unseen letters says the
// same: letter for letter, or, where the two are set in typefaces of different
// width, as a row. over says that at least something is seen there.
func (p *prints) says(s *stretch, letters []letter) (same, over bool) {
	if len(p.all) == 0 {
		return false, false
	}
	reach := copyReach * s.size
	p.line = p.line[:0]
	first, _ := slices.BinarySearchFunc(p.all, s.v-reach, func(q printed, v float64) int { return cmp.Compare(q.v, v) })
	for _, q := range p.all[first:] {
		if p.looks++; q.v > s.v+reach || p.looks > maxLooks {
			break
		}
		p.line = append(p.line, q)
	}
	slices.SortStableFunc(p.line, func(a, b printed) int { return cmp.Compare(a.u, b.u) })
	alike, near, n, figures := 0, 0, 0, true
	var said, row strings.Builder
	for k := range letters {
		l := &letters[k]
		if l.text == "" || l.text == " " {
			continue
		}
		n++
		said.WriteString(l.text)
		any, equal := p.has(l, reach)
		if any {
			near++
		}
		if equal {
			alike++
		} else if signOrFigure(l.text) != 0 {
			figures = false
		}
	}
	over = 2*near >= n
	if n == 0 || figures && float64(alike) >= copyShare*float64(n) {
		return true, over
	}
	for _, q := range p.line {
		row.WriteString(q.text)
	}
	return strings.Contains(row.String(), said.String()), over
}

// has reports whether the line has any letter, and an equal one, near a
// letter's place.
func (p *prints) has(l *letter, reach float64) (any, equal bool) {
	u := (l.u0 + l.u1) / 2
	i, _ := slices.BinarySearchFunc(p.line, u-reach, func(q printed, u float64) int { return cmp.Compare(q.u, u) })
	for ; i < len(p.line) && p.line[i].u <= u+reach; i++ {
		any = true
		if p.looks++; p.line[i].text == l.text {
			return true, true
		}
	}
	return any, false
}

// signOrFigure is the figure or sign that a text is, with all minuses one; 0
// for any other text.
func signOrFigure(s string) rune {
	r := []rune(s)
	if len(r) != 1 {
		return 0
	}
	switch c := r[0]; c {
	case '+', '\u00b1':
		return c
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad', '\u207b':
		return '-'
	default:
		if c >= '0' && c <= '9' {
			return c
		}
	}
	return 0
}
