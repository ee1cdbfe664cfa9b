package scores

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A member may have two columns, or two rows where these are members, by a slip: then one
// of them is not counted in the averages. Which one is seen by them, and where they do not
// tell, no average is called wrong.

// isTwice reports whether a column is of a member that another column is of.
func (c *columns) isTwice(i int) bool {
	_, is := c.twice[i]
	return is
}

// chooseMembers takes of several columns of a member the one with which most averages
// hold, the first where they are as many. A warning says where that is not certain.
func (c *columns) chooseMembers(records []record, semicolons bool, words *vocabulary.Vocabulary) (warnings []model.Warning) {
	of := map[string][]int{}
	for i := range c.count {
		if code := c.members[i]; code != "" {
			of[code] = append(of[code], i)
		}
	}
	doubled := 0
	for _, columns := range of {
		if len(columns) > 1 {
			doubled++
		}
	}
	if doubled*fewTwice > len(of) {
		return nil // two columns for each: two stages, two readings
	}
	for i := range c.count {
		code := c.members[i]
		columns := of[code]
		if code == "" || len(columns) < 2 || columns[0] != i {
			continue
		}
		best, most, second := columns[0], -1, -1
		for _, column := range columns {
			c.keepOnly(columns, column, code)
			n, _ := c.holding(records, semicolons, words)
			if n > most {
				best, most, second = column, n, most
			} else {
				second = max(second, n)
			}
		}
		for _, column := range columns {
			c.members[column] = code
		}
		all, compared := c.holding(records, semicolons, words)
		c.keepOnly(columns, best, code)
		if c.twice == nil {
			c.twice = map[int]int{}
		}
		for _, column := range columns {
			if column != best {
				c.twice[column] = best
			}
		}
		switch {
		case all > most && len(columns) == 2 && all >= fewestCountedTwice && 4*all >= 3*compared:
			// The head of one of them is another member's, and nearly all averages count it.
			if c.again == nil {
				c.again = map[int]bool{}
			}
			c.again[columns[0]+columns[1]-best] = true
		case all > most:
			// The head of one of them is another member's, as it seems.
			warnings = append(warnings, model.Warning{Kind: KindColumnDoubt, Text: fmt.Sprintf(
				"whether the averages count two columns of %s as two members is not certain", words.MemberName(code))})
		case most <= second && !c.alike(columns, records):
			warnings = append(warnings, model.Warning{Kind: KindColumnDoubt, Text: fmt.Sprintf(
				"which of two columns of %s the averages count is not certain", words.MemberName(code))})
		}
	}
	return warnings
}

// fewestCountedTwice is how many averages must hold with two columns of a member, as of two
// members, and three of four must, before they are counted so.
const fewestCountedTwice = 4

// keepOnly counts one of several columns of a member.
func (c *columns) keepOnly(columns []int, kept int, code string) {
	for _, column := range columns {
		delete(c.members, column)
	}
	c.members[kept] = code
}

// holding is how many averages of the table hold with the columns that are counted, of how
// many that can be compared.
func (c *columns) holding(records []record, semicolons bool, words *vocabulary.Vocabulary) (n, compared int) {
	if c.average < 0 {
		return 0, 0
	}
	decimalComma := semicolons || c.dividesByComma(records)
	f := form{decimalComma: decimalComma, percents: c.averagesArePercents(records, decimalComma), meanings: c.meanings}
	for i, average := range c.readAverages(records, f) {
		l, ok := c.newLine(records[i].cells, average, f, words)
		if !ok {
			continue
		}
		if compared++; l.holds() {
			n++
		}
	}
	return n, compared
}

// alike reports whether columns hold the same cells.
func (c *columns) alike(columns []int, records []record) bool {
	for _, r := range records {
		for _, column := range columns[1:] {
			if seen(r.cells[column]) != seen(r.cells[columns[0]]) {
				return false
			}
		}
	}
	return true
}

// repeat keeps what stands in the second column of a member.
func (c *columns) repeat(a *model.Assessment, i int, r record, f form, words *vocabulary.Vocabulary) {
	kept := c.twice[i]
	code := c.members[kept]
	score, text := f.score(strings.TrimSpace(r.cells[i]))
	a.Repeats = append(a.Repeats, model.Repeat{
		Of: model.RepeatScore, Member: code, Name: words.MemberName(code), Column: c.placeOf(i), Text: text, Score: score, First: strings.TrimSpace(r.cells[kept]), Counted: c.again[i],
	})
}

// scoreAgain is what stands in the second column of a member where it is counted as another
// member's: a score whose name says where it stands.
func (c *columns) scoreAgain(i int, r record, f form) model.Score {
	score, text := f.score(strings.TrimSpace(r.cells[i]))
	return model.Score{Name: fmt.Sprintf("%s (%s)", c.heads[i], c.placeOf(i)), Score: score, Text: text}
}

// placeOf is where a column stands in the file.
func (c *columns) placeOf(i int) string {
	if i < len(c.lines) {
		return fmt.Sprintf("row %d of the file", c.lines[i])
	}
	return "column " + columnLetters(i)
}

// readRank reads a place in a ranking: "5", "5.", "=5", "5=", "T5", "5th".
func readRank(cell string) (rank int, ok bool) {
	s := strings.ToLower(strings.Trim(asciiNumber(cell), "=#.() "))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "t"), "-"))
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if number, found := strings.CutSuffix(s, end); found {
			s = number
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n <= maxRank && !slices.Contains([]byte(s), '+')
}

// maxRank bounds what is taken for a place.
const maxRank = 10000
