package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostHeading is how many words a heading behind a level has at the most.
const mostHeading = 8

// WithoutHeading is a level's text without the heading of what follows, where that
// was read as its last line: it stands behind a full stop, has none itself, and all
// of its words but the small ones begin with a capital.
func WithoutHeading(text string) string {
	trimmed := strings.TrimRight(text, " \t\n")
	at := strings.LastIndexByte(trimmed, '\n')
	if at < 0 {
		return text
	}
	before, last := strings.TrimRight(trimmed[:at], " \t\n"), strings.Fields(trimmed[at+1:])
	if !strings.HasSuffix(before, ".") || len(last) < 2 || len(last) > mostHeading {
		return text
	}
	for i, w := range last {
		r, _ := utf8.DecodeRuneInString(w)
		small := i > 0 && (w == "of" || w == "and" || w == "the" || w == "for" || w == "in" || w == "by" || w == "on")
		if !unicode.IsUpper(r) && !small || i == len(last)-1 && small || strings.ContainsAny(w, ".,;!?") {
			return text
		}
	}
	return before
}
