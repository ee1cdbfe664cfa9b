package arrange

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// maxRow is how many letters a mark in a row of marks has at most: ', 1234'.
const maxRow = 8

// attachRows gives a mark that stands behind another raised mark, and not beside
// the text, to the line of that mark. Marks of one row need not be raised alike:
// browsers lift the second of '12' and ',13' by the line as the first has left it.
func (a *Arranger) attachRows() {
	if len(a.pieces) == 0 {
		return
	}
	marks := slices.Clone(a.pieces)
	slices.SortStableFunc(marks, byEnd)
	for i := range a.levels {
		// From left to right, so that a third mark finds the second.
		pieces := a.levels[i].pieces
		slices.SortStableFunc(pieces, func(x, y piece) int { return cmp.Compare(x.u0, y.u0) })
		kept := pieces[:0]
		for _, p := range pieces {
			if h := a.behindMark(p, marks); h >= 0 {
				p.host = h
				a.pieces = append(a.pieces, p)
				k, _ := slices.BinarySearchFunc(marks, p, byEnd)
				marks = slices.Insert(marks, k, p)
				continue
			}
			kept = append(kept, p)
		}
		a.levels[i].pieces = kept
	}
}

func byEnd(x, y piece) int { return cmp.Compare(x.u1, y.u1) }

// behindMark finds the level to which the raised mark belongs that p touches from
// behind, or -1. p is a mark itself: small, raised above that line, of figures.
// marks are sorted by their ends.
func (a *Arranger) behindMark(p piece, marks []piece) int {
	if p.count > maxRow || !a.isRowOfMarks(p) {
		return -1
	}
	near := adjacent * p.size
	from := sort.Search(len(marks), func(k int) bool { return marks[k].u1 >= p.u0-near })
	for k := from; k < len(marks) && marks[k].u1 <= p.u0+near && a.spend(1); k++ {
		m, line := &marks[k], &a.levels[marks[k].host]
		rise := line.v - p.v
		raised := 0 < rise && rise <= maxRise*line.size && m.v < line.v && p.size <= raisedSize*line.size
		if raised && m.host != p.level && sizesClose(m.size, p.size) && math.Abs(m.v-p.v) <= sameLine*p.size {
			return m.host
		}
	}
	return -1
}

// isRowOfMarks reports whether a piece is figures with what parts one mark from
// the next, and no letter.
func (a *Arranger) isRowOfMarks(p piece) bool {
	figures := 0
	for _, i := range p.order {
		s := &a.c.Stretches[i]
		for k := s.From; k < s.To; k++ {
			switch t := a.c.Letters[k].Text; t {
			case "", " ", ",", ";", "-", "\u2013", "[", "]", "(", ")":
			default:
				if len(t) != 1 || t[0] < '0' || t[0] > '9' {
					return false
				}
				figures++
			}
		}
	}
	return figures > 0
}
