package scores

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// Labels of rows that sum up those of a year or of a section: "Average 2031",
// "Health average".

// mostAreas bounds the sections of a table.
const mostAreas = 500

// sectionName is the name of a section that a record is the head of.
func (c *columns) sectionName(r rawRecord) (name string, ok bool) {
	if r.title {
		text, _ := loneCell(r.cells)
		name, _ = cutSize(strings.TrimRight(text, ":"))
		return name, name != ""
	}
	if len(r.cells) > c.count || blankRecord(r.cells) {
		return "", false
	}
	return c.isSection(r.cells)
}

// findAreas keeps the names of sections: those that stand in the column of areas beside
// rows of scores, and those that have a record to themselves, above the rows.
func (c *columns) findAreas(all []rawRecord, words *vocabulary.Vocabulary) {
	c.areas, c.summed = nil, map[string]bool{}
	if c.long() {
		return
	}
	known := map[string]bool{}
	addHead := func(name string) {
		if len(name) > 2 && !known[name] && len(known) < mostAreas {
			known[name] = true
			c.areas = append(c.areas, name)
		}
	}
	add := func(name string) {
		if !strings.ContainsAny(name, "0123456789") {
			addHead(name)
		}
	}
	for _, r := range all {
		if c.area >= 0 && c.area < len(r.cells) {
			add(seen(r.cells[c.area]))
		}
		if name, ok := c.sectionName(r); ok {
			addHead(name)
		} else if text, only := loneCell(r.cells); only {
			add(strings.TrimRight(text, ":"))
		}
	}
	// "Global health average" is not of "Health".
	slices.SortStableFunc(c.areas, func(a, b string) int { return len(b) - len(a) })
	for _, r := range all {
		for i, cell := range r.cells {
			if seen(cell) == "" || c.members[i] != "" || i == c.average || i == c.percent {
				continue
			}
			label, _ := cutSize(strings.TrimRight(seen(cell), ":"))
			if name, _, ok := c.summaryOfSection(label, words); ok {
				c.summed[name] = true
			}
			if i != c.area {
				break
			}
		}
	}
}

// fewestHeads is how many texts that stand alone show by their places that they are heads.
const fewestHeads = 2

// findHeads keeps the texts that have a record to themselves and are heads of sections by
// where they stand: above rows of scores, and first of all or behind a row that closes
// those of another section, or each with a year; one that says of how many rows it is tells
// what the others are. closes reports whether a record sums up others.
func (c *columns) findHeads(all []rawRecord, closes func(k int) bool) {
	if c.long() {
		return
	}
	var heads []string
	sized := false
	for k, r := range all {
		text, alone := loneCell(r.cells)
		if !alone || r.title || k+1 == len(all) || blankRecord(all[k+1].cells) || closes(k+1) {
			continue
		}
		if _, also := loneCell(all[k+1].cells); also {
			continue
		}
		before := k - 1
		for before >= 0 && blankRecord(all[before].cells) {
			before--
		}
		name, size := cutSize(strings.TrimRight(text, ":"))
		dated := strings.ContainsFunc(name, unicode.IsLetter) && slices.ContainsFunc(strings.Fields(name), isYear)
		switch {
		case size:
			sized = true
		case !strings.ContainsFunc(name, unicode.IsLetter) || strings.ContainsFunc(name, unicode.IsDigit) && !dated:
			continue // the id of a commitment that nobody was assessed for
		case !dated && before >= 0 && !closes(before) && !sized:
			continue
		}
		if len(strings.Fields(name)) <= mostSectionWords {
			heads = append(heads, name)
		}
	}
	if len(heads) < fewestHeads {
		return
	}
	for _, name := range heads {
		if c.summed[name] = true; len(name) > 2 && !slices.Contains(c.areas, name) && len(c.areas) < mostAreas {
			c.areas = append(c.areas, name)
		}
	}
	slices.SortStableFunc(c.areas, func(a, b string) int { return len(b) - len(a) })
}

// isYear reports whether a word is a year in which there were summits.
func isYear(word string) bool { return date.IsYear(strings.Trim(word, "(),:")) }

// averageOfYear reports whether a label names an average and a year, and nothing
// else: a year alone may be a commitment's id.
func averageOfYear(cell string, words *vocabulary.Vocabulary) bool {
	e, ok := words.Edition(cell)
	if !ok || e.Year == 0 {
		return false
	}
	var rest []string
	for word := range strings.FieldsSeq(cell) {
		if !strings.ContainsAny(word, "0123456789") {
			rest = append(rest, word)
		}
	}
	return words.AverageLabel(strings.Join(rest, " "))
}

// summaryOfSection gives the section that a label sums up: its name, and before or behind
// it words for an average or for another summary ('Health average', 'Rank, Health'). label
// is what is left of these.
func (c *columns) summaryOfSection(cell string, words *vocabulary.Vocabulary) (name, label string, ok bool) {
	for _, name := range c.areas {
		n := len(cell) - len(name)
		if n <= 0 {
			continue
		}
		for _, way := range [][2]string{{cell[:len(name)], cell[len(name):]}, {cell[n:], cell[:n]}} {
			rest := strings.Trim(way[1], " :,-–—()")
			if rest != "" && strings.EqualFold(way[0], name) && namesSummary(rest, words) {
				return name, rest, true
			}
		}
	}
	return "", "", false
}

// namesSummary reports whether a label names an average, percentages or another summary.
func namesSummary(label string, words *vocabulary.Vocabulary) bool {
	_, other := words.SummaryLabel(label)
	return other || words.AverageLabel(label) || words.HasHead(label, percentLabels...)
}

// changes reports whether a record has the changes from some averages to others: its label
// begins with a word for that ('Change 2005 to 2007'), and not all it has under the members
// are scores. What the changes are of is seen where the table is read as figures.
func (c *columns) changes(label string, cells []string, words *vocabulary.Vocabulary) bool {
	first, _, _ := strings.Cut(label, " ")
	if kind, ok := words.Column(strings.Trim(first, ",:")); !ok || kind != vocabulary.ColumnChange {
		return false
	}
	for i := range c.members {
		if i < len(cells) && seen(cells[i]) != "" {
			if kind := kindOfNumber(cells[i]); kind == numberFraction || kind == numberNone {
				return true
			}
		}
	}
	return false
}

// ofSection gives a summary the section that its label names.
func (c *columns) ofSection(r record, cells []string, words *vocabulary.Vocabulary) record {
	for i, cell := range cells {
		if c.members[i] != "" || i == c.average || i == c.percent {
			continue
		}
		label, _ := cutSize(strings.TrimRight(seen(cell), ":"))
		if name, kind, ok := c.summaryOfSection(label, words); ok {
			r.section = name
			if !words.AverageLabel(kind) {
				r.label = kind
			}
			break
		}
	}
	return r
}
