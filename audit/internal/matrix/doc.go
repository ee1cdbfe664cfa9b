// Package matrix compares every average of a summary table with its scores and looks for
// the one slip that explains several at once: averages printed a place too far, a cell with
// another score than its chapter's, a row one column to the side. The rules on summary
// tables share its view, so that they agree on which of them reports what.
package matrix
