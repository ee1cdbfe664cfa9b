package chapter

import (
	"strings"
	"unicode"

	"recount.invalid/recount/parse/internal/footnote"
)

// readNumber takes the number off a chapter's heading: a figure, a figure
// behind the word for a chapter or a promise ("Chapter 3: …", "Commitment 3 –
// …"), or a Roman number where the chapters beside it go on with it.
func (r *Reader) readNumber(i int, c *Chapter, text string) (rest string) {
	n, rest, ok := r.HeadingNumber(text)
	if !ok {
		if n, rest, ok = leadingRoman(text); ok {
			before, isBefore := r.romanOf(i - 1)
			behind, isBehind := r.romanOf(i + 1)
			ok = isBefore && before == n-1 || isBehind && behind == n+1
		}
	}
	if !ok || n <= 0 {
		return text
	}
	c.Number, c.printed = n, true
	return strings.TrimLeft(rest, "–—-:.| ")
}

// leadingRoman splits "IV. Title".
func leadingRoman(text string) (n int, rest string, ok bool) {
	word, rest, ok := strings.Cut(text, ". ")
	if !ok || word == "" || strings.ToUpper(word) != word {
		return 0, "", false
	}
	n = footnote.RomanValue(strings.ToLower(word))
	return n, rest, n > 0
}

// romanOf is the Roman number of the i-th chapter's heading.
func (r *Reader) romanOf(i int) (int, bool) {
	if i < 0 || i >= len(r.Chapters) || len(r.Chapters[i].headings) == 0 {
		return 0, false
	}
	n, _, ok := leadingRoman(r.Content(r.Chapters[i].headings[0]).Text)
	return n, ok
}

// leadingSerial takes a serial with its year off the beginning of a heading:
// "2031-12 Harbours: …", "[2031-12] …".
func leadingSerial(text string) (rest, serial string) {
	word, rest, ok := strings.Cut(text, " ")
	serial, _ = SerialWord(strings.TrimRight(word, ":"))
	year, _, _ := strings.Cut(serial, "-")
	if rest = strings.TrimLeft(rest, "–—-:.| "); !ok || len(year) < 4 || !strings.ContainsFunc(rest, unicode.IsLetter) {
		return text, ""
	}
	return rest, serial
}
