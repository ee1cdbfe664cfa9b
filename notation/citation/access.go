package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// takeAccess takes the day of access out of a note and gives what is left. A
// label without a date behind it is part of a title ('Access to Water').
func (c *Citation) takeAccess(v *vocabulary.Vocabulary, text string, words []vocabulary.Word) string {
	for _, label := range v.AccessLabels(words) {
		at := byteOf(text, label.End)
		for range 3 {
			r, n := script.RuneAt(text, at)
			if r != ':' && r != '：' && r != '.' && r != ',' && !unicode.IsSpace(r) {
				break
			}
			at += n
		}
		m, ok := date.At(v, text, at)
		if !ok {
			continue
		}
		c.Accessed, c.AccessedText = m.EDTF, m.Text
		from, to := byteOf(text, label.Start), m.ToByte
		if open := labelBracket(text, from); open >= 0 {
			from = open
			if closesBracket(text, to) {
				to++
			}
		}
		if to < len(text) && (text[to] == '.' || text[to] == ',' || text[to] == ';') {
			to++
		}
		return blanked(text, from, to)
	}
	if text = c.takeBracketAccess(v, text); c.AccessedText == "" {
		text = c.takeAccessBefore(v, text)
	}
	return text
}

// labelBracket is where the bracket opens right before byte i, or before a word or
// two in small letters that stand there ('(last accessed', '(page consultée le'); -1
// is none.
func labelBracket(text string, i int) int {
	before := text[:i]
	for range 3 {
		before = strings.TrimRight(before, " ")
		if opensBracket(text, len(before)) {
			return len(before) - 1
		}
		word := before[strings.LastIndexAny(before, " ([")+1:]
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) || strings.ContainsAny(word, ".,;:)]0123456789") {
			return -1
		}
		before = before[:len(before)-len(word)]
	}
	return -1
}

// takeLastDate takes a day of access that no word says to be one: the only date
// behind the address, of a source whose day of publication stands before it and
// is no later. behind is what stands behind the address.
func (c *Citation) takeLastDate(v *vocabulary.Vocabulary, text, behind string) string {
	behind = strings.TrimRight(strings.Join(strings.Fields(behind), " "), " ")
	from := len(text) - len(behind)
	if behind == "" || from <= 0 || !blankedFrom(behind, text[from:]) {
		return text
	}
	behind = text[from:]
	dates := date.FindDates(v, behind)
	if len(dates) != 1 || len(dates[0].EDTF) != len("2006-01-02") {
		return text
	}
	m := dates[0]
	words := strings.Fields(strings.Trim(behind[:m.FromByte], " ,.;:([–—|"))
	if len(words) > maxAccessWords || script.HasLetterOrDigit(behind[m.ToByte:]) {
		return text
	}
	for _, w := range words {
		if v.Has(vocabulary.PublishedLabels, strings.Trim(w, ":")) {
			return text
		}
	}
	published := ""
	for _, d := range date.FindDates(v, text[:from]) {
		if len(d.EDTF) == len(m.EDTF) || len(d.EDTF) == len("2006-01") {
			published = d.EDTF
		}
	}
	if published == "" || published > m.EDTF {
		return text
	}
	c.Accessed, c.AccessedText = m.EDTF, m.Text
	return blanked(text, from, len(text))
}

// blankedFrom reports whether a text is another one, of which parts may be blanked.
func blankedFrom(whole, text string) bool {
	if len(whole) != len(text) {
		return false
	}
	for i := range len(text) {
		if text[i] != whole[i] && text[i] != ' ' {
			return false
		}
	}
	return true
}
