package notation

import "unicode"

// HasLetterOrDigit reports whether a text has a letter or digit of any script.
func HasLetterOrDigit(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return true
		}
	}
	return false
}
