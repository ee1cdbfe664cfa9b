package audit

import (
	"strings"

	"recount/model"
)

// A report says itself where its reading is in doubt (model.Warning). A figure
// is not accused on evidence that the program may have misread.

const (
	// tableInDoubt and the others are reasons for leaving a case undecided.
	tableInDoubt    = "some text of the table could not be placed"
	chaptersInDoubt = "the chapters may not have been told apart rightly"
	rowInDoubt      = "a cell of the row holds more than a score: the row may have been misread"
	matrixInDoubt   = "a row of the table could not be read"
)

// warnedAt reports whether the report warns of something within one of the
// places.
func warnedAt(r *model.Report, at model.At) bool {
	for _, w := range r.Warnings {
		for _, a := range w.At {
			for _, b := range at {
				if a.Page == b.Page && a.Box.X0() < b.Box.X1() && b.Box.X0() < a.Box.X1() &&
					a.Box.Top() < b.Box.Bottom() && b.Box.Top() < a.Box.Bottom() {
					return true
				}
			}
		}
	}
	return false
}

// doubtsChapters reports whether the report warns that chapters were not told
// apart: such warnings are of a kind that begins with 'chapter-'.
func doubtsChapters(r *model.Report) bool {
	for _, w := range r.Warnings {
		if strings.HasPrefix(w.Kind, "chapter-") {
			return true
		}
	}
	return false
}

// doubtsMatrix reports whether the report warns of a row on the matrix' pages
// that could not be read; sums over columns are then sums over other rows.
func doubtsMatrix(r *model.Report, m *model.Matrix) bool {
	for _, w := range r.Warnings {
		if w.Kind != "matrix-row" {
			continue
		}
		for _, a := range w.At {
			for _, b := range m.At {
				if a.Page == b.Page {
					return true
				}
			}
		}
	}
	return false
}

// doubtsRow reports whether a cell of a matrix' row holds more than half a
// score, such as an average or a piece of the label: the cells of such a row
// may stand in the wrong columns.
func (p *Pass) doubtsRow(r *model.MatrixRow) bool {
	for col := range r.Scores {
		text := strings.TrimSpace(cellText(r, col))
		if readCell(r.Scores[col], text, p.Vocabulary) == cellIllegible && len([]rune(text)) > 1 {
			return true
		}
	}
	return false
}
