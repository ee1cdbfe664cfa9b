// Package extract reads a PDF file and gives its pages as positioned lines of
// text and ruled lines: what stands where, in which type, and nothing about
// what it means.
//
// # Contract
//
// Whatever bytes come in, Read returns a document or an error, in bounded
// time and memory, and never panics out. Every loop over the file's bytes,
// every allocation that the file sizes and every recursion has a bound: those
// of object.Limits, which the caller may set, and constants beside the code
// that they bound. A page that fails, or a limit that is hit, is a warning of
// the document with its page number; what was read before it is there. One
// recover boundary per page stands behind this, for defects of our own.
//
// The same bytes give the same document, whatever the number of goroutines.
// Nothing that is shown on a page is dropped in silence: glyphs that have no
// Unicode value stand as U+FFFD and are counted, glyphs beyond the page's
// edge are counted. What is not shown is not read: text that is invisible,
// transparent, covered, clipped away, in its ground's colour or too small is
// left out, with a warning that says where; most of a page's text being so is
// a layer of recognised text, which is read, with a warning.
//
// # How it works
//
// An object reader (package object and below) gives objects and streams. The
// page tree is walked once. For each page an interpreter of our own runs the
// content streams and notes letters, in rows that one operator showed, and
// strokes; then lines are made of the rows by geometry alone, and ruled lines
// of the strokes. Fonts are loaded once per file.
//
// This package has the file, its pages and what there is to say of them. The
// rest stands in rooms below extract/internal, of which each knows only those
// before it: fonts (typeface), letters and lines as data (mark), what is drawn
// (content), and lines of text (arrange), which knows of the page what mark has
// and nothing else. Tests that read a page made up from its operators go through all
// rooms and stand here; tests of one room's own parts stand there.
//
// # What it does not do
//
// Text that is drawn by a pattern or inside a Type 3 glyph is not
// read. Pictures of text are pictures. What a glyph's shape is like is not
// looked at; patterns and pictures with a mask of their own cover nothing.
package extract
