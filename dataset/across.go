package dataset

import (
	"slices"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// AcrossRows makes the rows of what was found in holding a report against others.
// report is what across.Slim leaves of it, result has the rules about several files
// alone. The ids are those of RowsOf.
func AcrossRows(report *model.Report, result *audit.Result, words *vocabulary.Vocabulary) []TableRow {
	return slices.DeleteFunc(RowsOf(report, result, words), func(r TableRow) bool { return r.Table != tableFindings })
}
