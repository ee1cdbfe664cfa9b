package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// AssessmentTable gives a chapter's table of scores in the form in which
// IsAssessment knows one, a row for each member that begins with its name: as
// it is printed, with the column of the members put in front, or with its rows
// as columns where the members head the columns of one row of scores. It is nil
// where the table is none.
func (r *Reader) AssessmentTable(t *sheet.Table) *sheet.Table {
	if r.IsAssessment(t) {
		return t
	}
	if moved := r.memberFirst(t); moved != nil && r.IsAssessment(moved) {
		return moved
	}
	head, members, _ := r.MatrixHead(t)
	if head < 0 {
		return nil
	}
	for row := head + 1; row < t.Rows; row++ {
		scores := 0
		for _, c := range t.Row(row) {
			v, ok, na := notation.ParseScore(r.Vocab, c.Text.Text)
			if members[c.Col] == "" || !ok && !na {
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
	if turned := transposed(t); r.IsAssessment(turned) {
		return turned
	}
	return nil
}

// memberFirst is a table with the column that names the members in front of the
// others, the figures before that only count its rows in one cell with it; nil where
// the members stand in front already, or cells lie across their column.
func (r *Reader) memberFirst(t *sheet.Table) *sheet.Table {
	named := map[int]int{}
	for _, c := range t.Cells {
		if r.IsMember(c.Text.Text) {
			named[c.Col]++
		}
	}
	best := 0
	for col := range t.Cols {
		if named[col] > named[best] {
			best = col
		}
	}
	if best == 0 || named[best] < sheet.MinMatrixMembers {
		return nil
	}
	counting := r.countsRows(t, best)
	out := *t
	out.Assessment, out.Cells = nil, nil
	for _, c := range t.Cells {
		if c.Col < best && c.Col+c.ColSpan > best {
			return nil
		}
		moved := *c
		number := grid.At(t, c.Row, 0)
		counted := counting && r.IsMember(textOf(grid.At(t, c.Row, best)))
		switch {
		case counted && c == number:
			continue
		case c.Col == best && counted:
			moved.Text = marker.AppendText(number.Text, c.Text, " ")
			moved.Col = 0
		case c.Col == best:
			moved.Col = 0
		case c.Col < best:
			moved.Col = c.Col + 1
		}
		out.Cells = append(out.Cells, &moved)
	}
	grid.SortCells(&out)
	return &out
}

// countsRows reports whether the figures in the first column count the rows of
// the members in another.
func (r *Reader) countsRows(t *sheet.Table, members int) bool {
	due := 1
	for row := range t.Rows {
		if c := grid.At(t, row, members); c == nil || !r.IsMember(c.Text.Text) {
			continue
		}
		n, _, ok := sheet.LeadingFigure(textOf(grid.At(t, row, 0)) + " ")
		if !ok || n != due {
			return false
		}
		due++
	}
	return due > sheet.MinMatrixMembers
}

// TextOf is a cell's text; "" of none.
func textOf(c *sheet.Cell) string {
	if c == nil {
		return ""
	}
	return c.Text.Text
}

// LevelMembers reads a table that lists, for each level of the scale, the
// members that reached it ("Full Compliance (+1) | France, Germany"): two rows
// at least, with nothing but members in them.
func (r *Reader) LevelMembers(t *sheet.Table) *model.Assessment {
	a := &model.Assessment{At: t.Where(), Scores: []model.Score{}}
	levels := 0
	var averages []averageRow
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		score, ok := 0, false
		if len(cs) == 2 {
			if score, ok, _ = notation.ParseScore(r.Vocab, cs[0].Text.Text); !ok {
				score, ok = r.LabelledScore(cs[0].Text.Text)
			}
		}
		kind, inScale := grid.KindOfScore(score)
		switch {
		case ok && inScale:
			found, all := r.membersListed(cs[1], score, kind)
			if !all {
				return nil
			}
			levels++
			a.Scores = append(a.Scores, found...)
		case len(cs) > 1 && r.AveragesRow(cs[0].Text.Text, grid.CellTexts(cs[1:])):
			averages = append(averages, averageRow{cs[0], cs[1:], nil})
		case levels > 0:
			return nil
		default:
			for _, c := range cs {
				a.Heads = append(a.Heads, c.Text)
			}
		}
	}
	if levels < 2 || len(a.Scores) < sheet.MinMatrixMembers {
		return nil
	}
	r.readAverageRows(a, averages)
	return a
}

// membersListed reads a list of members that have one score; all says that the
// cell holds nothing else. A cell that says 'none' holds nobody.
func (r *Reader) membersListed(c *sheet.Cell, score int, kind string) (out []model.Score, all bool) {
	text := strings.TrimRight(c.Text.Text, ". ")
	if column, _ := r.Vocab.Column(text); column == vocabulary.ColumnNone || r.Vocab.NotApplicable(text) {
		return nil, true
	}
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(text, " and ", ", "), func(c rune) bool { return c == ',' || c == ';' || c == '\n' || c == '•' }) {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		code, ok := r.MemberLabel(notation.WithoutArticle(name))
		if !ok {
			return nil, false
		}
		v := score
		out = append(out, model.Score{Member: code, Name: notation.WithoutArticle(name), Score: &v, Column: kind, Text: text, At: c.Text.At})
	}
	return out, len(out) > 0
}
