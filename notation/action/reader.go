package action

import (
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// reader reads the dates of a text, and in the words around them which one is the
// day of what the text tells.
type reader struct {
	*date.Reader
	v *vocabulary.Vocabulary
}

// read is a reader of text, which Done gives back.
func read(v *vocabulary.Vocabulary, text string) *reader {
	return &reader{date.Read(v, text), v}
}
