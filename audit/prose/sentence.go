package prose

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Span is a stretch of a text in bytes, End exclusive.
type Span struct{ Start, End int }

// Sentences cuts a text into its sentences, white space between them left out.
// A line's end ends a sentence too.
func Sentences(v *vocabulary.Vocabulary, text string) []Span { return AppendSentences(v, nil, text) }

// AppendSentences appends what Sentences gives to out.
func AppendSentences(v *vocabulary.Vocabulary, out []Span, text string) []Span {
	at := 0
	for line := range strings.Lines(text) {
		b, c := 0, 0 // the same place in bytes and code points of the line
		place := func(n int) int {
			for ; c < n; c++ {
				_, w := utf8.DecodeRuneInString(line[b:])
				b += w
			}
			return at + b
		}
		for _, s := range script.Sentences(v, line) {
			start := place(s.Start)
			end := at + len(strings.TrimRight(line[:place(s.End)-at], " \n\t"))
			if end > start {
				out = append(out, Span{start, end})
			}
		}
		at += len(line)
	}
	return out
}
