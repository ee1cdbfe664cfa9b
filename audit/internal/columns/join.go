package columns

import (
	"math/big"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/model"
)

// A table is read down, its columns one of another, and across, its rows. A cell that
// follows in one of the two is accused in neither, and one that is wrong in one explains
// what does not follow in the other.

// fewestSureAcross is how many columns show what a row is for each that does not: there are
// fewer of them than rows mostly, and other rules read the same averages.
const fewestSureAcross = 4

// relateAcross finds what the rows of a table are of one another.
func (g *grid) relateAcross(p *rule.Pass) related {
	if g == nil {
		return related{}
	}
	found := g.relate(true, p.Vocabulary)
	g.withoutOwned(p, &found)
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
		return g.rows[o.row].closes || len(o.claim.fits) < fewestSureAcross*len(o.claim.odd)
	})
	return found
}

// join leaves out of what was found in both ways what the other explains.
func join(down *grid, a *related, across *grid, b *related) {
	if across == nil {
		return
	}
	rightDown, rightAcross := rightOf(down, *a), rightOf(across, *b)
	confirmed := map[place2]bool{}
	for at := range a.confirmed {
		confirmed[down.rows[at[0]].cells[at[1]].at] = true
	}
	b.odd = slices.DeleteFunc(b.odd, func(o oddCell) bool {
		at := across.rows[o.row].cells[o.claim.column].at
		return confirmed[at] || rightDown[at] != nil || across.holdsWith(o, rightDown)
	})
	rightAcross = rightOf(across, *b)
	confirmed = map[place2]bool{}
	for at := range b.confirmed {
		confirmed[across.rows[at[0]].cells[at[1]].at] = true
	}
	a.odd = slices.DeleteFunc(a.odd, func(o oddCell) bool {
		at := down.rows[o.row].cells[o.claim.column].at
		follows := confirmed[at] && down.rows[o.row].closes || down.holdsWith(o, rightAcross)
		if follows {
			a.follows[[2]int{o.row, o.claim.column}] = true
		}
		return follows
	})
	for i, r := range down.rows {
		for c, one := range r.cells {
			if v := rightAcross[one.at]; v != nil && one.value != nil {
				a.elsewhere = append(a.elsewhere, oddCell{row: i, claim: &claim{column: c}, v: v})
			}
		}
	}
}

// rightOf gives the cells that are odd, by where they stand, with what they should be.
func rightOf(g *grid, found related) map[place2]*big.Rat {
	out := map[place2]*big.Rat{}
	for _, o := range found.odd {
		out[g.rows[o.row].cells[o.claim.column].at] = o.v
	}
	return out
}

// holdsWith reports whether a cell holds with one of its row put right.
func (g *grid) holdsWith(o oddCell, right map[place2]*big.Rat) bool {
	r := g.rows[o.row]
	for _, f := range o.claim.from {
		if f < 0 || f >= len(r.cells) || r.cells[f].value == nil || right[r.cells[f].at] == nil {
			continue
		}
		mended := r
		mended.cells = slices.Clone(r.cells)
		d := tallies.RoundedTo(right[r.cells[f].at], r.cells[f].value.Places, false)
		mended.cells[f].value = &d
		if w, slack := o.claim.of(g, mended, o.claim.from); w != nil && o.claim.holds(r.cells[o.claim.column], w, slack) {
			return true
		}
	}
	return false
}

// withoutOwned leaves out the averages of scores, and their percentages, that rules of their
// own compare: these know by which averages percentages are had, and how they are rounded.
func (g *grid) withoutOwned(p *rule.Pass, found *related) {
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
		if g.scored && (o.claim.relation == percentOfMean || o.claim.relation == hundredfold) {
			return true
		}
		if !slices.ContainsFunc(o.claim.from, g.isMade) {
			return false
		}
		if calledAverage(g, o.claim.column, p.Vocabulary) {
			return true
		}
		row := g.rows[o.row].cells[o.claim.column].at.row
		return g.across && g.rowOf == nil && slices.ContainsFunc(p.Report.Summaries, func(s model.Summary) bool { return s.Row == row && len(s.Averages) > 0 })
	})
}
