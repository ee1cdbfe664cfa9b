package scores

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// A row of averages among rows of scores is told by what it holds, whatever its label
// is and in whatever language: its cells are fractions or percentages where those of the
// other rows are scores.

const (
	// fewestAverages is how many cells such a row must have.
	fewestAverages = 3
	// scoresToAverages is how many rows of scores a table must have for each such row, or
	// rows of these below each other:
	// where there are fewer, its scores are perhaps written so.
	scoresToAverages = 2
)

// averageRows gives the indexes of records of a wide table that are rows of averages.
func (c *columns) averageRows(all []rawRecord, words *vocabulary.Vocabulary) map[int]bool {
	if c.long() {
		return nil
	}
	out, closing, plain := map[int]bool{}, map[int]bool{}, 0
	for k, r := range all {
		if len(r.cells) > c.count {
			continue
		}
		fractions, wholes, parted, scores, others := 0, 0, 0, 0, 0
		for i, cell := range r.cells {
			if _, is := c.members[i]; !is || unassessed(seen(cell), words) {
				continue
			}
			switch kindOfNumber(cell) {
			case numberFraction:
				fractions++
			case numberScore:
				scores++
			case numberNone:
				switch d := readDecimal(cell, true); {
				case d == nil || !onFigureScale(d.Rat()) || d.Places == 0 && d.Units <= 1:
					others++
				case d.Places == 0:
					wholes++ // a percentage without its sign, where the row is called an average
				default:
					parted++
				}
			}
		}
		switch {
		case parted >= fewestAverages && c.calledPercent(r.cells, words):
			// No score has decimals: they are percentages, as their row says.
			fractions, scores = fractions+parted+wholes+scores, 0
		case wholes > 0 && c.calledAverage(r.cells, words):
			fractions, others = fractions+wholes, others+parted
		default:
			others += wholes + parted
		}
		switch {
		case fractions == 0 && others == 0 && scores > 0:
			plain++
		case fractions+wholes+scores+others == 0 && c.averageAlone(r.cells):
			closing[k] = true
		case fractions >= fewestAverages && scores <= fractions && others == 0 && !c.numbered(r.cells, words):
			out[k] = true
		}
	}
	blocks := 0 // averages and their percentages below each other are of the same rows
	for k := range out {
		if !out[k-1] {
			blocks++
		}
	}
	if plain < scoresToAverages*blocks {
		clear(out)
	}
	if plain >= scoresToAverages*len(closing) {
		c.opening = openings(all, closing)
		for k := range closing {
			out[k] = !c.opening[k]
		}
	}
	return out
}

// openings are the records with an average alone that stand above the rows of their section:
// all that rows follow, where the first record of the table is one.
func openings(all []rawRecord, alone map[int]bool) map[int]bool {
	first := slices.IndexFunc(all, func(r rawRecord) bool { return !blankRecord(r.cells) })
	if !alone[first] {
		return nil
	}
	out := map[int]bool{}
	for k := range alone {
		next := k + 1
		for next < len(all) && blankRecord(all[next].cells) {
			next++
		}
		if next < len(all) && !alone[next] && filledCells(all[next].cells) > mostFigureTitleCells {
			out[k] = true
		}
	}
	return out
}

// openedSection is the name of the section that a record with an average alone opens.
func (c *columns) openedSection(cells []string) string {
	for i, cell := range cells {
		if text := seen(cell); text != "" && i != c.average && i != c.percent {
			name, _ := cutSize(strings.TrimRight(text, ":"))
			return name
		}
	}
	return ""
}

// countRows adds to the rows that sum up others those of counts, ranks and sums whose labels
// say so in words that are not known, or by a score: several of these, one below another
// row that sums up, or there numbers of which most are beyond the scale.
func (c *columns) countRows(all []rawRecord, sums map[int]bool, words *vocabulary.Vocabulary) {
	if c.long() {
		return
	}
	called := func(k int) bool {
		return k >= 0 && k < len(all) && len(all[k].cells) == c.count && !c.numbered(all[k].cells, words) && c.calledByScore(all[k].cells, words)
	}
	counts, scored := 0, 0
	for k, r := range all {
		switch {
		case called(k):
			counts++
		case len(r.cells) == c.count && c.holdsScores(r.cells):
			scored++
		}
	}
	if scored <= counts {
		return // a table of counts
	}
	below := false
	for k, r := range all {
		switch {
		case blankRecord(r.cells):
		case called(k) && (below || called(k-1) || called(k+1)):
			sums[k], below = true, true
		case sums[k], len(r.cells) == c.count && c.isSummary(r.cells, words):
			below = true
		case below && len(r.cells) == c.count && !c.numbered(r.cells, words) && c.beyondScale(r.cells):
			sums[k] = true
		default:
			below = false
		}
	}
}

// calledByScore reports whether the first text of a record names a score, and the cells of
// members hold no other numbers than counts.
func (c *columns) calledByScore(cells []string, words *vocabulary.Vocabulary) bool {
	label := ""
	for i, cell := range cells {
		_, is := c.members[i]
		if is {
			if v, _, ok := readNumber(cell, true); seen(cell) != "" && (!ok || v.Sign() < 0 || !v.IsInt()) {
				return false
			}
		} else if label == "" {
			label = seen(cell)
		}
	}
	_, is := scoreName(label, words)
	return is
}

// beyondScale reports whether most numbers under the members are whole and no scores.
func (c *columns) beyondScale(cells []string) bool {
	beyond, all := 0, 0
	for i := range c.members {
		v, _, ok := readNumber(cells[i], true)
		if !ok || !v.IsInt() {
			continue
		}
		if all++; v.Num().CmpAbs(one.Num()) > 0 {
			beyond++
		}
	}
	return beyond >= fewestAverages && 2*beyond > all
}

// averageAlone reports whether a record has an average, a name that is no number, and
// nothing else: that of a section under the average alone.
func (c *columns) averageAlone(cells []string) bool {
	if c.average < 0 || c.average >= len(cells) || kindOfNumber(cells[c.average]) != numberFraction {
		return false
	}
	names := 0
	for i, cell := range cells {
		if seen(cell) == "" || i == c.average || i == c.percent {
			continue
		}
		if names++; strings.ContainsAny(seen(cell)[:1], "0123456789") || i == c.id {
			return false
		}
	}
	return names == 1
}

// calledAverage reports whether a part of the first text of a record is a word for an
// average: "Average, Health".
func (c *columns) calledAverage(cells []string, words *vocabulary.Vocabulary) bool {
	for i, cell := range cells {
		if _, is := c.members[i]; is || seen(cell) == "" {
			continue
		}
		return slices.ContainsFunc(strings.FieldsFunc(seen(cell), func(r rune) bool { return strings.ContainsRune(",:;–—", r) }), func(part string) bool {
			return words.AverageLabel(strings.TrimSpace(part))
		})
	}
	return false
}

// calledPercent reports whether the first text of a record names percentages.
func (c *columns) calledPercent(cells []string, words *vocabulary.Vocabulary) bool {
	for i, cell := range cells {
		if _, is := c.members[i]; is || i == c.average || i == c.percent || seen(cell) == "" {
			continue
		}
		return strings.Contains(cell, "%") || words.HasHead(seen(cell), percentLabels...)
	}
	return false
}

// numbered reports whether a record has a number or serial of its own, as a commitment
// has.
func (c *columns) numbered(cells []string, words *vocabulary.Vocabulary) bool {
	if c.id < 0 || c.id >= len(cells) {
		return false
	}
	id := seen(cells[c.id])
	return strings.ContainsAny(id, "0123456789") && !c.summaryLabel(id, words)
}

type numberKind int

const (
	numberBlank    numberKind = iota // nothing, or that no score was given
	numberScore                      // −1, 0 or +1
	numberFraction                   // a mean with decimals, a percentage, or both
	numberNone
)

// kindOfNumber says what a cell of a member's column holds by its form.
func kindOfNumber(cell string) numberKind {
	text := strings.ToLower(script.CutNoteMarks(seen(cell)))
	if text == "" || strings.Trim(text, "-–—n/a. ") == "" {
		return numberBlank
	}
	first, second, both := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	if both && !percentage(strings.TrimSpace(second)) {
		return numberNone
	}
	first = strings.TrimSpace(first)
	if percentage(first) {
		return numberFraction
	}
	d, err := model.ParseDecimal(strings.ReplaceAll(asciiNumber(first), ",", "."))
	switch {
	case err != nil:
		return numberNone
	case d.Places > 0 || both:
		if x := d.Float(); x < -1 || x > 1 {
			return numberNone
		}
		return numberFraction
	case d.Units >= -1 && d.Units <= 1:
		return numberScore
	}
	return numberNone
}

func percentage(text string) bool {
	digits, is := strings.CutSuffix(text, "%")
	if !is {
		return false
	}
	_, err := model.ParseDecimal(strings.ReplaceAll(asciiNumber(strings.TrimSpace(digits)), ",", "."))
	return err == nil
}
