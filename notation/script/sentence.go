package script

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// MaxMonth is the longest name of a month, in code points.
const MaxMonth = 12

// Span is a stretch of a text in code points, End exclusive.
type Span struct{ Start, End int }

// Sentences cuts a paragraph into its sentences. White space between them
// belongs to none. A full stop ends a sentence when white space and then a
// capital, a digit or an opening mark follow, and when what stands before it
// is no abbreviation; closing quotation marks, brackets and private-use code
// points (markers) behind it still belong to the sentence.
func Sentences(v *vocabulary.Vocabulary, text string) []Span {
	if strings.IndexByte(text, '.') < 0 && strings.IndexByte(text, '!') < 0 && strings.IndexByte(text, '?') < 0 && !strings.Contains(text, "…") {
		return oneSentence(text)
	}
	runes := []rune(text)
	var spans []Span
	start := 0
	for i := 0; i < len(runes); i++ {
		if r := runes[i]; r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		end := i + 1
		for end < len(runes) && closes(runes[end]) {
			end++
		}
		next := end
		for next < len(runes) && unicode.IsSpace(runes[next]) {
			next++
		}
		if next == end && next < len(runes) || next < len(runes) && !Opens(runes[next]) {
			continue
		}
		if runes[i] == '.' && next < len(runes) && (abbreviated(v, runes[start:i]) || bracketed(runes[start:end], i-start) || dayOfMonth(v, runes[start:i], runes[next:]) || titleInApposition(v, runes[start:i], runes[next:])) {
			continue
		}
		spans = append(spans, Span{start, end})
		start = next
		i = next - 1
	}
	for start < len(runes) && unicode.IsSpace(runes[start]) {
		start++
	}
	if start < len(runes) {
		spans = append(spans, Span{start, len(runes)})
	}
	return spans
}

// oneSentence is the sentence of a text in which none ends.
func oneSentence(text string) []Span {
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	if rest == "" {
		return nil
	}
	start := utf8.RuneCountInString(text[:len(text)-len(rest)])
	return []Span{{start, start + utf8.RuneCountInString(rest)}}
}

// dayOfMonth reports whether a full stop stands between a day and its month
// and year ("12. May 2031").
func dayOfMonth(v *vocabulary.Vocabulary, before, behind []rune) bool {
	digits := 0
	for digits < len(before) && unicode.IsDigit(before[len(before)-1-digits]) {
		digits++
	}
	if digits == 0 || digits > 2 || digits < len(before) && !unicode.IsSpace(before[len(before)-1-digits]) {
		return false
	}
	n := 0
	for n < len(behind) && n <= MaxMonth && unicode.IsLetter(behind[n]) {
		n++
	}
	if n+1 >= len(behind) || !unicode.IsSpace(behind[n]) || !unicode.IsDigit(behind[n+1]) {
		return false
	}
	_, month := v.Month(string(behind[:n]))
	return month
}

// bracketed reports whether the full stop at i is followed by a bracket that
// the sentence opened in its middle ("Admiral (ret.) Hare"): the sentence
// goes on. Brackets around a whole sentence open at its start.
func bracketed(sentence []rune, i int) bool {
	if i+1 >= len(sentence) || sentence[i+1] != ')' {
		return false
	}
	for k := i; k > 0; k-- {
		switch sentence[k] {
		case ')':
			return false
		case '(':
			return sentence[len(sentence)-1] == ')'
		}
	}
	return false
}

// SpanAt is the span that holds a place; an empty one there where none does.
func SpanAt(spans []Span, at int) Span {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	if i < len(spans) && at >= spans[i].Start {
		return spans[i]
	}
	return Span{at, at}
}

// closes says that a mark behind a full stop belongs to the sentence.
func closes(r rune) bool {
	switch r {
	case '.', '!', '?', '"', '\'', '”', '’', '»', ')', ']':
		return true
	}
	return privateUse(r) || unicode.Is(unicode.No, r) // superscript digits
}

// Opens says that a sentence can begin with r.
func Opens(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '(', '[', '$', '€', '£', '•':
		return true
	}
	return IsSign(r) || unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// privateUse says that a code point stands for nothing of the text itself: it
// is private, or one of the noncharacters that programs use among themselves.
func privateUse(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xfdd0 && r <= 0xfdef }

// abbreviated says that the word at the end of before is an abbreviation, so
// that its full stop ends no sentence. After initials such as 'U.S.' a
// sentence may begin, but a name does so more often ('U.S. Treasury'), so the
// sentence is taken to go on.
func abbreviated(v *vocabulary.Vocabulary, before []rune) bool {
	i := len(before)
	for i > 0 && (unicode.IsLetter(before[i-1]) || before[i-1] == '.') {
		i--
	}
	word := before[i:]
	if len(word) == 0 || len(word) > 8 {
		return false
	}
	if len(word) == 1 || word[len(word)-2] == '.' {
		return unicode.IsLetter(word[len(word)-1])
	}
	return v.Has(vocabulary.Abbreviations, string(word)) || titleLike(word)
}

// titleLike reports whether a word is short, begins with a capital and has
// small consonants alone: 'Pr', 'Hr', 'Mgr', which shorten a title.
func titleLike(word []rune) bool {
	if len(word) < 2 || len(word) > 4 || !unicode.IsUpper(word[0]) {
		return false
	}
	for _, r := range word[1:] {
		if !unicode.IsLower(r) || strings.ContainsRune("aeiouy", r) {
			return false
		}
	}
	return !strings.ContainsRune("AEIOUY", word[0])
}
