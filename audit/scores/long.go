package scores

import (
	"fmt"
	"math/big"
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
	if code, ok := memberHead(cell, words); ok {
		return code, true
	}
	return words.MemberAlpha2(strings.ToUpper(cell))
}

// longTable is a long table while its records are put together.
type longTable struct {
	*columns
	words    *vocabulary.Vocabulary
	form     form
	records  []record
	of       []int                // by record: the commitment, by its place
	labels   []string             // by record: the member, as it stands
	made     []model.Commitment   // the commitments
	own      []*model.Average     // by commitment: a row of its own that is its average
	scoredAt []map[string]scoreAt // by commitment and member: the first row with a score
}

// scoreAt is where a member's first score stands.
type scoreAt struct {
	row  int
	text string
}

// readLong puts the records of each commitment together, in the order of their
// first ones.
func (c *columns) readLong(report *model.Report, records []record, semicolons bool, words *vocabulary.Vocabulary) {
	records, below := c.membersBelow(records, words)
	c.findMeanings(report, records, words)
	c.findApart(records, words)
	c.findLongAverage(records, words)
	decimalComma := semicolons || c.dividesByComma(records)
	t := &longTable{columns: c, words: words, records: records, labels: make([]string, len(records)), of: make([]int, len(records)),
		form: form{decimalComma: decimalComma, percents: c.averagesArePercents(records, decimalComma), meanings: c.meanings}}
	warn := func(r record, why string) {
		report.Warnings = append(report.Warnings, model.Warning{
			Kind: KindRecord, Text: fmt.Sprintf("%s %s: it is not read as a row of scores", r.name(), why),
		})
	}
	at := map[string]int{}
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
			n = len(t.made)
			at[key] = n
			made := c.commitment(r, nil, t.form, words)
			made.Number = n + 1
			if made.IssueArea == "" {
				made.IssueArea = r.section
			}
			t.made, t.own, t.scoredAt = append(t.made, made), append(t.own, nil), append(t.scoredAt, map[string]scoreAt{})
		}
		t.of[i] = n
		label := strings.TrimRight(seen(r.cells[c.member]), ":")
		_, sum := words.SummaryLabel(label)
		switch cell := r.cells[c.score]; {
		case sum:
			warn(r, "is a summary of the rows")
		case words.AverageLabel(label):
			t.addOwn(n, readAverage(strings.TrimSpace(cell), t.form))
		case isMissing(label) && !isMissing(cell):
			warn(r, "has a score, and its cell for the member is empty")
		case !isMissing(label):
			t.labels[i] = label
			t.addScore(i)
		}
	}
	report.Summaries = append(append(report.Summaries, t.readFigures()...), c.belowSummaries(below, t.form, words)...)
	report.Commitments = append(report.Commitments, t.made...)
}

// manyTwice is of how many records of a long table one has a member that has another score
// for the commitment, where its ids do not tell the commitments apart.
const manyTwice = 5

// findApart finds the column without which many members stand several times for one
// commitment, and with which none does: of the version of a report, or of a source. It has
// few values, each in many records.
func (c *columns) findApart(records []record, words *vocabulary.Vocabulary) {
	twice := func() int {
		n, known, keys := 0, map[string]bool{}, c.keys(words)
		for _, r := range records {
			key := keyOf(append(slices.Clone(keys), c.member), r.cells)
			if known[key] {
				n++
			}
			known[key] = true
		}
		return n
	}
	if len(c.keys(words)) == 0 || twice()*manyTwice < len(records) {
		return
	}
	for i := range c.heads {
		if i == c.member || i == c.score || i == c.area || slices.Contains(c.averages, i) || i == c.average || i == c.percent || slices.Contains(c.keys(words), i) {
			continue
		}
		values := map[string]int{}
		for _, r := range records {
			values[seen(r.cells[i])]++
		}
		if len(values) < 2 || values[""] > 0 || len(values)*manyTwice > len(records) {
			continue
		}
		if c.apart = i; twice() == 0 {
			return
		}
		c.apart = -1
	}
}

// findLongAverage finds the column of averages by a word of its head ('mean_id') and by its
// cells, where no head is that of an average alone.
func (c *columns) findLongAverage(records []record, words *vocabulary.Vocabulary) {
	if c.average >= 0 {
		return
	}
	keys := c.keys(words)
	for i, h := range c.heads {
		if i == c.member || i == c.score || i == c.area || slices.Contains(keys, i) || !holdsAverageWord(h, words) {
			continue
		}
		means, others := 0, 0
		for _, r := range records {
			switch v, places, ok := readNumber(r.cells[i], true); {
			case ok && new(big.Rat).Abs(v).Cmp(one) > 0, !ok && !isMissing(r.cells[i]):
				others++
			case ok && places > 0:
				means++
			}
		}
		ofCommitment := func(r record) string { return keyOf(keys, r.cells) }
		ofMember := func(r record) string { return seen(r.cells[c.member]) }
		if means > 0 && others*fewOdd <= means && (c.meansOf(records, i, ofCommitment) || c.meansOf(records, i, ofMember)) {
			c.averages = append(c.averages, i)
		}
	}
	if len(c.averages) > 0 {
		c.average = c.averages[0]
	}
}

// meansOf reports whether the figures of a column are the means of the scores of most groups
// of records.
func (c *columns) meansOf(records []record, column int, of func(record) string) bool {
	lines, order := map[string]*tryLine{}, []*tryLine{}
	for _, r := range records {
		d := readDecimal(r.cells[column], true)
		if d == nil || d.Units > mostUnits || d.Units < -mostUnits {
			continue
		}
		l := lines[of(r)]
		if l == nil {
			l = &tryLine{units: d.Units, scale: 1}
			for range d.Places {
				l.scale *= 10
			}
			lines[of(r)], order = l, append(order, l)
		}
		if s, _ := readScore(r.cells[c.score], false); s != nil {
			l.sum, l.count = l.sum+int64(*s), l.count+1
		}
	}
	held := 0
	for _, l := range order {
		if l.holds() {
			held++
		}
	}
	return 2*held >= len(order) && held > 0
}

// addOwn adds the average that stands in a row of its own.
func (t *longTable) addOwn(n int, average *model.Average) {
	switch held := t.own[n]; {
	case held == nil:
		t.own[n] = average
	case average != nil && held.Text != average.Text:
		// Which of the two is meant nobody knows: neither is compared.
		t.own[n] = &model.Average{Text: held.Text + " / " + average.Text}
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
		if i == id || i == c.apart || words.HasHead(h, keyHeads...) {
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

// memberName is the code and the name of the member of a record.
func (t *longTable) memberName(i int) (code, name string) {
	code, ok := t.memberOf(t.labels[i], t.words)
	if !ok {
		return "", t.labels[i]
	}
	return code, t.words.MemberName(code)
}

// addScore adds the score of a record's member. Where a member has two that differ,
// neither is compared.
func (t *longTable) addScore(i int) {
	r := t.records[i]
	n := t.of[i]
	a := t.made[n].Assessment
	score, text := t.form.score(strings.TrimSpace(r.cells[t.score]))
	code, name := t.memberName(i)
	first, again := t.scoredAt[n][name]
	if !again {
		t.scoredAt[n][name] = scoreAt{r.number, text}
		a.Scores = append(a.Scores, model.Score{Member: code, Name: name, Score: score, Text: text, Row: r.number, SheetRow: r.sheetRow()})
		return
	}
	a.Repeats = append(a.Repeats, model.Repeat{
		Of: model.RepeatScore, Member: code, Name: name, Row: r.number, SheetRow: r.sheetRow(), Text: text, Score: score, First: first.text, FirstRow: first.row,
	})
	same := slices.IndexFunc(a.Scores, func(s model.Score) bool { return s.Member == code && s.Name == name })
	held := &a.Scores[same]
	if held.Score != nil && score != nil && *held.Score == *score {
		return // a mark of a note makes no other score
	}
	if first.text != text && !strings.Contains(" / "+held.Text+" / ", " / "+text+" / ") {
		held.Score, held.Text = nil, held.Text+" / "+text
	}
}
