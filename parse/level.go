package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
)

// isRubric reports whether a table is a scoring table: two or more rows that
// begin with a score and go on with a text.
func (r *reading) isRubric(t *table) bool {
	n := 0
	for row := range t.rows {
		if _, _, ok := r.rubricRow(t.row(row)); ok {
			n++
		}
	}
	return n >= 2 && !r.countsEntries(t)
}

// rubricRow reads a row of a scoring table: the score in a cell of its own or
// at the end of its label ("Full Compliance +1"), then the text.
func (r *reading) rubricRow(cs []*cell) (score int, text *cell, ok bool) {
	if len(cs) < 2 {
		return 0, nil, false
	}
	text = cs[len(cs)-1]
	if len(text.text.Text) < 25 || !strings.Contains(text.text.Text, " ") {
		return 0, nil, false
	}
	for _, c := range cs[:len(cs)-1] {
		s := c.text.Text
		if v, is, _ := notation.ParseScore(r.vocab, s); is {
			return v, text, true
		}
		if len(s) < 40 {
			if v, is := r.labelledScore(s); is {
				return v, text, true
			}
		}
	}
	return 0, nil, false
}

// labelledScore reads "Full Compliance +1", "Full Compliance (+1)" and
// "Full Compliance".
func (r *reading) labelledScore(s string) (int, bool) {
	kind, ok := r.columnKind(s)
	if !ok {
		return 0, false
	}
	return notation.ScoreOfKind(kind)
}

// readRubric reads a scoring table.
func (r *reading) readRubric(t *table) []model.Level {
	var out []model.Level
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		score, text, ok := r.rubricRow(cs)
		if ok {
			v := score
			out = append(out, model.Level{Score: &v, Label: joinCells(cs[:len(cs)-1]), Text: text.text.Text, Footnotes: text.text.Footnotes, At: cellsAt(t, cs)})
			continue
		}
		if n := len(out); n > 0 && len(cs) == 1 {
			// The rest of a level, on the next page or behind an inner rule.
			joined := appendText(levelText(out[n-1]), cs[0].text, " ")
			out[n-1].Text, out[n-1].Footnotes, out[n-1].At = joined.Text, joined.Footnotes, joined.At
			continue
		}
		if row > 0 || len(out) > 0 {
			r.warn("rubric-row", "a row of the scoring table was not understood: "+joinCells(cs), cellsAt(t, cs))
		}
		out = append(out, model.Level{Text: joinCells(cs), At: cellsAt(t, cs)})
	}
	return out
}

func levelText(l model.Level) model.Text {
	return model.Text{Text: l.Text, Footnotes: l.Footnotes, At: l.At}
}

// addLevel puts a paragraph of the guidelines or of an unruled scoring table
// where it belongs: a paragraph that names a level opens one, others go to
// the level before.
func (r *reading) addLevel(levels []model.Level, t model.Text) []model.Level {
	switch parts := r.statedLevels(t); {
	case len(parts) > 1:
		return append(levels, parts...)
	case len(parts) == 1:
		return append(levels, model.Level{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	score, text, opens := r.levelStart(t)
	if opens {
		label := strings.TrimSpace(strings.TrimSuffix(t.Text, text.Text))
		return append(levels, model.Level{Score: score, Label: label, Text: text.Text, Footnotes: text.Footnotes, At: text.At})
	}
	if n := len(levels); n > 0 {
		joined := appendText(levelText(levels[n-1]), t, "\n")
		levels[n-1].Text, levels[n-1].Footnotes, levels[n-1].At = joined.Text, joined.Footnotes, joined.At
		return levels
	}
	return append(levels, model.Level{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
}

// levelStart reads the score for which a paragraph states what it asks: a
// score at its very beginning ("−1 The member …", "+1: …"), or a level named
// in its first words ("Full compliance, or a score of +1, …").
func (r *reading) levelStart(t model.Text) (*int, model.Text, bool) {
	first, rest, _ := strings.Cut(t.Text, " ")
	token := strings.TrimRight(first, ":.)=")
	if v, ok, _ := notation.ParseScore(r.vocab, strings.TrimLeft(token, "(")); ok && (token == first && notation.BeginsSigned(token) || strings.ContainsAny(first, ":)=") || rest == "" || notation.BeginsSigned(token) || token == "0" && beginsAnew(rest)) {
		// "1. Prevent: …" is an item of a list, not a level.
		if notation.BeginsSigned(token) || token == "0" {
			return &v, cutText(t, len([]rune(first)), -1), true
		}
	}
	head := clip(t.Text, 160)
	if v, ok := spokenScore(r, head); ok {
		if _, is := r.levelName(head); is {
			return &v, t, true
		}
		if strings.Index(strings.ToLower(head), "score of") < 60 {
			return &v, t, true
		}
	}
	if kind, is := r.levelName(head); is {
		if v, ok := notation.ScoreOfKind(kind); ok {
			return &v, t, true
		}
	}
	return nil, t, false
}

// levelName reads the level that a paragraph's first words name ("Full
// compliance", "Non-compliance", "Work in progress").
func (r *reading) levelName(s string) (string, bool) {
	words := strings.Fields(s)
	for n := min(4, len(words)); n > 0; n-- {
		phrase := strings.TrimRight(strings.Join(words[:n], " "), ",:;.–—-(")
		if kind, ok := r.vocab.Column(phrase); ok && levelColumn(kind) {
			return kind, true
		}
	}
	return "", false
}

// spokenScore reads the score behind the words "score of".
func spokenScore(r *reading, s string) (int, bool) {
	i := strings.Index(s, "score of ")
	if strings.HasPrefix(s, "Score of ") {
		i = 0
	}
	if i < 0 {
		return 0, false
	}
	token, _, _ := strings.Cut(s[i+len("score of "):], " ")
	v, ok, _ := notation.ParseScore(r.vocab, strings.TrimRight(token, ",.;:)"))
	return v, ok
}
