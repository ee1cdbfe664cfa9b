package scores

import (
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
	areaHeads    = map[string]bool{"area": true, "issue area": true}
)

// columns says what each column of a file holds.
type columns struct {
	count   int
	heads   []string
	average int // -1 where there is none
	id      int
	text    int
	area    int
	members map[int]string // code by column
}

// readHead reads the first record; ok is false where it does not name an
// average and at least two members.
func readHead(head []string, words *vocabulary.Vocabulary) (columns, bool) {
	c := columns{count: len(head), average: -1, id: -1, text: -1, area: -1, members: map[int]string{}}
	if len(head) > maxColumns {
		return c, false
	}
	for i, h := range head {
		h = strings.TrimSpace(h)
		c.heads = append(c.heads, h)
		plain := strings.Join(strings.FieldsFunc(strings.ToLower(h), func(r rune) bool {
			return r == ' ' || r == '_' || r == '-'
		}), " ")
		// The fixed heads come first: 'id' would otherwise be a country.
		taken := false
		for _, known := range []struct {
			heads map[string]bool
			at    *int
		}{{averageHeads, &c.average}, {idHeads, &c.id}, {textHeads, &c.text}, {areaHeads, &c.area}} {
			if known.heads[plain] && *known.at < 0 {
				*known.at, taken = i, true
				break
			}
		}
		if taken {
			continue
		}
		if code, ok := words.Member(h); ok {
			c.members[i] = code
		}
	}
	for i, h := range c.heads {
		if c.average < 0 && c.members[i] == "" && words.AverageLabel(h) {
			c.average = i
		}
	}
	return c, c.average >= 0 && len(c.members) >= 2
}

// commitment makes a chapter of a record.
func (c columns) commitment(record int, cells []string, decimalComma bool, words *vocabulary.Vocabulary) model.Commitment {
	cell := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(cells[i])
	}
	out := model.Commitment{
		Number:    record - 1,
		Row:       record,
		ID:        cell(c.id),
		IssueArea: cell(c.area),
		Text:      strings.Join(strings.Fields(cell(c.text)), " "),
		Assessment: &model.Assessment{
			Scores:  []model.Score{},
			Average: readAverage(cell(c.average), decimalComma),
		},
	}
	for i := range cells {
		switch code, isMember := c.members[i]; {
		case isMember:
			score, text := readScore(cell(i), decimalComma)
			out.Assessment.Scores = append(out.Assessment.Scores, model.Score{
				Member: code, Name: words.MemberName(code), Score: score, Text: text,
			})
		case i != c.average && i != c.id && i != c.text && i != c.area:
			out.Columns = append(out.Columns, model.NamedValue{Name: c.heads[i], Value: cells[i]})
		}
	}
	return out
}
