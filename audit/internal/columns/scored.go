package columns

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Beside the scores a table may have figures: averages, percentages, changes, places, how
// many scores there are of each. The scores themselves are no figures; in their place stand
// columns that count them, which nobody printed and which are never wrong. Below the scores
// stand the same figures of every member, so the table is read across too.

const (
	// fewestScoreColumns is how many columns of scores a table has at least.
	fewestScoreColumns = 3
	// scoresInTen is how many in ten cells of such a column are scores.
	scoresInTen = 8
	// leastScoresInTen is the same where rows of something else are among them.
	leastScoresInTen = 5
	// fewestAcross is how many columns a row of figures has at least to be read across.
	fewestAcross = 4
	// mostAcross is how many rows of figures are held against one another.
	mostAcross = 40
)

// figureHeads are the heads of figures beside the scores, whatever stands below.
var figureHeads = []vocabulary.HeadKind{vocabulary.HeadAverage, vocabulary.HeadPercent, vocabulary.HeadAveragePercent, vocabulary.HeadCompliancePercent, vocabulary.HeadRank, vocabulary.HeadCells, vocabulary.HeadTotal}

// The columns that are counted of the scores, in the order in which they stand.
const (
	madeFull = iota
	madeSome
	madeNone
	madeScored
	madeCells
	madeColumns
)

var madeHeads = [madeColumns]string{"scores of +1", "scores of 0", "scores of −1", "scores", "cells for scores"}

// tally is how often each score stands in a row or a column; unread where a cell of it is
// no score and says of nobody that he has none.
type tally struct {
	of     [madeColumns]int64
	unread bool
}

func (t *tally) add(one cell, words *vocabulary.Vocabulary) {
	switch {
	case isScore(one):
		t.of[madeNone-one.value.Units-1]++
		t.of[madeScored]++
	case !without(one, words):
		t.unread = true
	}
	t.of[madeCells]++
}

// cells are the columns that are counted of the scores; without numbers where one is not
// read.
func (t *tally) cells() (out []cell) {
	for _, n := range t.of {
		var one cell
		if !t.unread {
			one.value, one.text = &model.Decimal{Units: n}, strconv.FormatInt(n, 10)
		}
		out = append(out, one)
	}
	return out
}

// isScore reports whether a cell is a score of −1, 0 or +1.
func isScore(one cell) bool {
	return one.value != nil && one.value.Places == 0 && !one.sign && -1 <= one.value.Units && one.value.Units <= 1
}

// without reports whether a cell says that there is no score.
func without(one cell, words *vocabulary.Vocabulary) bool {
	text := script.CutNoteMarks(one.text)
	return strings.Trim(text, ".…–—") == "" || words.NotApplicable(text) || strings.EqualFold(text, "NA") || strings.EqualFold(text, "n/a")
}

// scoreColumns are the columns of a table that hold scores, in rows that have scores: those
// that close others, of ranks or sums, may be called by no word that is known.
func (g *grid) scoreColumns(words *vocabulary.Vocabulary) []int {
	most := g.columnsOfScores(words, func(row) bool { return true }, leastScoresInTen)
	return g.columnsOfScores(words, func(r row) bool { return r.bodyRow(most) }, scoresInTen)
}

// columnsOfScores are the columns of which so many in ten numbers are scores, in some rows.
func (g *grid) columnsOfScores(words *vocabulary.Vocabulary, body func(row) bool, inTen int) (out []int) {
	for c, h := range g.heads {
		// 'ID' may be Indonesia: what stands below tells.
		if c == 0 || h == "" || words.AverageLabel(h) || words.HasHead(h, figureHeads...) || namesScore(h, words) {
			continue
		}
		if kind, _ := words.Column(h); kind == "change" {
			continue
		}
		if kind, sums := words.SummaryLabel(h); sums && kind == vocabulary.SummarySpread {
			continue // the lowest or highest score of a row is none of its own
		}
		scores, others := 0, 0
		for _, r := range g.rows {
			switch one := r.cells[c]; {
			case r.closes || one.value == nil || !body(r):
			case isScore(one):
				scores++
			default:
				others++
			}
		}
		if scores >= fewestAcross && 10*scores >= inTen*(scores+others) {
			out = append(out, c)
		}
	}
	return out
}

// namesScore reports whether a head is a score, or what is written where there is none.
func namesScore(head string, words *vocabulary.Vocabulary) bool {
	one := readCell(head, false)
	return isScore(one) || words.NotApplicable(head)
}

// bodyRow reports whether a row has scores and does not sum up others.
func (r row) bodyRow(scores []int) bool {
	if r.closes || r.counts {
		return false
	}
	good, odd := 0, 0
	for _, c := range scores {
		switch one := r.cells[c]; {
		case one.value == nil:
		case isScore(one):
			good++
		case one.value.Places > 0 || one.sign:
			return false
		default:
			odd++
		}
	}
	return good > 0 && odd <= 1 && good > 2*odd
}

// beside is a table of scores without these: the figures of each row, those that are
// counted of its scores, and the rows that close others.
func (g *grid) beside(scores []int, words *vocabulary.Vocabulary) *grid {
	out := newGrid(g.table)
	out.scored, out.whole = true, true
	var kept []int
	for c := range g.heads {
		if !slices.Contains(scores, c) {
			kept = append(kept, c)
			out.heads, out.names, out.barred = append(out.heads, g.heads[c]), append(out.names, g.names[c]), append(out.barred, g.barred[c])
		}
	}
	for _, r := range g.rows {
		body := r.bodyRow(scores)
		if !body && !r.closes {
			continue
		}
		line := r
		line.cells = nil
		for _, c := range kept {
			line.cells = append(line.cells, r.cells[c])
		}
		var t tally
		for _, c := range scores {
			t.add(r.cells[c], words)
		}
		t.unread = t.unread || !body
		line.cells = append(line.cells, t.cells()...)
		out.rows = append(out.rows, line)
	}
	out.addMade()
	return out
}

// addMade names the columns that are counted of the scores.
func (g *grid) addMade() {
	g.made = make([]bool, len(g.heads))
	for _, h := range madeHeads {
		g.heads, g.names, g.barred, g.made = append(g.heads, h), append(g.names, h), append(g.barred, false), append(g.made, true)
	}
}

// acrossScores is a table of scores read across: a row for every column of scores, and the
// rows of figures as its columns.
func (g *grid) acrossScores(scores []int, words *vocabulary.Vocabulary) *grid {
	var figures, body []row
	for _, r := range g.rows {
		numbers := 0
		for _, c := range scores {
			if r.cells[c].value != nil {
				numbers++
			}
		}
		switch {
		case r.bodyRow(scores):
			body = append(body, r)
		case numbers >= fewestAcross:
			figures = append(figures, r)
		}
	}
	out := g.turned(figures, scores, words)
	if out == nil {
		return nil
	}
	out.scored, out.whole = true, true
	for i := range out.rows {
		var t tally
		if c := out.rows[i].number - 1; slices.Contains(scores, c) {
			for _, r := range body {
				t.add(r.cells[c], words)
			}
		} else {
			t.unread = true
		}
		out.rows[i].cells = append(out.rows[i].cells, t.cells()...)
	}
	out.addMade()
	return out
}

// acrossFigures is a table of figures read across: its columns of averages or of
// percentages as rows.
func (g *grid) acrossFigures(words *vocabulary.Vocabulary) *grid {
	var columns []int
	for c, h := range g.heads {
		if !g.barred[c] && !words.AverageLabel(h) && !words.HasHead(h, vocabulary.HeadRank, vocabulary.HeadCells) && (g.means(c) || g.percents(c, words)) {
			columns = append(columns, c)
		}
	}
	var rows []row
	for _, r := range g.rows {
		if !r.aside() {
			rows = append(rows, r)
		}
	}
	return g.turned(rows, columns, words)
}

// turned makes columns of rows: the cells of some columns, and those of the columns of
// averages last.
func (g *grid) turned(rows []row, columns []int, words *vocabulary.Vocabulary) *grid {
	if len(rows) == 0 || len(rows) > mostAcross || len(columns) < fewestAcross {
		return nil
	}
	out := newGrid(g.table)
	out.across = true
	out.heads, out.names, out.barred = []string{""}, []string{""}, []bool{true}
	alike := map[string]int{}
	for _, r := range rows {
		alike[r.label]++
	}
	for _, r := range rows {
		name := r.label
		if alike[name] > 1 {
			number := r.number
			if n := g.table.SheetRow(number); n > 0 {
				number = n
			}
			name += " (row " + strconv.Itoa(number) + ")"
		}
		out.heads, out.names, out.barred = append(out.heads, r.label), append(out.names, name), append(out.barred, false)
	}
	for c, h := range g.heads {
		closes := !slices.Contains(columns, c)
		if closes && (g.barred[c] || !words.AverageLabel(h)) {
			continue
		}
		member, _ := words.Member(h)
		line := row{member: member, number: c + 1, label: g.names[c], closes: closes, cells: []cell{{text: g.names[c]}}}
		for _, r := range rows {
			line.cells = append(line.cells, r.cells[c])
		}
		out.rows = append(out.rows, line)
	}
	return out
}
