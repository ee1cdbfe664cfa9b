package layout

import "strings"

// HeadKey is the line's text with every run of digits written as #.
func HeadKey(s string) string {
	if strings.IndexFunc(s, isDigit) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	digits := false
	for _, c := range s {
		if isDigit(c) {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		b.WriteRune(c)
	}
	return b.String()
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// PageNumber reads a line that is nothing but a number: "514", "- 7 -",
// "Page 3".
func PageNumber(s string) (int, bool) {
	t := strings.Trim(s, " -–—|•[]()")
	t = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(t, "Page"), "page"))
	if t == "" || len(t) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range t {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// RomanNumber reports whether a line is a small roman number and nothing else,
// as the pages of a preface are counted: "iv", "- xii -".
func RomanNumber(s string) bool {
	t := strings.Trim(s, " -–—")
	return t != "" && len(t) <= 6 && strings.Trim(t, "ivxl") == ""
}

// CountsPages reports whether figures that begin like lines belong to the page:
// one figure throughout ("2019 … Report"), or page numbers.
func CountsPages(n int, at func(i int) (page, number int)) bool {
	_, first := at(0)
	for i := range n {
		if _, number := at(i); number != first {
			return GrowWithPages(n, at)
		}
	}
	return true
}

// GrowWithPages reports whether the numbers of most pages differ from the
// page's place in the file by one constant.
func GrowWithPages(n int, at func(i int) (page, number int)) bool {
	shift := map[int]int{}
	most := 0
	for i := range n {
		page, number := at(i)
		shift[number-page]++
		most = max(most, shift[number-page])
	}
	return most*2 > n
}
