package scoring

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/notation/script"
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
	if blocks, n := r.memberBlocks(t); n > 1 && r.IsAssessment(blocks) {
		return blocks
	}
	head, members, _ := r.MatrixHead(t)
	if head < 0 {
		return nil
	}
	for row := head + 1; row < t.Rows; row++ {
		scores := 0
		for _, c := range t.Row(row) {
			v, ok, na := scoretext.ParseScore(r.Vocab, c.Text.Text)
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

// AssessmentGoesOn gives a table that stands right behind a chapter's table of scores
// in the form of one, where it has the scores of other members: the two are halves
// of one table. It is nil for any other table.
func (r *Reader) AssessmentGoesOn(a *model.Assessment, t *sheet.Table) *sheet.Table {
	more := r.AssessmentTable(t)
	if more == nil {
		more = t
		if blocks, n := r.memberBlocks(t); n > 0 {
			more = blocks
		}
		if !r.isAssessment(more, 1) {
			return nil
		}
	}
	read := map[string]bool{}
	for _, s := range a.Scores {
		read[s.Member] = true
	}
	for _, c := range more.Cells {
		if code, ok := r.MemberLabel(c.Text.Text); ok && read[code] {
			return nil
		}
	}
	return more
}

// OtherMembers reports whether two tables of scores have members each and none of them
// in common: they are parts of one table.
func (r *Reader) OtherMembers(a, b *sheet.Table) bool {
	of := func(t *sheet.Table) map[string]bool {
		out := map[string]bool{}
		for _, c := range t.Cells {
			if code, ok := r.MemberLabel(c.Text.Text); ok {
				out[code] = true
			}
		}
		return out
	}
	first, second := of(a), of(b)
	for code := range second {
		if first[code] {
			return false
		}
	}
	return len(first) > 0 && len(second) > 0
}

// memberBlocks is a table of rows of members, each over the row of their scores, as
// one with a row for every member. n is how many such blocks there are; the table
// is nil where something else stands among them, or a member twice.
func (r *Reader) memberBlocks(t *sheet.Table) (out *sheet.Table, n int) {
	moved := *t
	moved.Assessment, moved.Cells, moved.Rows, moved.Cols = nil, nil, 0, 2
	put := func(label, figure *sheet.Cell) {
		for col, c := range []*sheet.Cell{label, figure} {
			if c != nil {
				one := *c
				one.Row, one.Col, one.RowSpan, one.ColSpan = moved.Rows, col, 1, 1
				moved.Cells = append(moved.Cells, &one)
			}
		}
		moved.Rows++
	}
	seen := map[string]bool{}
	var names map[int]*sheet.Cell // of the block that is read, by column
	for row := range t.Rows {
		cs := t.Row(row)
		if len(cs) == 0 {
			continue
		}
		heads := r.blockHeads(cs)
		switch {
		case heads != nil && names == nil:
			names = heads
			for _, c := range heads {
				code, ok := r.MemberLabel(c.Text.Text)
				if ok && seen[code] {
					return nil, 0
				}
				seen[code] = ok
			}
		case names != nil && heads == nil:
			figures := map[int]*sheet.Cell{}
			for i, c := range cs {
				if names[c.Col] == nil && (i > 0 || !r.ScoreLabel(c.Text.Text)) {
					return nil, 0
				}
				figures[c.Col] = c
			}
			for col := range t.Cols {
				if label := names[col]; label != nil {
					put(label, figures[col])
				}
			}
			names = nil
			n++
		case names == nil && n > 0 && len(cs) == 2 && r.AveragesRow(cs[0].Text.Text, grid.CellTexts(cs[1:])):
			put(cs[0], cs[1])
		default:
			return nil, 0
		}
	}
	if names != nil {
		return nil, 0
	}
	return &moved, n
}

// blockHeads gives the cells of a row that names members, and at most averages,
// over columns; nil for any other row.
func (r *Reader) blockHeads(cs []*sheet.Cell) map[int]*sheet.Cell {
	out := map[int]*sheet.Cell{}
	members := 0
	for i, c := range cs {
		kind, _ := r.Vocab.Column(c.Text.Text)
		switch {
		case r.IsMember(c.Text.Text):
			members++
		case r.Vocab.AverageLabel(c.Text.Text):
		case i == 0 && kind == vocabulary.ColumnMember:
			continue
		default:
			return nil
		}
		out[c.Col] = c
	}
	if members == 0 {
		return nil
	}
	return out
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
			if score, ok, _ = scoretext.ParseScore(r.Vocab, cs[0].Text.Text); !ok {
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
		code, ok := r.MemberLabel(script.WithoutArticle(name))
		if !ok {
			return nil, false
		}
		v := score
		out = append(out, model.Score{Member: code, Name: script.WithoutArticle(name), Score: &v, Column: kind, Text: text, At: c.Text.At})
	}
	return out, len(out) > 0
}
