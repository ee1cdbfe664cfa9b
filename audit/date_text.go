package audit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// writtenDate is a day named in running text.
type writtenDate struct {
	start, end       int // bytes
	year, month, day int // year 0 where none is printed
	monthFirst       bool
}

// writtenDates finds days with a month's name, in order: "3 May 2024", "3rd
// of May, 2024", "May 3, 2024", "3 May". It is a scanner over the digits and
// no pattern, because every paragraph and note of a report goes through it
// several times.
func writtenDates(text string, words *vocabulary.Vocabulary) []writtenDate {
	var out []writtenDate
	taken := 0
	for i := 0; i < len(text); {
		if text[i]-'0' > 9 {
			i++
			continue
		}
		from := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		if i-from > 2 || from > 0 && wordByte(text[from-1]) {
			continue
		}
		d := writtenDate{start: from, day: atoi(text[from:i])}
		end := i
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			if strings.HasPrefix(text[i:], suffix) {
				end += len(suffix)
				break
			}
		}
		if end < len(text) && wordByte(text[end]) {
			continue
		}
		if start, n := monthBefore(text, taken, from, words); n > 0 {
			d.start, d.month, d.monthFirst, d.end = start, n, true, end
		} else if e, n := monthBehind(text, end, words); n > 0 {
			d.month, d.end = n, e
		} else {
			continue
		}
		d.year, d.end = yearBehind(text, d.end)
		taken = d.end
		i = max(i, d.end)
		out = append(out, d)
	}
	return out
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

// longestMonth bounds the length of a month's name in bytes.
const longestMonth = 24

// monthBefore reads the month's name that ends before text[at], not reaching
// behind text[limit]; 0 where there is none.
func monthBefore(text string, limit, at int, words *vocabulary.Vocabulary) (start, month int) {
	end := at
	for end > limit && text[end-1] == ' ' {
		end--
	}
	if end == at {
		return 0, 0
	}
	stop := end
	if stop > limit && text[stop-1] == '.' {
		stop--
	}
	start = stop
	for start > limit && stop-start < longestMonth && (wordByte(text[start-1]) && (text[start-1] < '0' || text[start-1] > '9')) {
		start--
	}
	return start, monthName(text[start:stop], words)
}

// monthBehind reads the month's name behind text[at] and says where it ends.
func monthBehind(text string, at int, words *vocabulary.Vocabulary) (end, month int) {
	from := at
	for from < len(text) && text[from] == ' ' {
		from++
	}
	if from == at {
		return 0, 0
	}
	if rest, ok := strings.CutPrefix(text[from:], "of "); ok {
		from = len(text) - len(rest)
	}
	end = from
	for end < len(text) && end-from < longestMonth && wordByte(text[end]) && (text[end] < '0' || text[end] > '9') {
		end++
	}
	n := monthName(text[from:end], words)
	if n > 0 && end < len(text) && text[end] == '.' && end-from <= 4 {
		end++ // "Sept."
	}
	return end, n
}

// monthName is the number of a capitalised month's name of three letters or
// more, 0 for anything else.
func monthName(name string, words *vocabulary.Vocabulary) int {
	if len(name) < 3 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) {
		return 0
	}
	n, ok := words.Month(name)
	if !ok {
		return 0
	}
	return n
}

// yearBehind reads a year of this century or the last behind text[at], after
// a comma perhaps; 0 and at where there is none.
func yearBehind(text string, at int) (year, end int) {
	i := at
	if i < len(text) && text[i] == ',' {
		i++
	}
	spaces := i
	for i < len(text) && text[i] == ' ' {
		i++
	}
	if i == spaces || i+4 > len(text) || i+4 < len(text) && wordByte(text[i+4]) {
		return 0, at
	}
	if s := text[i : i+4]; strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20") {
		if n := atoi(s); n >= 1900 {
			return n, i + 4
		}
	}
	return 0, at
}
