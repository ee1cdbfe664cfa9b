package audit

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = register(Rule{
	ID:       "matrix-chapter",
	Severity: Error,
	Title:    "the summary table and a chapter disagree",
	Checks:   "Each score of a summary table is compared with the score in the chapter's own table, or in the member's heading where the chapter has no table. Rows and chapters are joined by serial where both have one (with or without its year), otherwise by number.",
	Why:      "Data sets are built from the summary, arguments from the chapters. Where the two differ, one of them is wrong in public.",
	Example:  "The summary gives 0 for a member that the chapter's table gives +1: a finding. A blank cell beside a score is undecided, since the cell may not have been read.",
	Convention: "A row and a chapter that are joined by number only and whose names share no word, or fewer than another row's name does, are not compared. A summary of another stage, year or summit than the report (the interim scores reprinted in a final report) is not compared. " +
		"Where many members of a row differ (three or more, and over a quarter), the row and the chapter are not taken for the same commitment. Where the member's heading agrees with the summary and the chapter's table with neither, the one finding is score-heading-table.",
	Since: "0.1.0",
	Run: func(p *Pass) {
		for i := range p.Report.Matrices {
			p.matrixChapter(&p.Report.Matrices[i])
		}
	},
})

// cellDiffers is a cell that the chapter contradicts.
type cellDiffers struct {
	col             int
	matrix, chapter *int
	where           string // what of the chapter states the other score
	at              model.At
}

func (p *Pass) matrixChapter(m *model.Matrix) {
	if len(p.Report.Commitments) == 0 {
		return
	}
	if stage, ok := p.Vocabulary.Stage(m.Title); ok && p.Report.Report.Stage != "" && stage != p.Report.Report.Stage {
		p.Undecided(len(m.Rows), "the summary table is of another stage than the report")
		return
	}
	if !p.ownTable(m) {
		p.Undecided(len(m.Rows), "the summary table is of another year or summit than the report")
		return
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		c := chapterOfRow(p.Report, r)
		if c == nil {
			p.Undecided(1, "no chapter was found that belongs to the row")
			continue
		}
		differs, same, left := compareRow(p, m, i, c)
		p.Undecided(left, "the member's heading agrees with the summary, and the chapter's table with neither (score-heading-table)")
		if len(differs) == 0 {
			p.Checked(same)
			continue
		}
		if doubt := p.rowDoubt(m, r, c); doubt != "" {
			p.Checked(same)
			p.Undecided(len(differs), doubt)
			continue
		}
		if rowShifted(p, m, i, c) {
			p.Checked(same + len(differs))
			f := rowFinding(m, r)
			f.Message = fmt.Sprintf("The scores of %s in %s are those of the chapter, but one column off.", rowLabel(r, i), matrixTitle(m))
			f.Stated, f.Computed = rowText(m, r), "the chapter's scores, one column to the side"
			f.Explanations = []string{"a shift by one column"}
			f.Quote, f.At = f.Stated, r.At
			p.Found(f)
			continue
		}
		if len(differs) > same || many(len(differs), same+len(differs)) {
			p.Undecided(len(differs)+same, "many scores of the row differ from the chapter's: they may not be the same commitment")
			continue
		}
		p.Checked(same + len(differs))
		for _, d := range differs {
			f := rowFinding(m, r)
			f.Member = memberAt(m, d.col)
			name := columnLabel(m, d.col, p.Vocabulary)
			f.Stated = cellLabel(d.matrix)
			f.Computed = fmt.Sprintf("%s (%s of %s)", cellLabel(d.chapter), d.where, commitmentLabel(c))
			f.Message = fmt.Sprintf("%s gives %s %s for %s; the %s of the chapter gives %s.",
				reckon.Capital(matrixTitle(m)), name, f.Stated, rowLabel(r, i), d.where, cellLabel(d.chapter))
			f.Quote = rowText(m, r)
			f.At = append(append(model.At{}, r.At...), d.at...)
			p.Found(f)
		}
	}
}

// ownTable reports whether a table's title names no other year, forum or summit
// than the report's. A report of which no year is known cannot tell.
func (p *Pass) ownTable(m *model.Matrix) bool {
	reader := newProseReader(p)
	return len(reader.Years) == 0 || reader.Own(m.Title)
}

// rowDoubt is why a row that differs from its chapter is not held against
// either, "" where it is.
func (p *Pass) rowDoubt(m *model.Matrix, r *model.MatrixRow, c *model.Commitment) string {
	if p.doubtsRow(r) {
		return rowInDoubt
	}
	if warnedAt(p.Report, r.At) {
		return tableInDoubt
	}
	if title := c.IssueArea + " " + c.Title; (r.ID == "" || c.ID == "") && (shareNoWord(r.Label, title) || likerRow(m, r, title)) {
		return otherName
	}
	return p.chapterDoubt(c)
}

// likerRow reports whether another row of the matrix has more words of a title
// than a row: where a chapter is missing, those behind it are counted one short.
func likerRow(m *model.Matrix, r *model.MatrixRow, title string) bool {
	words := nameStems(title)
	shared := func(label string) (n int) {
		for s := range nameStems(label) {
			if words[s] {
				n++
			}
		}
		return n
	}
	own := shared(r.Label)
	for i := range m.Rows {
		if other := &m.Rows[i]; other != r && shared(other.Label) > own {
			return true
		}
	}
	return false
}

// rowFinding starts a finding on a row of a matrix.
func rowFinding(m *model.Matrix, r *model.MatrixRow) Finding {
	f := Finding{Commitment: r.Number, CommitmentID: r.ID, At: r.At}
	if len(f.At) == 0 {
		f.At = m.At
	}
	return f
}

// chapterOfRow joins a row with its chapter: by serial where both have one,
// by number otherwise. Two serials that differ are two commitments, whatever
// their numbers.
func chapterOfRow(rep *model.Report, r *model.MatrixRow) *model.Commitment {
	var byNumber *model.Commitment
	for i := range rep.Commitments {
		c := &rep.Commitments[i]
		if r.ID != "" && c.ID != "" {
			if sameSerial(r.ID, c.ID) {
				return c
			}
			continue
		}
		if r.Number > 0 && c.Number == r.Number && byNumber == nil {
			byNumber = c
		}
	}
	return byNumber
}

// sameSerial reports whether two serials name one commitment: they are equal,
// or one has only the number that the other has behind its year (72, 2008-72).
func sameSerial(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && !strings.Contains(a, "-") && strings.HasSuffix(b, "-"+a)
}

// compareRow gives the cells of a row that the chapter contradicts, how many it
// confirms, and how many it leaves to score-heading-table: there the chapter
// contradicts itself, and its heading agrees with the row.
func compareRow(p *Pass, m *model.Matrix, row int, c *model.Commitment) (differs []cellDiffers, same, left int) {
	r := &m.Rows[row]
	if len(r.Scores) != len(m.Members) {
		return nil, 0, 0
	}
	for col, code := range m.Members {
		if code == "" || columnOf(m, code) != col {
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
			if t := cellText(r, col); t != "" && reckon.ReadCell(nil, t, p.Vocabulary) == reckon.CellNotAssessed {
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
	v := verdictOf(c, member)
	return v != nil && v.HeadingScore != nil && *v.HeadingScore == score
}

// chapterScore is what a chapter says of a member: its table's cell, or the
// heading's score where the chapter has no table. want is nil where the table
// prints that the member was not assessed.
func chapterScore(p *Pass, c *model.Commitment, member string) (want *int, where string, at model.At, ok bool) {
	if s, found := tableScore(c, member); found {
		if s.Score != nil {
			return s.Score, "table", s.At, true
		}
		stated := s.Text != "" && reckon.ReadCell(nil, s.Text, p.Vocabulary) == reckon.CellNotAssessed
		return nil, "table", s.At, stated
	}
	if c.Assessment != nil && len(c.Assessment.Scores) > 0 {
		return nil, "", nil, false
	}
	if v := verdictOf(c, member); v != nil && v.HeadingScore != nil {
		return v.HeadingScore, "heading", v.At, true
	}
	return nil, "", nil, false
}

// chapterDiffers gives the cells of a row that its chapter contradicts where
// matrix-chapter reports them cell by cell.
func chapterDiffers(p *Pass, m *model.Matrix, row int) []cellDiffers {
	if !p.Selected("matrix-chapter") {
		return nil
	}
	if stage, ok := p.Vocabulary.Stage(m.Title); ok && p.Report.Report.Stage != "" && stage != p.Report.Report.Stage {
		return nil
	}
	if !p.ownTable(m) {
		return nil
	}
	c := chapterOfRow(p.Report, &m.Rows[row])
	if c == nil {
		return nil
	}
	differs, same, _ := compareRow(p, m, row, c)
	if p.rowDoubt(m, &m.Rows[row], c) != "" || len(differs) > same || many(len(differs), same+len(differs)) || rowShifted(p, m, row, c) {
		return nil
	}
	return differs
}

// rowShifted reports whether the row is the chapter's scores one column to
// the side: at least four cells can be compared, all fit after the shift, and
// fewer than half fit in place.
func rowShifted(p *Pass, m *model.Matrix, row int, c *model.Commitment) bool {
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

// rowText is a row as printed, as far as it was kept.
func rowText(m *model.Matrix, r *model.MatrixRow) string {
	text := r.Label
	for col := range r.Scores {
		cell := cellText(r, col)
		if cell == "" {
			cell = cellLabel(r.Scores[col])
		}
		text += " " + cell
	}
	return text
}

// cellLabel writes a cell's score.
func cellLabel(s *int) string {
	if s == nil {
		return "n/a"
	}
	return reckon.SignedScore(*s)
}
