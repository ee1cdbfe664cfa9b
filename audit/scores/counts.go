package scores

import (
	"strings"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Some tables say how often each score was given, to each member or for each area. Their
// cells are counts, and the few of them that are 0 or 1 look like scores. What tells them
// is that their columns (or rows) are called by scores, and that their cells are no scores.

const (
	// fewestCounted is how many of the scores a table of counts has a column for.
	fewestCounted = 2
	// fewestCountLines is how many rows of counts show what they are.
	fewestCountLines = 2
	// fewOdd is of how many cells one may be no count by a slip.
	fewOdd = 10
	// mostCountRows bounds the rows that are looked at for names of scores.
	mostCountRows = 1 << 12
)

// countsScores reports whether cells are counts of scores: at least two are below names of
// different scores, in most lines one at least is beyond the scale, and hardly any has a sign.
// Each line has a cell for each name, or fewer.
func countsScores(names []string, lines [][]string, words *vocabulary.Vocabulary) bool {
	called, different := map[int]bool{}, map[int]bool{}
	for k, name := range names {
		if score, ok := scoreName(name, words); ok {
			called[k], different[score] = true, true
		} else if v, _, ok := readNumber(name, true); ok && v.IsInt() {
			return false // the serials of commitments go on beyond the scale
		}
	}
	if len(different) < fewestCounted {
		return false
	}
	beyond, others, cells, odd := 0, 0, 0, 0
	for _, line := range lines {
		counts, large := 0, false
		for k, cell := range line {
			cell = seen(cell)
			if !called[k] || isMissing(cell) || unassessed(cell, words) || strings.Trim(cell, dashesAndBlanks) == "" {
				continue
			}
			// Shares of the scores ("61%") are as little scores.
			number, share := strings.CutSuffix(script.CutNoteMarks(cell), "%")
			v, _, ok := readNumber(number, true)
			if cells++; !ok || v.Sign() < 0 || strings.HasPrefix(asciiNumber(number), "+") {
				odd++
				continue
			}
			counts++
			large = large || share || v.Cmp(one) > 0
		}
		switch {
		case large:
			beyond++
		case counts > 0:
			others++
		}
	}
	return beyond >= fewestCountLines && beyond > others && odd*fewOdd <= cells
}

// scoreName is the score that a column or row is called by: "+1", "Score 0", "(-1)",
// "Full compliance". A name that has a figure without a sign among words is none: it may
// be the serial of a commitment.
func scoreName(name string, words *vocabulary.Vocabulary) (score int, ok bool) {
	name = seen(name)
	if kind, named := words.Column(name); named {
		if score, ok = levels[kind]; ok {
			return score, true
		}
	}
	if score, ok = bareLevels[strings.ToLower(name)]; ok {
		return score, true
	}
	parts := strings.FieldsFunc(asciiNumber(name), func(r rune) bool { return strings.ContainsRune(" \u00a0()[]:#/", r) })
	found := 0
	for _, part := range parts {
		s, text := readScore(part, false)
		if s == nil || text == "" {
			if strings.ContainsAny(part, "0123456789") {
				return 0, false
			}
			continue
		}
		if *s < -1 || *s > 1 || len(parts) > 1 && *s == 1 && !strings.HasPrefix(part, "+") {
			return 0, false
		}
		score = *s
		found++
	}
	return score, found == 1
}

// countsMembers reports whether the rows of a wide table are scores, and their cells how
// often each member was given them.
func (c *columns) countsMembers(records []record, words *vocabulary.Vocabulary) bool {
	if len(records) > mostCountRows {
		return false
	}
	for label := range c.count {
		if c.members[label] != "" || label == c.average || label == c.percent {
			continue
		}
		names := make([]string, len(records))
		called, scored := 0, 0
		for k, r := range records {
			names[k] = r.cells[label]
			if _, is := scoreName(names[k], words); is {
				called++
			} else if c.holdsScores(r.cells) {
				scored++
			}
		}
		if scored > called {
			continue // the counts stand below scores
		}
		var lines [][]string
		for i := range c.count {
			if c.members[i] == "" {
				continue
			}
			line := make([]string, len(records))
			for k, r := range records {
				line[k] = r.cells[i]
			}
			lines = append(lines, line)
		}
		if countsScores(names, lines, words) {
			return true
		}
	}
	return false
}

// holdsScores reports whether all numbers under the members are scores, and there are some.
func (c *columns) holdsScores(cells []string) bool {
	scores := 0
	for i := range c.members {
		switch kindOfNumber(cells[i]) {
		case numberScore:
			scores++
		case numberBlank:
		default:
			return false
		}
	}
	return scores > 0
}

// countsInRows reports whether the rows of a long table say how often a member was given
// each score: no column tells commitments apart, members have several rows, and none has
// two of one score.
func (c *columns) countsInRows(records []record, words *vocabulary.Vocabulary) bool {
	if len(c.keys(words)) > 0 || len(records) > mostCountRows {
		return false
	}
	given, several := map[string]map[string]bool{}, 0
	for _, r := range records {
		member, score := seen(r.cells[c.member]), meaningKey(r.cells[c.score])
		switch of := given[member]; {
		case isMissing(member) || score == "":
			continue
		case of == nil:
			given[member] = map[string]bool{score: true}
			continue
		case of[score]:
			return false
		case len(of) == 1:
			several++
		}
		given[member][score] = true
	}
	return several >= fewestCountLines && several > len(given)-several
}
