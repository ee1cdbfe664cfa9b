package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/rule"
)

// AsciiLetter folds the letters and digits of ASCII; 0 for the other bytes.
var AsciiLetter = func() (table [1 << 8]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = c, c
	}
	return table
}()

// WordAt is a word and where it stands. sum is a hash of its folded form, by
// which most words are told apart; next is the index of the next word that may
// have the same, 0 for none.
type WordAt struct {
	Sum, Next  uint32
	Start, End int
}

// In is the word as it stands in the text.
func (w WordAt) In(text string) string { return text[w.Start:w.End] }

// EndsWith reports whether one of the marks stands behind the word, closing
// marks aside.
func (w WordAt) EndsWith(text, marks string) bool {
	trimmed := strings.TrimRight(w.In(text), "\"'\u201d\u2019)]")
	return trimmed != "" && strings.IndexByte(marks, trimmed[len(trimmed)-1]) >= 0
}

// AppendWords appends the words of a text to out, which is empty.
func AppendWords(out []WordAt, text string) []WordAt {
	start, ascii := -1, true
	add := func(end int) {
		if sum, ok := sumOfWord(text[start:end], ascii); ok {
			out = append(out, WordAt{Sum: sum, Start: start, End: end})
		}
		start, ascii = -1, true
	}
	for i := 0; i < len(text); {
		space, n := rule.SpaceAt(text, i)
		if space {
			if start >= 0 {
				add(i)
			}
			i += n
			continue
		}
		if start < 0 {
			start = i
		}
		ascii = ascii && text[i] < utf8.RuneSelf
		i += n
		for i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf {
			i++
		}
	}
	if start >= 0 {
		add(len(text))
	}
	var last [1 << 8]uint32
	for i := len(out) - 1; i >= 0; i-- {
		seen := &last[out[i].Sum>>24]
		out[i].Next, *seen = *seen, uint32(i)
	}
	return out
}

// sumOfWord is a hash of what FoldWord gives, of its length and ends; false for
// the empty string.
func sumOfWord(w string, ascii bool) (sum uint32, ok bool) {
	if !ascii {
		w = FoldWord(w)
	}
	for w != "" && AsciiLetter[w[0]] == 0 && w[0] < utf8.RuneSelf {
		w = w[1:]
	}
	for w != "" && AsciiLetter[w[len(w)-1]] == 0 && w[len(w)-1] < utf8.RuneSelf {
		w = w[:len(w)-1]
	}
	var head, tail uint32
	for i := range min(4, len(w)) {
		head = head<<8 | uint32(w[i]|0x20) // capital letters and small ones alike
		tail = tail<<8 | uint32(w[len(w)-1-i]|0x20)
	}
	sum = uint32(len(w))*2654435761 ^ head*2246822519 ^ tail*3266489917
	return sum, w != ""
}

// FoldWord gives a word in small letters without the marks around it.
func FoldWord(w string) string {
	plain := true
	for i := 0; i < len(w) && plain; i++ {
		plain = w[i] >= 'a' && w[i] <= 'z'
	}
	if plain {
		return w // as most words are
	}
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
