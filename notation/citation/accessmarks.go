package citation

import (
	"strings"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// takeBracketAccess takes a day of access in square brackets ('[cited 2031 Aug 14]').
func (c *Citation) takeBracketAccess(v *vocabulary.Vocabulary, text string) string {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '[')
		if i < 0 {
			return text
		}
		from += i + 1
		end := script.LettersEnd(text, from, maxAccessWord)
		if end == from || !v.Has(vocabulary.BracketAccess, text[from:end]) {
			continue
		}
		at := end
		for at < len(text) && text[at] == ' ' {
			at++
		}
		if m, ok := date.At(v, text, at); ok && closesBracket(text, m.ToByte) {
			c.Accessed, c.AccessedText = m.EDTF, m.Text
			return blanked(text, from-1, m.ToByte+1)
		}
	}
}

// takeAccessBefore takes a day of access whose word stands behind it, as in East Asia
// ('（2031年4月2日閲覧）', '(2031년 3월 4일 접속)').
func (c *Citation) takeAccessBefore(v *vocabulary.Vocabulary, text string) string {
	if !hasWide(text) {
		return text
	}
	for _, m := range date.FindDates(v, text) {
		at := m.ToByte
		for at < len(text) && text[at] == ' ' {
			at++
		}
		end := script.LettersEnd(text, at, maxAccessWord)
		if m.EDTF == "" || end == at || !v.Has(vocabulary.AccessBehind, text[at:end]) {
			continue
		}
		c.Accessed, c.AccessedText = m.EDTF, m.Text
		from := m.FromByte
		for _, pair := range []string{"()", "（）"} {
			open, closing := pair[:len(pair)/2], pair[len(pair)/2:]
			if strings.HasSuffix(text[:from], open) && strings.HasPrefix(text[end:], closing) {
				from, end = from-len(open), end+len(closing)
			}
		}
		return blanked(text, from, end)
	}
	return text
}

// maxAccessWord is the longest of these words, in code points.
const maxAccessWord = 10

// hasWide reports whether a text has letters of East Asia. It spares most notes the
// search for their dates.
func hasWide(text string) bool {
	for i := range len(text) {
		if text[i] >= 0xe3 && text[i] <= 0xed {
			return true
		}
	}
	return false
}
