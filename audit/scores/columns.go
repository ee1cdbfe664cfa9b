package scores

import (
	"math/big"
	"strings"

	"recount/model"
	"recount/vocabulary"
)

// The columns that have a place in the model, by the heads that are in use;
// heads are compared in lower case, with spaces for underscores and hyphens.
var (
	averageHeads = map[string]bool{"average": true, "average score": true, "mean": true, "avg": true}
	idHeads      = map[string]bool{"id": true, "commitment id": true, "serial": true}
	textHeads    = map[string]bool{"text": true, "commitment": true, "commitment text": true}
	percentHeads = map[string]bool{"average %": true, "average (%)": true, "average percent": true, "average percentage": true, "percent": true, "percentage": true, "%": true}
	areaHeads    = map[string]bool{"area": true, "issue area": true}
)

// columns says what each column of a file holds.
type columns struct {
	count   int
	heads   []string
	average int // -1 where there is none
	percent int // the average on the scale 0 to 100
	id      int
	text    int
	area    int
	members map[int]string // code by column
	unknown map[int]bool   // columns of scores whose member is not known
	// onlyPercents says that average is a column of percentages by its head.
	onlyPercents bool
}

// readHead reads the first record; ok is false where it does not name an
// average and at least two members.
func readHead(head []string, words *vocabulary.Vocabulary) (columns, bool) {
	for len(head) > 0 && seen(head[len(head)-1]) == "" {
		head = head[:len(head)-1]
	}
	c := columns{count: len(head), average: -1, percent: -1, id: -1, text: -1, area: -1, members: map[int]string{}, unknown: map[int]bool{}}
	for i, h := range head {
		h = seen(h)
		c.heads = append(c.heads, h)
		plain := strings.Join(strings.FieldsFunc(strings.ToLower(h), func(r rune) bool {
			return r == ' ' || r == '_' || r == '-'
		}), " ")
		// The fixed heads come first: 'id' would otherwise be a country.
		taken := false
		for _, known := range []struct {
			heads map[string]bool
			at    *int
		}{{averageHeads, &c.average}, {percentHeads, &c.percent}, {idHeads, &c.id}, {textHeads, &c.text}, {areaHeads, &c.area}} {
			if known.heads[plain] && *known.at < 0 {
				*known.at, taken = i, true
				break
			}
		}
		if taken {
			continue
		}
		if code, ok := words.MemberHead(h); ok {
			c.members[i] = code
		}
	}
	for i, h := range c.heads {
		if c.average < 0 && c.members[i] == "" && words.AverageLabel(h) {
			c.average = i
		}
	}
	c.readTwoLetterCodes(words)
	if c.average < 0 {
		c.average, c.percent = c.percent, -1
		c.onlyPercents = c.average >= 0
	}
	return c, c.average >= 0 && len(c.members) >= 2
}

// fewestCodes is how many heads of two letters must be codes of countries
// where others are none.
const fewestCodes = 4

// readTwoLetterCodes takes heads of two letters for codes of countries where
// all of them are and there are at least two, or at least four are: 'IT' alone
// may be a word.
func (c *columns) readTwoLetterCodes(words *vocabulary.Vocabulary) {
	codes, others := map[int]string{}, 0
	for i, h := range c.heads {
		if len(h) != 2 || i == c.id || i == c.average || i == c.percent {
			continue
		}
		code, ok := words.MemberAlpha2(strings.ToUpper(h))
		switch {
		case ok:
			codes[i] = code
		case c.members[i] == "":
			others++
		}
	}
	if len(codes) < 2 || others > 0 && len(codes) < fewestCodes {
		return
	}
	for i, code := range codes {
		if known := c.members[i]; known != "" && known != code {
			// "AU", of a country and of a union: somebody's scores all the same.
			delete(c.members, i)
			c.unknown[i] = true
			continue
		}
		c.members[i] = code
	}
}

// isHead reports whether a record repeats the heads.
func (c *columns) isHead(cells []string) bool {
	for i, h := range c.heads {
		if seen(cells[i]) != h {
			return false
		}
	}
	return true
}

// summaryWords begin a record that sums up the others.
var summaryWords = map[string]bool{"total": true, "totals": true, "sum": true, "mean": true, "overall": true, "count": true, "n": true, "percent": true, "percentage": true, "number of commitments": true}

// isSummary reports whether a record is a summary of the rows: the first of
// its cells that is no score calls it so.
func (c *columns) isSummary(cells []string, words *vocabulary.Vocabulary) bool {
	for i, cell := range cells {
		cell = seen(cell)
		if cell == "" || c.members[i] != "" || i == c.average || i == c.percent {
			continue
		}
		return summaryWords[strings.ToLower(strings.TrimRight(cell, ":"))] || words.AverageLabel(strings.TrimRight(cell, ":"))
	}
	return false
}

// dividesByComma reports whether averages have a comma where others have a
// point.
func (c *columns) dividesByComma(records []record) bool {
	commas := false
	for _, r := range records {
		for _, i := range []int{c.average, c.percent} {
			if i < 0 {
				continue
			}
			number := asciiNumber(r.cells[i])
			if strings.Contains(number, ".") {
				return false
			}
			commas = commas || strings.Contains(number, ",")
		}
	}
	return commas
}

// averagesArePercents reports whether the averages are percentages without
// their sign: no mean of scores is above 1, and one or two may be slips; here
// most are, and none is below 0.
func (c *columns) averagesArePercents(records []record, decimalComma bool) bool {
	if c.onlyPercents {
		return true
	}
	above, all := 0, 0
	for _, r := range records {
		v, _, ok := readNumber(r.cells[c.average], decimalComma)
		if !ok {
			continue
		}
		if v.Sign() < 0 {
			return false
		}
		all++
		if v.Cmp(big.NewRat(1, 1)) > 0 {
			above++
		}
	}
	return above*2 > all
}

// readAverages reads the average of every record, with the percentage beside
// it.
func (c *columns) readAverages(records []record, f form) []*model.Average {
	out := make([]*model.Average, len(records))
	for i, r := range records {
		out[i] = readAverage(strings.TrimSpace(r.cells[c.average]), f)
		if c.percent < 0 || out[i] == nil || out[i].Percent != nil {
			continue
		}
		out[i].Percent = readDecimal(strings.TrimSuffix(asciiNumber(r.cells[c.percent]), "%"), f.decimalComma)
	}
	restoreZeros(out)
	return out
}

// commitment makes a chapter of a record.
func (c columns) commitment(record int, cells []string, average *model.Average, f form, words *vocabulary.Vocabulary) model.Commitment {
	cell := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(cells[i])
	}
	out := model.Commitment{
		Number:    record - 1,
		Row:       record,
		ID:        seen(cell(c.id)),
		IssueArea: cell(c.area),
		Text:      strings.Join(strings.Fields(cell(c.text)), " "),
		Assessment: &model.Assessment{
			Scores:  []model.Score{},
			Average: average,
		},
	}
	for i := range cells {
		switch code, isMember := c.members[i]; {
		case isMember || c.unknown[i]:
			score, text := readScore(cell(i), f.decimalComma)
			name := c.heads[i]
			if isMember {
				name = words.MemberName(code)
			}
			out.Assessment.Scores = append(out.Assessment.Scores, model.Score{
				Member: code, Name: name, Score: score, Text: text,
			})
		case c.heads[i] == "" && seen(cells[i]) == "": // an empty column of a program
		case i != c.average && i != c.percent && i != c.id && i != c.text && i != c.area:
			out.Columns = append(out.Columns, model.NamedValue{Name: c.heads[i], Value: cells[i]})
		}
	}
	return out
}
