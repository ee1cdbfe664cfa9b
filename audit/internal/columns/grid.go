package columns

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// cell is a cell of a table of figures.
type cell struct {
	text  string
	value *model.Decimal // nil where none is read
	sign  bool           // a percent sign stands behind the number
	at    place2         // where it stands in the table
}

// place2 is a row of a table, from 1, and a column.
type place2 struct{ row, column int }

// row is a row of a table of figures that has a figure.
type row struct {
	number int    // in model.Table.Rows, from 1
	label  string // its first words
	member string // whom it is of; empty: nobody
	cells  []cell
	closes bool // it is labelled as the total or the average of others
	counts bool // it says of how many the figures of the columns are
	again  bool // it is the second of one member
	parted bool // it closes counts with decimals: with their means, or shares
}

// grid is a table of figures: its head, and its rows with a figure. Titles of sections and
// notes below it are no rows.
type grid struct {
	table  *model.Table
	heads  []string
	names  []string // heads as they are told: with the head above, where two are alike
	barred []bool   // columns whose numbers are no figures: years, pages, serials
	made   []bool   // columns that are counted of the scores of a row and not printed; nil: none
	across bool     // what are rows here are columns of the table
	scored bool     // the table is one of scores
	whole  bool     // no other rule compares its columns
	// rowOf is which row other rules call a column of the table, whose rows are members; nil
	// where they call none so.
	rowOf   map[int]int
	rows    []row
	work    int                // see mostWork
	answers map[askedOf]bool   // see once; nil while the table is read
	sums    map[int]*big.Rat   // see columnSum
	orders  map[int][]standing // see orderOf
	first   int                // of the two rows of one member
}

const (
	// mostCells bounds a table whose columns are related, mostColumns its width: what a
	// column is of three others is tried for every three.
	mostCells   = 1 << 17
	mostColumns = 64
	// mostTriples is how many columns of counts are tried three by three.
	mostTriples = 24
	// mostWork bounds how many rows are held against relations.
	mostWork = 1 << 20
	// labelColumns is in how many columns the words for a total may stand.
	labelColumns = 3
)

// reCommaDecimal is a number that a comma divides and groups of thousands cannot.
var reCommaDecimal = lazyregexp.New(`^[-+\x{2212}\x{2013}]?\d{1,3},\d{1,2}\s?%?$`)

// readGrid reads a table of figures; nil where it is too large, or no table at all.
func readGrid(t *model.Table, words *vocabulary.Vocabulary) *grid {
	if len(t.Rows) < 2 || len(t.Rows[0]) < 2 || len(t.Rows[0]) > mostColumns || len(t.Rows)*len(t.Rows[0]) > mostCells {
		return nil
	}
	g := newGrid(t)
	head := headRow(t)
	for c, h := range t.Rows[head] {
		g.heads = append(g.heads, strings.TrimSpace(h))
		g.barred = append(g.barred, c == 0 || words.HasHead(h, vocabulary.HeadYear, vocabulary.HeadNumber, vocabulary.HeadID, vocabulary.HeadPage))
	}
	g.names = namesOf(t, head)
	comma := commaDivides(t)
	g.barred[0] = !placesFirst(t, head, words)
	behind := map[int]string{} // members who stand behind the first words of their row
	for i, texts := range t.Rows[head+1:] {
		if len(texts) != len(g.heads) {
			continue
		}
		r := row{number: i + head + 2}
		figures := false
		var names []string
		for c, text := range texts {
			one := readCell(text, comma)
			one.at = place2{r.number, c}
			r.cells = append(r.cells, one)
			if one.value != nil && !g.barred[c] {
				figures = true
			}
			if one.value == nil && one.text != "" && c < labelColumns {
				r.closes = r.closes || closingLabel(one.text, words)
				// "9 of 14 (64%)" is no name, and "=6" none either.
				if _, tied := tiedPlace(one.text); !tied && !strings.Contains(one.text, "%") {
					names = append(names, one.text)
				}
			}
		}
		switch {
		case r.closes:
			r.label = strings.Join(names, " ") // the group's name stands beside the word for a total
		case len(names) > 0:
			r.label = names[0]
			if _, member := words.Member(names[len(names)-1]); len(names) > 1 && member {
				behind[len(g.rows)] = names[len(names)-1]
			}
		default:
			r.label = r.cells[0].text
		}
		if figures {
			g.rows = append(g.rows, r)
		}
	}
	g.nameRows(behind, words)
	g.answers = map[askedOf]bool{}
	g.findCounts(words)
	g.answers = nil
	for i := len(g.rows) - 1; i > 0 && (g.rows[i].counts || g.rows[i].closes || meanLabel(g.rows[i].label, words) || allLabel(g.rows[i].label, i, words)); i-- {
		g.rows[i].closes = !g.rows[i].counts
	}
	g.findParted()
	g.withoutShares()
	g.findAgain(words)
	g.closeGroups(words)
	g.closeByFigures()
	return g
}

// nameRows calls rows by the members behind their first words where these are those of
// several: a forum, a group.
func (g *grid) nameRows(behind map[int]string, words *vocabulary.Vocabulary) {
	alike := map[string]int{}
	for _, r := range g.rows {
		alike[r.label]++
	}
	for i := range g.rows {
		r := &g.rows[i]
		if name := behind[i]; name != "" && alike[r.label] > 1 && !r.closes {
			r.label = name
		}
		r.member, _ = words.Member(r.label)
	}
}

func newGrid(t *model.Table) *grid {
	return &grid{table: t, sums: map[int]*big.Rat{}, orders: map[int][]standing{}}
}

// findParted marks the closing rows that have decimals or percentages below counts, which
// these are all the same.
func (g *grid) findParted() {
	body := &grid{heads: g.heads, barred: g.barred}
	for _, r := range g.rows {
		if !r.closes {
			body.rows = append(body.rows, r)
		}
	}
	for i := range g.rows {
		if !g.rows[i].closes {
			continue
		}
		parts, wholes := 0, 0
		for c, one := range g.rows[i].cells {
			switch {
			case one.value == nil || !body.counts(c):
			case one.sign || one.value.Places > 0:
				parts++
			default:
				wholes++
			}
		}
		g.rows[i].parted = parts > wholes && parts >= fewestParts
	}
}

// partedBelow reports whether a closing row has decimals below the counts of a column.
func (g *grid) partedBelow(c int) bool {
	return slices.ContainsFunc(g.rows, func(r row) bool { return r.parted && r.cells[c].value != nil })
}

// withoutShares leaves out a last row of shares below the totals of counts: it makes no
// fractions of its columns.
func (g *grid) withoutShares() {
	last := len(g.rows) - 1
	if last < fewestTotalled || g.rows[last].closes || !g.rows[last-1].closes {
		return
	}
	shares, others := 0, 0
	for c, one := range g.rows[last].cells {
		if one.value == nil || g.barred[c] {
			continue
		}
		if (one.sign || one.value.Places > 0) && (&grid{heads: g.heads, barred: g.barred, rows: g.rows[:last]}).counts(c) {
			shares++
		} else {
			others++
		}
	}
	if shares > others {
		g.rows = g.rows[:last]
	}
}

// aside reports whether a row is no part of what others add up to, average or order.
func (r row) aside() bool { return r.counts || r.again }

// placesFirst reports whether a table begins with the places of its rows, and their names
// stand behind.
func placesFirst(t *model.Table, head int, words *vocabulary.Vocabulary) bool {
	called := slices.ContainsFunc(strings.FieldsFunc(t.Rows[head][0], func(r rune) bool { return !unicode.IsLetter(r) }), func(word string) bool {
		return words.HasHead(word, vocabulary.HeadRank)
	})
	if !called {
		return false
	}
	places, named := 0, 0
	for _, r := range t.Rows[head+1:] {
		if len(r) < 2 {
			continue
		}
		if v := readCell(r[0], false).value; v != nil && v.Places == 0 && v.Units > 0 {
			places++
		}
		if text := strings.TrimSpace(r[1]); text != "" && readCell(text, false).value == nil {
			named++
		}
	}
	return 2*places > len(t.Rows)-head-1 && 2*named > len(t.Rows)-head-1
}

// fewestOfCounts is how many whole numbers a row has below averages, which are none.
const fewestOfCounts = 3

// findCounts marks the rows of a table of averages that count ('Commitments'): they are no
// part of a mean, a total or an order of the others.
func (g *grid) findCounts(words *vocabulary.Vocabulary) {
	for i := range g.rows {
		whole, large, parts := 0, 0, false
		for c, one := range g.rows[i].cells {
			if one.value == nil || g.barred[c] || !g.mostlyFractions(c) {
				continue
			}
			parts = parts || one.sign || one.value.Places > 0 || one.value.Units < 0
			if whole++; one.value.Units > 1 {
				large++
			}
		}
		label := strings.Trim(g.rows[i].label, " ():")
		first, _, _ := strings.Cut(label, " (")
		named := words.HasHead(label, vocabulary.HeadCells) || words.HasHead(first, vocabulary.HeadCells)
		g.rows[i].counts = !g.rows[i].closes && whole > 0 && !parts && (named || whole >= fewestOfCounts && 2*large > whole)
	}
}

// meanLabel reports whether a label begins with a word for an average and says of what:
// 'Mean of nine summits'. Only at the end of a table is that believed.
func meanLabel(label string, words *vocabulary.Vocabulary) bool {
	first, _, more := strings.Cut(label, " ")
	return more && words.AverageLabel(first)
}

// allLabel reports whether a label begins with a word for a total and says of as many rows
// as stand above: 'All 16 commitments'.
func allLabel(label string, above int, words *vocabulary.Vocabulary) bool {
	first, more, _ := strings.Cut(label, " ")
	return words.HasHead(first, totalHeads...) && slices.Contains(strings.Fields(more), strconv.Itoa(above))
}

// commaDivides reports whether numbers of the table have a comma before their decimals.
func commaDivides(t *model.Table) bool {
	comma := false
	for _, r := range t.Rows[1:] {
		for _, text := range r {
			text = strings.TrimSpace(text)
			if reCommaDecimal.MatchString(text) {
				comma = true
			} else if whole, frac, ok := strings.Cut(strings.TrimSuffix(text, "%"), "."); ok && !strings.Contains(whole, ",") {
				if _, err := model.ParseDecimal(whole + "." + frac); err == nil {
					return false
				}
			}
		}
	}
	return comma
}

// readCell reads a number, with commas between thousands or before its decimals.
func readCell(text string, comma bool) cell {
	c := cell{text: strings.TrimSpace(text)}
	number, sign := strings.CutSuffix(script.CutNoteMarks(c.text), "%")
	number = strings.TrimSpace(number)
	if comma {
		number = strings.Replace(number, ",", ".", 1)
	} else {
		number = plainThousands(number)
	}
	if d, err := model.ParseDecimal(number); err == nil {
		c.value, c.sign = &d, sign
	}
	return c
}

// plainThousands takes the commas out of a number that they group by thousands.
func plainThousands(s string) string {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i > 0 {
			whole, _, _ := strings.Cut(g, ".")
			if len(whole) != 3 || len(whole) != len(g) && i < len(groups)-1 {
				return s
			}
		}
	}
	return strings.Join(groups, "")
}

// closingLabel reports whether a label is that of a total or an average of other rows:
// 'Total', 'Average (N=6)', 'Total / average'.
func closingLabel(label string, words *vocabulary.Vocabulary) bool {
	label, _, _ = strings.Cut(label, " (")
	some := false
	for _, part := range strings.FieldsFunc(label, func(r rune) bool { return r == '/' || r == '&' }) {
		part = strings.Trim(part, " :")
		if !words.HasHead(part, totalHeads...) && !words.AverageLabel(part) {
			return false
		}
		some = true
	}
	return some
}

// percents reports whether a column holds percentages: of a sign behind them, or of its
// head.
func (g *grid) percents(c int, words *vocabulary.Vocabulary) bool {
	return g.once(ofPercents, c, func() bool {
		if strings.Contains(g.heads[c], "%") || words.HasHead(g.heads[c], vocabulary.HeadPercent, vocabulary.HeadAveragePercent, vocabulary.HeadCompliancePercent) {
			return true
		}
		signs, all := 0, 0
		for _, r := range g.rows {
			if r.cells[c].value != nil {
				all++
				if r.cells[c].sign {
					signs++
				}
			}
		}
		return signs > 0 && 2*signs >= all
	})
}

// fractions reports whether a column has numbers with decimals.
func (g *grid) fractions(c int) bool {
	return g.once(ofFractions, c, func() bool {
		for _, r := range g.rows {
			if v := r.cells[c].value; v != nil && v.Places > 0 && !r.parted {
				return true
			}
		}
		return false
	})
}

// counts reports whether a column holds counts: whole numbers from 0 on, without a sign.
func (g *grid) counts(c int) bool {
	return g.once(ofCounts, c, func() bool {
		some := false
		if g.barred[c] {
			return false
		}
		for _, r := range g.rows {
			cell := r.cells[c]
			if cell.value == nil || r.parted {
				continue
			}
			if cell.sign || cell.value.Places > 0 || cell.value.Units < 0 || strings.HasPrefix(cell.text, "+") {
				return false
			}
			some = true
		}
		return some
	})
}
