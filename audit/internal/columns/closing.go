package figures

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
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

// sumWay is the first of closingWays.
const sumWay = 0

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

// closedGroup is rows of a table and the row that closes them. A cell that is no number
// is nil.
type closedGroup struct {
	row      int    // the closing row's number in the table, from 1
	label    string // of the closing row, with the group's where it has one
	stated   []*model.Decimal
	parts    [][]*model.Decimal
	counts   []*big.Rat         // of each part, nil where no column has counts
	closings [][]*model.Decimal // closing rows of the groups, where this closes the table
}

// folded is the sum or the mean of a column over the parts that have a number there;
// nil where fewer than two do.
func (g closedGroup) folded(c int, counts []*big.Rat, mean bool) *big.Rat {
	sum, by, n := new(big.Rat), new(big.Rat), 0
	for i, p := range g.parts {
		if p[c] == nil {
			continue
		}
		w := big.NewRat(1, 1)
		if counts != nil {
			w = counts[i]
		}
		n++
		by.Add(by, w)
		sum.Add(sum, new(big.Rat).Mul(p[c].Rat(), w))
	}
	switch {
	case n < fewestParts || by.Sign() == 0:
		return nil
	case mean:
		return sum.Quo(sum, by)
	}
	return sum
}

// holds reports whether the closing row's figure follows from v, which was had of figures
// that are rounded themselves.
func (g closedGroup) holds(c int, v *big.Rat, sum bool) bool {
	slack, n := new(big.Rat), int64(0)
	for _, p := range g.parts {
		if p[c] != nil {
			n++
			if half := reckon.HalfUnit(p[c].Places); p[c].Places > 0 && half.Cmp(slack) > 0 {
				slack = half
			}
		}
	}
	if sum {
		slack = new(big.Rat).Mul(slack, big.NewRat(n, 1))
	}
	around := reckon.Interval{Low: new(big.Rat).Sub(v, slack), High: new(big.Rat).Add(v, slack)}
	return reckon.IntervalOf(*g.stated[c]).Meets(around) || reckon.IsCutOff(*g.stated[c], v)
}

// closedCase is one figure of a closing row, with the ways in which it holds.
type closedCase struct {
	group  int
	column int
	ways   []int
}

// closingRows compares the figures of rows that close a table of figures with the rows
// above them.
func closingRows(p *rule.Pass) {
	if !publishedFigures(p) {
		return
	}
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		if len(t.Rows) == 0 || len(t.Rows)*len(t.Rows[0]) > mostGridCells {
			continue
		}
		groups := closedGroups(t, p.Vocabulary)
		cases := closedCases(t, groups, p.Vocabulary)
		held, by := 0, make([]int, len(closingWays))
		for _, c := range cases {
			if len(c.ways) > 0 {
				held++
			}
			for _, w := range c.ways {
				by[w]++
			}
		}
		if len(cases) == 0 {
			continue
		}
		if most := slices.Max(by); most < fewestParts || held*2 < len(cases) {
			p.Undecided(len(cases), "rows that close a table of figures are neither sums nor means of the rows above in enough columns")
			continue
		}
		usual := slices.Index(by, slices.Max(by))
		p.Checked(len(cases))
		for _, c := range cases {
			if len(c.ways) > 0 {
				continue
			}
			g := groups[c.group]
			head := strings.TrimSpace(t.Rows[0][c.column])
			f := rule.Finding{Row: g.row, SheetRow: t.SheetRow(g.row), At: t.At, Stated: g.stated[c.column].String(), Quote: g.stated[c.column].String()}
			for w, way := range closingWays {
				v := way.of(g, c.column)
				if v == nil || w == sumWay && usual != sumWay {
					continue
				}
				if w == usual {
					f.Computed = reckon.Unsigned(v) + " (" + way.text + ")"
				} else {
					f.Explanations = append(f.Explanations, reckon.Unsigned(v)+" is "+way.text)
				}
			}
			f.Message = fmt.Sprintf("“%s” of “%s” is stated as %s, which is in no usual way what the %s above give; %d of %d such figures of the table are %s.",
				head, g.label, g.stated[c.column], reckon.Plural(len(g.parts), "row"), by[usual], len(cases), closingWays[usual].text)
			p.Found(f)
		}
	}
}

// closedCases gives the figures of closing rows that are compared: those of columns with
// decimals or percentages, since whole numbers are compared as counts.
func closedCases(t *model.Table, groups []closedGroup, words *vocabulary.Vocabulary) (out []closedCase) {
	for c, head := range t.Rows[0] {
		if c == 0 || words.HasHead(head, vocabulary.HeadYear, vocabulary.HeadRank, vocabulary.HeadNumber, vocabulary.HeadID, vocabulary.HeadPage) {
			continue
		}
		for i, g := range groups {
			fractions := 0
			for _, part := range g.parts {
				if part[c] != nil && part[c].Places > 0 {
					fractions++
				}
			}
			if g.stated[c] == nil || fractions == 0 {
				continue
			}
			one := closedCase{group: i, column: c}
			for w, way := range closingWays {
				if v := way.of(g, c); v != nil && g.holds(c, v, w == sumWay) {
					one.ways = append(one.ways, w)
				}
			}
			out = append(out, one)
		}
	}
	return out
}

// closedGroups finds the rows that close others: those labelled as a total or an average.
// One that closes no rows of its own closes all of the table.
func closedGroups(t *model.Table, words *vocabulary.Vocabulary) (out []closedGroup) {
	width := len(t.Rows[0])
	counts := -1
	for c, head := range t.Rows[0] {
		if counts < 0 && words.HasHead(head, vocabulary.HeadCells) {
			counts = c
		}
	}
	var open, all, closings [][]*model.Decimal
	for i, row := range t.Rows[1:] {
		if len(row) != width {
			continue
		}
		line := make([]*model.Decimal, width)
		closes, label := false, ""
		for c, cell := range row {
			cell = strings.TrimSpace(cell)
			if d, err := model.ParseDecimal(strings.TrimSpace(strings.TrimSuffix(cell, "%"))); err == nil {
				line[c] = &d
				continue
			}
			if c < 3 && cell != "" {
				closes = closes || isTotalLabel(cell, words) || words.AverageLabel(cell)
				label = strings.TrimSpace(label + " " + cell)
			}
		}
		if !closes {
			open, all = append(open, line), append(all, line)
			continue
		}
		g := closedGroup{row: i + 2, label: label, stated: line, parts: open}
		if len(open) == 0 {
			g.parts, g.closings = all, closings
		}
		g.counts = countsOf(g.parts, counts)
		if len(g.parts) >= fewestParts {
			out = append(out, g)
		}
		open, closings = nil, append(closings, line)
	}
	return out
}

// countsOf gives the counts of rows, nil where one has none.
func countsOf(parts [][]*model.Decimal, column int) []*big.Rat {
	if column < 0 {
		return nil
	}
	var out []*big.Rat
	for _, p := range parts {
		if p[column] == nil || p[column].Places > 0 || p[column].Units < 0 {
			return nil
		}
		out = append(out, p[column].Rat())
	}
	return out
}
