package script

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UsualForm gives a piece of a line with the signs and decimal marks of scores in
// the form that nearly all print, in which all readers know them: '—0.50', '⁻1' and
// '− 0.50' are written with a minus that touches its figure, and, where dots says
// that the document sets decimals with a raised dot, '0·50' with a full stop.
// before is what stands before the piece on its line and behind what follows
// it, a blank included. What is no score's sign stays: a dash between words, years
// or the terms of a sum.
func UsualForm(before, piece, behind string, dots bool) string {
	if !HasRareForm(piece, dots) {
		return piece
	}
	all := []rune(before + piece + behind)
	from := utf8.RuneCountInString(before)
	to := len(all) - utf8.RuneCountInString(behind)
	var b strings.Builder
	for i := from; i < to; i++ {
		switch r := all[i]; {
		case isRareMinus(r) && opensScore(all, i) && ScoreAt(all[i+1:]):
			b.WriteRune(Minus)
		case r == Minus && i+1 < to && all[i+1] == ' ' && opensScore(all, i) && !endsTerm(all[:i]) && ScoreAt(all[i+2:]):
			b.WriteRune(Minus)
			i++
		case dots && isRaisedDot(r) && decimalDot(all, i):
			b.WriteByte('.')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// RaisedDots counts the figures of a text that can only be scores with a raised
// dot for a decimal mark: '0·50' is no product, nor is '−1·00'.
func RaisedDots(text string) (n int) {
	if strings.IndexFunc(text, isRaisedDot) < 0 {
		return 0
	}
	all := []rune(text)
	for i, r := range all {
		if !isRaisedDot(r) || !decimalDot(all, i) {
			continue
		}
		if all[i-1] == '0' && (i < 2 || !IsDigit(all[i-2])) || i > 1 && IsSign(all[i-2]) {
			n++
		}
	}
	return n
}

// Minus is the sign of those in Minuses that UsualForm writes.
const Minus = '\u2212'

// isRaisedDot knows the middle dot, the bullet operator and the dot operator.
func isRaisedDot(r rune) bool { return r == '\u00b7' || r == '\u2219' || r == '\u22c5' }

// isRareMinus knows what is printed for a minus now and then and mostly for
// something else: the em dash and the bar.
func isRareMinus(r rune) bool { return r == '\u2014' || r == '\u2015' }

// HasRareForm reports whether UsualForm may change a piece; most it leaves.
func HasRareForm(s string, dots bool) bool {
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf: // as most are
		case isRareMinus(r), dots && isRaisedDot(r):
			return true
		case r == Minus && strings.HasPrefix(s[i+utf8.RuneLen(Minus):], " "):
			return true
		}
	}
	return false
}

// opensScore reports whether a sign may stand at a place: behind a blank, a
// bracket, a colon, or first.
func opensScore(all []rune, i int) bool {
	return i == 0 || unicode.IsSpace(all[i-1]) || strings.ContainsRune("([:/“\"‘'=", all[i-1])
}

// endsTerm reports whether text ends in a figure from which something may be taken
// off.
func endsTerm(before []rune) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(string(before), unicode.IsSpace))
	return IsDigit(r) || r == '%' || r == ')'
}

// ScoreAt reports whether a text begins with a score of the scale, a mean or a
// percentage, and not with a year or an amount.
func ScoreAt(s []rune) bool {
	whole := 0
	for whole < len(s) && IsDigit(s[whole]) {
		whole++
	}
	places := 0
	if whole+1 < len(s) && (s[whole] == '.' || s[whole] == ',' || isRaisedDot(s[whole])) {
		for whole+1+places < len(s) && IsDigit(s[whole+1+places]) {
			places++
		}
	}
	end := whole
	if places > 0 {
		end += 1 + places
	}
	if end < len(s) && (unicode.IsLetter(s[end]) || IsDigit(s[end])) || whole > 3 {
		return false
	}
	rest := strings.TrimLeftFunc(string(s[end:]), unicode.IsSpace)
	percent := strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "per cent") || strings.HasPrefix(rest, "percent")
	return whole <= 1 && places > 0 || whole == 1 && s[0] <= '1' || whole > 0 && percent
}

// decimalDot reports whether a dot stands between the figures of one decimal.
func decimalDot(all []rune, i int) bool {
	if i == 0 || !IsDigit(all[i-1]) || i+1 >= len(all) || !IsDigit(all[i+1]) {
		return false
	}
	end := i + 1
	for end < len(all) && IsDigit(all[end]) {
		end++
	}
	begin := i
	for begin > 0 && IsDigit(all[begin-1]) {
		begin--
	}
	free := func(k int) bool { return k < 0 || k >= len(all) || !isRaisedDot(all[k]) && !unicode.IsLetter(all[k]) }
	return i-begin <= 3 && end-i <= 5 && free(end) && free(begin-1)
}

// SignAtEnd reports whether a minus stands at a line's end whose score begins the
// next.
func SignAtEnd(line, next string) bool {
	all := []rune(line)
	return opensScore(all, len(all)-1) && !endsTerm(all[:len(all)-1]) && ScoreAt([]rune(next))
}
