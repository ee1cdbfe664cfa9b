package script

import (
	"strings"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Glued says that a number right behind r is no number of its own.
func Glued(r rune) bool {
	return unicode.IsLetter(r) || r == '$' || r == '€' || r == '£' || r == '¥' || r == '#' || r == '.' || r == ','
}

// Decimal reads a number as printed, whatever dash is its minus; nil where it
// is none.
func Decimal(s string) *model.Decimal {
	s = strings.Map(func(r rune) rune {
		switch f := vocabulary.FoldRune(r); f {
		case ' ', 0:
			return -1
		case ',':
			return '.'
		default:
			return f
		}
	}, s)
	d, err := model.ParseDecimal(s)
	if err != nil {
		return nil
	}
	return &d
}
