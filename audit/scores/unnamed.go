package scores

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// A head may be shorter than its records: the last columns have no name, or the first has
// none and the head begins a cell too early, as programs write that number the rows. Where
// nearly all records are as long, none of them is damaged.

const (
	// fewestUnnamed is how many records must have a cell in a column that has no head, and
	// unnamedInTen of how many in ten of those with more than one.
	fewestUnnamed = 4
	unnamedInTen  = 8
	// mostUnnamed is how many columns behind the head may have no name.
	mostUnnamed = 3
)

// widen gives the table the columns behind its head that nearly all records have. One of
// percentages behind the average is that of the average.
func (c *columns) widen(all []rawRecord, words *vocabulary.Vocabulary) {
	if c.long() || c.average < 0 {
		return // what the members' columns are is not known of their averages
	}
	records, wider := 0, map[int]int{}
	for _, r := range all {
		if _, alone := loneCell(r.cells); alone {
			continue
		}
		records++
		for w := c.count + 1; w <= min(len(r.cells), c.count+mostUnnamed); w++ {
			wider[w]++
		}
		if len(r.cells) > c.count+mostUnnamed {
			return
		}
	}
	width := c.count
	for n := wider[width+1]; n >= fewestUnnamed && 10*n >= unnamedInTen*records; n = wider[width+1] {
		width++
	}
	if width == c.count || decimalsCutOff(all, c.count) || c.movedOn(all, words) {
		return
	}
	behind := c.count
	for c.count < width {
		c.heads = append(c.heads, "")
		c.count++
	}
	for k := range all {
		for len(all[k].cells) >= behind && len(all[k].cells) < width {
			all[k].cells = append(slices.Clip(all[k].cells), "") // empty cells there were cut off
		}
	}
	if c.percent < 0 && c.average == behind-1 && !c.onlyPercents && mostlySigned(all, behind) {
		c.percent = behind
	}
}

// decimalsCutOff reports whether a column behind the head has digits alone: they may be the
// decimals of the last column, divided from it by a comma that separates cells too.
func decimalsCutOff(all []rawRecord, column int) bool {
	for _, r := range all {
		if column < len(r.cells) && strings.Trim(seen(r.cells[column]), "0123456789") != "" {
			return false
		}
	}
	return true
}

// movedOn reports whether words stand under a member in many records: a text before it was
// divided, and nothing stands under its head.
func (c *columns) movedOn(all []rawRecord, words *vocabulary.Vocabulary) bool {
	for i := range c.members {
		filled, odd := 0, 0
		for _, r := range all {
			if i >= len(r.cells) || seen(r.cells[i]) == "" {
				continue
			}
			filled++
			if text := seen(r.cells[i]); readPercent(text, true) == nil && !unassessed(text, words) && strings.Trim(text, dashesAndBlanks) != "" {
				odd++
			}
		}
		if 10*odd > (10-unnamedInTen)*filled {
			return true
		}
	}
	return false
}

// mostlySigned reports whether most cells of a column are numbers with a percent sign.
func mostlySigned(all []rawRecord, column int) bool {
	signed, filled := 0, 0
	for _, r := range all {
		if column >= len(r.cells) || seen(r.cells[column]) == "" {
			continue
		}
		filled++
		if strings.HasSuffix(seen(r.cells[column]), "%") && readPercent(r.cells[column], true) != nil {
			signed++
		}
	}
	return 2*signed > filled
}

// numberedRows are the records of a table whose rows are numbered from 1 before the first
// column that the head names.
type numberedRows struct {
	rows
	read bool
}

// Read gives the next record, the head with an empty cell before it.
func (r *numberedRows) Read() ([]string, error) {
	cells, err := r.rows.Read()
	if err == nil && !r.read {
		cells = append([]string{""}, cells...)
	}
	r.read = true
	return cells, err
}

// numbersRows reports whether every record but the first has one cell more than it, and
// numbers the rows there.
func numbersRows(from rows) bool {
	head, err := from.Read()
	if err != nil {
		return false
	}
	width, n := len(head)+1, 0
	for {
		cells, err := from.Read()
		if err != nil {
			return n >= fewestUnnamed
		}
		if n++; len(cells) != width || n > maxRecords || strings.TrimSpace(cells[0]) != strconv.Itoa(n) {
			return false
		}
	}
}
