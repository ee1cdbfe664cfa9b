package audit

import (
	"strconv"
	"strings"

	"recount/vocabulary"
)

// writtenDate is a day named in running text.
type writtenDate struct {
	start, end       int // bytes
	year, month, day int // year 0 where none is printed
	monthFirst       bool
}

// writtenDates finds days with a month's name, in order: "3 May 2024", "May
// 3, 2024", "3 May".
func writtenDates(text string, words *vocabulary.Vocabulary) []writtenDate {
	var out []writtenDate
	taken := 0
	for _, m := range reWrittenDate.FindAllStringSubmatchIndex(text, -1) {
		g := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		day, month, year := g(1), g(2), g(3)
		monthFirst := day == ""
		if monthFirst {
			month, day, year = g(4), g(5), g(6)
		}
		n, ok := words.Month(strings.TrimSuffix(month, "."))
		if !ok || m[0] < taken {
			continue
		}
		d := writtenDate{start: m[0], end: m[1], month: n, monthFirst: monthFirst}
		d.day, _ = strconv.Atoi(day)
		d.year, _ = strconv.Atoi(year)
		taken = m[1]
		out = append(out, d)
	}
	return out
}
