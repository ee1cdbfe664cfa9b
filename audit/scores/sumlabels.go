package scores

import (
	"slices"
	"strings"

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
			if name, ok := c.averageOfSection(label, words); ok {
				c.summed[name] = true
			}
			if i != c.area {
				break
			}
		}
	}
}

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

// averageOfSection gives the section whose average a label names: its name, and
// before or behind it words for an average.
func (c *columns) averageOfSection(cell string, words *vocabulary.Vocabulary) (name string, ok bool) {
	small := strings.ToLower(cell)
	for _, name := range c.areas {
		area := strings.ToLower(name)
		for _, rest := range []string{strings.TrimPrefix(small, area), strings.TrimSuffix(small, area)} {
			rest = strings.Trim(rest, " :,-–—()")
			if len(rest) > 0 && len(rest) < len(small) && words.AverageLabel(rest) && (strings.HasPrefix(small, area) || strings.HasSuffix(small, area)) {
				return name, true
			}
		}
	}
	return "", false
}

// ofSection gives a summary the section that its label names.
func (c *columns) ofSection(r record, cells []string, words *vocabulary.Vocabulary) record {
	for i, cell := range cells {
		if c.members[i] != "" || i == c.average || i == c.percent {
			continue
		}
		label, _ := cutSize(strings.TrimRight(seen(cell), ":"))
		if name, ok := c.averageOfSection(label, words); ok {
			r.section = name
			break
		}
	}
	return r
}
