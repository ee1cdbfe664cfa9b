package vocabulary

import (
	"strings"
	"unicode"
)

// LocalCurrency is what a mark or word that several currencies share means in
// the section of a member; empty where that is not certain.
func (v *Vocabulary) LocalCurrency(mark, member string) string {
	mark = strings.Join(strings.Fields(mark), " ")
	for _, l := range v.tables.LocalCurrencies {
		if l.Member != member {
			continue
		}
		for _, m := range l.Shared {
			if m == mark {
				return l.Code
			}
		}
	}
	return ""
}

// OwnCurrencyBefore is the currency of a mark that ends at code point end of
// text and means money in the section of a member only.
func (v *Vocabulary) OwnCurrencyBefore(text []rune, end int, member string) (code string, start int, ok bool) {
	for _, l := range v.tables.LocalCurrencies {
		if l.Member != member {
			continue
		}
		for _, m := range l.Own {
			form := []rune(m)
			if start := end - len(form); startsWith(text, start, form) && (start == 0 || !wordRune(text[start-1])) {
				return l.Code, start, true
			}
		}
	}
	return "", end, false
}

// OwnCurrencyAfter is the currency of a word that begins at code point start of
// text and means money in the section of a member only, behind a multiplier.
func (v *Vocabulary) OwnCurrencyAfter(text []rune, start int, member string) (code string, end int, ok bool) {
	for _, l := range v.tables.LocalCurrencies {
		if l.Member != member {
			continue
		}
		for _, w := range l.OwnWords {
			form := []rune(w)
			if end := start + len(form); startsWith(text, start, form) && (end == len(text) || !wordRune(text[end])) {
				return l.Code, end, true
			}
		}
	}
	return "", start, false
}

// CurrencyAdjective is the currency of an adjective that stands in brackets
// behind an amount, 'Canadian'; empty for other words.
func (v *Vocabulary) CurrencyAdjective(word string) string {
	for _, a := range v.tables.CurrencyAdjectives {
		for _, w := range a.Words {
			if w == word {
				return a.Code
			}
		}
	}
	return ""
}

// NumberWordAt is the number below a hundred that is spelled at code point
// start of text, 'nine' or 'twenty-five', and where it ends.
func (v *Vocabulary) NumberWordAt(text []rune, start int) (n, end int, ok bool) {
	n, end, ok = v.numberWord(text, start)
	if !ok || n < 20 || end+1 >= len(text) || FoldRune(text[end]) != '-' && text[end] != ' ' {
		return n, end, ok
	}
	if unit, after, ok := v.numberWord(text, end+1); ok && unit < 10 {
		return n + unit, after, true
	}
	return n, end, true
}

// numberWord reads one word.
func (v *Vocabulary) numberWord(text []rune, start int) (n, end int, ok bool) {
	if start+1 < len(text) && text[start] <= unicode.MaxASCII && text[start+1] <= unicode.MaxASCII {
		if v.numberPairs.lacks(pairOf(byte(text[start]), byte(text[start+1]))) {
			return 0, start, false
		}
	}
	var word [longestNumberWord]byte
	for end = start; end < len(text) && unicode.IsLetter(text[end]); end++ {
		if end-start == longestNumberWord || text[end] > unicode.MaxASCII {
			return 0, start, false
		}
		word[end-start] = byte(text[end]) | ' ' // small
	}
	n, ok = v.numberWords[string(word[:end-start])]
	return n, end, ok
}

// longestNumberWord is the most code points of a number in one word.
const longestNumberWord = 12

// numbersByWord is the value of each number in one word.
func numbersByWord(words []NumberWord) map[string]int {
	x := map[string]int{}
	for _, n := range words {
		for _, w := range n.Words {
			x[strings.ToLower(w)] = n.Value
		}
	}
	return x
}

// OutOfUse reports whether an amount in the section of a member was read as a
// currency that was no money any more in a year, by a word that others share:
// "francs" in France's section after 2002 are other francs.
func (v *Vocabulary) OutOfUse(code, text, member string, year int) bool {
	gone := false
	for _, l := range v.tables.LocalCurrencies {
		gone = gone || l.Member == member && l.Code == code && l.Until > 0 && year > l.Until
	}
	if !gone {
		return false
	}
	for _, c := range v.tables.Currencies {
		if c.Code != code {
			continue
		}
		for _, names := range [][]string{c.Marks, c.Words} {
			for _, name := range names {
				if strings.Contains(text, name) {
					return false
				}
			}
		}
	}
	return true
}
