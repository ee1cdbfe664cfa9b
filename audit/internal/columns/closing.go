package columns

import (
	"fmt"
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A published table of figures without scores may close its groups, and itself, with rows
// that are called totals or averages and hold means of the rows above: each row counted
// once, or as often as a column of counts says. Which of these a closing row holds is not
// believed of its label: the others show it.

// closingWay is how a closing row may follow from the rows that it closes.
type closingWay struct {
	text string
	of   func(g closedGroup, column int) *big.Rat // nil where it cannot be had
}

// sumWay and meanWay are the first of closingWays.
const (
	sumWay = iota
	meanWay
	weightedWay
)

var closingWays = []closingWay{
	{"the sum of the rows", func(g closedGroup, c int) *big.Rat { return g.folded(c, nil, false) }},
	{"the mean of the rows", func(g closedGroup, c int) *big.Rat { return g.folded(c, nil, true) }},
	{"the mean of the rows by their counts", func(g closedGroup, c int) *big.Rat {
		if g.counts == nil {
			return nil
		}
		return g.folded(c, g.counts, true)
	}},
	{"the mean of the groups' own rows", func(g closedGroup, c int) *big.Rat {
		if len(g.closings) < fewestParts {
			return nil
		}
		return closedGroup{parts: g.closings}.folded(c, nil, true)
	}},
}

// closedGroup is rows of a table and the row that closes them.
type closedGroup struct {
	row      int // of the grid
	parts    []row
	counts   []*big.Rat // of each part, nil where no column has counts
	closings []row      // closing rows of the groups, where this closes the table
}

// folded is the sum or the mean of a column over the parts that have a number there;
// nil where fewer than two do.
func (g closedGroup) folded(c int, counts []*big.Rat, mean bool) *big.Rat {
	sum, by, n := new(big.Rat), new(big.Rat), 0
	for i, p := range g.parts {
		if p.cells[c].value == nil {
			continue
		}
		w := big.NewRat(1, 1)
		if counts != nil {
			w = counts[i]
		}
		n++
		by.Add(by, w)
		sum.Add(sum, new(big.Rat).Mul(p.cells[c].value.Rat(), w))
	}
	switch {
	case n < fewestParts || by.Sign() == 0:
		return nil
	case mean:
		return sum.Quo(sum, by)
	}
	return sum
}

// follows reports whether a closing row's figure follows from v, which was had of figures
// that are rounded themselves.
func (g closedGroup) follows(stated cell, c int, v *big.Rat, summed bool) bool {
	slack, n := new(big.Rat), int64(0)
	for _, p := range g.parts {
		if p.cells[c].value != nil {
			n++
			if h := half(p.cells[c]); h.Cmp(slack) > 0 {
				slack = h
			}
		}
	}
	if summed {
		slack = new(big.Rat).Mul(slack, big.NewRat(n, 1))
	}
	return holds(stated, v, slack)
}

// closedCase is one figure of a closing row, with the ways in which it holds.
type closedCase struct {
	group  closedGroup
	column int
	ways   []int
	held   bool // it holds in one of them, or as its column does elsewhere
}

const otherClosings = "rows that close a table of figures are neither sums nor means of the rows above in enough columns"

// closings compares the figures of rows that close others with the rows above them: the
// figures of columns with decimals or percentages, since Totals compares whole numbers.
func (g *grid) closings(found *related, words *vocabulary.Vocabulary) (out []told) {
	var cases []closedCase
	by := make([]int, len(closingWays))
	groups := g.closedGroups(words)
	for c := range g.heads {
		if g.barred[c] || g.counts(c) && !g.partedBelow(c) {
			continue
		}
		for _, group := range groups {
			stated := g.rows[group.row].cells[c]
			if stated.value == nil || !group.fractions(c, stated) {
				continue
			}
			one := closedCase{group: group, column: c, held: found.confirmed[[2]int{group.row, c}]}
			mended := g.mendedGroup(group, c, *found)
			for w, way := range closingWays {
				if group.givesBy(way, stated, c, w == sumWay) || mended.givesBy(way, stated, c, w == sumWay) {
					one.ways = append(one.ways, w)
					one.held = true
					by[w]++
				}
			}
			one.held = one.held || g.heldByCounts(group, c, stated, found)
			if !one.held && words.HasHead(g.heads[c], totalHeads...) {
				one.held = group.holdsMended(g, c, stated)
			}
			cases = append(cases, one)
		}
	}
	if len(cases) == 0 {
		return nil
	}
	held := 0
	for _, one := range cases {
		if one.held {
			held++
		}
	}
	if most := slices.Max(by); most < fewestParts && !g.oneLeftOut(cases, *found, words) || held*2 < len(cases) {
		return []told{{rule: "count-stated", undecided: len(cases), why: otherClosings}}
	}
	if len(cases)-held > 1 && held < fewestMeaning*(len(cases)-held) {
		return []told{{rule: "count-stated", undecided: len(cases), why: otherClosings}}
	}
	usual := slices.Index(by, slices.Max(by))
	for k := range cases {
		cases[k].held = cases[k].held && !g.otherWay(cases, k, usual, found)
	}
	out = append(out, told{rule: "count-stated", checked: len(cases)})
	for _, one := range cases {
		if one.held || found.isOdd(one.group.row, one.column) || found.follows[[2]int{one.group.row, one.column}] {
			continue
		}
		r := g.rows[one.group.row]
		if v := closingWays[usual].of(one.group, one.column); v != nil {
			found.withoutMended(g, one.group.row, one.column, v)
		}
		f := g.finding(r, one.column)
		for w, way := range closingWays {
			v := way.of(one.group, one.column)
			if v == nil || w == sumWay && usual != sumWay {
				continue
			}
			if w == usual {
				f.Computed = reckon.Unsigned(v) + " (" + way.text + ")"
			} else {
				f.Explanations = append(f.Explanations, reckon.Unsigned(v)+" is "+way.text)
			}
		}
		what := fmt.Sprintf("which is in no usual way what the %s above give", reckon.Plural(len(one.group.parts), "row"))
		if len(one.ways) > 0 {
			what = closingWays[one.ways[0]].text
		} else {
			f.Explanations = append(f.Explanations, g.left(one, usual)...)
		}
		f.Message = fmt.Sprintf("%s of “%s” is stated as %s, %s; %d of %d such figures of the table are %s.",
			g.name(one.column), r.label, r.cells[one.column].text, what, by[usual], len(cases), closingWays[usual].text)
		out = append(out, told{rule: "count-stated", finding: &f})
	}
	if len(groups) == 1 && usual == weightedWay && by[usual] >= fewestMeaning {
		out = append(out, g.weights(groups[0], *found, words)...)
	}
	return out
}

// weights compares the number of scores of a row that weighs the rows above by theirs with
// the sum of these.
func (g *grid) weights(group closedGroup, found related, words *vocabulary.Vocabulary) []told {
	c := slices.IndexFunc(g.heads, func(h string) bool { return words.HasHead(h, vocabulary.HeadCells) })
	if c < 0 || g.rows[group.row].cells[c].value == nil || !g.counts(c) || found.claimed(c) {
		return nil
	}
	sum := g.bodySum(group.row, c)
	if sum.Cmp(g.rows[group.row].cells[c].value.Rat()) == 0 {
		return []told{{rule: "count-stated", checked: 1}}
	}
	r := g.rows[group.row]
	f := g.finding(r, c)
	f.Computed = reckon.Unsigned(sum)
	f.Message = fmt.Sprintf("%s of “%s” is stated as %s; the %s above, by which its means are had, add up to %s.",
		g.name(c), r.label, r.cells[c].text, reckon.Plural(len(group.parts), "row"), f.Computed)
	return []told{{rule: "count-stated", checked: 1}, {rule: "count-stated", finding: &f}}
}

// givesBy reports whether a closing row's figure follows in a way.
func (g closedGroup) givesBy(way closingWay, stated cell, c int, summed bool) bool {
	v := way.of(g, c)
	return v != nil && g.follows(stated, c, v, summed)
}

// otherWay reports whether a figure of a closing row follows in another way than all the
// others of the row, which do not follow in that: one formula is another, or was typed.
func (g *grid) otherWay(cases []closedCase, k, usual int, found *related) bool {
	one := cases[k]
	at := [2]int{one.group.row, one.column}
	if slices.Contains(one.ways, usual) || len(one.ways) != 1 || one.ways[0] == sumWay || usual == sumWay || found.confirmed[at] {
		return false
	}
	apart := 0
	for _, other := range cases {
		if other.group.row != one.group.row || other.column == one.column {
			continue
		}
		if !slices.Contains(other.ways, usual) {
			return false
		}
		if !slices.Contains(other.ways, one.ways[0]) {
			apart++
		}
	}
	return apart >= fewestMeaning
}

// mendedGroup is a group with the cells of a column that are told of put right: whoever
// closed the rows may have had the right figure.
func (g *grid) mendedGroup(group closedGroup, c int, found related) closedGroup {
	out := group
	for _, o := range slices.Concat(found.odd, found.elsewhere) {
		if o.claim.column != c || g.rows[o.row].closes || o.claim.relation == place {
			continue
		}
		for k, p := range group.parts {
			if p.number != g.rows[o.row].number || p.cells[c].value == nil {
				continue
			}
			out.parts = slices.Clone(out.parts)
			out.parts[k].cells = slices.Clone(p.cells)
			d := tallies.RoundedTo(o.v, p.cells[c].value.Places, false)
			out.parts[k].cells[c].value = &d
		}
	}
	return out
}

// heldByCounts reports whether a figure is the mean of the rows by some column of counts,
// whatever its head is. What is a part of a total is none by which rows are weighed.
func (g *grid) heldByCounts(group closedGroup, c int, stated cell, found *related) bool {
	for k := range g.heads {
		if k == c || !g.counts(k) || g.fractions(k) || slices.ContainsFunc(found.claims, func(o claim) bool { return o.relation == sum && slices.Contains(o.from, k) }) {
			continue
		}
		if counts := countsOf(group.parts, k); counts != nil {
			if v := group.folded(c, counts, true); v != nil && group.follows(stated, c, v, false) {
				return true
			}
		}
	}
	return false
}

// oneLeftOut reports whether a row that is called an average has one figure that is not the
// mean of all rows, and is that of all but the first or the last, where another one is: a
// formula ends a row early.
func (g *grid) oneLeftOut(cases []closedCase, found related, words *vocabulary.Vocabulary) bool {
	meant, left := 0, 0
	for _, one := range cases {
		r := g.rows[one.group.row]
		switch {
		case slices.Contains(one.ways, meanWay):
			meant++
		case one.held || found.isOdd(one.group.row, one.column) || found.follows[[2]int{one.group.row, one.column}]:
		case !words.AverageLabel(r.label) && !meanLabel(r.label, words):
			return false
		case one.edgeLeftOut(r.cells[one.column]):
			left++
		default:
			return false
		}
	}
	return meant > 0 && left == 1
}

// edgeLeftOut reports whether a figure is the mean of its rows without the first or the
// last, and nothing but the printed decimals of these may be rounded: means of so many
// rows are told apart.
func (one closedCase) edgeLeftOut(stated cell) bool {
	parts := one.group.parts
	if len(parts) < fewestTotalled {
		return false
	}
	for _, rest := range [][]row{parts[1:], parts[:len(parts)-1]} {
		v := closedGroup{parts: rest}.folded(one.column, nil, true)
		if v != nil && holds(stated, v, new(big.Rat)) {
			return true
		}
	}
	return false
}

// withoutMended leaves out the cells of a closing row that hold with another of it put
// right, which is told of.
func (found *related) withoutMended(g *grid, row, column int, v *big.Rat) {
	right := map[[2]int]*big.Rat{{row, column}: v}
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
		return o.row == row && o.claim.column != column && g.holdsMended(o, right)
	})
}

// holdsMended reports whether a closing row's figure follows from rows whose totals are the
// sums of their counts: a total that is not is told of.
func (g closedGroup) holdsMended(t *grid, c int, stated cell) bool {
	mended := g
	mended.parts = nil
	for _, p := range g.parts {
		sum := int64(0)
		for k := range t.heads {
			if d := p.cells[k].value; k != c && !t.barred[k] && d != nil && d.Places == 0 && !p.cells[k].sign {
				sum += d.Units
			}
		}
		row := row{cells: slices.Clone(p.cells)}
		row.cells[c].value = &model.Decimal{Units: sum}
		mended.parts = append(mended.parts, row)
	}
	for w, way := range closingWays {
		if v := way.of(mended, c); v != nil && mended.follows(stated, c, v, w == sumWay) {
			return true
		}
	}
	return false
}

// left says with which row left out the figure would follow.
func (g *grid) left(one closedCase, usual int) []string {
	stated := g.rows[one.group.row].cells[one.column]
	for k := range one.group.parts {
		without := one.group
		without.parts = slices.Delete(slices.Clone(one.group.parts), k, k+1)
		if without.counts != nil {
			without.counts = slices.Delete(slices.Clone(one.group.counts), k, k+1)
		}
		if v := closingWays[usual].of(without, one.column); v != nil && without.follows(stated, one.column, v, usual == sumWay) {
			return []string{fmt.Sprintf("it is %s without “%s”", closingWays[usual].text, one.group.parts[k].label)}
		}
	}
	return nil
}

// fractions reports whether a column has decimals or percentages in a group.
func (g closedGroup) fractions(c int, stated cell) bool {
	if stated.value.Places > 0 || stated.sign {
		return true
	}
	return slices.ContainsFunc(g.parts, func(r row) bool { return r.cells[c].value != nil && (r.cells[c].value.Places > 0 || r.cells[c].sign) })
}

// closedGroups finds the rows that close others. One that closes no rows of its own closes
// all of the table.
func (g *grid) closedGroups(words *vocabulary.Vocabulary) (out []closedGroup) {
	counts := slices.IndexFunc(g.heads, func(h string) bool { return words.HasHead(h, vocabulary.HeadCells) })
	var open, all, closings []row
	for i, r := range g.rows {
		if r.aside() {
			continue
		}
		if !r.closes {
			open, all = append(open, r), append(all, r)
			continue
		}
		one := closedGroup{row: i, parts: open}
		if len(open) == 0 {
			one.parts, one.closings = all, slices.Clone(closings)
		}
		one.counts = countsOf(one.parts, counts)
		if len(one.parts) >= fewestParts {
			out = append(out, one)
		}
		open, closings = nil, append(closings, r)
	}
	return out
}

// countsOf gives the counts of rows, nil where one has none.
func countsOf(parts []row, column int) []*big.Rat {
	if column < 0 {
		return nil
	}
	var out []*big.Rat
	for _, p := range parts {
		d := p.cells[column].value
		if d == nil || d.Places > 0 || d.Units < 0 {
			return nil
		}
		out = append(out, d.Rat())
	}
	return out
}
