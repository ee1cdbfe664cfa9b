package citation

import (
	"strings"
	"unicode"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// takeTranslation takes the remark about the translation out of a note, from
// its first word to the end of its sentence or bracket, and gives what is left.
func (c *Citation) takeTranslation(v *vocabulary.Vocabulary, text string, words []vocabulary.Word) string {
	if from, to, ok := bracketedRemark(v, text); ok {
		c.Translation = tidySpaces(text[from+1 : to-1])
		return blanked(text, from, to)
	}
	var remark script.Span // the last one counts: a title may begin with the same words
	for _, m := range v.TranslationPhrases(words) {
		start := byteOf(text, m.Start)
		if text[start] == ' ' {
			continue // taken out with the day of access
		}
		if quoted(text, start) >= 0 && !strings.Contains(text[start:byteOf(text, m.End)], " ") && !opensBracket(text, start) {
			continue // a word of a title ('“Minutes, Provisional Translation.”')
		}
		near := remark.End > 0 && start-remark.Start < 60 && !strings.ContainsAny(text[remark.Start:start], ".)")
		if !near {
			remark.Start = start
		}
		remark.End = byteOf(text, m.End)
	}
	if remark.End == 0 {
		return text
	}
	from, to := remark.Start, remark.End
	bracket := opensBracket(text, from)
	end := quoted(text, from)
	for to < len(text) && to != end && !closesBracket(text, to) && text[to] != ';' {
		if next, n := script.RuneAt(text, to+1); text[to] == '.' && (n == 0 || !unicode.IsLower(next)) {
			break
		}
		to++
	}
	c.Translation = tidySpaces(strings.Trim(text[from:to], " :,."))
	if bracket {
		from--
	}
	if to < len(text) && to != end {
		to++
	}
	return blanked(text, from, to)
}

// bracketedRemark finds brackets in which nothing stands but that the source
// was translated: '(Google translation)'.
func bracketedRemark(v *vocabulary.Vocabulary, text string) (from, to int, ok bool) {
	for from = range len(text) {
		if text[from] != '(' && text[from] != '[' {
			continue
		}
		n := strings.IndexAny(text[from+1:], ")]")
		if n < 0 {
			return 0, 0, false
		}
		if n <= maxPlace && v.Has(vocabulary.TranslationRemarks, strings.TrimSpace(text[from+1:from+1+n])) {
			return from, from + n + 2, true
		}
	}
	return 0, 0, false
}

// quoted gives where the quotation in which a place of the text stands is closed; -1
// where it stands in none.
func quoted(text string, at int) int {
	open := strings.LastIndex(text[:at], "“")
	if open < 0 || strings.Contains(text[open:at], "”") {
		return -1
	}
	end := strings.Index(text[at:], "”")
	if end < 0 {
		return -1
	}
	return at + end
}
