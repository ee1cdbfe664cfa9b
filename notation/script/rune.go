package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsDigit reports an ASCII digit.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsBlank reports white space that does not end a line.
func IsBlank(r rune) bool { return unicode.IsSpace(r) && r != '\n' }

// WordRune reports a code point that is part of a word or number.
func WordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// HasLetterOrDigit reports whether a text has a letter or digit of any script.
func HasLetterOrDigit(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return true
		}
	}
	return false
}

// FirstRune is the first code point of a text, 0 of an empty one.
func FirstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// FirstRunes gives the first n code points of a text, or all.
func FirstRunes(text string, n int) string {
	if len(text) <= n {
		return text
	}
	seen := 0
	for i := range text {
		if seen++; seen > n {
			return text[:i]
		}
	}
	return text
}

// RuneAt is the code point of s at byte i and its length, which is 0 at the
// end.
func RuneAt(s string, i int) (r rune, n int) {
	if i < len(s) && s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	return utf8.DecodeRuneInString(s[min(i, len(s)):])
}

// SkipBlanks is the place behind the blanks that stand at code point i.
func SkipBlanks(runes []rune, i int) int {
	for i < len(runes) && IsBlank(runes[i]) {
		i++
	}
	return i
}

// LettersEnd is the byte behind at most n letters of s that stand at byte i.
func LettersEnd(s string, i, n int) int {
	for ; n > 0; n-- {
		r, size := RuneAt(s, i)
		if !unicode.IsLetter(r) {
			break
		}
		i += size
	}
	return i
}

// FoldSpaces makes one space of each run of white space and takes it off the
// ends. Most lines have none to fold.
func FoldSpaces(s string) string {
	space := true
	for _, r := range s {
		if r > ' ' && r < utf8.RuneSelf {
			space = false
			continue
		}
		if unicode.IsSpace(r) && (space || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	return strings.TrimSuffix(s, " ")
}
