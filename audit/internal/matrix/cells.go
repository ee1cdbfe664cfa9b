package matrix

import (
	"math/big"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// cellSlip is a cell whose other reading makes the averages of its row and of
// its column right.
type cellSlip struct {
	row, Col int
	Was      *int
	Want     *int // nil: not assessed
	// Chapter says that the reading is the chapter's own score.
	Chapter bool
}

// MostPairs bounds the search for causes in very large tables.
const MostPairs = 20000

// findCells looks for single cells that explain averages of rows and columns:
// first where the chapter states another score than the matrix (matrix-chapter
// reports that), then where one other score makes the row's and the column's
// average right and no other cell of either does.
func (v *View) findCells(p *rule.Pass) {
	for r := range v.m.Rows {
		for _, d := range chapterDiffers(p, v.m, r) {
			v.Cells = append(v.Cells, cellSlip{row: r, Col: d.Col, Was: d.Matrix, Want: d.Chapter, Chapter: true})
		}
	}
	if len(v.Rows)*len(v.Cols) > MostPairs {
		return
	}
	candidates := map[int][]cellSlip{} // by row
	rowsOf := map[int]int{}            // candidates by column
	for _, row := range v.Rows {
		if row.Why != "" || row.Holds || v.CellOfRow(row.Index) != nil {
			continue
		}
		for _, col := range v.Cols {
			if col.Why != "" || col.Holds || v.CellOfColumn(col.Index) != nil {
				continue
			}
			for _, c := range v.readings(row, col) {
				candidates[row.Index] = append(candidates[row.Index], c)
				rowsOf[col.Index]++
			}
		}
	}
	for _, row := range v.Rows {
		if cs := candidates[row.Index]; len(cs) == 1 && rowsOf[cs[0].Col] == 1 {
			v.Cells = append(v.Cells, cs[0])
		}
	}
}

// readings gives the other scores of a cell that make both its averages fit.
func (v *View) readings(row, col Line) []cellSlip {
	was := v.m.Rows[row.Index].Scores[col.Index]
	if was == nil {
		return nil
	}
	var out []cellSlip
	for s := reckon.LowestScore; s <= reckon.HighestScore; s++ {
		if s == *was {
			continue
		}
		d := int64(s - *was)
		if fitsAfter(row, d) && fitsAfter(col, d) {
			want := s
			out = append(out, cellSlip{row: row.Index, Col: col.Index, Was: was, Want: &want})
		}
	}
	return out
}

// fitsAfter reports whether the line's average fits once the sum of its
// scores has changed by d.
func fitsAfter(l Line, d int64) bool {
	m := big.NewRat(int64(l.T.Sum())+d, int64(len(l.T.Scores)))
	return reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}.Fits(m)
}

// CellOfRow is the cell of one row that a column of it names.
func (v *View) CellOfRow(row int) *cellSlip {
	for i := range v.Cells {
		if v.Cells[i].row == row {
			return &v.Cells[i]
		}
	}
	return nil
}

// CellOfColumn is the cell of one column that a row of it names.
func (v *View) CellOfColumn(col int) *cellSlip {
	for i := range v.Cells {
		if v.Cells[i].Col == col {
			return &v.Cells[i]
		}
	}
	return nil
}

// Corrected is the matrix' scores after the cells that were found are read
// the other way.
func (v *View) Corrected() *model.Matrix {
	c := *v.m
	c.Rows = make([]model.MatrixRow, len(v.m.Rows))
	for i, r := range v.m.Rows {
		r.Scores = append([]*int(nil), r.Scores...)
		c.Rows[i] = r
	}
	for _, s := range v.Cells {
		c.Rows[s.row].Scores[s.Col] = s.Want
	}
	return &c
}

// HoldsCorrected reports whether the line's average fits in the corrected
// matrix.
func (v *View) HoldsCorrected(l Line, column bool, words *vocabulary.Vocabulary) bool {
	if len(v.Cells) == 0 {
		return false
	}
	c := v.Corrected()
	var t reckon.Tally
	if column {
		t = tallies.OfColumn(c, l.Index, words)
	} else {
		t = tallies.OfRow(c, l.Index, words)
	}
	m, ok := t.Mean()
	return ok && reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}.Fits(m)
}
