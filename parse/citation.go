package parse

import "recount/vocabulary"

// citation is what a footnote says of its source; a field the note does not
// state is empty.
type citation struct {
	Title, Publisher, Place  string
	Published, PublishedText string // EDTF level 0, and as printed
	Accessed, AccessedText   string // EDTF level 0, and as printed
	Translation              string // the words that say so
	URL                      string // as printed, line breaks removed
}

// parseCitation reads a note without its number. Line breaks are passed as
// U+2028, so that one inside an address is told from a space.
func parseCitation(v *vocabulary.Vocabulary, note string, words *wordEvidence) citation {
	return citation{}
}
