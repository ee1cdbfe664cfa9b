package rubric

import (
	"strings"
	"unicode"
)

// maxText bounds how much of one level's text is read, in bytes. Levels of
// several pages have been seen in no report.
const maxText = 64 << 10

// token is a word in lower case, a punctuation mark, or a number.
type token struct {
	word       string
	num        int // value of a number, -1 for others
	start, end int // byte offsets in the text
}

func (t token) isNumber() bool { return t.num >= 0 }

// tokenize splits text into words and the marks that end a phrase.
// Apostrophes and hyphens inside a word belong to it; a hyphen or dash
// between two numbers is the word "to".
func tokenize(text string) []token {
	if len(text) > maxText {
		text = text[:maxText]
	}
	var out []token
	add := func(start, end int) {
		w := strings.ToLower(strings.ReplaceAll(text[start:end], "\u2019", "'"))
		w = strings.TrimSuffix(w, "'s")
		out = append(out, token{word: w, num: number(w), start: start, end: end})
	}
	start := -1
	runes := []rune{}
	offs := []int{}
	for i, r := range text {
		runes = append(runes, r)
		offs = append(offs, i)
	}
	offs = append(offs, len(text))
	inner := func(i int) bool { // is runes[i] a joint inside a word?
		if i == 0 || i+1 >= len(runes) {
			return false
		}
		return (unicode.IsLetter(runes[i-1]) || unicode.IsDigit(runes[i-1])) && unicode.IsLetter(runes[i+1])
	}
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = offs[i]
			}
			continue
		case (r == '-' || r == '\'' || r == '\u2019') && start >= 0 && inner(i):
			continue
		}
		if start >= 0 {
			add(start, offs[i])
			start = -1
		}
		switch r {
		case ',', ';', ':', '.', '?', '!', '(', ')':
			out = append(out, token{word: string(r), num: -1, start: offs[i], end: offs[i+1]})
		case '\n':
			out = append(out, token{word: "\n", num: -1, start: offs[i], end: offs[i+1]})
		case '-', '\u2013', '\u2014':
			if len(out) > 0 && out[len(out)-1].isNumber() && i+1 < len(runes) && unicode.IsDigit(runes[i+1]) {
				out = append(out, token{word: "to", num: -1, start: offs[i], end: offs[i+1]})
			}
		}
	}
	if start >= 0 {
		add(start, len(text))
	}
	return out
}

// number is the value of a number word or of up to two digits, -1 for
// anything else. Years and the like are no counts.
func number(w string) int {
	if n, ok := numbers[w]; ok {
		return n
	}
	if w == "" || len(w) > 2 {
		return -1
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// sentences cuts tokens at sentence ends and line feeds. A full stop behind a
// number at a line's start ("1.") and one between two words without a capital
// behind it end nothing.
func sentences(text string, toks []token) [][]token {
	var out [][]token
	from := 0
	flush := func(to int) {
		if to > from {
			out = append(out, toks[from:to])
		}
		from = to + 1
	}
	for i, t := range toks {
		switch t.word {
		case "\n", "?", "!":
			flush(i)
		case ".":
			if i == from+1 && toks[from].isNumber() {
				continue
			}
			if i+1 < len(toks) && toks[i+1].word != "\n" {
				r := []rune(text[toks[i+1].start:toks[i+1].end])
				if len(r) > 0 && unicode.IsLower(r[0]) {
					continue
				}
				if toks[i+1].start == t.end { // "U.S", "1.5"
					continue
				}
			}
			flush(i)
		}
	}
	if from < len(toks) {
		out = append(out, toks[from:])
	}
	return out
}

// quote is the original text between two tokens, inclusive, white space
// folded.
func quote(text string, toks []token) string {
	if len(toks) == 0 {
		return ""
	}
	s := strings.Join(strings.Fields(text[toks[0].start:toks[len(toks)-1].end]), " ")
	return strings.TrimRight(s, ",;:. ")
}
