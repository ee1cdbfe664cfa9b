package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Document is a file as extract saw it: pages of positioned lines, before
// anybody asked what they mean.
type Document struct {
	Source   Source
	Pages    []Page
	Warnings []Warning // pages that failed, limits that were hit, glyphs without Unicode
}

// Source says which file was read and by what.
type Source struct {
	File     string `json:"file"`               // base name, never a path
	SHA256   string `json:"sha256"`             // of the bytes, lower-case hexadecimal
	Pages    int    `json:"pages"`              // pages of the file, read or not
	Producer string `json:"producer,omitempty"` // the file's own word, document information dictionary
	Created  string `json:"created,omitempty"`  // EDTF day from CreationDate
	Reader   string `json:"reader,omitempty"`   // which object reader read it
	// Sheet is the sheet of a workbook of which several are read, each as a table of its
	// own.
	Sheet string `json:"sheet,omitempty"`
	// Repairs says what had to be mended in the file to read it, one sentence
	// each; empty for a file that is sound.
	Repairs []string `json:"repairs,omitempty"`
	// CheckedBy are the object readers by which every page was read too, to see
	// whether they have the same words; warnings say where they have not.
	CheckedBy []string `json:"checked_by,omitempty"`
}

// Identity tells a source from all others: the sum of the file's bytes, or one made of
// that and the sheet's name where the file has several tables.
func (s Source) Identity() string {
	if s.Sheet == "" {
		return s.SHA256
	}
	sum := sha256.Sum256([]byte(s.SHA256 + " " + s.Sheet))
	return hex.EncodeToString(sum[:])
}

// Name is the file's name, with that of the sheet where it has several tables.
func (s Source) Name() string {
	if s.Sheet == "" {
		return s.File
	}
	return s.File + "#" + s.Sheet
}

// Page is one page's content, in reading order.
type Page struct {
	Number        int     // from 1
	Width, Height float64 // as displayed, in points
	Lines         []Line
	Rules         []Rule
	Unmapped      int // glyphs for which no Unicode value was found; they stand in the text as U+FFFD
	// Turned is by how many degrees the page was turned clockwise, beyond its
	// Rotate, to make most of its text upright: 0, 90, 180 or 270, nearly
	// always 0. Width, Height and all places are those of the turned page.
	Turned int
}

// Direction is the direction in which a line is read.
type Direction int

// The four directions, counter-clockwise. Up is the direction of table heads
// that were turned by a quarter to the left.
const (
	Rightward Direction = 0
	Up        Direction = 90
	Leftward  Direction = 180
	Down      Direction = 270
)

// Line is a row of runs on one baseline. A run that is raised or lowered (a
// footnote marker, an index) belongs to the line beside whose text it stands.
// Text that merely stands at the same height, such as the cells of a table's
// row, is one line too; its runs have a Gap between them.
type Line struct {
	Page     int // from 1
	Box      Box
	Baseline float64 // distance of the baseline from the page's top (for Up and Down: from its left edge)
	Size     float64 // font size of most of the line's glyphs
	Dir      Direction
	Runs     []Run // in reading order; never empty
	// Column is the column of text that the line stands in, in points from the
	// page's top left corner, where the page has several side by side; zero
	// for a line of a page, or part of a page, of one column.
	Column Box
}

// Run is a stretch of glyphs of one font, size and height within a line,
// without a wide gap inside it.
type Run struct {
	Text   string // Unicode, NFC as the document gives it; single spaces between words, none at the ends
	Font   string // base font name without the subset prefix
	Size   float64
	Bold   bool
	Italic bool
	// Rise is how far the run's baseline stands above its line's, in points;
	// negative when below. It comes from geometry, whatever operator moved
	// the text.
	Rise float64
	Box  Box
	// Space says that white space stands between the previous run of the
	// line and this one (always false for a line's first run). Without it
	// the two are glued together: a word and its marker, or a word half in
	// italics.
	Space bool
	// Gap is the clear distance from the previous run's end to this one's
	// start in points, along the reading direction; 0 for the first run. A
	// run is broken wherever the gap is wider than ordinary word spacing on
	// the line, so that table cells are runs of their own.
	Gap      float64
	Hidden   bool // drawn invisibly (text rendering mode 3), as a scanner's text layer is
	Artifact bool // marked by the producer as an artifact: running head, page number, watermark
}

// Text is the line's text: its runs joined, one space where white space
// stands between them.
func (l Line) Text() string {
	if len(l.Runs) == 1 { // as most lines have
		return l.Runs[0].Text
	}
	length := 0
	for i := range l.Runs {
		length += len(l.Runs[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(length)
	for i := range l.Runs {
		if i > 0 && l.Runs[i].Space {
			b.WriteByte(' ')
		}
		b.WriteString(l.Runs[i].Text)
	}
	return b.String()
}

// Rule is a ruled line: a stroked horizontal or vertical line, one edge of a
// stroked rectangle, or a filled rectangle so thin that it is seen as a line.
// Its box has no negative extent; Width or Height may be 0.
type Rule struct {
	Box Box
}

// Horizontal reports whether the rule runs from left to right rather than
// from top to bottom.
func (r Rule) Horizontal() bool { return r.Box.Width() >= r.Box.Height() }
