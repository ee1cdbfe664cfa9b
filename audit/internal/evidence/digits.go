package evidence

// Atoi reads digits; 0 for anything else.
func Atoi(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 1e6 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// Quoted reports whether a paragraph is a quotation.
func Quoted(text string) bool {
	for _, r := range text {
		return r == '"' || r == '\u201c' || r == '\u201f'
	}
	return false
}
