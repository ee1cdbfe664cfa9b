package across

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Slim is what of a report is held against others: what it says of itself, the
// scores and words of its commitments, what their rows say of year and forum, and its
// summary tables, and of the members' sections the scores and what tells whether an action is
// another one (actions.go). Many reports are kept in memory so. words is nil for the built-in
// vocabulary.
func Slim(r *model.Report, words *vocabulary.Vocabulary) *model.Report {
	words = orDefault(words)
	out := &model.Report{Schema: r.Schema, Source: r.Source, Report: r.Report, CommitmentsList: r.CommitmentsList, Matrices: r.Matrices}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		var columns []model.NamedValue
		for _, v := range c.Columns {
			if words.HasHead(v.Name, vocabulary.HeadYear, vocabulary.HeadForum, vocabulary.HeadInstitution) {
				columns = append(columns, v)
			}
		}
		var verdicts []model.Verdict
		for k := range c.Verdicts {
			v := &c.Verdicts[k]
			verdicts = append(verdicts, model.Verdict{Member: v.Member, Name: v.Name, HeadingScore: v.HeadingScore, ConcludingScore: v.ConcludingScore, Actions: slimActions(v, words)})
		}
		out.Commitments = append(out.Commitments, model.Commitment{
			Columns: columns,
			Number:  c.Number, ID: c.ID, IssueArea: c.IssueArea, Title: c.Title, Text: c.Text, Row: c.Row, SheetRow: c.SheetRow, At: c.At, Assessment: c.Assessment, Verdicts: verdicts,
		})
	}
	return out
}
