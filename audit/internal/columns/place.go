package columns

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Ways to count places: from the highest figure or from the lowest, and whether the places
// that a tie takes are left out behind it (1, 1, 3) or not (1, 1, 2).
const (
	fromLowest = 1 << iota
	dense
	placeWays
)

// place is the place of a row by another column. Figures that are printed alike may be
// told apart by decimals that are not printed.
var place = &relation{
	rule: "ranking-order",
	called: func(g *grid, c int, words *vocabulary.Vocabulary) bool {
		return words.HasHead(g.heads[c], vocabulary.HeadRank)
	},
	exact:  true,
	surely: true,
	sources: func(g *grid, c int, words *vocabulary.Vocabulary) (out [][]int) {
		if kind, sums := words.SummaryLabel(g.heads[c]); !g.places(c) || words.HasHead(g.heads[c], vocabulary.HeadTotal, vocabulary.HeadCells) || sums && kind != vocabulary.SummarySpread {
			return nil // called a sum or a count
		}
		for f := range g.heads {
			if f == c || g.barred[f] || !g.fractions(f) && !g.percents(f, words) {
				continue
			}
			for way := range placeWays {
				out = append(out, []int{f, -1 - way})
			}
		}
		return out
	},
	of: func(g *grid, r row, from []int) (v, slack *big.Rat) {
		own, way := r.cells[from[0]].value, -1-from[1]
		if own == nil || r.closes || r.aside() {
			return nil, nil
		}
		o := g.orderOf(from[0])
		k, _ := slices.BinarySearchFunc(o, own.Rat(), func(s standing, v *big.Rat) int { return s.v.Cmp(v) })
		alike, before := o[k].rows-1, o[k].below
		if way&dense != 0 {
			alike, before = 0, k
		}
		if way&fromLowest == 0 {
			before = o[len(o)-1].below + o[len(o)-1].rows - o[k].below - o[k].rows
			if way&dense != 0 {
				before = len(o) - 1 - k
			}
		}
		// The row stands behind all that are before it, anywhere among those printed alike.
		half := big.NewRat(int64(alike), 2)
		return new(big.Rat).Add(big.NewRat(int64(before+1), 1), half), half
	},
	settle: settlePlaces,
	text: func(g *grid, from []int) string {
		if (-1-from[1])&fromLowest != 0 {
			return "the place by " + g.name(from[0]) + ", from the lowest"
		}
		return "the place by " + g.name(from[0])
	},
}

// mostPlaced is how many rows are looked at one by one for the one out of place.
const mostPlaced = 300

// settlePlaces tells a wrong place from a wrong figure, which moves the places of others by
// one: that is where all others stand in order without the row. Two rows may have exchanged
// their places.
func settlePlaces(g *grid, c *claim) bool {
	if len(c.odd) == 1 {
		return true
	}
	if len(g.rows) > mostPlaced {
		return false
	}
	all := append(slices.Clone(c.fits), c.odd...)
	for _, out := range c.odd {
		if g.inOrderWithout(out, all, c) {
			c.fits = slices.DeleteFunc(all, func(r int) bool { return r == out })
			c.odd = []int{out}
			slices.Sort(c.fits)
			return true
		}
	}
	if len(c.odd) != 2 {
		return false
	}
	a, b := g.rows[c.odd[0]], g.rows[c.odd[1]]
	va, sa := c.of(g, a, c.from)
	vb, sb := c.of(g, b, c.from)
	return c.holds(b.cells[c.column], va, sa) && c.holds(a.cells[c.column], vb, sb)
}

// inOrderWithout reports whether the places of all rows but one are those among the others,
// and one more where that row is stated to stand before them.
func (g *grid) inOrderWithout(out int, all []int, c *claim) bool {
	rest := &grid{heads: g.heads, orders: map[int][]standing{}}
	for i, r := range g.rows {
		if i != out {
			rest.rows = append(rest.rows, r)
		}
	}
	place := g.rows[out].cells[c.column].value.Units
	for _, i := range all {
		if i == out {
			continue
		}
		stated := g.rows[i].cells[c.column]
		among := *stated.value
		if place < among.Units {
			among.Units--
		}
		stated.value = &among
		if v, slack := c.of(rest, g.rows[i], c.from); v == nil || !c.holds(stated, v, slack) {
			return false
		}
	}
	return true
}

// standing is a figure of a column, how many rows have it and how many a lower one.
type standing struct {
	v           *big.Rat
	rows, below int
}

// orderOf gives the figures of a column in order, the lowest first, those of closing rows
// left out.
func (g *grid) orderOf(c int) []standing {
	if o, ok := g.orders[c]; ok {
		return o
	}
	var all []*big.Rat
	for _, r := range g.rows {
		if d := r.cells[c].value; d != nil && !r.closes && !r.counts {
			all = append(all, d.Rat())
		}
	}
	slices.SortFunc(all, (*big.Rat).Cmp)
	var o []standing
	for i, v := range all {
		if len(o) == 0 || o[len(o)-1].v.Cmp(v) != 0 {
			o = append(o, standing{v: v, below: i})
		}
		o[len(o)-1].rows++
	}
	g.orders[c] = o
	return o
}

// places reports whether a column may hold places: whole numbers from 1 on, none above the
// number of rows, with or without a sign for a tie.
func (g *grid) places(c int) bool {
	some := false
	for i := range g.rows {
		one := &g.rows[i].cells[c]
		if one.value == nil {
			if d, ok := tiedPlace(one.text); ok {
				one.value = d
			}
		}
		if one.value == nil {
			continue
		}
		if one.sign || one.value.Places > 0 || one.value.Units < 1 || one.value.Units > int64(len(g.rows)) {
			return false
		}
		some = true
	}
	return some
}

// tiedPlace reads '3=', '=3' and 'T3'.
func tiedPlace(text string) (*model.Decimal, bool) {
	number := strings.Trim(text, "=Tt ")
	if number == text || number == "" || strings.Trim(number, "0123456789") != "" {
		return nil, false
	}
	d, err := model.ParseDecimal(number)
	return &d, err == nil
}
