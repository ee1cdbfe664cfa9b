package tallies

import (
	"fmt"
	"math/big"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// OfRow counts one row of a matrix over its members.
func OfRow(m *model.Matrix, row int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "member"}
	r := &m.Rows[row]
	for c := range r.Scores {
		if MemberAt(m, c) == "" && NumbersOf(m, c) {
			continue // the rows' numbers
		}
		t.Add(MemberAt(m, c), ColumnLabel(m, c, words), r.Scores[c], rule.CellText(r, c), words)
	}
	return t
}

// OfColumn counts one column of a matrix over its commitments.
func OfColumn(m *model.Matrix, col int, words *vocabulary.Vocabulary) reckon.Tally {
	t := reckon.Tally{Noun: "commitment"}
	if MemberAt(m, col) == "" && NumbersOf(m, col) {
		return t
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		if col < len(r.Scores) {
			// The row's place, not its printed number, tells rows apart.
			t.Add(fmt.Sprint("row ", i), RowLabel(r, i), r.Scores[col], rule.CellText(r, col), words)
		}
	}
	return t
}

// MemberAt is the code of the member of a column, "" where the column has none.
func MemberAt(m *model.Matrix, col int) string {
	if col < len(m.Members) {
		return m.Members[col]
	}
	return ""
}

// ColumnLabel is how a column of a summary table is headed.
func ColumnLabel(m *model.Matrix, col int, words *vocabulary.Vocabulary) string {
	name := ""
	if col < len(m.Names) {
		name = m.Names[col]
	}
	return reckon.MemberLabel(MemberAt(m, col), name, words)
}

// RowLabel names a row in a sentence.
func RowLabel(r *model.MatrixRow, index int) string {
	if r.Number > 0 {
		return fmt.Sprintf("commitment %d", r.Number)
	}
	if r.Label != "" {
		return r.Label
	}
	return fmt.Sprintf("row %d", index+1)
}

// ColumnOf is the only column of that member, or -1.
func ColumnOf(m *model.Matrix, member string) int {
	col := -1
	for i, code := range m.Members {
		if code == member && member != "" {
			if col >= 0 {
				return -1
			}
			col = i
		}
	}
	return col
}

// MeanIfDecided is the tally's mean, nil where it cannot refute a figure.
func MeanIfDecided(t reckon.Tally) *big.Rat {
	if t.WhyUndecided() != "" {
		return nil
	}
	return rule.MeanOrNil(t)
}

// MatrixTitle names a matrix in a sentence.
func MatrixTitle(m *model.Matrix) string {
	if m.Title != "" {
		return "“" + strings.TrimSpace(m.Title) + "”"
	}
	return "the summary table"
}

// NumbersOf reports whether a column of a table holds other numbers than scores:
// several are outside the scale, or one is and nobody's name stands above them.
func NumbersOf(m *model.Matrix, col int) bool {
	outside := 0
	for i := range m.Rows {
		if col < len(m.Rows[i].Scores) && m.Rows[i].Scores[col] != nil && !reckon.OnScale(*m.Rows[i].Scores[col]) {
			outside++
		}
	}
	return outside > 1 || outside > 0 && MemberAt(m, col) == ""
}
