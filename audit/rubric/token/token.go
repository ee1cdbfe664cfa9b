package token

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/audit/stem"
)

// maxText bounds how much of one level's text is read, in bytes. Levels of
// several pages have been seen in no report.
const maxText = 64 << 10

// Token is a word in lower case, a punctuation mark, or a number.
type Token struct {
	Word       string // as the grammar has it, in lower case
	Stem       string // what the word's forms have in common; empty for numbers, marks and words that carry nothing
	kinds      kinds
	Num        int  // value of a number, -1 for others
	Past       bool // an irregular past form of a verb
	Start, End int  // byte offsets in the text
}

// IsNumber reports whether the token has a value.
func (t *Token) IsNumber() bool { return t.Num >= 0 }

// Is reports whether the token is a word of one of the kinds.
func (t *Token) Is(k kinds) bool { return t.kinds&k != 0 }

// CallPart makes the token a noun for the parts of a commitment, where a text shows that
// it is one there.
func (t *Token) CallPart() { t.kinds = t.kinds&^ActionNouns | DimensionNouns }

// newToken looks a word up.
func newToken(word string, start, end int) Token {
	t := Token{Word: word, Num: -1, Start: start, End: end}
	base := word
	if known, ok := lexicon()[word]; ok {
		t.kinds, t.Num, t.Past = known.kinds, known.num, known.past
		if known.base != "" {
			base = known.base
		}
	} else {
		t.Num = digits(word)
	}
	if len(word) >= 3 && t.Num < 0 && !t.Is(Common) {
		t.Stem = stem.Of(base)
	}
	return t
}

// tokens are slices of tokens that are used again.
var tokens = sync.Pool{New: func() any { return new([]Token) }}

// Borrow cuts a text into tokens, for those who put them back into the
// pool and keep none.
func Borrow(text string) *[]Token {
	toks := tokens.Get().(*[]Token)
	*toks = appendTokens((*toks)[:0], text)
	return toks
}

// GiveBack puts what was borrowed back into the pool.
func GiveBack(toks *[]Token) { tokens.Put(toks) }

// appendTokens splits text into words and the marks that end a phrase, which it
// appends to out. Apostrophes and hyphens inside a word belong to it; a hyphen
// or dash between two numbers is the word "to".
func appendTokens(out []Token, text string) []Token {
	if len(text) > maxText {
		text = text[:maxText]
	}
	out = slices.Grow(out, len(text)/5+8)
	// Words are pieces of this one copy, as far as they are ASCII.
	lower := lowerASCII(text)
	word := func(start, end int) {
		w := lower[start:end]
		if !isASCII(w) {
			w = strings.ToLower(strings.ReplaceAll(w, "\u2019", "'"))
		}
		out = append(out, newToken(strings.TrimSuffix(w, "'s"), start, end))
	}
	start := -1
	inWord := false // the code point before is a letter or a digit
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		at, next := i, i+n
		i = next
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		joins := inWord // a joint inside a word stands behind a letter or digit
		inWord = letter
		if letter || unicode.IsMark(r) {
			if start < 0 {
				start = at
			}
			continue
		}
		var behind rune // the next code point
		if next < len(text) {
			behind, _ = utf8.DecodeRuneInString(text[next:])
		}
		if (r == '-' || r == '\'' || r == '\u2019') && start >= 0 && joins && unicode.IsLetter(behind) {
			continue
		}
		if start >= 0 {
			word(start, at)
			start = -1
		}
		switch r {
		case ',', ';', ':', '.', '?', '!', '(', ')', '\n':
			out = append(out, newToken(text[at:next], at, next))
		case '-', '\u2013', '\u2014':
			if len(out) > 0 && out[len(out)-1].IsNumber() && unicode.IsDigit(behind) {
				out = append(out, newToken("to", at, next))
			}
		}
	}
	if start >= 0 {
		word(start, len(text))
	}
	return out
}

// lowerASCII is text with its capital letters of ASCII in lower case, of the
// same length.
func lowerASCII(text string) string {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < 'A' || c > 'Z' {
			continue
		}
		b := []byte(text)
		for ; i < len(b); i++ {
			if c := b[i]; c >= 'A' && c <= 'Z' {
				b[i] = c | 0x20
			}
		}
		return string(b)
	}
	return text
}

func isASCII(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Number is the value of a number word or of up to two digits, -1 for
// anything else. Years and the like are no counts.
func Number(w string) int {
	if known, ok := lexicon()[w]; ok {
		return known.num
	}
	return digits(w)
}

// digits is number for what is no word.
func digits(w string) int {
	if w == "" || len(w) > 2 {
		return -1
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// Sentences cuts tokens at sentence ends and line feeds. A full stop behind a
// number at a line's start ("1.") and one between two words without a capital
// behind it end nothing.
func Sentences(text string, toks []Token) [][]Token {
	var out [][]Token
	from := 0
	flush := func(to int) {
		if to > from {
			out = append(out, toks[from:to])
		}
		from = to + 1
	}
	for i, t := range toks {
		switch t.Word {
		case "\n", "?", "!":
			flush(i)
		case ".":
			if i == from+1 && toks[from].IsNumber() {
				continue
			}
			if i+1 < len(toks) && toks[i+1].Word != "\n" {
				if r, _ := utf8.DecodeRuneInString(text[toks[i+1].Start:toks[i+1].End]); unicode.IsLower(r) {
					continue
				}
				if toks[i+1].Start == t.End { // "U.S", "1.5"
					continue
				}
			}
			flush(i)
		}
	}
	if from < len(toks) {
		out = append(out, toks[from:])
	}
	return out
}

// Quote is the original text between two tokens, inclusive, white space
// folded.
func Quote(text string, toks []Token) string {
	if len(toks) == 0 {
		return ""
	}
	s := text[toks[0].Start:toks[len(toks)-1].End]
	if strings.Contains(s, "  ") || strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimRight(s, ",;:. ")
}
