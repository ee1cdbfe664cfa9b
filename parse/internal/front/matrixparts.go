package front

import (
	"slices"
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// A summary table that is too wide for its page stands in parts, one below
// another: the same rows with other members, and the averages of the rows, which
// are those of all members, in the last part. Read apart, its averages would
// seem to be of the members beside them.

// addMatrix adds a matrix to the report, to the one before it where the two are
// parts of one.
func (r *Reader) addMatrix(m model.Matrix) {
	if n := len(r.Rep.Matrices); n > 0 && r.partOf(&r.Rep.Matrices[n-1], &m) {
		joinMatrix(&r.Rep.Matrices[n-1], &m)
		return
	}
	r.Rep.Matrices = append(r.Rep.Matrices, m)
}

// partOf reports whether a matrix is the next part of another: it has the same
// rows and none of its members, its title is the same or says that it goes on,
// and the averages of the rows stand in one of them only.
func (r *Reader) partOf(a, m *model.Matrix) bool {
	if len(a.Rows) != len(m.Rows) || m.Title != "" && r.titleOnce(m.Title) != r.titleOnce(a.Title) {
		return false
	}
	for _, code := range m.Members {
		if code == "" || slices.Contains(a.Members, code) {
			return false
		}
	}
	for i := range m.Rows {
		x, y := &a.Rows[i], &m.Rows[i]
		if x.Number != y.Number || x.Label != y.Label || x.ID != y.ID || x.Average != nil {
			return false
		}
	}
	return a.Overall == nil
}

// titleOnce is a title without the remark that it goes on.
func (r *Reader) titleOnce(title string) string {
	words := strings.FieldsFunc(title, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' })
	words = slices.DeleteFunc(words, func(w string) bool { return r.Vocab.Has(vocabulary.GoesOn, w) })
	return vocabulary.Fold(strings.Join(words, " "))
}

// joinMatrix adds the columns of a matrix's next part.
func joinMatrix(a, m *model.Matrix) {
	if len(a.ColumnAverages) > 0 || len(m.ColumnAverages) > 0 {
		a.ColumnAverages = append(averagesOfAll(a), averagesOfAll(m)...)
	}
	a.Members = append(a.Members, m.Members...)
	a.Names = append(a.Names, m.Names...)
	a.Heads = append(a.Heads, m.Heads...)
	a.Notes = append(a.Notes, m.Notes...)
	a.Overall = m.Overall
	a.At = append(a.At, m.At...)
	for i := range m.Rows {
		x, y := &a.Rows[i], &m.Rows[i]
		x.Scores = append(x.Scores, y.Scores...)
		x.Cells = append(x.Cells, y.Cells...)
		x.CellsAt = append(x.CellsAt, y.CellsAt...)
		x.Average = y.Average
		x.At = append(x.At, y.At...)
	}
}

// averagesOfAll gives the averages of a matrix's columns, empty ones where it has
// none.
func averagesOfAll(m *model.Matrix) []model.ColumnAverage {
	if len(m.ColumnAverages) > 0 {
		return m.ColumnAverages
	}
	out := make([]model.ColumnAverage, len(m.Members))
	for i, code := range m.Members {
		out[i].Member = code
	}
	return out
}
