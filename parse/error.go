package parse

import (
	"errors"
	"fmt"

	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/sheet"
)

// ErrNoText is returned for a document in which no page has text: a scan
// without a text layer, or pages of pictures.
var ErrNoText = sheet.ErrNoText

// ErrNotReport is returned for a document with text in which nothing of a
// compliance report was found: no scores of members, no summary table, no
// chapter in the parts of one and no title that names a forum and its
// compliance. It is wrapped in a *NotReportError, which says what was found.
var ErrNotReport = front.ErrNotReport

// NotReportError says why a document is not taken for a compliance report. It
// wraps ErrNotReport.
type NotReportError = front.NotReportError

// ErrInternal is within the error of a stage that met what it cannot deal
// with: a fault of this program, not of the document.
var ErrInternal = errors.New("the program failed on this document; report it to the makers")

// StageError says in which stage reading failed.
type StageError struct {
	Stage string
	Err   error
}

func (e *StageError) Error() string { return fmt.Sprintf("%s: %v", e.Stage, e.Err) }

// Unwrap gives the reason.
func (e *StageError) Unwrap() error { return e.Err }
