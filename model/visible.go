package model

import (
	"fmt"
	"strings"
	"unicode"
)

// Visible is a text that somebody else chose, a file's name or the name of a
// program, as it can be shown on a terminal, in a table and in a document:
// control characters, line ends, marks of direction and other characters
// without a shape stand as escapes (\x1b, \u202e), and bytes that are no UTF-8
// as \xe9.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == unicode.ReplacementChar && !strings.HasPrefix(s[i:], string(unicode.ReplacementChar)):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case !hidden(r):
			b.WriteRune(r)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String()
}

// hidden reports whether a character does something instead of being seen. A
// soft hyphen and joiners are in honest names.
func hidden(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d':
		return false
	case '\u2028', '\u2029', unicode.ReplacementChar:
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}
