package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// firstOfSources cuts a note that cites several sources behind the first: a
// semicolon between two stretches that each have brackets and a date, or one that
// ends with its own date and one that begins as a source does.
func firstOfSources(v *vocabulary.Vocabulary, text string) string {
	dated := func(s string) bool {
		for i := 0; i < len(s); i++ {
			if s[i] != ')' {
				continue
			}
			if open, ok := placeBrackets(v, s, i); ok {
				_, _, inside := placeAndDate(v, s, open, i)
				if _, behind := dateBehind(v, s, i+1); inside || behind {
					return true
				}
			}
		}
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], "; ")
		if i < 0 {
			return text
		}
		i += from
		if sourceEnds(v, text[:i]) && sourceBegins(v, text[i+2:]) {
			return text[:i]
		}
		if dated(text[:i]) {
			if dated(text[i:]) {
				return text[:i]
			}
			return text
		}
		from = i + 2
	}
}

// sourceEnds reports whether what stands before a semicolon ends with the date of a
// source, behind which a page may follow. A quotation that has not closed is a title.
func sourceEnds(v *vocabulary.Vocabulary, head string) bool {
	if strings.Count(head, "“") > strings.Count(head, "”") || strings.Count(head, "\"")%2 > 0 || strings.Count(head, "(") > strings.Count(head, ")") {
		return false
	}
	dates := date.FindDates(v, head)
	if len(dates) == 0 || dates[len(dates)-1].EDTF == "" {
		return false
	}
	last := dates[len(dates)-1]
	return script.HasLetterOrDigit(head[:last.FromByte]) && !script.HasLetterOrDigit(withoutPages(v, head[last.ToByte:]))
}

// minSourceWords is how many words a source has at least before its date.
const minSourceWords = 3

// sourceBegins reports whether what stands behind a semicolon begins as a source
// does, with a capital or a quotation mark and its own date further on, and is
// no remark on the first ('updated 3 May 2031').
func sourceBegins(v *vocabulary.Vocabulary, tail string) bool {
	tail = strings.TrimLeft(tail, " ")
	first, _ := utf8.DecodeRuneInString(tail)
	word, _, _ := strings.Cut(tail, " ")
	word = strings.Trim(word, ",.:")
	pointed := v.Has(vocabulary.FurtherSources, word)
	if !pointed && !unicode.IsUpper(first) && !strings.ContainsRune("“\"„«‘'「『", first) || v.Has(vocabulary.PublishedLabels, word) {
		return false
	}
	dates := date.FindDates(v, tail)
	if len(dates) == 0 || dates[0].EDTF == "" {
		return false
	}
	head := tail[:dates[0].FromByte]
	return len(strings.Fields(head)) >= minSourceWords && strings.ContainsAny(head, ",)”\"»’」") && !hasAccessDay(v, tail[:dates[0].ToByte])
}
