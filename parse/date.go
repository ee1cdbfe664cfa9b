package parse

import (
	"recount/model"
	"recount/vocabulary"
)

// dateMention is a date named in a text.
type dateMention struct {
	Start, End int    // code points of the text, End exclusive
	Text       string // as printed, without the preposition before it
	EDTF       string // level 0; empty where the year is not known
}

// yearHint gives the year of a date that is printed without one, or "" where
// there is no evidence for it. day is 0 where only the month is printed.
type yearHint func(month, day int) string

// findDates gives all dates in text, in order.
func findDates(v *vocabulary.Vocabulary, text string) []dateMention { return nil }

// leadingDate gives the date of the action that a paragraph tells of.
func leadingDate(v *vocabulary.Vocabulary, text string, hint yearHint) (dateMention, bool) {
	return dateMention{}, false
}

// parsePeriod reads a span of days.
func parsePeriod(v *vocabulary.Vocabulary, text string) (model.Period, bool) {
	return model.Period{}, false
}
