package form

import (
	"regexp"
	"strings"
)

// FormulaRule is how texts are kept from being taken for formulas. It stands in
// the codebook.
const FormulaRule = "In CSV a text that a spreadsheet would take for a formula has an apostrophe in front: one that begins with `=`, `@`,\n" +
	"a tab or a carriage return, or with `+` or `-` and is no number, average or percentage (`-0.50`, `+0.75 (88%)`). A text that\n" +
	"begins with apostrophes and then so has one more, so that taking off one gives every text back. Other formats have the\n" +
	"texts as they are.\n"

// plainFigure is a figure as reports print it, which no spreadsheet calculates.
var plainFigure = regexp.MustCompile(`^[+-][0-9.,]+ ?%?( ?\([+-]?[0-9.,]+ ?%?\))?$`)

// guardFormula puts an apostrophe in front of what a spreadsheet would
// calculate.
func guardFormula(s string) string {
	bare := strings.TrimLeft(s, "'")
	if bare == "" || !strings.ContainsRune("=@\t\r+-", rune(bare[0])) {
		return s
	}
	if bare == s && (bare[0] == '+' || bare[0] == '-') && plainFigure.MatchString(s) {
		return s
	}
	return "'" + s
}
