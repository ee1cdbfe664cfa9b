// Package front reads what stands before the chapters: cover, contents,
// the list of commitments, summary tables, and judges whether the document is
// a report.
package front

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/scoring"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*scoring.Reader

	// Contents are the entries of the table of Contents, inContents their
	// keys.
	Contents   []ContentsEntry
	InContents map[string]bool
	Front      []*paragraph.Block
}

// New begins this part of the reading on what the parts before it found.
func New(r *scoring.Reader) *Reader { return &Reader{Reader: r} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
