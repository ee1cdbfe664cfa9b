package action

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxItemNumber bounds the figures of the number before a paragraph.
const maxItemNumber = 2

// withoutItemNumber takes off the number of a paragraph that stands before its first
// sentence: "3. On 14 June 2031 …", "(3) In June …", "b) On …". Before a month the
// figure may be the day ("14. June 2031") and stays.
func withoutItemNumber(v *vocabulary.Vocabulary, text string) string {
	s := strings.TrimLeft(text, " ")
	word, rest, ok := strings.Cut(s, " ")
	inner := strings.TrimRight(strings.TrimLeft(word, "("), ".)")
	if rest = strings.TrimLeft(rest, " "); !ok || len(inner) == len(word) || inner == "" || rest == "" {
		return text
	}
	figures := len(inner) <= maxItemNumber && strings.Trim(inner, "0123456789") == ""
	letter := len(inner) == 1 && unicode.IsLower(rune(inner[0])) && strings.HasSuffix(word, ")")
	if !figures && !letter {
		return text
	}
	first := script.FirstRune(rest)
	if !unicode.IsUpper(first) && !script.IsDigit(first) && first != '“' && first != '"' {
		return text
	}
	if dates := date.FindDates(v, script.FirstRunes(rest, sentenceReach)); len(dates) > 0 && dates[0].Start == 0 && len(dates[0].EDTF) < len("2006-01-02") {
		return text
	}
	return rest
}
