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
var keyHeads = map[string]bool{"year": true, "summit": true, "forum": true, "group": true, "stage": true, "report": true}

// sumWords are what stands in the place of a member for a figure that is no
// average.
var sumWords = map[string]bool{"total": true, "totals": true, "sum": true, "count": true, "n": true, "percent": true, "percentage": true}

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
	for i, r := range records {
		key := c.key(r.cells)
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
		switch cell := r.cells[c.score]; {
		case sumWords[strings.ToLower(label)]:
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

// key tells the commitment of a record from others.
func (c *columns) key(cells []string) string {
	id := c.id
	if id < 0 {
		id = c.text
	}
	var parts []string
	for i, h := range c.heads {
		if i == id || keyHeads[plainHead(h)] {
			parts = append(parts, seen(cells[i]))
		}
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
