package scores

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// keyHeads are the columns of a long table that tell commitments apart beside
// their ids: number 1 is there in every year.
var keyHeads = []vocabulary.HeadKind{vocabulary.HeadYear, vocabulary.HeadSummit, vocabulary.HeadForum, vocabulary.HeadStage, vocabulary.HeadReport}

// memberOf is the member that a cell of a long table names.
func (c *columns) memberOf(cell string, words *vocabulary.Vocabulary) (code string, ok bool) {
	cell = seen(cell)
	if code, ok := words.MemberHead(cell); ok {
		return code, true
	}
	return words.MemberAlpha2(strings.ToUpper(cell))
}

// readLong puts the records of each commitment together, in the order of their
// first ones.
func (c *columns) readLong(report *model.Report, records []record, semicolons bool, words *vocabulary.Vocabulary) {
	c.findMeanings(report, records, words)
	decimalComma := semicolons || c.dividesByComma(records)
	form := form{decimalComma: decimalComma, percents: c.averagesArePercents(records, decimalComma), meanings: c.meanings}
	warn := func(r record, why string) {
		report.Warnings = append(report.Warnings, model.Warning{
			Kind: KindRecord, Text: fmt.Sprintf("%s %s: it is not read as a row of scores", r.name(), why),
		})
	}
	stated := c.readAverages(records, form)
	at := map[string]int{}
	var averages []*model.Average // by commitment
	first := len(report.Commitments)
	above := ""
	keys := c.keys(words)
	for i, r := range records {
		key := keyOf(keys, r.cells)
		if strings.Trim(key, "\x00") == "" {
			key = above // the id stands in the first row of a commitment alone
		}
		above = key
		n, known := at[key]
		if !known {
			n = len(averages)
			at[key] = n
			averages = append(averages, nil)
			made := c.commitment(r, nil, form, words)
			made.Number = n + 1
			if made.IssueArea == "" {
				made.IssueArea = r.section
			}
			report.Commitments = append(report.Commitments, made)
		}
		average := stated[i]
		label := strings.TrimRight(seen(r.cells[c.member]), ":")
		_, sum := words.SummaryLabel(label)
		switch cell := r.cells[c.score]; {
		case sum:
			warn(r, "is a summary of the rows")
		case words.AverageLabel(label):
			average = readAverage(strings.TrimSpace(cell), form)
		case isMissing(label) && !isMissing(cell):
			warn(r, "has a score, and its cell for the member is empty")
		case !isMissing(label):
			c.addScore(report.Commitments[first+n].Assessment, label, cell, form, words)
		}
		switch held := averages[n]; {
		case held == nil:
			averages[n] = average
		case average != nil && held.Text != average.Text:
			// Which of the two is meant nobody knows: neither is compared.
			averages[n] = &model.Average{Text: held.Text + " / " + average.Text}
		}
	}
	restoreZeros(averages)
	for n, average := range averages {
		report.Commitments[first+n].Assessment.Average = average
	}
}

// keys are the columns that tell the commitment of a record from others.
func (c *columns) keys(words *vocabulary.Vocabulary) []int {
	id := c.id
	if id < 0 {
		id = c.text
	}
	var out []int
	for i, h := range c.heads {
		if i == id || words.HasHead(h, keyHeads...) {
			out = append(out, i)
		}
	}
	return out
}

// keyOf is what stands in these columns.
func keyOf(columns []int, cells []string) string {
	parts := make([]string, len(columns))
	for n, i := range columns {
		parts[n] = seen(cells[i])
	}
	return strings.Join(parts, "\x00")
}

// addScore adds the score of a member. Where a member has two that differ,
// neither is compared.
func (c *columns) addScore(a *model.Assessment, label, cell string, f form, words *vocabulary.Vocabulary) {
	score, text := f.score(strings.TrimSpace(cell))
	code, ok := c.memberOf(label, words)
	name := label
	if ok {
		name = words.MemberName(code)
	}
	same := slices.IndexFunc(a.Scores, func(s model.Score) bool { return s.Member == code && s.Name == name })
	switch {
	case same < 0:
		a.Scores = append(a.Scores, model.Score{Member: code, Name: name, Score: score, Text: text})
	case a.Scores[same].Text != text:
		a.Scores[same].Score, a.Scores[same].Text = nil, a.Scores[same].Text+" / "+text
	}
}
