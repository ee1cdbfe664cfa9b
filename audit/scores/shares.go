package scores

import (
	"strconv"
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Below the rows a table may say how many scores are of one kind: "Scores of +1: 26 of 44
// (59%)", alone in its row or beside its label, once or under each member.

// reCounted finds how many of how many there are, with the percentage, at the end of a
// text. Groups: what stands before, part, the word between or none, whole, percentage.
var reCounted = lazyregexp.New(`^(.*?)(?:^|[\s:;,\x{2013}\x{2014}-])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})\s*(?:\s(?:out\s+)?(\p{L}+)(?:\s+the)?\s|/)\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:\s+\p{L}+){0,4}\s*[(=]\s*([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%\s*\)?\.?$`)

// mostShareText bounds the text that is looked at.
const mostShareText = 200

// shareOf is what a row says of how many, and of what.
type shareOf struct {
	label string
	of    []model.Share
}

// readShare reads "Scores of +1: 26 of 44 (59%)"; the label may be empty.
func readShare(text string, words *vocabulary.Vocabulary) (s shareOf, ok bool) {
	if len(text) > mostShareText || !strings.HasSuffix(strings.TrimRight(text, "). "), "%") {
		return s, false
	}
	m := reCounted.FindStringSubmatch(text)
	if m == nil || m[3] != "" && !words.Has(vocabulary.OfWords, m[3]) {
		return s, false
	}
	part, err := strconv.Atoi(strings.ReplaceAll(m[2], ",", ""))
	if err != nil {
		return s, false
	}
	whole, err := strconv.Atoi(strings.ReplaceAll(m[4], ",", ""))
	if err != nil || whole == 0 || part > whole {
		return s, false
	}
	percent, err := model.ParseDecimal(strings.Replace(m[5], ",", ".", 1))
	if err != nil {
		return s, false
	}
	label := strings.Trim(m[1], " :;,(\u2013\u2014-\u00a0")
	stated := strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(text, m[1]), " :;,\u2013\u2014-\u00a0"))
	return shareOf{label, []model.Share{{Text: stated, Part: part, Whole: whole, Percent: percent}}}, true
}

// shareRow reads a row that says of how many and holds nothing else: a text alone, or a
// label with such texts beside it.
func (c *columns) shareRow(cells []string, words *vocabulary.Vocabulary) (*shareOf, bool) {
	if c.long() {
		return nil, false
	}
	var out shareOf
	labels := 0
	for i, cell := range cells {
		cell = seen(cell)
		if cell == "" {
			continue
		}
		s, ok := readShare(cell, words)
		switch {
		case !ok && len(out.of) == 0 && labels == 0 && c.members[i] == "":
			out.label = cell
			labels++
		case !ok:
			return nil, false
		case s.label != "" && (labels > 0 || len(out.of) > 0):
			return nil, false
		case s.label != "":
			out.label = s.label
			labels++
			fallthrough
		default:
			s.of[0].Member = c.members[i]
			if labels > 0 && s.label != "" {
				s.of[0].Member = "" // alone in its row, wherever that begins
			}
			out.of = append(out.of, s.of[0])
		}
	}
	return &out, len(out.of) > 0 && labels == 1
}
