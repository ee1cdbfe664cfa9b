package script

import (
	"strings"
	"unicode/utf8"
)

// Minuses are the characters that producers and decades print for a minus: the
// hyphen, the minus, the en dash, the non-breaking hyphen, the typographic
// hyphen, the figure dash, the small hyphen, the full-width hyphen, the
// superscript and the modifier minus. The em dash is none: between words of
// running text it parts clauses ('the lowest score—0.25'); see UsualForm.
const Minuses = "-−–‑‐‒﹣\uff0d⁻˗"

// Signs are the characters that stand before a score as its sign.
const Signs = "+" + Minuses

// IsMinus reports one of Minuses.
func IsMinus(r rune) bool { return strings.ContainsRune(Minuses, r) }

// IsSign reports one of Signs.
func IsSign(r rune) bool { return r == '+' || IsMinus(r) }

// BeginsSigned reports whether a text begins with a sign.
func BeginsSigned(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return IsSign(r)
}

// EndsSigned reports whether a text ends in a sign.
func EndsSigned(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return IsSign(r)
}
