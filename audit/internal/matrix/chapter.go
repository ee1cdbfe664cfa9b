package matrix

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// cellDiffers is a cell that the chapter contradicts.
type cellDiffers struct {
	Col             int
	Matrix, Chapter *int
	Where           string // what of the chapter states the other score
	At              model.At
}

// OwnTable reports whether a table's title names no other year, forum or summit
// than the report's. A report of which no year is known cannot tell.
func OwnTable(p *rule.Pass, m *model.Matrix) bool {
	reader := stages.NewReader(p)
	return len(reader.Years) == 0 || reader.Own(m.Title)
}

// RowDoubt is why a row that differs from its chapter is not held against
// either, "" where it is.
func RowDoubt(p *rule.Pass, m *model.Matrix, r *model.MatrixRow, c *model.Commitment) string {
	if p.DoubtsRow(r) {
		return rule.RowInDoubt
	}
	if rule.WarnedAt(p.Report, r.At) {
		return rule.TableInDoubt
	}
	if title := c.IssueArea + " " + c.Title; (r.ID == "" || c.ID == "") && (shareNoWord(r.Label, title) || likerRow(m, r, title)) {
		return otherName
	}
	return p.ChapterDoubt(c)
}

// RowFinding starts a finding on a row of a matrix.
func RowFinding(m *model.Matrix, r *model.MatrixRow) rule.Finding {
	f := rule.Finding{Commitment: r.Number, CommitmentID: r.ID, At: r.At}
	if len(f.At) == 0 {
		f.At = m.At
	}
	return f
}

// CompareRow gives the cells of a row that the chapter contradicts, how many it
// confirms, and how many it leaves to score-heading-table: there the chapter
// contradicts itself, and its heading agrees with the row.
func CompareRow(p *rule.Pass, m *model.Matrix, row int, c *model.Commitment) (differs []cellDiffers, same, left int) {
	r := &m.Rows[row]
	if len(r.Scores) != len(m.Members) {
		return nil, 0, 0
	}
	for col, code := range m.Members {
		if code == "" || tallies.ColumnOf(m, code) != col {
			continue
		}
		want, where, at, ok := chapterScore(p, c, code)
		if !ok {
			continue
		}
		got := r.Scores[col]
		switch {
		case got == nil && want == nil:
			same++
		case got == nil:
			// Only a printed 'n/a' contradicts a score; an empty cell may
			// not have been read.
			if t := rule.CellText(r, col); t != "" && reckon.ReadCell(nil, t, p.Vocabulary) == reckon.CellNotAssessed {
				differs = append(differs, cellDiffers{col, got, want, where, at})
			}
		case want == nil:
			differs = append(differs, cellDiffers{col, got, want, where, at})
		case *got == *want:
			same++
		case where == "table" && headingSays(c, code, *got) && p.Selected("score-heading-table"):
			left++
		default:
			differs = append(differs, cellDiffers{col, got, want, where, at})
		}
	}
	return differs, same, left
}

// headingSays reports whether the heading of the member's section has the score.
func headingSays(c *model.Commitment, member string, score int) bool {
	v := rule.VerdictOf(c, member)
	return v != nil && v.HeadingScore != nil && *v.HeadingScore == score
}

// chapterScore is what a chapter says of a member: its table's cell, or the
// heading's score where the chapter has no table. want is nil where the table
// prints that the member was not assessed.
func chapterScore(p *rule.Pass, c *model.Commitment, member string) (want *int, where string, at model.At, ok bool) {
	if s, found := rule.TableScore(c, member); found {
		if s.Score != nil {
			return s.Score, "table", s.At, true
		}
		stated := s.Text != "" && reckon.ReadCell(nil, s.Text, p.Vocabulary) == reckon.CellNotAssessed
		return nil, "table", s.At, stated
	}
	if c.Assessment != nil && len(c.Assessment.Scores) > 0 {
		return nil, "", nil, false
	}
	if v := rule.VerdictOf(c, member); v != nil && v.HeadingScore != nil {
		return v.HeadingScore, "heading", v.At, true
	}
	return nil, "", nil, false
}

// chapterDiffers gives the cells of a row that its chapter contradicts where
// matrix-chapter reports them cell by cell.
func chapterDiffers(p *rule.Pass, m *model.Matrix, row int) []cellDiffers {
	if !p.Selected("matrix-chapter") {
		return nil
	}
	if stage, ok := p.Vocabulary.Stage(m.Title); ok && p.Report.Report.Stage != "" && stage != p.Report.Report.Stage {
		return nil
	}
	if !OwnTable(p, m) {
		return nil
	}
	c := tallies.ChapterOfRow(p.Report, &m.Rows[row])
	if c == nil {
		return nil
	}
	differs, same, _ := CompareRow(p, m, row, c)
	if RowDoubt(p, m, &m.Rows[row], c) != "" || len(differs) > same || rule.Many(len(differs), same+len(differs)) || RowShifted(p, m, row, c) {
		return nil
	}
	return differs
}

// RowShifted reports whether the row is the chapter's scores one column to
// the side: at least four cells can be compared, all fit after the shift, and
// fewer than half fit in place.
func RowShifted(p *rule.Pass, m *model.Matrix, row int, c *model.Commitment) bool {
	r := &m.Rows[row]
	if len(r.Scores) != len(m.Members) {
		return false
	}
	fits := func(by int) (fit, all int) {
		for col := range m.Members {
			if col-by < 0 || col-by >= len(m.Members) || r.Scores[col] == nil {
				continue
			}
			want, _, _, ok := chapterScore(p, c, m.Members[col-by])
			if !ok || want == nil {
				continue
			}
			all++
			if *want == *r.Scores[col] {
				fit++
			}
		}
		return fit, all
	}
	here, _ := fits(0)
	for _, by := range []int{1, -1} {
		if fit, all := fits(by); all >= 4 && fit == all && here*2 < fit {
			return true
		}
	}
	return false
}

// RowText is a row as printed, as far as it was kept.
func RowText(m *model.Matrix, r *model.MatrixRow) string {
	text := r.Label
	for col := range r.Scores {
		cell := rule.CellText(r, col)
		if cell == "" {
			cell = CellLabel(r.Scores[col])
		}
		text += " " + cell
	}
	return text
}

// CellLabel writes a cell's score.
func CellLabel(s *int) string {
	if s == nil {
		return "n/a"
	}
	return reckon.SignedScore(*s)
}
