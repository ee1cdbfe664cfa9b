// Package footnote settles how a document marks its notes, takes the notes
// from the pages' feet and from lists, and joins markers and notes.
package footnote

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/grid"
	"recount.invalid/recount/parse/internal/sheet"
	"recount.invalid/recount/vocabulary"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*grid.Reader

	Notes []*Note
	// noteVocab is the vocabulary with the words of the document's own notes.
	noteVocab *vocabulary.Vocabulary
	// signNotes are those that are marked by a sign instead of a number.
	signNotes []*SignNote
	// marks counts the raised figures in the body, by number.
	marks map[int]int
	// listed are the lines with which the notes of a plain list begin, with
	// their numbers.
	listed map[*sheet.Line]int
	// columnNotes are the lines of notes that stand in columns, with the numbers of
	// those with which a note begins.
	columnNotes map[*sheet.Line]int
	// RaisedNotes says that notes begin with raised figures throughout.
	RaisedNotes bool
	// markedOn are the figures on each page that can be markers, where it
	// does not.
	markedOn map[int]map[int]bool
	// gluedMarks are the figures that can be markers in a document that raises
	// none.
	gluedMarks map[int]bool
}

// New begins this part of the reading on what the parts before it found.
func New(r *grid.Reader) *Reader { return &Reader{Reader: r} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
