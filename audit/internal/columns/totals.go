package columns

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/summaries"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// totals compares the totals of a table of counts with their parts; those of the columns
// that known names are told of elsewhere.
func compareTotals(p *rule.Pass, t *model.Table, known map[int]bool) {
	g := readCounts(t.Rows, p.Vocabulary)
	if g == nil {
		return
	}
	turned := g.turned(p.Vocabulary)
	for c := range known {
		for r := range turned.cells[c] {
			turned.cells[c][r] = -1
		}
	}
	// A total of a column that is too small makes the row of totals add up to less.
	var less *oddSum
	if turned.total > 0 {
		less = &oddSum{turned.total - 1, turned.short(g.total)}
	}
	rows := lineTotals(p, t, g, "row", "column", less)
	lineTotals(p, t, turned, "column", "row", &oddSum{g.total, rows})
}

// leftOpen reports whether most totals of the lines are no sums of the numbers beside them,
// or none is stated: they may be the sums of some of these.
func (g *countTable) leftOpen() bool {
	all, odd := 0, 0
	for r := range g.cells {
		if stated, sum, parts := g.parts(r); stated >= 0 && parts >= fewestParts {
			if all++; sum != stated {
				odd++
			}
		}
	}
	return (all-odd)*3 < all*2
}

// withoutTotals leaves out what columns are that their heads call totals, where Totals
// compares them.
func (g *grid) withoutTotals(t *model.Table, found *related, words *vocabulary.Vocabulary) {
	counts := readCounts(t.Rows, words)
	if counts == nil || counts.total < 0 || counts.leftOpen() {
		found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool {
			return o.claim.relation == sum && words.HasHead(g.heads[o.claim.column], totalHeads...) && (counts == nil || counts.total < 0)
		})
		return
	}
	found.odd = slices.DeleteFunc(found.odd, func(o oddCell) bool { return o.claim.relation == sum && o.claim.column == counts.total })
}

// short is by how much the totals of all lines but one are more than the sums of their
// parts.
func (g *countTable) short(but int) (more int) {
	for r := range g.cells {
		if stated, sum, parts := g.parts(r); r != but && stated >= 0 && parts >= fewestParts {
			more += stated - sum
		}
	}
	return more
}

// parts gives a line's total, −1 where none is stated, the sum of its parts and how many
// there are.
func (g *countTable) parts(line int) (stated, sum, parts int) {
	for c, n := range g.cells[line] {
		if c != g.total && n >= 0 {
			sum, parts = sum+n, parts+1
		}
	}
	return g.cells[line][g.total], sum, parts
}

// countTable is a table of counts: a label and a whole number for each cell, -1 where
// none stands. total is the column that holds sums, -1 for none.
type countTable struct {
	heads  []string
	labels []string
	shown  []int // the number of each row in the table, from 1; 0 for columns
	cells  [][]int
	total  int
}

var (
	// totalHeads are the kinds of head of a column, or of label of a row, of totals.
	totalHeads = []vocabulary.HeadKind{vocabulary.HeadTotal, vocabulary.HeadWeakTotal}
	// noPartHeads are columns of whole numbers that are no part of a total and have none.
	noPartHeads = []vocabulary.HeadKind{vocabulary.HeadYear, vocabulary.HeadRank, vocabulary.HeadNumber, vocabulary.HeadID, vocabulary.HeadPage, vocabulary.HeadAverage, vocabulary.HeadPercent, vocabulary.HeadAveragePercent, vocabulary.HeadCompliancePercent}
)

const (
	// mostCountCells bounds a table of counts.
	mostCountCells = 1 << 18
)

// readCounts reads a table whose first row names the columns, one of them a
// total; nil for any other.
func readCounts(rows [][]string, words *vocabulary.Vocabulary) *countTable {
	rows = withoutMeans(withoutNotes(rows), words)
	for at := 0; at < len(rows) && at < 4; at++ {
		total := -1
		for c, h := range rows[at] {
			if words.HasHead(h, totalHeads...) {
				total = c
			}
		}
		rowTotal := len(rows)-at > summaries.FewestTotals && len(rows[len(rows)-1]) > 0 && isTotalLabel(rows[len(rows)-1][0], words)
		if total < 1 && !rowTotal || len(rows[at])*len(rows) > mostCountCells {
			continue
		}
		g := &countTable{heads: rows[at], total: total}
		noPart := make([]bool, len(g.heads))
		for c, h := range g.heads {
			kind, _ := words.SummaryLabel(h)
			noPart[c] = c == 0 || kind == vocabulary.SummarySpread || words.HasHead(h, noPartHeads...)
		}
		for i, r := range rows[at+1:] {
			if len(r) != len(g.heads) {
				return nil // cells may stand in other columns
			}
			line := make([]int, len(r))
			for c := range r {
				line[c] = wholeNumber(r[c])
				if noPart[c] {
					line[c] = -1
				}
			}
			g.labels = append(g.labels, rowLabel(r))
			g.shown = append(g.shown, at+2+i)
			g.cells = append(g.cells, line)
		}
		return g
	}
	return nil
}

// isTotalLabel reports whether a row's label is that of a total, which may be of averages in
// other columns ('Total / average').
func isTotalLabel(label string, words *vocabulary.Vocabulary) bool {
	first, _, _ := strings.Cut(label, " (")
	first, _, _ = strings.Cut(first, "/")
	return closingLabel(label, words) && words.HasHead(strings.TrimRight(strings.TrimSpace(first), ":"), totalHeads...)
}

// withoutMeans leaves out rows of averages or shares below a row of totals.
func withoutMeans(rows [][]string, words *vocabulary.Vocabulary) [][]string {
	for n := len(rows) - 1; n > 1 && (closingLabel(rows[n][0], words) && !isTotalLabel(rows[n][0], words) || noCounts(rows[n])) && isTotalLabel(rows[n-1][0], words); n-- {
		rows = rows[:n]
	}
	return rows
}

// noCounts reports whether most figures of a row have decimals or a percent sign.
func noCounts(row []string) bool {
	whole, others := 0, 0
	for _, text := range row[1:] {
		switch one := readCell(text, false); {
		case one.value == nil:
		case one.sign || one.value.Places > 0:
			others++
		default:
			whole++
		}
	}
	return others > whole
}

// withoutNotes leaves out the rows below a table that have no number.
func withoutNotes(rows [][]string) [][]string {
	for len(rows) > 0 && !slices.ContainsFunc(rows[len(rows)-1], func(text string) bool { return readCell(text, false).value != nil }) {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// wholeNumber reads a count, with commas between thousands perhaps; -1 for
// anything else.
func wholeNumber(s string) int {
	if s = strings.TrimSpace(s); strings.HasPrefix(s, "0,") {
		return -1 // no thousands
	}
	s = plainThousands(s)
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return -1
	}
	return rule.Atoi(s)
}

// turned is the grid with rows for columns; its total is the last row, if that
// is one of totals.
func (g *countTable) turned(words *vocabulary.Vocabulary) *countTable {
	t := &countTable{heads: append([]string{""}, g.labels...), total: -1}
	if n := len(g.labels); n > 0 && isTotalLabel(g.labels[n-1], words) {
		t.total = n
	}
	for c := range g.heads {
		line := []int{-1}
		for r := range g.cells {
			line = append(line, g.cells[r][c])
		}
		t.labels = append(t.labels, strings.TrimSpace(g.heads[c]))
		t.shown = append(t.shown, 0)
		t.cells = append(t.cells, line)
	}
	return t
}

// oddTotal is a total that is not the sum of its parts.
type oddTotal struct{ row, stated, sum int }

// oddSum is a line of totals that others add up, and by how much all of them are more
// than their parts.
type oddSum struct{ line, more int }

// lineTotals compares every line's total with the sum of its parts, and gives by how much all
// are more than that. A total of the totals that differs by as much as these do is no
// further slip.
func lineTotals(p *rule.Pass, t *model.Table, g *countTable, line, other string, known *oddSum) (more int) {
	if g.total < 0 {
		return 0
	}
	var odd []oddTotal
	all, fewest := 0, math.MaxInt
	for r := range g.cells {
		stated, sum, parts := g.parts(r)
		if stated < 0 || parts < fewestParts {
			continue
		}
		all++
		fewest = min(fewest, parts)
		if known != nil && known.more != 0 && r == known.line && sum-stated == known.more {
			continue
		}
		if sum != stated {
			more += stated - sum
			odd = append(odd, oddTotal{r, stated, sum})
		}
	}
	switch {
	case all == 0:
		return more
	case len(odd) == 0:
		p.Checked(all)
		return more
	case all < summaries.FewestTotals && !(line == "column" && plainSlip(odd, all, fewest)):
		p.Undecided(all, "too few totals to know what they are the sum of")
		return more
	}
	title := t.Title
	if title == "" {
		title = "the table"
	}
	if col, fit := g.explains(odd); col > g.total && len(odd) == all {
		p.Checked(fit) // what stands behind the total is no part of any
		return more
	} else if col >= 0 {
		p.Checked(all)
		f := rule.Finding{At: t.At, Stated: g.heads[g.total], Computed: fmt.Sprintf("%s of %s without “%s”", reckon.Plural(fit, "total"), reckon.Plural(all, "total"), strings.TrimSpace(g.heads[col]))}
		first := odd[0]
		f.Message = fmt.Sprintf("In %s of the %s whose total is not the sum of its parts in %s, it is the sum without the %s “%s”: the total may not have been brought up to date when that was added. The first is %s: %d stated, %d counted.",
			some(fit, len(odd)), reckon.Plural(len(odd), line), title, other, strings.TrimSpace(g.heads[col]), lineName(g, first.row, line), first.stated, first.sum)
		for _, o := range odd {
			f.Explanations = append(f.Explanations, fmt.Sprintf("%s: stated %d, sum %d, without “%s” %d", lineName(g, o.row, line), o.stated, o.sum, strings.TrimSpace(g.heads[col]), o.sum-max(0, g.cells[o.row][col])))
		}
		p.Found(f)
		return more
	}
	if (all-len(odd))*3 < all*2 && !plainSlip(odd, all, fewest) {
		p.Undecided(all, "most totals of a table are not the sums of the numbers beside them: they are of something else")
		return more
	}
	p.Checked(all)
	for _, o := range odd {
		if followsFrom(p.Findings, g.shown[o.row], o.sum-o.stated) {
			continue
		}
		p.Found(rule.Finding{
			Row: g.shown[o.row], SheetRow: t.SheetRow(g.shown[o.row]), Stated: fmt.Sprint(o.stated), Computed: fmt.Sprint(o.sum), At: t.At, Quote: g.labels[o.row],
			Message: fmt.Sprintf("The total of %s in %s is stated as %d; its parts add up to %d.", lineName(g, o.row, line), title, o.stated, o.sum),
		})
	}
	return more
}

// followsFrom reports whether a figure of a row is told as so much more than it should be
// that its total does not follow for that alone.
func followsFrom(all []rule.Finding, row, more int) bool {
	return slices.ContainsFunc(all, func(f rule.Finding) bool {
		stated, err := strconv.Atoi(f.Stated)
		computed, also := strconv.Atoi(f.Computed)
		return f.OfFigures && row > 0 && f.Row == row && err == nil && also == nil && stated-computed == more
	})
}

// manyParts is of how many parts a total is that happens to be no sum by chance.
const manyParts = 8

// plainSlip reports whether one total of a row that is labelled so is off by little where
// the row's others are the sums of many parts: too much for chance, however few they are.
func plainSlip(odd []oddTotal, all, parts int) bool {
	if len(odd) != 1 || all < 2 || parts < manyParts {
		return false
	}
	off := odd[0].stated - odd[0].sum
	return 5*max(off, -off) <= odd[0].sum
}

// some is "all" or a number.
func some(n, of int) string {
	if n == of {
		return "all"
	}
	return fmt.Sprint(n)
}

// mostPlace is how long a place or a number of a row is at most; what is longer may be a year.
const mostPlace = 3

// rowLabel is what a row is called: its first cell, or the one behind a place or number there.
func rowLabel(cells []string) string {
	if len(cells) > 1 && len(cells[0]) <= mostPlace && !strings.ContainsFunc(cells[0], unicode.IsLetter) && strings.ContainsFunc(cells[1], unicode.IsLetter) {
		return strings.TrimSpace(cells[1])
	}
	return strings.TrimSpace(cells[0])
}

func lineName(g *countTable, row int, line string) string {
	if g.labels[row] != "" {
		return "“" + g.labels[row] + "”"
	}
	return fmt.Sprintf("%s %d", line, row+1)
}

// explains finds the one column without which nearly all odd totals are sums,
// -1 for none, and how many are.
func (g *countTable) explains(odd []oddTotal) (column, fit int) {
	column = -1
	for c := range g.heads {
		if c == g.total {
			continue
		}
		n := 0
		for _, o := range odd {
			if v := g.cells[o.row][c]; v > 0 && o.sum-v == o.stated {
				n++
			}
		}
		if n > fit {
			column, fit = c, n
		}
	}
	if fit < 3 || fit*10 < len(odd)*9 {
		return -1, 0
	}
	return column, fit
}
