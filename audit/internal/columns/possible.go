package columns

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/vocabulary"
)

// A mean of n scores of −1, 0 and +1 is a whole number by n (the GRIM test). Of how many
// scores the figures of a table are says a column ('N', or one before each column of
// averages), or a row ('Commitments'); where every one was scored for several members, the
// title may say for how many. What is said is believed where nearly all figures can be had
// of so many scores, which by chance they cannot.

const (
	// leastBits is how unlikely it must be by chance that the figures of a table can be had
	// of as many scores as stated, as a power of 2, and fewestBits for each of its columns
	// that has no such number of its own.
	leastBits  = 12
	fewestBits = 8
	// fewestPossible is how many figures of a column must tell something.
	fewestPossible = 3
	// mostPossible bounds the number of scores of which all figures with two decimals can be
	// had.
	mostPossible = 200
	// mostLeftOut is how many of the scores may not be there: where a member was not
	// assessed, a figure is of fewer.
	mostLeftOut = 2
)

// scored says of how many scores the figures of a table are, in one way.
type scored struct {
	text   string
	beside bool // every column has a number of its own
	titled bool // the title says it of all
	of     func(r row, column int) int64
}

// impossible finds the figures that cannot be had of as many scores as the table says.
func (g *grid) impossible(found related, words *vocabulary.Vocabulary) (checked int, odd []oddCell) {
	members := g.membersSaid(words)
	ways := g.scoredWays(words)
	if len(ways) == 0 && members > 1 {
		way := scored{text: "the title", titled: true, of: func(row, int) int64 { return members }}
		return g.impossibleOf(way, 1, found, words)
	}
	for _, way := range ways {
		for _, by := range slices.Compact([]int64{1, members}) {
			if checked, odd = g.impossibleOf(way, by, found, words); checked > 0 {
				return checked, odd
			}
		}
	}
	return 0, nil
}

// impossibleOf takes the figures for those of as many scores as one way says, each for so
// many members; checked is 0 where they are not.
func (g *grid) impossibleOf(way scored, members int64, found related, words *vocabulary.Vocabulary) (checked int, odd []oddCell) {
	mean, percent := HeadPair(g.heads, words)
	all := 0
	for c := range g.heads {
		if !g.means(c) || words.AverageLabel(g.heads[c]) && !way.titled || found.claimed(c) || !way.beside && !way.titled && (c == mean || c == percent) {
			continue
		}
		fits, bits := 0, 0
		var wrong []oddCell
		for i, r := range g.rows {
			v := r.cells[c].value
			if v == nil || r.closes || r.aside() {
				continue
			}
			n := way.of(r, c) * members
			rare := rarity(n, v.Places)
			if rare == 0 {
				continue
			}
			if had(r.cells[c], n) {
				fits, bits = fits+1, bits+rare
			} else {
				wrong = append(wrong, oddCell{row: i, claim: &claim{column: c}, v: big.NewRat(n, 1)})
			}
		}
		if fits < fewestPossible || len(wrong) > 1 && len(wrong)*10 > fits || !way.beside && bits < fewestBits {
			continue
		}
		checked += fits + len(wrong)
		all += bits
		odd = append(odd, wrong...)
	}
	if all < leastBits || len(odd)*8 > checked {
		return 0, nil
	}
	everyone := g.saysEveryone(words)
	return checked, slices.DeleteFunc(odd, func(o oddCell) bool {
		n, one := o.v.Num().Int64(), g.rows[o.row].cells[o.claim.column]
		for fewer := n - 1; fewer >= max(1, n-mostLeftOut) && !everyone && !g.missed(o, found); fewer-- {
			if had(one, fewer) {
				return true
			}
		}
		return found.isOdd(o.row, o.claim.column)
	})
}

// saysEveryone reports whether the title of the table, or a note below it, says that
// everybody was assessed on everything: nobody is left out then.
func (g *grid) saysEveryone(words *vocabulary.Vocabulary) bool {
	return slices.ContainsFunc(g.said(), func(text string) bool { return everyone(text, words) })
}

// everyone reports whether a text says that everybody was assessed on everything, with 'all
// members' or with how many they are: '8 members, each assessed on every commitment'.
func everyone(text string, words *vocabulary.Vocabulary) bool {
	if words.EveryoneAssessed(text) {
		return true
	}
	from, every := strings.IndexFunc(text, unicode.IsDigit), words.Tables().EveryWords
	if from < 0 || len(every) == 0 {
		return false
	}
	behind := strings.TrimLeft(text[from:], "0123456789")
	number := text[from : len(text)-len(behind)]
	if n, err := strconv.ParseInt(number, 10, 64); err != nil || membersOf(text, words) != n {
		return false
	}
	return words.EveryoneAssessed(text[:from] + every[0] + behind)
}

// membersSaid is of how many members the title says that the figures are, or, of all on
// everything, a note below the table.
func (g *grid) membersSaid(words *vocabulary.Vocabulary) int64 {
	said := g.said()
	if n := membersOf(said[0], words); n > 1 {
		return n
	}
	for _, text := range said[1:] {
		if n := membersOf(text, words); n > 1 && everyone(text, words) {
			return n
		}
	}
	return 1
}

// said are the title of the table and the texts that stand alone in its rows.
func (g *grid) said() []string {
	texts := []string{g.table.Title}
	for _, r := range g.table.Rows[1:] {
		filled := 0
		for _, cell := range r {
			if strings.TrimSpace(cell) != "" {
				filled++
			}
		}
		if filled == 1 {
			texts = append(texts, r...)
		}
	}
	return texts
}

// rarity is how seldom a figure with so many decimals can be had of n scores, as a power of
// 2; 0 where that says nothing.
func rarity(n int64, places int) (bits int) {
	if n < 1 || n > mostPossible || places < 2 || places > tallies.UsualPlaces+1 {
		return 0
	}
	steps := int64(100)
	if places > 2 {
		steps = 1000
	}
	for had := 2*n + 1; had*3 <= 2*steps+1 && bits < 4; had *= 2 {
		bits++
	}
	return bits
}

// had reports whether a figure is a mean of n scores, rounded or cut off.
func had(c cell, n int64) bool {
	scaled := new(big.Rat).Mul(c.value.Rat(), big.NewRat(n, 1))
	near := new(big.Int).Div(scaled.Num(), scaled.Denom()).Int64()
	reach := 1 + n/100 // the sums whose means may be printed so with two decimals
	for k := max(-n, near-reach); k <= min(n, near+1+reach); k++ {
		if mean := big.NewRat(k, n); reckon.Holds(*c.value, mean) || reckon.IsCutOff(*c.value, mean) {
			return true
		}
	}
	return false
}

// scoredWays are the ways in which a table may say of how many scores its figures are: by
// columns before those of the averages, by one column, by a row.
func (g *grid) scoredWays(words *vocabulary.Vocabulary) (out []scored) {
	count := func(r row, c int) int64 {
		if d := r.cells[c].value; d != nil && d.Places == 0 && d.Units > 0 && !r.cells[c].sign {
			return d.Units
		}
		return 0
	}
	before := map[int]bool{}
	column := -1
	for c := range g.heads {
		if !g.counts(c) {
			continue
		}
		if column < 0 && words.HasHead(g.heads[c], vocabulary.HeadCells) {
			column = c
		}
		if c+1 < len(g.heads) && g.means(c+1) {
			rest, found := strings.CutPrefix(g.heads[c], g.heads[c+1])
			if found && words.HasHead(strings.Trim(rest, " ,:()"), vocabulary.HeadCells) {
				before[c+1] = true
			}
		}
	}
	if len(before) >= fewestParts {
		out = append(out, scored{text: "the number beside it", beside: true, of: func(r row, c int) int64 {
			if !before[c] {
				return 0
			}
			return count(r, c-1)
		}})
	}
	if column >= 0 {
		out = append(out, scored{text: g.name(column), of: func(r row, _ int) int64 { return count(r, column) }})
	}
	for _, counts := range g.rows {
		if counts.counts || words.HasHead(strings.Trim(counts.label, " ():"), vocabulary.HeadCells) {
			out = append(out, scored{text: "“" + counts.label + "”", beside: true, of: func(r row, c int) int64 {
				if r.number == counts.number {
					return 0
				}
				return count(counts, c)
			}})
			break
		}
	}
	return out
}

// membersOf is the number of members that a title names ('nine members, every commitment
// scored for all'), 1 where it names none or two.
func membersOf(title string, words *vocabulary.Vocabulary) int64 {
	members := int64(1)
	fields := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range fields[:max(0, len(fields)-1)] {
		if kind, ok := words.Column(fields[i+1]); !ok || kind != "member" {
			continue
		}
		n, err := strconv.ParseInt(word, 10, 64)
		if err != nil {
			if small, _, ok := words.NumberWordAt([]rune(word), 0); ok {
				n = int64(small)
			}
		}
		if n < 2 || n > mostPossible {
			continue
		}
		if members > 1 && members != n {
			return 1
		}
		members = n
	}
	return members
}

// missed reports whether a mean of the row does not follow with a figure, and does with one
// that can be had of as many scores: nobody was left out then.
func (g *grid) missed(o oddCell, found related) bool {
	n := o.v.Num().Int64()
	for _, other := range found.odd {
		if other.row != o.row || !slices.Contains(other.claim.from, o.claim.column) {
			continue
		}
		for k := -n; k <= n; k++ {
			if g.holdsMended(other, map[[2]int]*big.Rat{{o.row, o.claim.column}: big.NewRat(k, n)}) {
				return true
			}
		}
	}
	return false
}

// impossibleFinding says that a figure cannot be had. Where figures of its row or its column
// follow with one that can, that is said too, and they are no findings of their own.
func (g *grid) impossibleFinding(o oddCell, found *related, across *grid, wide *related) told {
	r, n := g.rows[o.row], int(o.v.Num().Int64())
	one := r.cells[o.claim.column]
	f := g.finding(r, o.claim.column)
	f.Computed = reckon.NearestMeans(reckon.Figure{Value: one.value}, n)
	f.Message = fmt.Sprintf("%s of %s is stated as %s; no %s of −1, 0 and +1 give it, as other figures of the table are had of as many as it says.",
		g.name(o.claim.column), rowName(r), one.text, reckon.Plural(n, "score"))
	var right, off *big.Rat
	most := 0
	for k := -n; k <= n; k++ {
		v := big.NewRat(int64(k), int64(n))
		mended := map[place2]*big.Rat{one.at: v}
		explained := 0
		for _, other := range found.odd {
			if g.holdsWith(other, mended) {
				explained++
			}
		}
		for _, other := range wide.odd {
			if across.holdsWith(other, mended) {
				explained++
			}
		}
		d := new(big.Rat).Sub(v, one.value.Rat())
		if d.Abs(d); explained > most || explained > 0 && explained == most && d.Cmp(off) < 0 {
			right, off, most = v, d, explained
		}
	}
	if right == nil {
		return told{rule: "percent-attainable", finding: &f}
	}
	mended := map[place2]*big.Rat{one.at: right}
	found.odd = slices.DeleteFunc(found.odd, func(other oddCell) bool {
		if !g.holdsWith(other, mended) {
			return false
		}
		f.Explanations = append(f.Explanations, fmt.Sprintf("with %s there %s of the row follows", reckon.Exact(right), g.name(other.claim.column)))
		found.follows[[2]int{other.row, other.claim.column}] = true
		return true
	})
	wide.odd = slices.DeleteFunc(wide.odd, func(other oddCell) bool {
		if !across.holdsWith(other, mended) {
			return false
		}
		f.Explanations = append(f.Explanations, fmt.Sprintf("with %s there %s of the column follows", reckon.Exact(right), across.name(other.claim.column)))
		return true
	})
	found.elsewhere = append(found.elsewhere, oddCell{row: o.row, claim: &claim{column: o.claim.column}, v: right})
	return told{rule: "percent-attainable", finding: &f}
}
