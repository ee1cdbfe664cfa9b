// Package grid finds tables, ruled and open, by geometry: rows, columns,
// cells, heads. What a table says is read by package scoring.
package grid

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/sheet"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*marker.Reader

	// tail is the open table that ended the page before, while the tables
	// are found.
	tail *sheet.Table
}

// New begins this part of the reading on what the parts before it found.
func New(r *marker.Reader) *Reader { return &Reader{Reader: r} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
