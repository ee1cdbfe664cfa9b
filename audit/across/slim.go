package across

import (
	"strconv"

	"recount.invalid/recount/model"
)

// Slim is what of a report is held against others: what it says of itself, the
// scores and words of its commitments and its summary tables. Many reports are
// kept in memory so.
func Slim(r *model.Report) *model.Report {
	out := &model.Report{Schema: r.Schema, Source: r.Source, Report: r.Report, CommitmentsList: r.CommitmentsList, Matrices: r.Matrices}
	for i := range r.Commitments {
		c := &r.Commitments[i]
		var columns []model.NamedValue
		if y := RowYear(c); y > 0 {
			columns = []model.NamedValue{{Name: "year", Value: strconv.Itoa(y)}}
		}
		out.Commitments = append(out.Commitments, model.Commitment{
			Columns: columns,
			Number:  c.Number, ID: c.ID, IssueArea: c.IssueArea, Title: c.Title, Text: c.Text, Row: c.Row, SheetRow: c.SheetRow, At: c.At, Assessment: c.Assessment,
		})
	}
	return out
}
