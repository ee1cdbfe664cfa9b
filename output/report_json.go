package output

import (
	"io"

	"recount.invalid/recount/model"
)

// ReportJSON writes what parse understood as the contract's JSON object:
// indented for a single report, one line for one of several.
func ReportJSON(w io.Writer, r *model.Report, indented bool) error {
	return WriteJSON(w, withEmptyLists(*r), indented)
}
