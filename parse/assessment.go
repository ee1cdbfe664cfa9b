package parse

import (
	"strings"

	"recount/model"
	"recount/vocabulary"
)

// isAssessment reports whether a table is a chapter's table of scores: most
// of its rows name one member each and hold at most one score, and its head
// names no members.
func (r *reading) isAssessment(t *table) bool {
	if t.assessment != nil {
		return *t.assessment
	}
	members, single, averages := 0, 0, 0
	heads := 0
	stages := r.stageColumns(t)
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		label := cs[0].text.Text
		if _, ok := r.memberLabel(label); !ok {
			if r.vocab.AverageLabel(label) {
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
		for _, c := range r.finalOnly(cs[1:], stages) {
			if _, ok, na := parseScore(r.vocab, c.text.Text); ok || na {
				scores++
			} else if _, ok := parseAverage(r.vocab, c.text.Text); ok {
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
	is := members >= 3 && single*5 >= members*4 && averages*4 < members && (heads > 0 || r.scoresInRows(t) >= 2)
	t.assessment = &is
	return is
}

func (r *reading) scoresInRows(t *table) int {
	n := 0
	for _, c := range t.cells {
		if _, ok, na := parseScore(r.vocab, c.text.Text); ok || na {
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
		if _, ok, na := parseScore(r.vocab, g[1].text.Text); !ok && !na {
			return [][]*cell{cs}
		}
	}
	return out
}

// stageColumns gives the columns that hold the scores of a stage, where a
// table has those of several stages side by side ("Interim", "Final").
func (r *reading) stageColumns(t *table) map[int]string {
	for row := 0; row < t.rows && row < 4; row++ {
		stages, seen := map[int]string{}, map[string]bool{}
		for _, c := range t.row(row) {
			if stage, ok := r.vocab.Stage(c.text.Text); ok && len(c.text.Text) < 30 {
				stages[c.col] = stage
				seen[stage] = true
			}
		}
		if len(seen) > 1 && seen[finalStage] {
			return stages
		}
	}
	return nil
}

// finalStage is the stage whose scores are the chapter's where a table has
// those of earlier stages too.
const finalStage = "final"

// finalOnly leaves out the cells in the columns of earlier stages.
func (r *reading) finalOnly(cs []*cell, stages map[int]string) []*cell {
	if len(stages) == 0 {
		return cs
	}
	var out []*cell
	for _, c := range cs {
		if stage := stages[c.col]; stage == "" || stage == finalStage {
			out = append(out, c)
		}
	}
	return out
}

// readAssessment reads a table of scores. The column in which a score stands
// is kept apart from its value: the audit compares them.
func (r *reading) readAssessment(t *table) *model.Assessment {
	a := &model.Assessment{At: t.where(), Scores: []model.Score{}}
	columns := map[int]string{}
	stages := r.stageColumns(t)
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
		if len(stages) > 0 && len(a.Scores)+row > 0 {
			if earlier := len(cs) - 1 - len(r.finalOnly(cs[1:], stages)); earlier > 0 {
				a.Heads = append(a.Heads, r.earlierStage(cs, stages)...)
				cs = append([]*cell{label}, r.finalOnly(cs[1:], stages)...)
			}
		}
		if r.vocab.AverageLabel(label.text.Text) && (len(cs) > 1 || len(a.Scores) > 0) {
			r.readAverageRow(a, label, cs[1:])
			continue
		}
		code, ok := r.memberLabel(label.text.Text)
		if ok {
			a.Scores = append(a.Scores, r.readScoreRow(t, row, code, label, cs[1:], columns))
			continue
		}
		if avg, ok := parseAverage(r.vocab, label.text.Text); ok && len(cs) == 1 && hasLetter(label.text.Text) && a.Average == nil {
			// "Average: +0.25 (63%)" in a cell over or under the columns.
			avg.Label, avg.At = strings.TrimSpace(strings.TrimRight(label.text.Text[:strings.IndexAny(label.text.Text, "+-−–0123456789")], "+-−–: ")), label.text.At
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
			if _, ok, na := parseScore(r.vocab, cs[len(cs)-1].text.Text); ok || na {
				// A row of scores whose name is not known: kept, and said.
				s := r.readScoreRow(t, row, "", label, cs[1:], columns)
				a.Scores = append(a.Scores, s)
				r.warn("member-unknown", "a row of the assessment table names nobody known: "+label.text.Text, s.At)
				continue
			}
		}
		r.warn("assessment-row", "a row of the assessment table was not understood: "+joinCells(cs), cellsAt(t, cs))
	}
	return a
}

// earlierStage gives the texts of a row's cells that belong to earlier stages.
func (r *reading) earlierStage(cs []*cell, stages map[int]string) []model.Text {
	var out []model.Text
	for _, c := range cs[1:] {
		if stage := stages[c.col]; stage != "" && stage != finalStage {
			t := c.text
			t.Text = cs[0].text.Text + " (" + stage + "): " + t.Text
			out = append(out, t)
		}
	}
	return out
}

// columnKind reads a column's head, the score that may stand behind the words
// ("Work in Progress 0") not counted.
func (r *reading) columnKind(s string) (string, bool) {
	i := strings.LastIndexByte(s, ' ')
	v, scored, _ := parseScore(r.vocab, strings.Trim(s[i+1:], "()"))
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
		if score, _ := scoreOfKind(kind); score == v {
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
	if kind != column && kind == vocabulary.ColumnNone && !strings.Contains(strings.ToLower(s), "compli") {
		return 0, false
	}
	return scoreOfKind(kind)
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
		v, ok, na := parseScore(r.vocab, c.text.Text)
		if !ok && tick(c.text.Text) {
			v, ok = scoreOfKind(columns[c.col])
		}
		if !ok && !na {
			v, ok = r.wordScore(c.text.Text, columns[c.col])
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

// readAverageRow reads the stated average, in one cell or in two (score and
// percentage).
func (r *reading) readAverageRow(a *model.Assessment, label *cell, cs []*cell) {
	var texts []string
	var at model.At
	for _, c := range cs {
		texts = append(texts, c.text.Text)
		at = at.Join(c.text.At)
	}
	text := strings.Join(texts, " ")
	avg, ok := r.average(text)
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
	if avg, ok := parseAverage(r.vocab, text); ok {
		return avg, true
	}
	if _, ok, _ := parseScore(r.vocab, text); ok {
		if d, err := model.ParseDecimal(text); err == nil {
			return model.Average{Value: &d}, true
		}
	}
	return model.Average{}, false
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
	_, ok := scoreOfKind(kind)
	return ok
}
