// Package witness holds what the document says of itself (contents, list,
// matrix, members, sequence of notes, dates, titles of tables) against what was read. Each
// disagreement is a doubt.
package witness

import (
	"recount.invalid/recount/parse/internal/chapter"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*chapter.Reader
}

// New begins this part of the reading on what the parts before it found.
func New(r *chapter.Reader) *Reader { return &Reader{Reader: r} }
