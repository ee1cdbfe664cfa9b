// Package paragraph cuts the pages' bodies into blocks (paragraphs, headings,
// tables), across pages, and says what kind of heading a block is.
package paragraph

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/footnote"
	"recount.invalid/recount/parse/internal/sheet"
)

// Reader is the state of this part of the reading, on top of what the parts
// before it found.
type Reader struct {
	*footnote.Reader

	// lead is the document's usual distance between the baselines of a
	// paragraph, as a ratio of the size; 0 where too few lines show it.
	lead float64
	// push is how much lower a line stands in which letters are raised, as a
	// ratio of the size; 0 where the document keeps its leading.
	push float64
	// space is the document's own distance between the baselines of two
	// paragraphs, as a ratio of the size; 0 where it is not told from lead.
	space float64
	// habits are how each page tells its paragraphs apart, openers counts the
	// words with which they begin.
	habits  map[*sheet.Page]habit
	openers map[string]int
	Blocks  []*Block
	// openings are how many sections' openings inside the pages stand alone, and how
	// many go on; nil is not yet counted.
	openings *[2]int
	// fullest is the space below the text of the fullest pages with notes and without.
	fullest map[bool]float64
	// flush is whether the text is set flush with both margins; nil is not yet asked.
	flush *bool
	// heads are the lines that head a member's section.
	heads map[*sheet.Line]*memberClaim
	// Unnumbered are the texts of headings without the numbers of their
	// sections.
	Unnumbered map[*Block]string
}

// New begins this part of the reading on what the parts before it found.
func New(r *footnote.Reader) *Reader {
	return &Reader{Reader: r, heads: map[*sheet.Line]*memberClaim{}}
}

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Reader = r.Reader.Into(rep)
	return &own
}
