package dataset

import (
	"path"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// waive fills the column `waived` of a finding from what the makers of the data
// set accept. They are asked when the data set is made and not when a report is
// read, so that another waiver needs no other reading.
func (w *Writer) waive(r TableRow) {
	if r.Table != tableFindings {
		return
	}
	row := rowReader{&findingsTable.Table, r.Row}
	f := audit.Finding{
		Rule: row.text("rule"), Severity: audit.Severity(row.text("severity")), Member: row.text("member"), Footnote: row.int("footnote"), Row: row.int("row"),
	}
	if f.Severity == severityUndecided {
		return
	}
	if page := row.int("page"); page > 0 {
		for p := page; p <= max(page, row.int("last_page")); p++ {
			f.At = append(f.At, model.Place{Page: p})
		}
	}
	if c := w.seen.byID[row.text("commitment_id")]; c != nil {
		f.Commitment, f.CommitmentID = c.number, c.serial
	}
	var reasons []string
	for _, waiver := range w.options.Description.Waivers {
		if waiver.Matches(path.Base(row.text("file")), f) {
			reasons = append(reasons, waiver.Reason)
		}
	}
	r.Row[findingsTable.Column("waived")] = text(strings.Join(reasons, " | "))
}
