package scoring

import (
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// IsAssessment reports whether a table is a chapter's table of scores: most
// of its rows name one member each and hold at most one score, and its head
// names no members.
func (r *Reader) IsAssessment(t *sheet.Table) bool {
	if t.Assessment != nil {
		return *t.Assessment
	}
	is := r.isAssessment(t, sheet.MinMatrixMembers)
	t.Assessment = &is
	return is
}

// isAssessment is IsAssessment for a table that names so many members at least.
func (r *Reader) isAssessment(t *sheet.Table, least int) bool {
	members, single, averages := 0, 0, 0
	whole := 0 // scores with decimals
	blank := 0 // members without any figure
	heads := 0
	inWords := 0               // members whose score is the words for a level
	beside := map[int]string{} // columns of other stages or years
	if editions := r.editionHeads(t, editionRows, 1); editions != nil {
		for _, h := range editions[:len(editions)-1] {
			for col := h.from; col < h.to; col++ {
				beside[col] = h.text
			}
		}
	}
	beside = r.changeColumns(t, editionRows, beside)
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0].Text.Text
		if _, ok := r.MemberLabel(label); !ok {
			if r.AveragesRow(label, grid.CellTexts(cs[1:])) {
				continue
			}
			for _, c := range cs {
				if kind, ok := r.ColumnKind(c.Text.Text); ok && (levelColumn(kind) || kind == vocabulary.ColumnScore) {
					heads++
				}
			}
			continue
		}
		members++
		scores, decimals, named, shares, words := 0, 0, 0, 0, 0
		groups := r.memberGroups(cs)
		if len(groups) > 1 {
			members += len(groups) - 1
			single += len(groups) // a table set in two halves side by side
			continue
		}
		for _, c := range withoutColumns(cs[1:], beside) {
			if _, ok, na := scoretext.ParseScore(r.Vocab, c.Text.Text); ok || na {
				scores++
			} else if _, ok := scoretext.WholeScore(c.Text.Text); ok {
				scores, whole = scores+1, whole+1
			} else if avg, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text); ok && avg.Value == nil {
				shares++
			} else if ok {
				decimals++
			} else if _, ok := r.MemberLabel(c.Text.Text); ok {
				named++
			} else if kind, _ := r.Vocab.Column(c.Text.Text); levelColumn(kind) {
				words++
			}
		}
		if shares > 0 && (scores != 1 || shares > 1) {
			decimals += shares // a score may have its percentage beside it
		}
		if scores+decimals == 0 && words == 1 {
			inWords++
		}
		if scores+decimals == 0 {
			blank++
		}
		if scores <= 1 && named == 0 && decimals == 0 {
			single++
		}
		if decimals > 0 {
			averages++
		}
	}
	if whole > 0 && (whole*5 < (members-blank)*4 || averages > 0 || r.averageColumn(t)) {
		averages += whole // averages by member, some of which are whole
	}
	return members >= least && single*5 >= members*4 && averages*4 < members && (heads > 0 || whole > 0 || inWords >= 2 || r.ScoresInRows(t) >= min(2, least))
}

// averageColumn reports whether a column's head speaks of averages.
func (r *Reader) averageColumn(t *sheet.Table) bool {
	for row := 0; row < t.Rows && row < editionRows; row++ {
		for _, c := range t.Row(row) {
			if kind, _ := r.Vocab.Column(c.Text.Text); c.Col > 0 && (kind == vocabulary.ColumnAverage || r.Vocab.AverageLabel(c.Text.Text)) {
				return true
			}
		}
	}
	return false
}

// memberGroups cuts a row in which several members stand side by side, each
// with its score behind it; any other row is one group.
func (r *Reader) memberGroups(cs []*sheet.Cell) [][]*sheet.Cell {
	var out [][]*sheet.Cell
	for i, c := range cs {
		if _, ok := r.MemberLabel(c.Text.Text); ok || i == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	for _, g := range out {
		if len(g) != 2 {
			return [][]*sheet.Cell{cs}
		}
		if _, ok, na := scoretext.ParseScore(r.Vocab, g[1].Text.Text); !ok && !na {
			return [][]*sheet.Cell{cs}
		}
	}
	return out
}

// editionRows is in how many rows at a table's top the heads of columns of
// several stages or years are looked for.
const editionRows = 4

// ReadAssessment reads a table of scores. The column in which a score stands
// is kept apart from its value: the audit compares them.
func (r *Reader) ReadAssessment(t *sheet.Table) *model.Assessment {
	a := &model.Assessment{At: t.Where(), Scores: []model.Score{}}
	columns := map[int]string{}
	others, decided := r.otherEditions(t, editionRows, 1)
	if !decided {
		r.Warn("edition-unknown", "scores of several reports stand side by side in the table, and nothing tells which are this report's", t.Where())
	}
	others = r.changeColumns(t, editionRows, others)
	var averages []averageRow
	percents := r.percentColumns(t, editionRows)
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0]
		if groups := r.memberGroups(cs); len(groups) > 1 {
			for _, g := range groups {
				if code, ok := r.MemberLabel(g[0].Text.Text); ok {
					a.Scores = append(a.Scores, r.readScoreRow(t, row, code, g[0], g[1:], columns))
				}
			}
			continue
		}
		if r.averagesBelow(a, label.Text.Text, grid.CellTexts(cs[1:])) {
			a.Heads = append(a.Heads, otherColumns(label.Text.Text, cs[1:], others)...)
			averages = append(averages, averageRow{label, withoutColumns(cs[1:], others), percents})
			continue
		}
		code, ok := r.MemberLabel(label.Text.Text)
		if ok {
			a.Heads = append(a.Heads, otherColumns(label.Text.Text, cs[1:], others)...)
			a.Scores = append(a.Scores, r.readScoreRow(t, row, code, label, withoutColumns(cs[1:], others), columns))
			continue
		}
		if avg, ok := scoretext.ParseAverage(r.Vocab, label.Text.Text); ok && len(cs) == 1 && sheet.HasLetter(label.Text.Text) && a.Average == nil {
			// "Average: +0.25 (63%)" in a cell over or under the columns.
			avg.Label, avg.At = strings.TrimSpace(strings.TrimRight(label.Text.Text[:strings.IndexAny(label.Text.Text, script.Signs+"0123456789")], script.Signs+": ")), label.Text.At
			a.Average = &avg
			continue
		}
		if row == t.Rows-1 && len(averages) == 0 && a.Average == nil && len(a.Scores) >= sheet.MinMatrixMembers && r.bareAverage(withoutColumns(cs, others), percents) {
			// Figures alone below the members, without a label.
			averages = append(averages, averageRow{&sheet.Cell{Text: model.Text{At: label.Text.At}}, withoutColumns(cs, others), percents})
			continue
		}
		head := false
		for _, c := range cs {
			if kind, ok := r.ColumnKind(c.Text.Text); ok {
				head = true
				if levelColumn(kind) {
					for k := range c.ColSpan {
						columns[c.Col+k] = kind
					}
				}
			}
		}
		if head || len(cs) == 1 && r.namesGroup(t, row) {
			for _, c := range cs {
				a.Heads = append(a.Heads, c.Text)
			}
			continue
		}
		if len(cs) > 1 && cs[0].Col == 0 && (len(a.Scores) > 0 || sheet.HasLetter(label.Text.Text)) {
			if _, ok, na := scoretext.ParseScore(r.Vocab, cs[len(cs)-1].Text.Text); ok || na {
				// A row of scores whose name is not known: kept, and said.
				s := r.readScoreRow(t, row, "", label, cs[1:], columns)
				a.Scores = append(a.Scores, s)
				r.Warn("member-unknown", "a row of the assessment table names nobody known: "+label.Text.Text, s.At)
				continue
			}
		}
		if len(a.Scores) == 0 {
			for _, c := range cs {
				a.Heads = append(a.Heads, c.Text)
			}
			continue
		}
		r.Warn("assessment-row", "a row of the assessment table was not understood: "+JoinCells(cs), CellsAt(t, cs))
	}
	r.readAverageRows(a, averages)
	return a
}

// namesGroup reports whether a row with a name alone stands over the row of a
// member with a score: it heads a group of members.
func (r *Reader) namesGroup(t *sheet.Table, row int) bool {
	cs := t.Row(row)
	if cs[0].Col != 0 || strings.ContainsAny(cs[0].Text.Text, "0123456789") {
		return false
	}
	below := t.Row(row + 1)
	if len(below) < 2 {
		return false
	}
	_, ok := r.MemberLabel(below[0].Text.Text)
	return ok
}

// bareAverage reports whether cells are one average and nothing else: a mean with
// decimals, a percentage or both.
func (r *Reader) bareAverage(cs []*sheet.Cell, percents map[int]bool) bool {
	if len(cs) == 0 {
		return false
	}
	for _, c := range cs {
		if sheet.HasLetter(c.Text.Text) {
			return false
		}
	}
	avg, ok := r.averageIn(cs, percents)
	return ok && (avg.Percent != nil || avg.Value.Places > 1)
}

// averageRow is a row of averages of a chapter's table.
type averageRow struct {
	label *sheet.Cell
	cells []*sheet.Cell
	// percents are the columns of percentages.
	percents map[int]bool
}

// readAverageRows reads the rows of averages that are of this report. Those of
// other stages or years are kept among the heads.
func (r *Reader) readAverageRows(a *model.Assessment, rows []averageRow) {
	labels := make([]string, len(rows))
	for i, row := range rows {
		labels[i] = row.label.Text.Text
	}
	own, decided := r.ownEdition(labels)
	if !decided {
		r.Warn("edition-unknown", "averages of several reports stand in the table, and nothing tells which is this report's: "+strings.Join(labels, ", "), a.At)
	}
	for i, row := range rows {
		if own[i] && !r.ofOtherYear(labels[i]) {
			r.readAverageRow(a, row.label, row.cells, row.percents)
			continue
		}
		t := row.label.Text
		t.Text = JoinCells(append([]*sheet.Cell{row.label}, row.cells...))
		t.At = append(model.At{}, t.At...)
		for _, c := range row.cells {
			t.At = t.At.Join(c.Text.At)
		}
		a.Heads = append(a.Heads, t)
	}
}

// wordScore reads a score that is printed as the words for its level ("Full",
// "Partial compliance"): in the column of that level, or in one whose head names
// no level ("Score"). A word such as 'None' in a column of scores may also say that there is no
// score, so only words that speak of compliance count as −1 there.
func (r *Reader) wordScore(s, column string) (int, bool) {
	kind, ok := r.Vocab.Column(s)
	if !ok || kind != column && column != "" {
		return 0, false
	}
	if kind != column {
		return scoretext.LevelInWords(r.Vocab, s)
	}
	return scoretext.ScoreOfKind(kind)
}

// bareNone reports whether a column of scores in words says 'none' for the
// lowest level: the other levels stand there as single words, and no other word
// stands for this one.
func (r *Reader) bareNone(t *sheet.Table) bool {
	single := map[string]bool{}
	for _, c := range t.Cells {
		if c.Col == 0 {
			continue
		}
		switch kind, _ := r.Vocab.Column(c.Text.Text); {
		case !levelColumn(kind):
		case strings.ContainsAny(c.Text.Text, " -"):
			return false
		default:
			single[kind] = true
		}
	}
	return single[vocabulary.ColumnFull] && single[vocabulary.ColumnPartial] && single[vocabulary.ColumnNone]
}

// otherScore reads a score behind which a remark's mark is raised, one with
// decimals, one behind which those of a member's
// parts stand in brackets ("0 (Commission: +1)"), and 'none' among single words.
func (r *Reader) otherScore(t *sheet.Table, c *sheet.Cell) (int, bool) {
	if v, ok, _ := scoretext.ParseScore(r.Vocab, grid.Unmarked(c)); ok {
		return v, true
	}
	if v, ok := scoretext.WholeScore(c.Text.Text); ok {
		return v, true
	}
	if whole, parts, ok := strings.Cut(c.Text.Text, "("); ok && strings.HasSuffix(parts, ")") && sheet.HasLetter(parts) {
		if v, ok, _ := scoretext.ParseScore(r.Vocab, whole); ok {
			return v, true
		}
	}
	if kind, _ := r.Vocab.Column(c.Text.Text); kind == vocabulary.ColumnNone && r.bareNone(t) {
		return scoretext.ScoreOfKind(kind)
	}
	return 0, false
}

func (r *Reader) readScoreRow(t *sheet.Table, row int, code string, label *sheet.Cell, cs []*sheet.Cell, columns map[int]string) model.Score {
	name := label.Text.Text
	if _, rest, ok := sheet.LeadingFigure(name); ok {
		name = rest
	}
	s := model.Score{Member: code, Name: strings.TrimRight(name, ": "), At: CellsAt(t, append([]*sheet.Cell{label}, cs...))}
	var texts []string
	for _, c := range cs {
		texts = append(texts, c.Text.Text)
		if r.shareBeside(cs, c) {
			continue
		}
		v, ok, na := scoretext.ParseScore(r.Vocab, c.Text.Text)
		if grid.Tick(c.Text.Text) && columns[c.Col] != "" {
			v, ok = scoretext.ScoreOfKind(columns[c.Col])
		}
		if !ok && !na {
			v, ok = r.wordScore(c.Text.Text, columns[c.Col])
		}
		if !ok && !na {
			v, ok = r.otherScore(t, c)
		}
		switch {
		case ok && s.Score == nil:
			score := v
			s.Score = &score
			s.Column = columns[c.Col]
		case ok:
			r.Warn("score-twice", "two scores in the row of "+s.Name, s.At, texts...)
		case !na:
			r.Warn("score-illegible", "the score of "+s.Name+" cannot be read: "+c.Text.Text, s.At)
		}
	}
	s.Text = strings.Join(texts, " ")
	return s
}

// shareBeside reports whether a cell is a percentage beside the score of its row.
func (r *Reader) shareBeside(cs []*sheet.Cell, c *sheet.Cell) bool {
	avg, ok := scoretext.ParseAverage(r.Vocab, c.Text.Text)
	return ok && avg.Value == nil && slices.ContainsFunc(cs, func(o *sheet.Cell) bool {
		_, score, _ := scoretext.ParseScore(r.Vocab, o.Text.Text)
		return score
	})
}

// averagesBelow reports whether a row holds the averages of a chapter's table.
// Below the members a label that speaks of a score has the average of the
// table even where it is a whole number.
func (r *Reader) averagesBelow(a *model.Assessment, label string, behind []string) bool {
	if r.AveragesRow(label, behind) {
		return len(behind) > 0 || len(a.Scores) > 0
	}
	if len(a.Scores) == 0 || len(behind) != 1 || !r.ScoreLabel(label) {
		return false
	}
	figure := behind[0]
	if r.percentHead(label) {
		figure = asPercent(figure)
	}
	return r.IsAverage(figure)
}

// readAverageRow reads the stated average, in one cell or in two (score and
// percentage).
func (r *Reader) readAverageRow(a *model.Assessment, label *sheet.Cell, cs []*sheet.Cell, percents map[int]bool) {
	var at model.At
	for _, c := range cs {
		at = at.Join(c.Text.At)
	}
	text := joinTexts(cs)
	if r.percentHead(label.Text.Text) {
		percents = columnsOf(cs)
	}
	avg, ok := r.averageIn(cs, percents)
	if !ok {
		r.Warn("average-illegible", "the average cannot be read: "+text, append(model.At{}, label.Text.At...).Join(at))
		avg = model.Average{}
	}
	avg.Label = label.Text.Text
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

// JoinCells joins the texts of cells with bars between them.
func JoinCells(cs []*sheet.Cell) string {
	var texts []string
	for _, c := range cs {
		texts = append(texts, c.Text.Text)
	}
	return strings.Join(texts, " | ")
}

// CellsAt is where cells stand; the table's place where none of them has text.
func CellsAt(t *sheet.Table, cs []*sheet.Cell) model.At {
	var at model.At
	for _, c := range cs {
		if len(c.Text.At) > 0 {
			at = at.Join(c.Text.At)
		}
	}
	if len(at) == 0 {
		return t.Where()
	}
	return at
}

// levelColumn reports whether a column holds the scores of one level.
func levelColumn(kind string) bool {
	_, ok := scoretext.ScoreOfKind(kind)
	return ok
}
