package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// mark is how a currency is written beside a number.
type mark struct {
	code string
	form []rune
}

// written reports whether text is the mark. Letters before a sign may be capitals or
// not ('CDN$', 'Cdn$', 'us$'), where there are two at least: one alone may be the word
// before ('a $5 fee' set without its blank).
func (m mark) written(text []rune) bool {
	if slices.Equal(text, m.form) {
		return true
	}
	last := len(m.form) - 1
	if last < 2 || len(text) != len(m.form) || unicode.IsLetter(m.form[last]) || !unicode.IsLetter(m.form[0]) {
		return false
	}
	return strings.EqualFold(string(text), string(m.form))
}

// currencyIndex finds currencies and multipliers beside a number.
type currencyIndex struct {
	before map[rune][]mark // marks by their last code point, longest first
	after  map[rune][]mark // marks and words by their first code point, longest first
	powers map[rune][]power
	apart  []power // single letters and the like behind a space
	marks  []power // before a currency's mark
}

// power is a word that multiplies.
type power struct {
	form  []rune // folded, except apart and before marks
	power int
	glued bool // may stand right behind the digits
}

func newCurrencyIndex(t Tables) currencyIndex {
	x := currencyIndex{before: map[rune][]mark{}, after: map[rune][]mark{}, powers: map[rune][]power{}}
	for _, c := range t.Currencies {
		for _, m := range c.Marks {
			if form := []rune(m); len(form) > 0 {
				last := form[len(form)-1]
				x.before[last] = append(x.before[last], mark{c.Code, form})
				x.after[form[0]] = append(x.after[form[0]], mark{c.Code, form})
			}
		}
		for _, w := range c.Words {
			if form := []rune(w); len(form) > 0 {
				x.after[form[0]] = append(x.after[form[0]], mark{c.Code, form})
			}
			if form := []rune(capitalized(w)); string(form) != w {
				x.after[form[0]] = append(x.after[form[0]], mark{c.Code, form})
			}
		}
	}
	for _, m := range t.Multipliers {
		for _, w := range m.Words {
			x.addPower(w, m.Power, false)
		}
		for _, w := range m.Glued {
			x.addPower(w, m.Power, true)
		}
		for _, w := range m.Apart {
			x.apart = append(x.apart, power{form: []rune(w), power: m.Power})
		}
		for _, w := range m.Marks {
			x.marks = append(x.marks, power{form: []rune(w), power: m.Power})
		}
	}
	for _, list := range []map[rune][]mark{x.before, x.after} {
		for _, marks := range list {
			slices.Reverse(marks) // among equals what was added last holds
			slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(len(b.form), len(a.form)) })
		}
	}
	for _, list := range x.powers {
		slices.Reverse(list)
		slices.SortStableFunc(list, func(a, b power) int { return cmp.Compare(len(b.form), len(a.form)) })
	}
	return x
}

// capitalized is a currency's name of several words, each with a capital ('Turkish
// Lira'). One word with a capital may be another name ('Rand', 'Won') and stays.
func capitalized(name string) string {
	words := strings.Split(name, " ")
	if len(words) < 2 {
		return name
	}
	for i, w := range words {
		if r := []rune(w); len(r) > 0 && w != "and" {
			r[0] = unicode.ToUpper(r[0])
			words[i] = string(r)
		}
	}
	return strings.Join(words, " ")
}

func (x currencyIndex) addPower(word string, n int, glued bool) {
	if form := []rune(Fold(word)); len(form) > 0 {
		x.powers[form[0]] = append(x.powers[form[0]], power{form, n, glued})
	}
}

// CurrencyBefore is the currency whose mark ends at code point end of text:
// its code (empty where several share the mark) and where the mark begins.
// The longest mark counts, in the vocabulary's spelling but for capitals before a
// sign ('Cdn$'); one of letters stands as a word of its own.
func (v *Vocabulary) CurrencyBefore(text []rune, end int) (code string, start int, ok bool) {
	if end <= 0 || end > len(text) {
		return "", end, false
	}
	for _, m := range v.currencies.before[text[end-1]] {
		start := end - len(m.form)
		if start < 0 || !m.written(text[start:end]) {
			continue
		}
		if start > 0 && (unicode.IsLetter(m.form[0]) && wordRune(text[start-1]) || unicode.IsDigit(text[start-1])) {
			continue
		}
		return m.code, start, true
	}
	return "", end, false
}

// CurrencyAfter is the currency whose mark or word begins at code point start
// of text: its code (empty where several share it) and where it ends.
func (v *Vocabulary) CurrencyAfter(text []rune, start int) (code string, end int, ok bool) {
	if start < 0 || start >= len(text) {
		return "", start, false
	}
	for _, m := range v.currencies.after[text[start]] {
		end, fits := start, true
		for _, r := range m.form {
			if end >= len(text) || r != text[end] && !(r == ' ' && unicode.IsSpace(text[end])) {
				fits = false
				break
			}
			end++
		}
		if !fits || unicode.IsLetter(m.form[len(m.form)-1]) && end < len(text) && wordRune(text[end]) {
			continue
		}
		return m.code, end, true
	}
	return "", start, false
}

// MultiplierAt is the power of ten of the word that begins at code point
// start of text, and where it ends. glued says that it stands right behind
// the digits, where fewer words are understood.
func (v *Vocabulary) MultiplierAt(text []rune, start int, glued bool) (n, end int, ok bool) {
	if start < 0 || start >= len(text) {
		return 0, start, false
	}
	for _, p := range v.currencies.powers[FoldRune(text[start])] {
		if glued != p.glued && (glued || len(p.form) < 2) {
			continue
		}
		end := start + len(p.form)
		if end > len(text) || end < len(text) && wordRune(text[end]) {
			continue
		}
		if strings.EqualFold(string(text[start:end]), string(p.form)) {
			return p.power, end, true
		}
	}
	return 0, start, false
}

// ApartMultiplierAt is MultiplierAt for the short multipliers that may stand
// behind a space where a currency is named too ('$5 M').
func (v *Vocabulary) ApartMultiplierAt(text []rune, start int) (n, end int, ok bool) {
	for _, p := range v.currencies.apart {
		if end := start + len(p.form); startsWith(text, start, p.form) && (end == len(text) || !wordRune(text[end])) {
			return p.power, end, true
		}
	}
	return 0, start, false
}

// ScaledCurrencyBefore is CurrencyBefore for a mark with its multiplier in
// front ('MEUR 5', 'k€ 5').
func (v *Vocabulary) ScaledCurrencyBefore(text []rune, end int) (code string, n, start int, ok bool) {
	if end <= 0 || end > len(text) {
		return "", 0, end, false
	}
	for _, m := range v.currencies.before[text[end-1]] {
		from := end - len(m.form)
		if !startsWith(text, from, m.form) {
			continue
		}
		for _, p := range v.currencies.marks {
			start := from - len(p.form)
			if startsWith(text, start, p.form) && (start == 0 || !wordRune(text[start-1])) {
				return m.code, p.power, start, true
			}
		}
	}
	return "", 0, end, false
}

// ScaledCurrencyAfter is CurrencyAfter for a mark with its multiplier in front
// ('5 MEUR').
func (v *Vocabulary) ScaledCurrencyAfter(text []rune, start int) (code string, n, end int, ok bool) {
	for _, p := range v.currencies.marks {
		if !startsWith(text, start, p.form) {
			continue
		}
		if code, end, ok := v.CurrencyAfter(text, start+len(p.form)); ok {
			return code, p.power, end, true
		}
	}
	return "", 0, start, false
}

// startsWith says whether form stands at code point i of text.
func startsWith(text []rune, i int, form []rune) bool {
	return i >= 0 && i+len(form) <= len(text) && slices.Equal(text[i:i+len(form)], form)
}
