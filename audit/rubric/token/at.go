package token

// Word is the word of the token at i, empty outside of toks.
func Word(toks []Token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return toks[i].Word
}

// At is the token at i, one that is no word of the grammar outside of toks.
func At(toks []Token, i int) *Token {
	if i < 0 || i >= len(toks) {
		return &noToken
	}
	return &toks[i]
}

var noToken = Token{Num: -1}

// Num is the number at i; ok is false where none stands there.
func Num(toks []Token, i int) (n int, ok bool) {
	if i < 0 || i >= len(toks) || !toks[i].IsNumber() {
		return 0, false
	}
	return toks[i].Num, true
}
