package footnote

import (
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/sheet"
)

// minMarkers is how many different markers show that a document has notes.
const minMarkers = 3

// minCounted is how many figures in a row must count up without a gap before
// they show that a document has notes, where they are not raised.
const minCounted = 5

// WarnNotesMissing says that the text has markers and that no notes were
// recognised: raised figures, others that are glued to words or stand in
// brackets and count up, or a heading of notes with nothing read below it.
//
// Where a note or two were recognised, figures that count up in brackets say that
// they are not all: notes that run on from each other in one paragraph, as some
// programs set them, may have been read as one.
func (r *Reader) WarnNotesMissing() {
	switch {
	case len(r.Notes) >= minMarkers:
	case len(r.Notes) > 0:
		if r.countsBracketed() {
			r.Warn("notes-missing", "figures in brackets count up as footnote markers do, but hardly any notes were recognised", model.At{})
		}
	case len(r.marks) >= minMarkers:
		r.Warn("notes-missing", "the text has footnote markers, but no notes were recognised", model.At{})
	case r.countsGlued() || r.countsBracketed():
		r.Warn("notes-missing", "figures in the text count up as footnote markers do, but no notes were recognised", model.At{})
	case r.headsNotes():
		r.Warn("notes-missing", "a heading announces notes, but none were recognised", model.At{})
	}
}

// counter follows figures that count up one by one.
type counter struct{ last, row, best int }

func (c *counter) take(n int) {
	switch {
	case n == c.last+1 && c.last > 0:
		c.last, c.row = n, c.row+1
	case c.row < 2:
		c.last, c.row = n, 1
	}
	c.best = max(c.best, c.row)
}

// countsGlued reports whether figures that are glued to words count up.
func (r *Reader) countsGlued() bool {
	var c counter
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for _, run := range l.Runs {
				for _, m := range gluedFigures(run.Text) {
					c.take(m.Number)
				}
			}
		}
	}
	return c.best >= minCounted
}

// countsBracketed reports whether figures in square brackets count up.
func (r *Reader) countsBracketed() bool {
	f := markerForm{numbers: sheet.FiguresList, open: "[", shut: "]"}
	var c counter
	for _, p := range r.Pages {
		for _, l := range p.Body {
			for _, k := range f.find(l) {
				for _, n := range k.nums {
					c.take(n)
				}
			}
		}
	}
	return c.best >= minCounted
}

func (r *Reader) headsNotes() bool {
	for _, p := range r.Pages {
		for _, l := range p.Body {
			if r.notesHeading(l) {
				return true
			}
		}
	}
	return false
}
