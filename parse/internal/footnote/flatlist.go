package footnote

// hasMarker reports whether the text has a marker with the number: raised, or,
// in a document that raises none, a figure glued to a word.
func (r *Reader) hasMarker(n int) bool { return r.marks[n] > 0 || r.gluedMarks[n] }

// findGluedMarks collects the figures that are glued to words in a document
// that raises next to none.
func (r *Reader) findGluedMarks() {
	r.gluedMarks = map[int]bool{}
	if len(r.marks) >= minMarkers {
		return
	}
	for _, on := range r.markedOn {
		for n := range on {
			r.gluedMarks[n] = true
		}
	}
}
