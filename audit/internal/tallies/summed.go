package tallies

import (
	"fmt"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A published table has rows below those of scores that sum these up, all of them or those
// of a section or of a block.

// AllRows are the rows of the whole table.
func AllRows(p *rule.Pass) []int {
	rows := make([]int, len(p.Report.Commitments))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// SectionRows are the rows of a summary's section; without one, those of none.
func SectionRows(p *rule.Pass, s *model.Summary) []int {
	var rows []int
	for i := range p.Report.Commitments {
		if p.Report.Commitments[i].IssueArea == s.Section {
			rows = append(rows, i)
		}
	}
	return rows
}

// BlockAbove are the rows between a summary and the one before it: a table without
// sections may have averages in its middle. Of summaries directly below each other, as
// of averages and their percentages, each is of the rows above them all.
func BlockAbove(p *rule.Pass, s *model.Summary) []int {
	last := 0 // the last row of scores above
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; row < s.Row {
			last = max(last, row)
		}
	}
	from := 0
	for i := range p.Report.Summaries {
		if row := p.Report.Summaries[i].Row; row < last {
			from = max(from, row)
		}
	}
	var rows []int
	for i := range p.Report.Commitments {
		if row := p.Report.Commitments[i].Row; from < row && row <= last {
			rows = append(rows, i)
		}
	}
	return rows
}

// OfMember counts the scores of one member in some rows; scores gives those of a row.
func OfMember(p *rule.Pass, rows []int, member string, scores func(p *rule.Pass, row int) []model.Score) reckon.Tally {
	t := reckon.Tally{Noun: "commitment"}
	for _, i := range rows {
		c := &p.Report.Commitments[i]
		for _, s := range scores(p, i) {
			if s.Member == member {
				t.Add(fmt.Sprint("row ", i), rule.CommitmentLabel(c), s.Score, s.Text, p.Vocabulary)
				break
			}
		}
	}
	return t
}

// RowScores are the scores of a row; none where it has no table.
func RowScores(p *rule.Pass, row int) []model.Score {
	if a := p.Report.Commitments[row].Assessment; a != nil {
		return a.Scores
	}
	return nil
}
