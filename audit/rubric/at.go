package rubric

// word is the word of the token at i, empty outside of toks.
func word(toks []token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return toks[i].word
}

// at is the token at i, one that is no word of the grammar outside of toks.
func at(toks []token, i int) *token {
	if i < 0 || i >= len(toks) {
		return &noToken
	}
	return &toks[i]
}

var noToken = token{num: -1}

// num is the number at i; ok is false where none stands there.
func num(toks []token, i int) (n int, ok bool) {
	if i < 0 || i >= len(toks) || !toks[i].isNumber() {
		return 0, false
	}
	return toks[i].num, true
}
