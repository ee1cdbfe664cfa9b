package columns

import (
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// relation is one way in which a column may follow from others, row by row.
type relation struct {
	// rule is of what a row that does not follow is a finding.
	rule string
	// exact says that whole numbers are what they are and not rounded.
	exact bool
	// surely says that more rows must show it, because a row that does not is called an error.
	surely bool
	// rounds says that a figure is had of whole numbers, so that it is known whether the
	// others are rounded or cut off: one that is cut off does not follow among rounded ones.
	rounds bool
	// anywhere says that tables in reports are read so too, and not published ones alone.
	anywhere bool
	// sources gives the sets of columns from which column c may follow.
	sources func(g *grid, c int, words *vocabulary.Vocabulary) [][]int
	// of is what the row gives, and by how much the rounding of what it is had of may move
	// it; nil where the row says nothing.
	of func(g *grid, r row, from []int) (v, slack *big.Rat)
	// logical says that what the row gives is no figure that may hold by chance: it follows
	// from what the heads say.
	logical bool
	// few says that the relation is one of a handful, and not of the sets of columns that are
	// tried, and that it needs no different figures: the scores of the rows are different.
	few bool
	// settle, where a relation has it, looks again at the rows that do not follow: one cell
	// may make others odd. It reports false where that cannot be told.
	settle func(g *grid, c *claim) bool
	// called, where a relation has it, reports whether the head of a column says that it is
	// one of this kind.
	called func(g *grid, c int, words *vocabulary.Vocabulary) bool
	// text says what the column is.
	text func(g *grid, from []int) string
}

// relations are tried for every column. Where two of them say the same of the same
// columns, the one that stands first here tells.
var relations = []*relation{difference, change, sum, share, shareOfTotal, balance, balanceOfParts, quotient, counted, scoredMean, mean, namedMean, weightedMean, percentOfMean, hundredfold, spread, extreme, place}

// claim is that a column follows in a way.
type claim struct {
	*relation
	column    int
	from      []int
	fits, odd []int // rows
}

const (
	// fewestDistinct is how many different rows must show a relation: the same figures
	// again show nothing.
	fewestDistinct = 4
	// fewestRounded is how many figures must be rounded, and not cut off, before a single
	// one that is cut off does not follow.
	fewestRounded = 4
	// fewestWithMade is the same as fewestMeaning for what is made of columns that nobody
	// printed: there are many of them, and some nearly follow by chance.
	fewestWithMade = 10
	// fewestSure is how many rows show a relation for each that does not, where that is
	// called an error.
	fewestSure = 6
	// sample is how many rows are tried before all are, and half of them must fit.
	sample = 8
)

// holds reports whether a cell has what a row gives.
func (rel *relation) holds(c cell, v, slack *big.Rat) bool {
	if rel.exact && c.value.Places == 0 && !c.sign {
		return new(big.Rat).Abs(new(big.Rat).Sub(v, c.value.Rat())).Cmp(slack) <= 0
	}
	return holds(c, v, slack)
}

// holds reports whether a cell has a value that may be off by slack, rounded or cut off.
func holds(c cell, v, slack *big.Rat) bool {
	around := reckon.Interval{Low: new(big.Rat).Sub(v, slack), High: new(big.Rat).Add(v, slack)}
	return reckon.IntervalOf(*c.value).Meets(around) || c.value.Places > 0 && reckon.IsCutOff(*c.value, v) || c.sign && reckon.IsCutOff(*c.value, v)
}

// try holds a relation against the rows; ok is false where they do not show it.
func (g *grid) try(rel *relation, column int, from []int) (c claim, ok bool) {
	c = claim{relation: rel, column: column, from: from}
	distinct := map[string]bool{}
	rounded := 0  // rows that hold rounded and not cut off
	var cut []int // and the other way round
	counts := g.counts(column) || slices.ContainsFunc(from, func(f int) bool { return f >= 0 && g.counts(f) })
	for i, r := range g.rows {
		if r.cells[column].value == nil || r.aside() || r.parted && counts {
			continue
		}
		g.work += len(from)
		v, slack := rel.of(g, r, from)
		if v == nil {
			continue
		}
		if !rel.holds(r.cells[column], v, slack) {
			if c.odd = append(c.odd, i); len(c.odd)+len(c.fits) <= sample && 2*len(c.odd) > sample {
				return c, false
			}
			continue
		}
		if d := *r.cells[column].value; rel.rounds && d.Places > 0 {
			switch near, cutOff := reckon.Holds(d, v), reckon.IsCutOff(d, v); {
			case near && !cutOff:
				rounded++
			case cutOff && !near:
				cut = append(cut, i)
			}
		}
		c.fits = append(c.fits, i)
		key := r.cells[column].text
		for _, f := range from {
			if f >= 0 && f < len(r.cells) {
				key += "\x00" + r.cells[f].text
			}
		}
		distinct[key] = true
	}
	if body := slices.DeleteFunc(slices.Clone(cut), func(i int) bool { return g.rows[i].closes }); len(body) <= 1 && rounded >= fewestRounded {
		c.fits = slices.DeleteFunc(c.fits, func(i int) bool { return slices.Contains(cut, i) })
		c.odd = append(c.odd, cut...)
		slices.Sort(c.odd)
	}
	if rel.settle != nil && len(c.odd) > 0 && !rel.settle(g, &c) {
		return c, false
	}
	if rel.surely && len(c.odd) > 0 && (len(c.fits) < fewestSure || len(c.fits) < fewestSure*g.unmended(&c)) {
		return c, false
	}
	return c, summaries.ShowsWhat(len(c.fits), len(c.fits)+len(c.odd)) && (rel.few || len(distinct) >= fewestDistinct)
}

// related is what the columns of a table show to be.
type related struct {
	claims    []claim         // the best of each column
	confirmed map[[2]int]bool // rows and columns of cells that hold in some way
	odd       []oddCell
	follows   map[[2]int]bool // rows and columns of cells that are wrong because another is
	elsewhere []oddCell       // cells that are told of where the table is read across
}

// oddCell is a cell that holds in no way that its column shows.
type oddCell struct {
	row   int
	claim *claim
	v     *big.Rat // what the row gives
}

// namedAlike is how many words the head of a claim's column has in common with those of the
// columns that it is made from: 'Place (final)' is the place by 'Final'.
func (g *grid) namedAlike(c claim) int {
	from := map[string]bool{}
	for _, f := range c.from {
		if f >= 0 && f < len(g.heads) {
			for _, w := range vocabulary.Words(g.heads[f]) {
				from[w.Folded] = true
			}
		}
	}
	n := 0
	for _, w := range vocabulary.Words(g.heads[c.column]) {
		if from[w.Folded] {
			n++
		}
	}
	return n
}

// relate finds what the columns are.
func (g *grid) relate(published bool, words *vocabulary.Vocabulary) related {
	g.answers = map[askedOf]bool{}
	out := related{confirmed: map[[2]int]bool{}}
	told := map[string]int{} // claims by their columns
	for c := range g.heads {
		if g.barred[c] || g.isMade(c) {
			continue
		}
		var shown []claim
		tried, alike := 0, map[*relation]int{}
		for _, rel := range relations {
			if !published && !rel.anywhere {
				continue
			}
			for _, from := range rel.sources(g, c, words) {
				if g.work > mostWork {
					break
				}
				tried++
				alike[rel]++
				if one, ok := g.try(rel, c, from); ok {
					shown = append(shown, one)
				}
			}
		}
		if len(shown) == 0 {
			continue
		}
		best := -1
		for k, one := range shown {
			for _, r := range one.fits {
				if !g.rows[r].closes || g.exactly(one, r) {
					out.confirmed[[2]int{r, c}] = true
				}
			}
			if (best < 0 || len(one.fits) > len(shown[best].fits) || len(one.fits) == len(shown[best].fits) && g.namedAlike(one) > g.namedAlike(shown[best])) && !g.byChance(one, tried, alike[one.relation], words) {
				best = k
			}
		}
		if best < 0 {
			continue
		}
		one := shown[best]
		one.odd = slices.DeleteFunc(slices.Clone(one.odd), func(r int) bool {
			return out.confirmed[[2]int{r, c}] || (one.relation == mean || one.relation == weightedMean) && g.closesColumn(r, c, words)
		})
		if n := g.unexplained(&one); n > 1 && len(one.fits) < fewestMeaning*n || slices.ContainsFunc(one.from, g.isMade) && (len(one.fits) < fewestWithMade*(n-1) || one.relation != spread && one.relation != extreme && calledSpread(g, c, words)) {
			one.odd = nil
		}
		key := columnSet(one)
		if k, twice := told[key]; twice {
			// What follows from others mostly stands behind them.
			if slices.Index(relations, one.relation) <= slices.Index(relations, out.claims[k].relation) {
				out.claims[k] = one
			}
			continue
		}
		told[key] = len(out.claims)
		out.claims = append(out.claims, one)
	}
	for k := range out.claims {
		one := &out.claims[k]
		for _, r := range one.odd {
			v, _ := one.of(g, g.rows[r], one.from)
			out.odd = append(out.odd, oddCell{r, one, v})
		}
	}
	g.withoutConsequences(&out)
	g.withoutOtherRow(&out)
	return out
}

// unmended is how many rows do not follow, those left out that close others and follow with
// a total that is the sum of its column.
func (g *grid) unmended(c *claim) (n int) {
	for _, r := range c.odd {
		if g.rows[r].closes {
			if v, _ := c.of(g, g.rows[r], c.from); g.holdsMended(oddCell{r, c, v}, nil) {
				continue
			}
		}
		n++
	}
	return n
}

// unexplained is how many rows do not follow and are no sums of totals of which one is not
// the sum of its column.
func (g *grid) unexplained(c *claim) (n int) {
	for _, r := range c.odd {
		v, _ := c.of(g, g.rows[r], c.from)
		if c.relation != sum || !g.rows[r].closes || !g.holdsMended(oddCell{r, c, v}, nil) {
			n++
		}
	}
	return n
}

// exactly reports whether a figure follows from those beside it as they are printed. A row
// that closes others may hold figures that follow from these, and nearly from each other.
func (g *grid) exactly(c claim, row int) bool {
	v, _ := c.of(g, g.rows[row], c.from)
	return v != nil && c.holds(g.rows[row].cells[c.column], v, new(big.Rat))
}

// columnSet names the columns that a claim relates.
func columnSet(c claim) string {
	all := append([]int{c.column}, c.from...)
	slices.Sort(all)
	var b strings.Builder
	for _, n := range all {
		b.WriteRune(rune(n + 2))
	}
	return b.String()
}

// withoutConsequences leaves out the cells that hold where another cell has the value that
// it should have: that one is told of.
func (g *grid) withoutConsequences(found *related) {
	found.follows = map[[2]int]bool{}
	right := map[[2]int]*big.Rat{}
	more := map[int]*big.Rat{} // by how much the rows of a column are more than stated
	for _, o := range found.odd {
		right[[2]int{o.row, o.claim.column}] = o.v
		if !g.rows[o.row].closes {
			if more[o.claim.column] == nil {
				more[o.claim.column] = new(big.Rat)
			}
			more[o.claim.column].Add(more[o.claim.column], g.off(o))
		}
	}
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
		at := [2]int{o.row, o.claim.column}
		if g.rows[o.row].closes && o.claim.relation == sum && g.bodySum(o.row, o.claim.column).Cmp(g.rows[o.row].cells[o.claim.column].value.Rat()) == 0 {
			if _, part := g.crossed(o); part < 0 { // it is the sum of its column
				delete(right, at)
				found.follows[at] = true
				return true
			}
		}
		if d := more[o.claim.column]; g.rows[o.row].closes && d != nil && d.Cmp(g.off(o)) == 0 || g.holdsMended(o, right) {
			delete(right, at) // it explains no other
			found.follows[at] = true
			return true
		}
		return false
	})
}

// withoutOtherRow leaves out the last row where most of what it has does not follow: it
// holds something else, the highest of each column perhaps, or their medians.
func (g *grid) withoutOtherRow(found *related) {
	last, odd, right := len(g.rows)-1, 0, 0
	for _, o := range found.odd {
		if o.row == last {
			odd++
		}
	}
	for c := range g.heads {
		if found.confirmed[[2]int{last, c}] {
			right++
		}
	}
	if odd > 1 && right < odd {
		found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool { return o.row == last })
	}
}

// off is by how much a cell is less than its row gives.
func (g *grid) off(o oddCell) *big.Rat {
	return new(big.Rat).Sub(o.v, g.rows[o.row].cells[o.claim.column].value.Rat())
}

// holdsMended reports whether a cell holds with another of its row put right: one that is
// odd itself, or a total that is not the sum of its column.
func (g *grid) holdsMended(o oddCell, right map[[2]int]*big.Rat) bool {
	r := g.rows[o.row]
	for _, f := range o.claim.from {
		if f < 0 || f >= len(r.cells) {
			continue
		}
		v := right[[2]int{o.row, f}]
		if v == nil && r.closes && g.counts(f) {
			v = g.bodySum(o.row, f)
		}
		if v == nil || r.cells[f].value == nil {
			continue
		}
		mended := r
		mended.cells = slices.Clone(r.cells)
		d := tallies.RoundedTo(v, r.cells[f].value.Places, false)
		mended.cells[f].value = &d
		if w, slack := o.claim.of(g, mended, o.claim.from); w != nil && o.claim.holds(r.cells[o.claim.column], w, slack) {
			return true
		}
	}
	return false
}

// bodySum adds up what stands above a closing row in a column, the closing rows left out.
func (g *grid) bodySum(closing, c int) *big.Rat {
	v := new(big.Rat)
	for _, r := range g.rows[:closing] {
		if !r.closes && !r.aside() && r.cells[c].value != nil {
			v.Add(v, r.cells[c].value.Rat())
		}
	}
	return v
}

// columnSum is bodySum for the whole column.
func (g *grid) columnSum(c int) *big.Rat {
	if v, ok := g.sums[c]; ok {
		return v
	}
	v := g.bodySum(len(g.rows), c)
	g.sums[c] = v
	return v
}

// half is half of the last decimal of a cell, 0 for a whole number: that is a count.
func half(c cell) *big.Rat {
	if c.value.Places == 0 && !c.sign {
		return new(big.Rat)
	}
	return reckon.HalfUnit(c.value.Places)
}

// name is a column's head in quotation marks; that of one that nobody printed stands alone.
func (g *grid) name(c int) string {
	if g.isMade(c) {
		return "the number of " + g.heads[c]
	}
	return "“" + g.names[c] + "”"
}

// isMade reports whether a column is counted of the scores and not printed.
func (g *grid) isMade(c int) bool { return c >= 0 && c < len(g.made) && g.made[c] }

// pairs gives every two columns of some that ok takes, other than c.
func (g *grid) pairs(c int, a, b func(int) bool) (out [][]int) {
	for i := range g.heads {
		for j := range g.heads {
			if i != j && i != c && j != c && !g.barred[i] && !g.barred[j] && a(i) && b(j) {
				out = append(out, []int{i, j})
			}
		}
	}
	return out
}
