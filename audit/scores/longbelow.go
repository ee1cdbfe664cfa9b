package scores

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Below the scores of a long table the averages of its members may stand, one in each row,
// in the columns of members and of scores: below a head of their own, or in rows that name
// no commitment. They are no scores of the commitment above them.

// longBlock are such rows.
type longBlock struct {
	label string
	count int // of how many rows they are, as it says
	rows  []record
}

// membersBelow takes the rows of members' averages out of the records of a long table.
func (c *columns) membersBelow(records []record, words *vocabulary.Vocabulary) (scores []record, below []longBlock) {
	keys := c.keys(words)
	if len(keys) == 0 {
		return records, nil
	}
	for k := 0; k < len(records); k++ {
		head := c.averagesHead(records[k], words)
		from := k
		if head {
			from++
		}
		to := from
		known := map[string]bool{}
		for to < len(records) && c.memberAverage(records[to], keys, known, words) {
			to++
		}
		if k == 0 || to-from < fewestAverages {
			scores = append(scores, records[k])
			continue
		}
		b := longBlock{rows: records[from:to]}
		if head {
			b.label, b.count = c.blockLabel(records[k])
		}
		if b.label == "" {
			b.label, b.count = c.blockLabel(records[from])
		}
		below = append(below, b)
		k = to - 1
	}
	return scores, below
}

// averagesHead reports whether a record is a head of members and their averages, in the
// columns of members and scores.
func (c *columns) averagesHead(r record, words *vocabulary.Vocabulary) bool {
	return words.HasHead(seen(r.cells[c.member]), memberHeads...) && holdsAverageWord(seen(r.cells[c.score]), words)
}

// memberAverage reports whether a record has the average of a member that none of those
// known has, and names no commitment.
func (c *columns) memberAverage(r record, keys []int, known map[string]bool, words *vocabulary.Vocabulary) bool {
	for _, i := range keys {
		if cell := seen(r.cells[i]); cell != "" && !holdsAverageWord(cell, words) {
			return false
		}
	}
	code, is := c.memberOf(r.cells[c.member], words)
	if !is || known[code] || kindOfNumber(r.cells[c.score]) != numberFraction {
		return false
	}
	known[code] = true
	return true
}

// blockLabel is the name of a block of averages: the first text of its first row that is
// neither a member nor a figure, nor the head of these.
func (c *columns) blockLabel(r record) (label string, count int) {
	for i, cell := range r.cells {
		if i == c.member || i == c.score || i == c.average || seen(cell) == "" {
			continue
		}
		return sizeOf(seen(cell))
	}
	return "", 0
}

// belowSummaries are the averages below a long table as summaries of it.
func (c *columns) belowSummaries(below []longBlock, f form, words *vocabulary.Vocabulary) (out []model.Summary) {
	for _, b := range below {
		s := model.Summary{Label: b.label, Count: b.count, Row: b.rows[0].number, SheetRow: b.rows[0].sheetRow()}
		for _, r := range b.rows {
			code, _ := c.memberOf(r.cells[c.member], words)
			if a := readAverage(strings.TrimSpace(r.cells[c.score]), f); a != nil && (a.Value != nil || a.Percent != nil) {
				s.Averages = append(s.Averages, model.ColumnAverage{Member: code, Text: a.Text, Value: a.Value, Percent: a.Percent})
			}
		}
		out = append(out, s)
	}
	return out
}
