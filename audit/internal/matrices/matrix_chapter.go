package matrices

import (
	"fmt"

	"recount.invalid/recount/audit/internal/matrix"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "matrix-chapter",
	Severity: rule.Error,
	Title:    "the summary table and a chapter disagree",
	Checks:   "Each score of a summary table is compared with the score in the chapter's own table, or in the member's heading where the chapter has no table. Rows and chapters are joined by serial where both have one (with or without its year), otherwise by number.",
	Why:      "Data sets are built from the summary, arguments from the chapters. Where the two differ, one of them is wrong in public.",
	Example:  "The summary gives 0 for a member that the chapter's table gives +1: a finding. Near miss: a blank cell beside a score is undecided, since the cell may not have been read.",
	Convention: "A row and a chapter that are joined by number only and whose names share no word, or fewer than another row's name does, are not compared. A summary of another stage, year or summit than the report (the interim scores reprinted in a final report) is not compared. " +
		"Where many members of a row differ (three or more, and over a quarter), the row and the chapter are not taken for the same commitment. Where the member's heading agrees with the summary and the chapter's table with neither, the one finding is score-heading-table.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		for i := range p.Report.Matrices {
			matrixChapter(p, &p.Report.Matrices[i])
		}
	},
})

func matrixChapter(p *rule.Pass, m *model.Matrix) {
	if len(p.Report.Commitments) == 0 {
		return
	}
	if stage, ok := p.Vocabulary.Stage(m.Title); ok && p.Report.Report.Stage != "" && stage != p.Report.Report.Stage {
		p.Undecided(len(m.Rows), "the summary table is of another stage than the report")
		return
	}
	if !matrix.OwnTable(p, m) {
		p.Undecided(len(m.Rows), "the summary table is of another year or summit than the report")
		return
	}
	for i := range m.Rows {
		r := &m.Rows[i]
		c := tallies.ChapterOfRow(p.Report, r)
		if c == nil {
			p.Undecided(1, "no chapter was found that belongs to the row")
			continue
		}
		differs, same, left := matrix.CompareRow(p, m, i, c)
		p.Undecided(left, "the member's heading agrees with the summary, and the chapter's table with neither (score-heading-table)")
		if len(differs) == 0 {
			p.Checked(same)
			continue
		}
		if doubt := matrix.RowDoubt(p, m, r, c); doubt != "" {
			p.Checked(same)
			p.Undecided(len(differs), doubt)
			continue
		}
		if matrix.RowShifted(p, m, i, c) {
			p.Checked(same + len(differs))
			f := matrix.RowFinding(m, r)
			f.Message = fmt.Sprintf("The scores of %s in %s are those of the chapter, but one column off.", tallies.RowLabel(r, i), tallies.MatrixTitle(m))
			f.Stated, f.Computed = matrix.RowText(m, r), "the chapter's scores, one column to the side"
			f.Explanations = []string{"a shift by one column"}
			f.Quote, f.At = f.Stated, r.At
			p.Found(f)
			continue
		}
		if len(differs) > same || rule.Many(len(differs), same+len(differs)) {
			p.Undecided(len(differs)+same, "many scores of the row differ from the chapter's: they may not be the same commitment")
			continue
		}
		p.Checked(same + len(differs))
		for _, d := range differs {
			f := matrix.RowFinding(m, r)
			f.Member = tallies.MemberAt(m, d.Col)
			name := tallies.ColumnLabel(m, d.Col, p.Vocabulary)
			f.Stated = matrix.CellLabel(d.Matrix)
			f.Computed = fmt.Sprintf("%s (%s of %s)", matrix.CellLabel(d.Chapter), d.Where, rule.CommitmentLabel(c))
			f.Message = fmt.Sprintf("%s gives %s %s for %s; the %s of the chapter gives %s.",
				reckon.Capital(tallies.MatrixTitle(m)), name, f.Stated, tallies.RowLabel(r, i), d.Where, matrix.CellLabel(d.Chapter))
			f.Quote = matrix.RowText(m, r)
			f.At = append(append(model.At{}, r.At...), d.At...)
			p.Found(f)
		}
	}
}
