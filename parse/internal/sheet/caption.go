package sheet

import (
	"strings"
)

// maxCaptionLabel bounds the number or letter of a table: "12", "A", "B.2".
const maxCaptionLabel = 4

// IsCaption reports whether a line begins as a table's title does: the word,
// a number or letter, and a mark behind it ("Table 3: …", "TABLE B. …"). A
// sentence about a table has none of the marks there ("Table 3 shows …").
func IsCaption(s string) bool {
	const word = "table "
	if len(s) < len(word)+2 || !strings.EqualFold(s[:len(word)], word) {
		return false
	}
	rest := s[len(word):]
	i := strings.IndexAny(rest, ":.–— ")
	if i <= 0 || i > maxCaptionLabel {
		return false
	}
	for _, c := range rest[:i] {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	mark := strings.TrimLeft(rest[i:], " ")
	for _, m := range []string{":", ". ", "–", "—", "- "} {
		if strings.HasPrefix(mark, m) {
			return true
		}
	}
	return false
}
