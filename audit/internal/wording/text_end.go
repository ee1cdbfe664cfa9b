package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The end of a finished paragraph: a mark that ends a sentence or announces
// what follows, with closing marks behind it.
const (
	terminalMarks = ".!?:;\u2026\u3002"
	closingMarks  = "'\"\u2019\u201d\u00bb)]"
)

// hangingWords are last words after which no sentence can end.
var hangingWords = map[string]bool{
	"and": true, "or": true, "but": true, "the": true, "a": true, "an": true, "of": true, "to": true, "in": true, "on": true, "at": true,
	"by": true, "for": true, "from": true, "with": true, "into": true, "its": true, "their": true, "his": true, "her": true, "our": true,
	"that": true, "which": true, "who": true, "whose": true, "than": true, "as": true, "between": true, "through": true, "toward": true,
	"towards": true, "under": true, "upon": true, "via": true, "including": true, "such": true,
}

// Hanging reports whether a paragraph ends in a word or a mark after which no
// sentence can end.
func Hanging(text string) bool {
	text = strings.TrimRight(text, " \t\n\f\r")
	start := len(text)
	for start > 0 && (AsciiLetter[text[start-1]] != 0 || text[start-1] == '_') {
		start--
	}
	if start < len(text) {
		return hangingWords[strings.ToLower(text[start:])]
	}
	last, n := utf8.DecodeLastRuneInString(text)
	if last == '-' {
		before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
		return unicode.IsLetter(before)
	}
	return n > 0 && strings.ContainsRune(",\u2013\u2014(/", last)
}

// Finished reports whether a paragraph ends as a sentence does. One that ends
// in a web address is finished: no full stop is put behind it.
func Finished(text string) bool {
	if r, n := utf8.DecodeLastRuneInString(strings.TrimRight(text, closingMarks)); n > 0 && strings.ContainsRune(terminalMarks, r) {
		return true
	}
	if FiguresBehindEnd(text) {
		return true
	}
	last := text[strings.LastIndexAny(text, " \u00a0")+1:]
	return strings.Contains(last, "://") || strings.HasPrefix(last, "www.")
}

// FiguresBehindEnd reports whether a paragraph ends with figures right behind
// the end of its last sentence (".21"): a marker that was not raised and not
// recognised.
func FiguresBehindEnd(text string) bool {
	rest := strings.TrimRight(text, "0123456789")
	if n := len(text) - len(rest); n == 0 || n > 4 {
		return false
	}
	rest = strings.TrimRight(rest, closingMarks)
	r, _ := utf8.DecodeLastRuneInString(rest)
	if !strings.ContainsRune(terminalMarks, r) {
		return false
	}
	// "1.21" is a number.
	before, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-utf8.RuneLen(r)])
	return !unicode.IsDigit(before)
}

// GoesOn reports whether a paragraph begins in mid-sentence.
func GoesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \"'(\u201c\u2018"))
	return unicode.IsLower(r)
}
