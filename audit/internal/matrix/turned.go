package matrix

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Every column of a matrix runs through every row, so that one row that was
// lost, or whose cells stand in the wrong columns, makes many columns fail.
// That is one cause, and often one of reading rather than of the report.

const (
	// chapterColumns and RowsMissing are reasons for leaving a column
	// undecided.
	chapterColumns = "the average holds with the chapters' scores, which the table does not have (matrix-chapter)"
	RowsMissing    = "no row of a chapter was found in the table, and the average may count it"
)

// fewestTurned is the number of columns that must fail before a row with its
// cells in the wrong columns is looked for.
const fewestTurned = 3

// chapterScores is the matrix with the chapters' own scores for its rows,
// and with a row for every chapter that has none. changed says that there is
// any difference at all.
func chapterScores(p *rule.Pass, m *model.Matrix) (out *model.Matrix, changed bool) {
	if v, ok := p.Vocabulary.Stage(m.Title); ok && p.Report.Report.Stage != "" && v != p.Report.Report.Stage {
		return m, false
	}
	c := *m
	c.Rows = make([]model.MatrixRow, len(m.Rows))
	fill := func(r *model.MatrixRow, chapter *model.Commitment) {
		for col, code := range m.Members {
			if col >= len(r.Scores) || code == "" || tallies.ColumnOf(m, code) != col {
				continue
			}
			want, _, _, ok := chapterScore(p, chapter, code)
			if s, found := rule.TableScore(chapter, code); !ok && found {
				want, ok = s.Score, true // an empty cell, which may be a member that was not assessed
			}
			if !ok || sameScore(want, r.Scores[col]) {
				continue
			}
			changed = true
			r.Scores[col] = want
			if col < len(r.Cells) {
				r.Cells[col] = CellLabel(want)
			}
		}
	}
	for i, r := range m.Rows {
		r.Scores = append([]*int(nil), r.Scores...)
		r.Cells = append([]string(nil), r.Cells...)
		if chapter := tallies.ChapterOfRow(p.Report, &r); chapter != nil {
			fill(&r, chapter)
		}
		c.Rows[i] = r
	}
	for _, chapter := range tallies.ChaptersWithoutRow(p.Report) {
		r := model.MatrixRow{Number: chapter.Number, ID: chapter.ID, Scores: make([]*int, len(m.Members))}
		fill(&r, chapter)
		c.Rows = append(c.Rows, r)
	}
	return &c, changed
}

func sameScore(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// withChapters leaves the columns undecided that fail and that the chapters'
// scores explain, or that a chapter without a row may explain. A column that
// a single cell explains is left to that.
func (v *View) withChapters(p *rule.Pass) {
	m, changed := chapterScores(p, v.m)
	missing := len(tallies.ChaptersWithoutRow(p.Report)) > 0
	for i := range v.Cols {
		l := &v.Cols[i]
		if l.Why != "" || l.Holds || v.CellOfColumn(l.Index) != nil {
			continue
		}
		mean, ok := tallies.OfColumn(m, l.Index, p.Vocabulary).Mean()
		switch {
		case changed && ok && reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}.Fits(mean):
			l.Why = chapterColumns
		case missing:
			l.Why = RowsMissing
		}
	}
}

// turnedRow is a row whose scores were printed, or read, some columns to the
// side.
type turnedRow struct {
	row int
	By  int // 1 to the right, -1 to the left; 0: there is none
}

// findTurned looks for the only row whose scores, moved back by one column,
// make every column's average hold.
func (v *View) findTurned(words *vocabulary.Vocabulary) turnedRow {
	failing := 0
	for _, l := range v.Cols {
		switch {
		case l.Why != "":
			return turnedRow{}
		case !l.Holds:
			failing++
		}
	}
	if failing < fewestTurned || len(v.m.Rows)*len(v.Cols) > MostPairs {
		return turnedRow{}
	}
	var found turnedRow
	for row := range v.m.Rows {
		for _, by := range []int{1, -1} {
			c := *v.m
			c.Rows = append([]model.MatrixRow(nil), v.m.Rows...)
			c.Rows[row] = MovedBack(&v.m.Rows[row], by)
			if !v.allHold(&c, words) {
				continue
			}
			if found.By != 0 {
				return turnedRow{} // two readings: none is certain
			}
			found = turnedRow{row: row, By: by}
		}
	}
	return found
}

// MovedBack is the row with its scores moved by one column against by; the
// score that leaves at one end comes in at the other.
func MovedBack(r *model.MatrixRow, by int) model.MatrixRow {
	out := *r
	n := len(r.Scores)
	out.Scores, out.Cells = make([]*int, n), nil
	if len(r.Cells) == n {
		out.Cells = make([]string, n)
	}
	for i := range n {
		from := (i + by + n) % n
		out.Scores[i] = r.Scores[from]
		if out.Cells != nil {
			out.Cells[i] = r.Cells[from]
		}
	}
	return out
}

func (v *View) allHold(m *model.Matrix, words *vocabulary.Vocabulary) bool {
	for _, l := range v.Cols {
		mean, ok := tallies.OfColumn(m, l.Index, words).Mean()
		if !ok || !(reckon.Figure{Value: l.Avg.Value, Percent: l.Avg.Percent}).Fits(mean) {
			return false
		}
	}
	return true
}

// TurnedFinding is the one finding on a row whose scores stand one column to
// the side.
func (v *View) TurnedFinding() rule.Finding {
	r := &v.m.Rows[v.Turned.row]
	side, back := "right", "left"
	if v.Turned.By < 0 {
		side, back = back, side
	}
	failing := 0
	for _, l := range v.Cols {
		if !l.Holds {
			failing++
		}
	}
	f := RowFinding(v.m, r)
	f.Message = fmt.Sprintf("%s of the columns' averages in %s do not follow from the scores; all do once the scores of %s are moved one column to the %s.",
		reckon.Capital(reckon.Plural(failing, "figure")), tallies.MatrixTitle(v.m), tallies.RowLabel(r, v.Turned.row), back)
	f.Stated = RowText(v.m, r)
	moved := MovedBack(r, v.Turned.By)
	f.Computed = RowText(v.m, &moved)
	f.Quote = f.Stated
	f.Explanations = []string{fmt.Sprintf("a shift of the row by 1 column to the %s", side)}
	return f
}
