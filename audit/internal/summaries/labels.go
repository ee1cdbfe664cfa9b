package summaries

import (
	"fmt"
	"slices"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// sizeDoubt says that a summary counts another number of rows than the table
// has: it is then of other rows.
func sizeDoubt(p *rule.Pass, s *model.Summary, rows []int) string {
	if s.Count == 0 || slices.Contains(sizesOf(p, rows), s.Count) {
		return ""
	}
	return "the label counts another number of rows than there are (count-stated)"
}

// sizesOf are the numbers that "N=" may mean: the rows, and those of them that
// have a score.
func sizesOf(p *rule.Pass, rows []int) []int {
	scored := 0
	for _, i := range rows {
		if a := p.Report.Commitments[i].Assessment; a != nil && len(reckon.TallyScores(a.Scores, p.Vocabulary).Scores) > 0 {
			scored++
		}
	}
	return []int{len(rows), scored}
}

// LabelCounts compares "N = 36" in the labels of summary rows with the rows.
func LabelCounts(p *rule.Pass) {
	for i := range p.Report.Summaries {
		s := &p.Report.Summaries[i]
		if s.Count == 0 {
			continue
		}
		rows := summedRows(p, s)
		sizes := sizesOf(p, rows)
		if len(rows) == 0 {
			p.Undecided(1, "no rows with scores were found that a label counts")
			continue
		}
		p.Checked(1)
		if slices.Contains(sizes, s.Count) {
			continue
		}
		f := rule.Finding{Row: s.Row, SheetRow: s.SheetRow, Stated: fmt.Sprintf("N=%d", s.Count), Computed: reckon.Plural(sizes[0], "row")}
		f.Message = fmt.Sprintf("“%s” is said to have %d commitments; %s, %d of them with a score.", s.Label, s.Count, countedRows(sizes[0]), sizes[1])
		p.Found(f)
	}
}

func countedRows(n int) string {
	if n == 1 {
		return "1 row was counted"
	}
	return fmt.Sprintf("%d rows were counted", n)
}
