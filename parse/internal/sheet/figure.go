package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/parse/layout"
)

// YearWord reads four figures as a year from 1975 to 2099; 0 is none.
func YearWord(s string) int {
	if len(s) != 4 || s < "1975" || s > "2099" {
		return 0
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// RaisedStart reads a raised figure at the very start of a line.
func RaisedStart(l *Line) (int, bool) {
	run := l.Runs[0]
	if !layout.IsRaised(l.Line, run) && !layout.SuperscriptFigures(run.Text) {
		return 0, false
	}
	nums, ok := FiguresList(run.Text)
	if !ok || len(nums) != 1 {
		return 0, false
	}
	return nums[0], true
}

// LeadingFigure splits "12 Title", "12. Title", "[12] Title", "12) Title".
func LeadingFigure(s string) (n int, rest string, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '[' || s[i] == '(') {
		i++
	}
	from := i
	for i < len(s) && i-from < 5 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == from || i == len(s) {
		return 0, "", false
	}
	for i < len(s) && (s[i] == '.' || s[i] == ')' || s[i] == ']' || s[i] == ':') {
		i++
	}
	if i < len(s) && s[i] != ' ' {
		return 0, "", false
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return n, s[i:], true
}

// GluedFigure splits "12Title" and "12“Title", as a number that fills its column
// leaves no gap before the text: a capital word or an opening quotation mark follows.
// "3D" and "4G" are words.
func GluedFigure(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < MaxMarkerDigits && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 {
		return 0, "", false
	}
	first, size := utf8.DecodeRuneInString(s[i:])
	if strings.ContainsRune("“„«‘\"", first) {
		return n, s[i:], true
	}
	second, _ := utf8.DecodeRuneInString(s[i+size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != '’' && !(first == 'A' && second == ' ') {
		return 0, "", false
	}
	return n, s[i:], true
}

// MaxMarkerDigits bounds the digits of one marker.
const MaxMarkerDigits = 5

// MaxMarkers bounds how many numbers one raised run may name.
const MaxMarkers = 40

// FiguresList reads "12", "12,13", "12, 13", "12-14", raised figures too.
func FiguresList(s string) ([]int, bool) {
	var nums []int
	n, digits := 0, 0
	span := false
	flush := func() bool {
		if digits == 0 || digits > MaxMarkerDigits {
			return false
		}
		if span && len(nums) > 0 {
			for k := nums[len(nums)-1] + 1; k < n && len(nums) < MaxMarkers; k++ {
				nums = append(nums, k)
			}
		}
		nums = append(nums, n)
		n, digits, span = 0, 0, false
		return len(nums) <= MaxMarkers
	}
	for _, c := range strings.TrimSpace(s) {
		c = plainFigure(c)
		switch {
		case c >= '0' && c <= '9':
			n = n*10 + int(c-'0')
			digits++
			if digits > MaxMarkerDigits {
				return nil, false
			}
		case c == ',' || c == ';' || c == ' ' || c == '\u00a0':
			if digits > 0 && !flush() {
				return nil, false
			}
		case c == '-' || c == '–':
			if digits == 0 || !flush() {
				return nil, false
			}
			span = true
		default:
			return nil, false
		}
	}
	if digits > 0 && !flush() {
		return nil, false
	}
	return nums, len(nums) > 0
}

// plainFigure is the figure that a raised one of Unicode stands for; any other
// code point is itself.
func plainFigure(c rune) rune {
	if c < utf8.RuneSelf {
		return c
	}
	k := '0'
	for _, d := range layout.Superscripts {
		if d == c {
			return k
		}
		k++
	}
	return c
}

// HasRaised reports whether a run of a line is raised.
func HasRaised(l *Line) bool {
	for i := range l.Runs {
		if layout.IsRaised(l.Line, l.Runs[i]) {
			return true
		}
	}
	return false
}

// RaisedEnd reports whether the last run of a line is raised.
func RaisedEnd(l *Line) bool {
	n := len(l.Runs)
	return n > 0 && (layout.IsRaised(l.Line, l.Runs[n-1]) || layout.SuperscriptFigures(l.Runs[n-1].Text))
}
