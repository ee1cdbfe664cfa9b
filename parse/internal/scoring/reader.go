// Package scoring reads tables of scores: assessments, matrices, rankings,
// rubrics with their levels.
package scoring

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/paragraph"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*paragraph.Reader
}

// New begins this part of the reading on what the parts before it found.
func New(r *paragraph.Reader) *Reader { return &Reader{Reader: r} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
