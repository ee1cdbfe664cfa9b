package scores

import (
	"slices"

	"recount.invalid/recount/audit/internal/conventions"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/tallies"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A dash in a printed table stands for 'not assessed' where something else says so: an
// average that holds without it, of its row or its column, or of another one of the table in
// which the same dash stands; or the other table of the same commitment, which has no score
// for the member. A score beside it that was printed wrong breaks only one of these.

// dashesOf are the signs that stand for 'not assessed' in a summary table by the averages of
// its rows and columns.
func dashesOf(p *rule.Pass, m *model.Matrix) map[string]bool {
	known := map[string]bool{}
	for i := range m.Rows {
		r := &m.Rows[i]
		for col := range r.Scores {
			text := rule.CellText(r, col)
			if known[text] || r.Scores[col] != nil || !isDash(text) {
				continue
			}
			known[text] = r.Average != nil && averageFits(*r.Average, tallies.OfRow(m, i, p.Vocabulary)) || columnFits(p, m, col)
		}
	}
	return known
}

// isValue reports whether the average of a row fits a score in the place of its dashes and not
// that they are none.
func isValue(p *rule.Pass, m *model.Matrix, row int) bool {
	a := m.Rows[row].Average
	t := tallies.OfRow(m, row, p.Vocabulary)
	if a == nil || t.Illegible > mostImplied || averageFits(*a, t) {
		return false
	}
	f := tallies.StatedMean(p, *a)
	if f == (reckon.Figure{}) {
		return false
	}
	fit, _ := readings(conventions.Ways(p)[0], f, t)
	return len(fit) > 0
}

// columnFits reports whether the average of a member's column holds for the scores that can
// be read.
func columnFits(p *rule.Pass, m *model.Matrix, col int) bool {
	code := tallies.MemberAt(m, col)
	at := slices.IndexFunc(m.ColumnAverages, func(a model.ColumnAverage) bool { return code != "" && a.Member == code })
	return at >= 0 && averageFits(model.Average{Value: m.ColumnAverages[at].Value, Percent: m.ColumnAverages[at].Percent}, tallies.OfColumn(m, col, p.Vocabulary))
}

// unscoredInChapter reports whether the chapter of a row has a table and no score for a member
// in it.
func unscoredInChapter(p *rule.Pass, r *model.MatrixRow, member string) bool {
	c := tallies.ChapterOfRow(p.Report, r)
	return c != nil && c.Assessment != nil && member != "" && unscored(p, c.Assessment, member)
}

// unscored reports whether a table of a chapter has no score for a member, and says so, or
// leaves it out.
func unscored(p *rule.Pass, a *model.Assessment, member string) bool {
	if len(a.Scores) < 2 {
		return false
	}
	at := slices.IndexFunc(a.Scores, func(s model.Score) bool { return s.Member == member })
	return at < 0 || reckon.ReadCell(a.Scores[at].Score, a.Scores[at].Text, p.Vocabulary) == reckon.CellNotAssessed
}

// unscoredInMatrix reports whether a summary table says of a member that it was not assessed
// on the commitment of a chapter.
func unscoredInMatrix(p *rule.Pass, c *model.Commitment, member string) bool {
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		col := slices.Index(m.Members, member)
		for k := range m.Rows {
			r := &m.Rows[k]
			if col >= 0 && col < len(r.Scores) && tallies.ChapterOfRow(p.Report, r) == c && rule.CellText(r, col) != "" &&
				reckon.ReadCell(r.Scores[col], rule.CellText(r, col), p.Vocabulary) == reckon.CellNotAssessed {
				return true
			}
		}
	}
	return false
}
