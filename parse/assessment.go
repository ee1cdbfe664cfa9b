package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// isAssessment reports whether a table is a chapter's table of scores: most
// of its rows name one member each and hold at most one score, and its head
// names no members.
func (r *reading) isAssessment(t *table) bool {
	if t.assessment != nil {
		return *t.assessment
	}
	members, single, averages := 0, 0, 0
	whole := 0 // scores with decimals
	heads := 0
	beside := map[int]string{} // columns of other stages or years
	if editions := r.editionHeads(t, editionRows, 1); editions != nil {
		for _, h := range editions[:len(editions)-1] {
			for col := h.from; col < h.to; col++ {
				beside[col] = h.text
			}
		}
	}
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0].text.Text
		if _, ok := r.memberLabel(label); !ok {
			if r.averagesRow(label, cellTexts(cs[1:])) {
				continue
			}
			for _, c := range cs {
				if kind, ok := r.columnKind(c.text.Text); ok && (levelColumn(kind) || kind == vocabulary.ColumnScore) {
					heads++
				}
			}
			continue
		}
		members++
		scores, decimals, named := 0, 0, 0
		groups := r.memberGroups(cs)
		if len(groups) > 1 {
			members += len(groups) - 1
			single += len(groups) // a table set in two halves side by side
			continue
		}
		for _, c := range withoutColumns(cs[1:], beside) {
			if _, ok, na := notation.ParseScore(r.vocab, c.text.Text); ok || na {
				scores++
			} else if _, ok := notation.WholeScore(c.text.Text); ok {
				scores, whole = scores+1, whole+1
			} else if _, ok := notation.ParseAverage(r.vocab, c.text.Text); ok {
				decimals++
			} else if _, ok := r.memberLabel(c.text.Text); ok {
				named++
			}
		}
		if scores <= 1 && named == 0 && decimals == 0 {
			single++
		}
		if decimals > 0 {
			averages++
		}
	}
	if whole > 0 && (whole*5 < members*4 || averages > 0 || r.averageColumn(t)) {
		averages += whole // averages by member, some of which are whole
	}
	is := members >= 3 && single*5 >= members*4 && averages*4 < members && (heads > 0 || whole > 0 || r.scoresInRows(t) >= 2)
	t.assessment = &is
	return is
}

// averageColumn reports whether a column's head speaks of averages.
func (r *reading) averageColumn(t *table) bool {
	for row := 0; row < t.rows && row < editionRows; row++ {
		for _, c := range t.row(row) {
			if kind, _ := r.vocab.Column(c.text.Text); c.col > 0 && (kind == vocabulary.ColumnAverage || r.vocab.AverageLabel(c.text.Text)) {
				return true
			}
		}
	}
	return false
}

func (r *reading) scoresInRows(t *table) int {
	n := 0
	for _, c := range t.cells {
		if _, ok, na := notation.ParseScore(r.vocab, c.text.Text); ok || na {
			n++
		}
	}
	return n
}

// memberGroups cuts a row in which several members stand side by side, each
// with its score behind it; any other row is one group.
func (r *reading) memberGroups(cs []*cell) [][]*cell {
	var out [][]*cell
	for i, c := range cs {
		if _, ok := r.memberLabel(c.text.Text); ok || i == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	for _, g := range out {
		if len(g) != 2 {
			return [][]*cell{cs}
		}
		if _, ok, na := notation.ParseScore(r.vocab, g[1].text.Text); !ok && !na {
			return [][]*cell{cs}
		}
	}
	return out
}

// editionRows is in how many rows at a table's top the heads of columns of
// several stages or years are looked for.
const editionRows = 4

// readAssessment reads a table of scores. The column in which a score stands
// is kept apart from its value: the audit compares them.
func (r *reading) readAssessment(t *table) *model.Assessment {
	a := &model.Assessment{At: t.where(), Scores: []model.Score{}}
	columns := map[int]string{}
	others, decided := r.otherEditions(t, editionRows, 1)
	if !decided {
		r.warn("edition-unknown", "scores of several reports stand side by side in the table, and nothing tells which are this report's", t.where())
	}
	var averages []averageRow
	percents := r.percentColumns(t, editionRows)
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0]
		if groups := r.memberGroups(cs); len(groups) > 1 {
			for _, g := range groups {
				if code, ok := r.memberLabel(g[0].text.Text); ok {
					a.Scores = append(a.Scores, r.readScoreRow(t, row, code, g[0], g[1:], columns))
				}
			}
			continue
		}
		if r.averagesBelow(a, label.text.Text, cellTexts(cs[1:])) {
			a.Heads = append(a.Heads, otherColumns(label.text.Text, cs[1:], others)...)
			averages = append(averages, averageRow{label, withoutColumns(cs[1:], others), percents})
			continue
		}
		code, ok := r.memberLabel(label.text.Text)
		if ok {
			a.Heads = append(a.Heads, otherColumns(label.text.Text, cs[1:], others)...)
			a.Scores = append(a.Scores, r.readScoreRow(t, row, code, label, withoutColumns(cs[1:], others), columns))
			continue
		}
		if avg, ok := notation.ParseAverage(r.vocab, label.text.Text); ok && len(cs) == 1 && hasLetter(label.text.Text) && a.Average == nil {
			// "Average: +0.25 (63%)" in a cell over or under the columns.
			avg.Label, avg.At = strings.TrimSpace(strings.TrimRight(label.text.Text[:strings.IndexAny(label.text.Text, notation.Signs+"0123456789")], notation.Signs+": ")), label.text.At
			a.Average = &avg
			continue
		}
		head := false
		for _, c := range cs {
			if kind, ok := r.columnKind(c.text.Text); ok {
				head = true
				if levelColumn(kind) {
					for k := range c.colSpan {
						columns[c.col+k] = kind
					}
				}
			}
		}
		if head || len(a.Scores) == 0 {
			for _, c := range cs {
				a.Heads = append(a.Heads, c.text)
			}
			continue
		}
		if len(cs) > 1 {
			if _, ok, na := notation.ParseScore(r.vocab, cs[len(cs)-1].text.Text); ok || na {
				// A row of scores whose name is not known: kept, and said.
				s := r.readScoreRow(t, row, "", label, cs[1:], columns)
				a.Scores = append(a.Scores, s)
				r.warn("member-unknown", "a row of the assessment table names nobody known: "+label.text.Text, s.At)
				continue
			}
		}
		r.warn("assessment-row", "a row of the assessment table was not understood: "+joinCells(cs), cellsAt(t, cs))
	}
	r.readAverageRows(a, averages)
	return a
}

// averageRow is a row of averages of a chapter's table.
type averageRow struct {
	label *cell
	cells []*cell
	// percents are the columns of percentages.
	percents map[int]bool
}

// readAverageRows reads the rows of averages that are of this report. Those of
// other stages or years are kept among the heads.
func (r *reading) readAverageRows(a *model.Assessment, rows []averageRow) {
	labels := make([]string, len(rows))
	for i, row := range rows {
		labels[i] = row.label.text.Text
	}
	own, decided := r.ownEdition(labels)
	if !decided {
		r.warn("edition-unknown", "averages of several reports stand in the table, and nothing tells which is this report's: "+strings.Join(labels, ", "), a.At)
	}
	for i, row := range rows {
		if own[i] && !r.ofOtherYear(labels[i]) {
			r.readAverageRow(a, row.label, row.cells, row.percents)
			continue
		}
		t := row.label.text
		t.Text = joinCells(append([]*cell{row.label}, row.cells...))
		t.At = append(model.At{}, t.At...)
		for _, c := range row.cells {
			t.At = t.At.Join(c.text.At)
		}
		a.Heads = append(a.Heads, t)
	}
}

// columnKind reads a column's head, the score that may stand behind the words
// ("Work in Progress 0") not counted.
func (r *reading) columnKind(s string) (string, bool) {
	i := strings.LastIndexByte(s, ' ')
	v, scored, _ := notation.ParseScore(r.vocab, strings.Trim(s[i+1:], "()"))
	kind, ok := r.vocab.Column(s)
	if !ok && scored && i > 0 {
		kind, ok = r.vocab.Column(strings.TrimRight(s[:i], ": "))
	}
	if scored && (i < 0 || kind == vocabulary.ColumnScore) {
		return kindOfScore(v) // "−1", "Score: −1"
	}
	return kind, ok
}

// kindOfScore is the kind of the column that a score of the scale heads.
func kindOfScore(v int) (string, bool) {
	for _, kind := range []string{vocabulary.ColumnNone, vocabulary.ColumnPartial, vocabulary.ColumnFull} {
		if score, _ := notation.ScoreOfKind(kind); score == v {
			return kind, true
		}
	}
	return "", false
}

// tick reports whether a cell holds nothing but a mark, so that its column
// tells the score.
func tick(s string) bool {
	switch s {
	case "X", "x", "×", "✓", "✔", "✗", "✘", "•", "●", "■":
		return true
	}
	return false
}

// wordScore reads a score that is printed as the words for its level ("Full",
// "Partial compliance"): in the column of that level, or in one whose head names
// no level ("Score"). A word such as 'None' in a column of scores may also say that there is no
// score, so only words that speak of compliance count as −1 there.
func (r *reading) wordScore(s, column string) (int, bool) {
	kind, ok := r.vocab.Column(s)
	if !ok || kind != column && column != "" {
		return 0, false
	}
	if kind != column {
		return notation.LevelInWords(r.vocab, s)
	}
	return notation.ScoreOfKind(kind)
}

// bareNone reports whether a column of scores in words says 'none' for the
// lowest level: the other levels stand there as single words, and no other word
// stands for this one.
func (r *reading) bareNone(t *table) bool {
	single := map[string]bool{}
	for _, c := range t.cells {
		if c.col == 0 {
			continue
		}
		switch kind, _ := r.vocab.Column(c.text.Text); {
		case !levelColumn(kind):
		case strings.ContainsAny(c.text.Text, " -"):
			return false
		default:
			single[kind] = true
		}
	}
	return single[vocabulary.ColumnFull] && single[vocabulary.ColumnPartial] && single[vocabulary.ColumnNone]
}

// otherScore reads a score with decimals, one behind which those of a member's
// parts stand in brackets ("0 (Commission: +1)"), and 'none' among single words.
func (r *reading) otherScore(t *table, c *cell) (int, bool) {
	if v, ok := notation.WholeScore(c.text.Text); ok {
		return v, true
	}
	if whole, parts, ok := strings.Cut(c.text.Text, "("); ok && strings.HasSuffix(parts, ")") && hasLetter(parts) {
		if v, ok, _ := notation.ParseScore(r.vocab, whole); ok {
			return v, true
		}
	}
	if kind, _ := r.vocab.Column(c.text.Text); kind == vocabulary.ColumnNone && r.bareNone(t) {
		return notation.ScoreOfKind(kind)
	}
	return 0, false
}

func (r *reading) readScoreRow(t *table, row int, code string, label *cell, cs []*cell, columns map[int]string) model.Score {
	name := label.text.Text
	if _, rest, ok := leadingFigure(name); ok {
		name = rest
	}
	s := model.Score{Member: code, Name: strings.TrimRight(name, ": "), At: cellsAt(t, append([]*cell{label}, cs...))}
	var texts []string
	for _, c := range cs {
		texts = append(texts, c.text.Text)
		v, ok, na := notation.ParseScore(r.vocab, c.text.Text)
		if !ok && tick(c.text.Text) {
			v, ok = notation.ScoreOfKind(columns[c.col])
		}
		if !ok && !na {
			v, ok = r.wordScore(c.text.Text, columns[c.col])
		}
		if !ok && !na {
			v, ok = r.otherScore(t, c)
		}
		switch {
		case ok && s.Score == nil:
			score := v
			s.Score = &score
			s.Column = columns[c.col]
		case ok:
			r.warn("score-twice", "two scores in the row of "+s.Name, s.At, texts...)
		case !na:
			r.warn("score-illegible", "the score of "+s.Name+" cannot be read: "+c.text.Text, s.At)
		}
	}
	s.Text = strings.Join(texts, " ")
	return s
}

// averagesBelow reports whether a row holds the averages of a chapter's table.
// Below the members a label that speaks of a score has the average of the
// table even where it is a whole number.
func (r *reading) averagesBelow(a *model.Assessment, label string, behind []string) bool {
	if r.averagesRow(label, behind) {
		return len(behind) > 0 || len(a.Scores) > 0
	}
	if len(a.Scores) == 0 || len(behind) != 1 || !r.scoreLabel(label) {
		return false
	}
	figure := behind[0]
	if r.percentHead(label) {
		figure = asPercent(figure)
	}
	return r.isAverage(figure)
}

// readAverageRow reads the stated average, in one cell or in two (score and
// percentage).
func (r *reading) readAverageRow(a *model.Assessment, label *cell, cs []*cell, percents map[int]bool) {
	var at model.At
	for _, c := range cs {
		at = at.Join(c.text.At)
	}
	text := joinTexts(cs)
	if r.percentHead(label.text.Text) {
		percents = columnsOf(cs)
	}
	avg, ok := r.averageIn(cs, percents)
	if !ok {
		r.warn("average-illegible", "the average cannot be read: "+text, append(model.At{}, label.text.At...).Join(at))
		avg = model.Average{}
	}
	avg.Label = label.text.Text
	avg.Text = text
	avg.At = at
	if a.Average != nil {
		// A percentage row under a score row.
		if a.Average.Value == nil {
			a.Average.Value = avg.Value
		}
		if a.Average.Percent == nil {
			a.Average.Percent = avg.Percent
		}
		a.Average.Text += " " + text
		a.Average.At = a.Average.At.Join(at)
		return
	}
	a.Average = &avg
}

// average reads an average that may be printed as a whole number too.
func (r *reading) average(text string) (model.Average, bool) {
	if avg, ok := notation.ParseAverage(r.vocab, text); ok {
		return avg, true
	}
	if _, ok, _ := notation.ParseScore(r.vocab, text); ok {
		if d, err := model.ParseDecimal(text); err == nil {
			return model.Average{Value: &d}, true
		}
	}
	return model.Average{}, false
}

// isAverage reports whether a text is one average, with its percentage or
// without.
func (r *reading) isAverage(s string) bool {
	_, ok := r.average(s)
	return ok
}

func joinCells(cs []*cell) string {
	var texts []string
	for _, c := range cs {
		texts = append(texts, c.text.Text)
	}
	return strings.Join(texts, " | ")
}

func cellsAt(t *table, cs []*cell) model.At {
	var at model.At
	for _, c := range cs {
		if len(c.text.At) > 0 {
			at = at.Join(c.text.At)
		}
	}
	if len(at) == 0 {
		return t.where()
	}
	return at
}

// levelColumn reports whether a column holds the scores of one level.
func levelColumn(kind string) bool {
	_, ok := notation.ScoreOfKind(kind)
	return ok
}
