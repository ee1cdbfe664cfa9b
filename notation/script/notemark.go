package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// noteSigns are the signs by which the notes of a table are named.
	noteSigns = "*∗＊⁎†‡§¶‖#※"
	// raisedFigures are figures that are written as small and high ones.
	raisedFigures = "¹²³⁴⁵⁶⁷⁸⁹⁰"
	// mostNoteMarks is how many marks stand behind one figure.
	mostNoteMarks = 4
	// longestNoteMark bounds the bytes of what stands in brackets.
	longestNoteMark = 12
)

// CutNoteMarks takes the marks of notes off the end of a cell: "0*", "+1†", "0[1]",
// "1 (a)", "0²". Figures are marks where they are raised or in square brackets, never in
// round ones, and never by themselves: "01" and "1 (0)" may be two scores. A cell that is
// nothing but marks stays as it is.
func CutNoteMarks(cell string) string {
	s := strings.TrimRightFunc(cell, unicode.IsSpace)
	for range mostNoteMarks {
		before := s
		last, _ := utf8.DecodeLastRuneInString(s)
		switch {
		case strings.ContainsRune(noteSigns+raisedFigures, last):
			s = strings.TrimRight(s, noteSigns+raisedFigures)
		case last == ']':
			s = cutBracket(s, "[", true)
		case last == ')':
			s = cutBracket(s, "(", false)
		}
		s = strings.TrimRightFunc(s, unicode.IsSpace)
		if s == before {
			break
		}
	}
	if strings.TrimSpace(s) == "" {
		return cell
	}
	return s
}

// cutBracket takes the last brackets of a text off where a mark stands in them.
func cutBracket(s, open string, figures bool) string {
	at := strings.LastIndex(s, open)
	if at < 0 || len(s)-at > longestNoteMark+2 {
		return s
	}
	for _, part := range strings.Split(strings.ReplaceAll(s[at+1:len(s)-1], ";", ","), ",") {
		if !isNoteMark(strings.TrimSpace(part), figures) {
			return s
		}
	}
	return s[:at]
}

// isNoteMark reports whether a text names a note: signs, a letter once or twice, a small
// roman number, or where figures may a number up to 99.
func isNoteMark(s string, figures bool) bool {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case s == "":
		return false
	case strings.Trim(s, noteSigns) == "", strings.Trim(s, "ivx") == "":
		return true
	case unicode.IsLetter(first):
		return s[size:] == "" || s[size:] == string(first)
	}
	return figures && len(s) <= 2 && s[0] != '0' && strings.Trim(s, "0123456789") == ""
}
