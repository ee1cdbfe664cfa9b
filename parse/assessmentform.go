package parse

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/vocabulary"
)

// assessmentTable gives a chapter's table of scores in the form in which
// isAssessment knows one, a row for each member that begins with its name: as
// it is printed, with the column of the members put in front, or with its rows
// as columns where the members head the columns of one row of scores. It is nil
// where the table is none.
func (r *reading) assessmentTable(t *table) *table {
	if r.isAssessment(t) {
		return t
	}
	if moved := r.memberFirst(t); moved != nil && r.isAssessment(moved) {
		return moved
	}
	head, members, _ := r.matrixHead(t)
	if head < 0 {
		return nil
	}
	for row := head + 1; row < t.rows; row++ {
		scores := 0
		for _, c := range t.row(row) {
			v, ok, na := notation.ParseScore(r.vocab, c.text.Text)
			if members[c.col] == "" || !ok && !na {
				continue
			}
			if ok && (v < -1 || v > 1) {
				return nil // counts
			}
			scores++
		}
		if scores > 0 && row > head+1 && scores == len(members) {
			return nil // a second row of scores: parts of the commitment
		}
	}
	if turned := t.transposed(); r.isAssessment(turned) {
		return turned
	}
	return nil
}

// memberFirst is a table with the column that names the members in front of the
// others, the figures before that only count its rows in one cell with it; nil where
// the members stand in front already, or cells lie across their column.
func (r *reading) memberFirst(t *table) *table {
	named := map[int]int{}
	for _, c := range t.cells {
		if r.isMember(c.text.Text) {
			named[c.col]++
		}
	}
	best := 0
	for col := range t.cols {
		if named[col] > named[best] {
			best = col
		}
	}
	if best == 0 || named[best] < minMatrixMembers {
		return nil
	}
	counting := r.countsRows(t, best)
	out := *t
	out.assessment, out.cells = nil, nil
	for _, c := range t.cells {
		if c.col < best && c.col+c.colSpan > best {
			return nil
		}
		moved := *c
		number := t.at(c.row, 0)
		counted := counting && r.isMember(t.at(c.row, best).textOf())
		switch {
		case counted && c == number:
			continue
		case c.col == best && counted:
			moved.text = appendText(number.text, c.text, " ")
			moved.col = 0
		case c.col == best:
			moved.col = 0
		case c.col < best:
			moved.col = c.col + 1
		}
		out.cells = append(out.cells, &moved)
	}
	out.sortCells()
	return &out
}

// countsRows reports whether the figures in the first column count the rows of
// the members in another.
func (r *reading) countsRows(t *table, members int) bool {
	due := 1
	for row := range t.rows {
		if c := t.at(row, members); c == nil || !r.isMember(c.text.Text) {
			continue
		}
		n, _, ok := leadingFigure(t.at(row, 0).textOf() + " ")
		if !ok || n != due {
			return false
		}
		due++
	}
	return due > minMatrixMembers
}

// textOf is a cell's text; "" of none.
func (c *cell) textOf() string {
	if c == nil {
		return ""
	}
	return c.text.Text
}

// levelMembers reads a table that lists, for each level of the scale, the
// members that reached it ("Full Compliance (+1) | France, Germany"): two rows
// at least, with nothing but members in them.
func (r *reading) levelMembers(t *table) *model.Assessment {
	a := &model.Assessment{At: t.where(), Scores: []model.Score{}}
	levels := 0
	var averages []averageRow
	for row := range t.rows {
		cs := t.row(row)
		if len(cs) == 0 {
			continue
		}
		score, ok := 0, false
		if len(cs) == 2 {
			if score, ok, _ = notation.ParseScore(r.vocab, cs[0].text.Text); !ok {
				score, ok = r.labelledScore(cs[0].text.Text)
			}
		}
		kind, inScale := kindOfScore(score)
		switch {
		case ok && inScale:
			found, all := r.membersListed(cs[1], score, kind)
			if !all {
				return nil
			}
			levels++
			a.Scores = append(a.Scores, found...)
		case len(cs) > 1 && r.averagesRow(cs[0].text.Text, cellTexts(cs[1:])):
			averages = append(averages, averageRow{cs[0], cs[1:], nil})
		case levels > 0:
			return nil
		default:
			for _, c := range cs {
				a.Heads = append(a.Heads, c.text)
			}
		}
	}
	if levels < 2 || len(a.Scores) < minMatrixMembers {
		return nil
	}
	r.readAverageRows(a, averages)
	return a
}

// membersListed reads a list of members that have one score; all says that the
// cell holds nothing else. A cell that says 'none' holds nobody.
func (r *reading) membersListed(c *cell, score int, kind string) (out []model.Score, all bool) {
	text := strings.TrimRight(c.text.Text, ". ")
	if column, _ := r.vocab.Column(text); column == vocabulary.ColumnNone || r.vocab.NotApplicable(text) {
		return nil, true
	}
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(text, " and ", ", "), func(c rune) bool { return c == ',' || c == ';' || c == '\n' || c == '•' }) {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		code, ok := r.memberLabel(notation.WithoutArticle(name))
		if !ok {
			return nil, false
		}
		v := score
		out = append(out, model.Score{Member: code, Name: notation.WithoutArticle(name), Score: &v, Column: kind, Text: text, At: c.text.At})
	}
	return out, len(out) > 0
}
