package sheet

import (
	"strings"
	"unicode"

	"recount.invalid/recount/parse/layout"
)

// Clip cuts a text for a message, after n code points.
func Clip(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	return string(rs[:n]) + "…"
}

// HasLetter reports whether a text has a letter.
func HasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// EndsSentence reports whether a line ends as a sentence does, the markers
// behind its full stop not counted.
func EndsSentence(s string) bool {
	s = strings.TrimRight(s, " ")
	bare := strings.TrimRight(s, "0123456789,⁰¹²³⁴⁵⁶⁷⁸⁹")
	if strings.HasSuffix(bare, " ") {
		bare = s // a figure of the text, not a marker glued to it
	}
	s = bare
	s = strings.TrimRight(s, "\"'”’)]»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "…")
}

// EndsItsSentence reports the same of a line, whose markers may stand off
// behind the full stop ("schools. ^51^"), raised or in raised figures.
func EndsItsSentence(l *Line) bool {
	if EndsSentence(l.Printed) {
		return true
	}
	for i := len(l.Runs) - 1; i >= 0; i-- {
		if run := l.Runs[i]; !layout.IsRaised(l.Line, run) {
			if bare := strings.TrimRight(run.Text, layout.Superscripts+", "); bare != "" {
				return EndsSentence(bare)
			}
		}
	}
	return false
}
