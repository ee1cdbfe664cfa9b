package scoring

import (
	"strings"

	"recount.invalid/recount/notation/script"
)

// TakeSerial takes the serial that stands in brackets at the end of a heading
// or of a listed commitment: "[2008-72]", "(2031-12)", "[134]". A bracket
// without a figure, or with a space, is no serial.
func TakeSerial(s string) (rest, serial string) {
	t := strings.TrimRight(s, " *")
	var open byte
	switch {
	case strings.HasSuffix(t, "]"):
		open = '['
	case strings.HasSuffix(t, ")"):
		open = '('
	default:
		return s, ""
	}
	i := strings.LastIndexByte(t, open)
	if i < 0 {
		return s, ""
	}
	in := t[i+1 : len(t)-1]
	digits := 0
	for _, c := range in {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' || script.IsMinus(c) || c == '.' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		default:
			return s, ""
		}
	}
	if digits == 0 || len(in) > 14 || script.BeginsSigned(in) {
		return s, ""
	}
	plain := strings.Map(plainHyphen, in)
	if open == '(' && !strings.Contains(plain, "-") {
		return s, "" // "(2013)" is a year, not a serial
	}
	return strings.TrimSpace(t[:i]), plain
}

// plainHyphen is the hyphen of the keyboard for each of those that processors put
// in its place.
func plainHyphen(c rune) rune {
	if script.IsMinus(c) {
		return '-'
	}
	return c
}
