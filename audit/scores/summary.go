package scores

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// sumRecord is a record that sums up others. heads says that it is the head of
// its section, with the section's own figures.
type sumRecord struct {
	record
	heads  bool
	shares *shareOf // what it says of how many, and no averages; nil: nothing
}

// summaries reads what the summaries of a wide table state; those without a
// figure say nothing.
func (c *columns) summaries(sums []sumRecord, usual form, words *vocabulary.Vocabulary) []model.Summary {
	var out []model.Summary
	for _, r := range sums {
		s := model.Summary{Row: r.number, SheetRow: r.sheetRow(), Section: r.section}
		if r.shares != nil {
			s.Label, s.Shares = r.shares.label, r.shares.of
			out = append(out, s)
			continue
		}
		if c.area >= 0 && s.Section == "" && seen(r.cells[c.area]) != "" {
			s.Section = seen(r.cells[c.area])
		}
		for i, cell := range r.cells {
			if _, isMember := c.members[i]; isMember || c.unknown[i] || c.isTwice(i) || i == c.average || i == c.percent || seen(cell) == "" {
				continue
			}
			if label, n := sizeOf(seen(cell)); s.Label == "" || s.Label == s.Section {
				s.Label = label
				s.Count = max(s.Count, n)
			}
		}
		if c.area >= 0 && !r.heads {
			if label, n := sizeOf(seen(r.cells[c.area])); label == s.Label && n == s.Count || s.Label == "" {
				s.Section = r.section // the label of a total stands where others have their section
			}
		}
		if r.label != "" {
			s.Label, s.Section = r.label, r.section
		}
		f := usual
		f.percents = f.percents || c.percentages(r.cells, s.Label, f, words)
		ofMembers := f
		ofMembers.percents = f.percents && !c.fractions(r.cells, f)
		if kind, ok := words.SummaryLabel(s.Label); ok && (kind == vocabulary.SummarySum || kind == vocabulary.SummaryCount) {
			ofMembers.percents = false // whatever the averages are
		}
		for i := range r.cells {
			code, isMember := c.members[i]
			if !isMember {
				continue
			}
			if rank, ok := readRank(r.cells[i]); ok && words.HasHead(s.Label, vocabulary.HeadRank) {
				s.Averages = append(s.Averages, model.ColumnAverage{Member: code, Text: seen(r.cells[i]), Value: &model.Decimal{Units: int64(rank)}})
				continue
			}
			if a := readAverage(strings.TrimSpace(r.cells[i]), ofMembers); a != nil && (a.Value != nil || a.Percent != nil) {
				s.Averages = append(s.Averages, model.ColumnAverage{Member: code, Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
		}
		if !r.heads && (c.changes(s.Label, r.cells, words) || !f.percents && c.countsOnly(s.Label, r.cells, words)) {
			continue // no averages of scores
		}
		s.Average = c.totalOf(r.cells, f)
		s.Columns = c.otherFigures(r.cells, f)
		if s.Average != nil || len(s.Averages) > 0 || s.Count > 0 {
			out = append(out, s)
		}
	}
	return out
}

// otherFigures are the figures of a summary in columns that have a head and are of no member.
func (c *columns) otherFigures(cells []string, f form) (out []model.NamedValue) {
	for i, cell := range cells {
		_, isMember := c.members[i]
		if isMember || c.unknown[i] || c.isTwice(i) || i >= len(c.heads) || c.heads[i] == "" || slices.Contains([]int{c.average, c.percent, c.id, c.text, c.area}, i) {
			continue
		}
		if _, _, ok := readNumber(seen(cell), f.decimalComma); ok {
			out = append(out, model.NamedValue{Name: c.heads[i], Value: seen(cell)})
		}
	}
	return out
}

// countsOnly reports whether a summary has numbers beyond the scale of scores, or is called
// by a score among other words, and by no word that says what its numbers are.
func (c *columns) countsOnly(label string, cells []string, words *vocabulary.Vocabulary) bool {
	if namesSummary(label, words) {
		return false
	}
	if s, _ := readScore(asciiNumber(label), false); s != nil {
		return false // the score alone: its counts are compared
	}
	if _, level := words.Column(label); level {
		return false
	}
	return c.beyondScale(cells) || c.calledByScore(cells, words)
}

// percentages reports whether the numbers of a summary are percentages without their sign:
// its label says so, and most are no means of scores.
func (c *columns) percentages(cells []string, label string, f form, words *vocabulary.Vocabulary) bool {
	kind, of := words.SummaryLabel(label)
	if !words.HasHead(label, percentLabels...) && !(of && kind == vocabulary.SummaryShare) && !strings.Contains(label, "%") {
		return false
	}
	above, all := 0, 0
	for i := range c.members {
		v, _, ok := readNumber(cells[i], f.decimalComma)
		if !ok || v.Sign() == 0 {
			continue
		}
		all++
		if v.Abs(v).Cmp(big.NewRat(1, 1)) > 0 {
			above++
		}
	}
	return above*2 > all
}

// fractions reports whether the numbers of a summary under the members are means, where
// the rows have percentages without their sign: none is above 1, and not all are whole.
func (c *columns) fractions(cells []string, f form) bool {
	parts := false
	for i := range c.members {
		v, _, ok := readNumber(cells[i], f.decimalComma)
		if !ok {
			continue
		}
		parts = parts || !v.IsInt()
		if new(big.Rat).Abs(v).Cmp(big.NewRat(1, 1)) > 0 {
			return false
		}
	}
	return parts
}

// totalOf reads the average of everything in a summary, with the percentage beside
// it; nil where neither can be read.
func (c *columns) totalOf(cells []string, f form) *model.Average {
	if c.average < 0 {
		return nil
	}
	a := readAverage(strings.TrimSpace(cells[c.average]), f)
	if c.percent >= 0 && (a == nil || a.Percent == nil) {
		percent := readPercent(cells[c.percent], f.decimalComma)
		switch {
		case percent == nil:
		case a == nil:
			a = &model.Average{Text: seen(cells[c.percent]), Percent: percent}
		case a.Value != nil:
			a.Percent = percent
		}
	}
	if a == nil || a.Value == nil && a.Percent == nil {
		return nil
	}
	return a
}

// sizeOf takes the number of rows off a label: 'Health (N=70)' is 'Health' and
// 70; 0 where none is stated or it is no whole number.
func sizeOf(label string) (rest string, n int) {
	rest, count, cut := nameAndSize(strings.TrimRight(label, ":"))
	if !cut {
		return label, 0
	}
	n, err := strconv.Atoi(count)
	if err != nil || n < 0 {
		return rest, 0
	}
	return rest, n
}

// titleSummary is what the title of a table says of how many rows there are; ok is false
// where it may mean something else: members, or all that was promised.
func (c *columns) titleSummary(rows int, words *vocabulary.Vocabulary) (s model.Summary, ok bool) {
	text, _ := loneCell(c.title.cells)
	label, n := sizeOf(text)
	if n == 0 || n == len(c.members) {
		return s, false
	}
	if off := n - rows; nearRows*max(off, -off) > rows {
		return s, false
	}
	if e, dated := words.Edition(label); label == "" || dated && e.Year > 0 {
		label = "The table" // no rows of one year are meant
	}
	s = model.Summary{Label: label, Count: n, Row: 1}
	if c.title.shown != s.Row {
		s.SheetRow = c.title.shown
	}
	return s, true
}

// nearRows is of how many rows a number in a title may be off by one, and count them still.
const nearRows = 5
