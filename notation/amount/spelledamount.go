package amount

import (
	"strconv"
	"strings"
	"unicode"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// spelledMoneyAt reads a number in words that begins at code point i and the
// currency behind it: 'nine million euros', 'two hundred and fifty million
// yuan', 'half a million dollars', 'one and a half billion rand'. It ends at
// number.End even where no currency follows, so that the rest of a longer
// number ('two thousand five hundred euros', not read) is never taken for one;
// digits is empty then.
func spelledMoneyAt(v *vocabulary.Vocabulary, runes []rune, i int, member string) figureOfMoney {
	f := figureOfMoney{}
	f.number = script.Span{Start: i, End: i}
	if i > 0 && (script.WordRune(runes[i-1]) || vocabulary.FoldRune(runes[i-1]) == '-' || script.Glued(runes[i-1])) {
		return f
	}
	value, decimals, article := 0, "", false
	at := i
	if end, ok := spelledWords(runes, at, "half", "a"); ok {
		decimals, article, at = "5", true, end
	} else if n, end, ok := v.NumberWordAt(runes, at); ok {
		value, at = n, end
	} else if end, ok := spelledWords(runes, at, "a"); ok {
		value, article, at = 1, true, end
	} else {
		return f
	}
	next := behindGap(runes, at)
	if power, end, ok := v.MultiplierAt(runes, next, false); ok && power == 2 && next > at && decimals == "" {
		value, at, article = 100*value, end, false
		rest := behindGap(runes, at)
		if end, ok := spelledWords(runes, rest, "and"); ok {
			rest = behindGap(runes, end)
		}
		if n, end, ok := v.NumberWordAt(runes, rest); ok {
			value, at = value+n, end
		}
		next = behindGap(runes, at)
	}
	if end, ok := spelledWords(runes, next, "and", "a", "half"); ok && decimals == "" {
		decimals, at = "5", end
		next = behindGap(runes, at)
	}
	multiplied := false
	if power, end, ok := v.MultiplierAt(runes, next, false); ok && next > at {
		f.power, multiplied, at = power, true, end
		next = behindGap(runes, at)
	}
	f.number.End = at
	if _, end, ok := v.NumberWordAt(runes, next); ok {
		f.number.End = end
		return f
	}
	if !multiplied && (article || decimals != "") || next == at {
		return f
	}
	code, end, ok := v.CurrencyAfter(runes, next)
	if !ok {
		return f
	}
	word := string(runes[next:end])
	if code == "" {
		code = v.LocalCurrency(word, member)
	}
	// 'two euro area members', 'five pounds of cod'.
	if !multiplied && (code == "" || !strings.HasSuffix(word, "s")) || code == "" && sellsSomething(runes, end) || ownsNext(runes, end) {
		return f
	}
	f.digits, f.decimals = strconv.Itoa(value), decimals
	f.code, f.priced, f.multiplied = code, true, true
	f.number.End = end
	f.whole = f.number
	return f
}

// behindGap is the place behind one hyphen or the blanks at i.
func behindGap(runes []rune, i int) int {
	if i < len(runes) && vocabulary.FoldRune(runes[i]) == '-' {
		return i + 1
	}
	return script.SkipBlanks(runes, i)
}

// spelledWords reports whether the words stand at i, and where they end.
func spelledWords(runes []rune, i int, words ...string) (end int, ok bool) {
	for k, w := range words {
		if k > 0 {
			i = behindGap(runes, i)
		}
		for _, r := range w {
			if i >= len(runes) || unicode.ToLower(runes[i]) != r {
				return 0, false
			}
			i++
		}
		if i < len(runes) && script.WordRune(runes[i]) {
			return 0, false
		}
	}
	return i, true
}
