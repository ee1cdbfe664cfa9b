package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
)

// byteOf is the byte at which code point n of text begins.
func byteOf(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// opensBracket reports whether a bracket opens right before byte i, and
// closesBracket whether one closes there.
func opensBracket(text string, i int) bool {
	return i > 0 && (text[i-1] == '(' || text[i-1] == '[')
}

func closesBracket(text string, i int) bool {
	return i < len(text) && (text[i] == ')' || text[i] == ']')
}

// blanked overwrites what has been read, code point by code point.
func blanked(text string, from, to int) string {
	return text[:from] + strings.Repeat(" ", utf8.RuneCountInString(text[from:to])) + text[to:]
}

// tidySpaces folds runs of spaces, such as blanks leave.
func tidySpaces(s string) string {
	if !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// nearly reports whether at most one code point stands between byte i and
// byte end.
func nearly(text string, i, end int) bool {
	return i >= end || utf8.RuneCountInString(text[i:end]) <= 1
}

// matchingBracket is where the bracket that closes at i opens, or -1.
func matchingBracket(text string, i int) int {
	depth := 0
	for k := i; k >= 0 && i-k <= maxPlace+2; k-- {
		switch text[k] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// skipMarks is the place behind white space and punctuation at i.
func skipMarks(text string, i int) int {
	for {
		r, n := script.RuneAt(text, i)
		if n == 0 || !unicode.IsSpace(r) && r != ',' && r != '.' && r != ':' && r != ';' {
			return i
		}
		i += n
	}
}

// lastVisible is the last code point that is no white space, or 0.
func lastVisible(text string) rune {
	r, n := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsSpace))
	if n == 0 {
		return 0
	}
	return r
}
