package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of a text in bytes, End exclusive.
type Span struct{ Start, End int }

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "prof": true, "sen": true, "rep": true, "gen": true, "gov": true,
	"no": true, "nos": true, "vol": true, "vs": true, "v": true, "etc": true, "e.g": true, "i.e": true, "cf": true, "al": true,
	"inc": true, "ltd": true, "co": true, "corp": true, "u.s": true, "u.k": true, "u.n": true, "e.u": true, "d.c": true, "a.m": true, "p.m": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"approx": true, "dept": true, "para": true, "art": true, "ed": true, "eds": true, "p": true, "pp": true,
}

// Sentences cuts a paragraph into its sentences, white space between them
// left out.
func Sentences(text string) []Span { return AppendSentences(nil, text) }

// AppendSentences appends what Sentences gives to out.
func AppendSentences(out []Span, text string) []Span {
	start := 0
	add := func(end int) {
		s, e := start, end
		for s < e && (text[s] == ' ' || text[s] == '\n' || text[s] == '\t') {
			s++
		}
		if e > s {
			out = append(out, Span{s, e})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			add(i)
		case '.', '!', '?':
			end := i + 1
			for end < len(text) { // closing marks belong to the sentence
				r, n := utf8.DecodeRuneInString(text[end:])
				if !strings.ContainsRune(")]\"'\u201d\u2019", r) {
					break
				}
				end += n
			}
			if end < len(text) && text[end] != ' ' && text[end] != '\n' {
				continue
			}
			if text[i] == '.' && !endsSentence(text, i, end) {
				continue
			}
			add(end)
			i = end - 1
		}
	}
	add(len(text))
	return out
}

// endsSentence decides on a full stop at text[dot] behind which stands white
// space or nothing.
func endsSentence(text string, dot, end int) bool {
	rest := strings.TrimLeft(text[end:], " \n")
	if rest == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(r) {
		return false
	}
	from := strings.LastIndexAny(text[:dot], " \n(\u00a0") + 1
	w := strings.ToLower(strings.TrimLeft(text[from:dot], "(\"'\u201c\u2018"))
	if abbreviations[w] {
		return false
	}
	// An initial: "J. Doe".
	if r, n := utf8.DecodeRuneInString(text[from:]); n == dot-from && unicode.IsUpper(r) {
		return false
	}
	return true
}
