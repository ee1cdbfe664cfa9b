// Package chapter cuts the blocks into chapters and reads each: heading,
// serial, promise, sections of members with actions and conclusions.
package chapter

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/front"
	"recount.invalid/recount/parse/internal/paragraph"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*front.Reader

	Chapters []*Chapter
	// signed says that the members' sections end with names in brackets.
	signed bool
	// under are the forms of the lines that go on with the members' headings.
	under map[string]bool
	// frames counts the members' sections that end with a score in the same
	// words.
	frames map[string]int
	// promiseBlocks are the blocks of the promise of the chapter that is
	// being read.
	promiseBlocks []*paragraph.Block
}

// New begins this part of the reading on what the parts before it found.
func New(r *front.Reader) *Reader { return &Reader{Reader: r} }

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
