package output

import (
	"io"
	"reflect"

	"recount.invalid/recount/model"
)

// ReportJSON writes what parse understood as the contract's JSON object:
// indented for a single report, one line for one of several.
func ReportJSON(w io.Writer, r *model.Report, indented bool) error {
	return writeJSON(w, reflect.ValueOf(*r), indented, true)
}
