package scoretext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/internal/pattern"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// averageCell is a whole cell or label that gives an average: a mean, a
// percentage or both, in either order. Decimals may be set with a comma.
var averageCell = pattern.New(`^
	(
		(?<value>` + pattern.Sign + `?` + pattern.Space + `?(\d?[.,]\d{1,15}|\d)(?!\d))
		(` + pattern.Gap + `[(\[/,;|]?` + pattern.Gap + `(?<percent>` + pattern.Sign + `?\d{1,3}([.,]\d{1,6})?)` + pattern.Gap + `(%|per` + pattern.Space + `?cent)` + pattern.Gap + `[)\]]?)?
	|
		(?<percent>` + pattern.Sign + `?\d{1,3}([.,]\d{1,6})?)` + pattern.Gap + `(%|per` + pattern.Space + `?cent)
		(` + pattern.Gap + `[(\[/,;|]` + pattern.Gap + `(?<value>` + pattern.Sign + `?\d?[.,]\d{1,15})` + pattern.Gap + `[)\]]?)?
	)$`)

// ParseAverage reads a cell that holds an average: a mean ('+0.22'), a
// percentage ('61%', '61 per cent') or both.
func ParseAverage(v *vocabulary.Vocabulary, text string) (model.Average, bool) {
	s := strings.TrimFunc(text, unicode.IsSpace)
	if s == "" || len(s) > 48 || !strings.ContainsAny(s, "0123456789") {
		return model.Average{}, false
	}
	// A label may stand in the same cell: 'Average +0.22 (61%)'.
	figures := s
	if i := strings.IndexFunc(s, func(r rune) bool { return r == '.' || r == '(' || script.IsDigit(r) || script.IsSign(r) }); i > 0 {
		if !v.AverageLabel(s[:i]) {
			return model.Average{}, false
		}
		figures = s[i:]
	}
	if loneDigit(figures) {
		// Nearly every cell of a table is one: the pattern would say the same.
		value := script.Decimal(figures)
		return model.Average{Text: s, Value: value}, value != nil
	}
	m := averageCell.Find([]rune(figures), 0)
	if m == nil {
		return model.Average{}, false
	}
	average := model.Average{Text: s}
	if t, found := pattern.Group(m, "value"); found {
		average.Value = script.Decimal(t)
	}
	if t, found := pattern.Group(m, "percent"); found {
		average.Percent = script.Decimal(t)
	}
	return average, average.Value != nil || average.Percent != nil
}

// loneDigit reports whether a text is one digit with a sign or without.
func loneDigit(s string) bool {
	last := len(s) - 1
	if s[last] < '0' || s[last] > '9' {
		return false
	}
	sign, n := utf8.DecodeRuneInString(s)
	return last == 0 || n == last && script.IsSign(sign)
}
