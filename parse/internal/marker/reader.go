// Package marker tells the markers of notes from other raised figures and
// turns pieces of lines into text with its references.
package marker

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/margin"
	"recount.invalid/recount/parse/internal/sheet"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*margin.Reader

	// Marked are the raised figures of the pages before, while the tables are
	// found.
	Marked map[int]bool
	// Exponents are the raised figures that are no markers.
	Exponents map[Place]bool
	// NoteNumbers counts the notes of each number, the evidence by which a
	// raised figure is a marker.
	NoteNumbers map[int]int
	// glued are the raised figures that are several markers.
	glued map[Place][]int
	// Flat are the markers of a document that does not raise them.
	Flat map[*sheet.Line][]sheet.FlatMark
}

// New begins this part of the reading on what the parts before it found.
func New(r *margin.Reader) *Reader { return &Reader{Reader: r, NoteNumbers: map[int]int{}} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
