package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// IsRubric reports whether a table is a scoring table: two or more rows that
// begin with a score and go on with a text.
func (r *Reader) IsRubric(t *sheet.Table) bool {
	n := 0
	for row := range t.Rows {
		if _, _, ok := r.rubricRow(t.Row(row), shortestLevel); ok {
			n++
		}
	}
	return n >= 2 && !r.CountsEntries(t) || r.levelsBehind(t) || r.levelsOver(t)
}

// IsRubricPart reports whether a table below a heading of scoring tables is a part of
// one that a page's end cuts: one row or more, each a level of the scale that the parts
// before it, in have, do not have.
func (r *Reader) IsRubricPart(t *sheet.Table, have []model.Level) bool {
	seen := map[int]bool{}
	for _, l := range have {
		if l.Score != nil {
			seen[*l.Score] = true
		}
	}
	n := 0
	for row := range t.Rows {
		score, _, ok := r.rubricRow(t.Row(row), shortestLevel)
		switch {
		case !ok && row == 0: // the heads of the columns
		case !ok || seen[score] || score < -1 || score > 1:
			return false
		default:
			seen[score] = true
			n++
		}
	}
	return n > 0
}

// levelsBehind reports whether a table is a scoring table whose levels stand
// behind the texts ("Indicator", "Score"): every row but that of the column
// heads is a text and a score of the scale, and no score stands twice, which
// tells it from a table of what was scored.
func (r *Reader) levelsBehind(t *sheet.Table) bool {
	seen := map[int]bool{}
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		score, _, ok := r.scoreBehind(cs)
		if !ok && row == 0 {
			continue
		}
		if !ok || seen[score] {
			return false
		}
		seen[score] = true
	}
	return len(seen) >= 2
}

// scoreBehind reads a row of two cells, a text of several words and a score.
func (r *Reader) scoreBehind(cs []*sheet.Cell) (score int, text *sheet.Cell, ok bool) {
	if len(cs) != 2 || !strings.Contains(cs[0].Text.Text, " ") {
		return 0, nil, false
	}
	if _, known := r.Vocab.Member(cs[0].Text.Text); known {
		return 0, nil, false
	}
	score, ok, _ = scoretext.ParseScore(r.Vocab, cs[1].Text.Text)
	return score, cs[0], ok
}

// shortestLevel is how long, in bytes, the texts are that make a table a scoring
// table. In one that is known to be one a level may be shorter ("Neither.").
const shortestLevel = 25

// rubricRow reads a row of a scoring table: the score in a cell of its own or
// at the end of its label ("Full Compliance +1"), then a text of several words and
// at least so many bytes.
func (r *Reader) rubricRow(cs []*sheet.Cell, shortest int) (score int, text *sheet.Cell, ok bool) {
	if len(cs) < 2 {
		return 0, nil, false
	}
	text = cs[len(cs)-1]
	if len(text.Text.Text) < shortest || !strings.Contains(text.Text.Text, " ") {
		return 0, nil, false
	}
	for _, c := range cs[:len(cs)-1] {
		s := c.Text.Text
		if v, is, _ := scoretext.ParseScore(r.Vocab, s); is {
			return v, text, true
		}
		if len(s) < 40 {
			if v, is := r.LabelledScore(s); is {
				return v, text, true
			}
		}
	}
	return 0, nil, false
}

// ReadRubric reads a scoring table.
func (r *Reader) ReadRubric(t *sheet.Table) []model.Level {
	var out []model.Level
	if r.levelsBehind(t) {
		for row := range t.Rows {
			cs := t.Row(row)
			if score, text, ok := r.scoreBehind(cs); ok {
				out = append(out, model.Level{Score: &score, Label: cs[1].Text.Text, Text: text.Text.Text, Footnotes: text.Text.Footnotes, At: CellsAt(t, cs)})
			} else if len(cs) > 0 {
				out = append(out, model.Level{Text: JoinCells(cs), At: CellsAt(t, cs)})
			}
		}
		return out
	}
	if r.levelsOver(t) {
		t = transposed(t)
	}
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		score, text, ok := r.rubricRow(cs, 1)
		if ok {
			v := score
			out = append(out, model.Level{Score: &v, Label: JoinCells(cs[:len(cs)-1]), Text: text.Text.Text, Footnotes: text.Text.Footnotes, At: CellsAt(t, cs)})
			continue
		}
		if n := len(out); n > 0 && len(cs) == 1 {
			// The rest of a level, on the next page or behind an inner rule.
			joined := marker.AppendText(LevelText(out[n-1]), cs[0].Text, " ")
			out[n-1].Text, out[n-1].Footnotes, out[n-1].At = joined.Text, joined.Footnotes, joined.At
			continue
		}
		if row > 0 || len(out) > 0 {
			r.Warn("rubric-row", "a row of the scoring table was not understood: "+JoinCells(cs), CellsAt(t, cs))
		}
		out = append(out, model.Level{Text: JoinCells(cs), At: CellsAt(t, cs)})
	}
	return out
}

// LevelText is a level's text with its notes and place.
func LevelText(l model.Level) model.Text {
	return model.Text{Text: l.Text, Footnotes: l.Footnotes, At: l.At}
}

// AddLevel puts a paragraph of the guidelines or of an unruled scoring table
// where it belongs: a paragraph that names a level opens one, others go to
// the level before.
func (r *Reader) AddLevel(levels []model.Level, t model.Text) []model.Level {
	switch parts := r.statedLevels(t); {
	case len(parts) > 1:
		return append(levels, parts...)
	case len(parts) == 1:
		return append(levels, model.Level{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
	}
	score, text, opens := r.levelStart(t)
	if opens {
		label := strings.TrimSpace(strings.TrimSuffix(paragraph.WithoutBullet(t).Text, text.Text))
		return append(levels, model.Level{Score: score, Label: label, Text: text.Text, Footnotes: text.Footnotes, At: text.At})
	}
	if n := len(levels); n > 0 {
		joined := marker.AppendText(LevelText(levels[n-1]), t, "\n")
		levels[n-1].Text, levels[n-1].Footnotes, levels[n-1].At = joined.Text, joined.Footnotes, joined.At
		return levels
	}
	return append(levels, model.Level{Text: t.Text, Footnotes: t.Footnotes, At: t.At})
}

// levelStart reads the score for which a paragraph states what it asks: a
// score at its very beginning ("−1 The member …", "+1: …"), or a level named
// in its first words ("Full compliance, or a score of +1, …").
func (r *Reader) levelStart(t model.Text) (*int, model.Text, bool) {
	t = paragraph.WithoutBullet(t)
	first, rest, _ := strings.Cut(t.Text, " ")
	token := strings.TrimRight(first, ":.)=")
	mark, stated, _ := strings.Cut(rest, " ")
	between := 0
	if stated != "" && strings.Trim(mark, "–—-=:") == "" {
		rest, between = stated, len([]rune(mark))+1 // "0 – The member …", "0 = …"
	}
	if v, ok, _ := scoretext.ParseScore(r.Vocab, strings.TrimLeft(token, "(")); ok && (token == first && script.BeginsSigned(token) || strings.ContainsAny(first, ":)=") || rest == "" || script.BeginsSigned(token) || token == "0" && (between > 0 || paragraph.BeginsAnew(rest))) {
		// "1. Prevent: …" is an item of a list, not a level.
		if script.BeginsSigned(token) || token == "0" {
			return &v, marker.CutText(t, len([]rune(first))+between, -1), true
		}
	}
	head := sheet.Clip(t.Text, 160)
	if v, ok := spokenScore(r, head); ok {
		if _, is := r.levelName(head); is {
			return &v, t, true
		}
		if strings.Index(strings.ToLower(head), "score of") < 60 {
			return &v, t, true
		}
	}
	if kind, is := r.levelName(head); is {
		if v, ok := scoretext.ScoreOfKind(kind); ok {
			return &v, t, true
		}
	}
	return nil, t, false
}

// levelName reads the level that a paragraph's first words name ("Full
// compliance", "Non-compliance", "Work in progress").
func (r *Reader) levelName(s string) (string, bool) {
	words := strings.Fields(s)
	for n := min(4, len(words)); n > 0; n-- {
		phrase := strings.TrimRight(strings.Join(words[:n], " "), ",:;.–—-(")
		if kind, ok := r.Vocab.Column(phrase); ok && levelColumn(kind) {
			return kind, true
		}
	}
	return "", false
}

// spokenScore reads the score behind the words "score of".
func spokenScore(r *Reader, s string) (int, bool) {
	i := strings.Index(s, "score of ")
	if strings.HasPrefix(s, "Score of ") {
		i = 0
	}
	if i < 0 {
		return 0, false
	}
	token, _, _ := strings.Cut(s[i+len("score of "):], " ")
	v, ok, _ := scoretext.ParseScore(r.Vocab, strings.TrimRight(token, ",.;:)"))
	return v, ok
}

// CountsEntries reports whether what stands before the texts of a table counts
// them from 1 on instead of naming levels of the scale.
func (r *Reader) CountsEntries(t *sheet.Table) bool {
	due := 1
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) < 2 {
			continue
		}
		if grid.ListNumber(cs[0].Text.Text) != due {
			return false
		}
		due++
	}
	return due > 2
}
