package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if endsInLetter(s) {
		return false
	}
	s = withoutMarkerList(s)
	bare := strings.TrimRight(s, "0123456789,⁰¹²³⁴⁵⁶⁷⁸⁹")
	if strings.HasSuffix(bare, " ") {
		bare = s // a figure of the text, not a marker glued to it
	}
	s = bare
	s = strings.TrimRight(s, "\"'”’)]»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "…")
}

// markerSigns are what the markers of notes behind a full stop consist of, in every
// form, and what stands between them.
const markerSigns = "0123456789,;–-*†‡§[]() " + layout.Superscripts

// withoutMarkerList takes markers off that stand right behind the full stop in lists,
// ranges or brackets, or as signs ("schools.20, 21", "schools.[3]", "schools.†"). Figures
// behind a space or behind a decimal point are the text's own ("of 20, 21", "3.5–4").
func withoutMarkerList(s string) string {
	if endsInLetter(s) {
		return s
	}
	text := strings.TrimRight(s, markerSigns)
	list := strings.TrimLeft(s[len(text):], ")]")
	text = s[:len(s)-len(list)]
	stop := strings.TrimRight(text, "\"'”’)]»")
	if list == "" || stop == "" || !strings.ContainsRune(".!?…", lastRune(stop)) || unicode.IsDigit(lastRune(stop[:len(stop)-utf8.RuneLen(lastRune(stop))])) {
		return s
	}
	if list[0] == ' ' && !strings.HasPrefix(list, " [") || strings.ContainsRune(",;–-([ ", lastRune(list)) ||
		strings.Count(list, "[") != strings.Count(list, "]") || strings.Count(list, "(") != strings.Count(list, ")") {
		return s
	}
	before := rune(0)
	for i, c := range list {
		if c == ' ' && i > 0 && !strings.ContainsRune(",;])", before) {
			return s
		}
		before = c
	}
	return text
}

// endsInLetter reports that a text plainly ends with no mark of any kind, as most lines do.
func endsInLetter(s string) bool {
	return s != "" && s[len(s)-1]|' ' >= 'a' && s[len(s)-1]|' ' <= 'z'
}

func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

// EndsItsSentence reports the same of a line, whose markers may stand off
// behind the full stop ("schools. ^51^"), raised or in raised figures.
func EndsItsSentence(l *Line) bool {
	if EndsSentence(l.Printed) {
		return true
	}
	for i := len(l.Runs) - 1; i >= 0; i-- {
		if run := l.Runs[i]; !layout.IsRaised(l.Line, run) {
			if bare := strings.TrimRight(run.Text, layout.Superscripts+",; "); bare != "" {
				return EndsSentence(bare)
			}
		}
	}
	return false
}
