package amount

import (
	"cmp"
	"strings"
	"sync"
	"unicode"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// maxAmountDigits is how many digits of an amount are read, the multiplier
// not counted.
const maxAmountDigits = 18

// figureOfMoney is a number with what stands beside it.
type figureOfMoney struct {
	digits, decimals string      // without separators
	power            int         // of ten
	multiplied       bool        // a multiplier is printed
	code             string      // ISO 4217, empty where the mark does not tell
	priced           bool        // a currency is printed
	number           script.Span // the digits
	whole            script.Span // with marks and words
}

// FindAmounts gives the sums of money that text names, in order: a number
// with a currency's mark before it ('CAD520 million', '£37 million') or a mark
// or word behind it ('19 million euros'). Currency is empty where the mark is
// one of several currencies' ('$') and not the own currency of member, in
// whose section the text stands. In a range ('€5–10 million') both ends
// are amounts and share mark and multiplier.
func FindAmounts(v *vocabulary.Vocabulary, text, member string) []model.Amount {
	room := amountRunes.Get().(*[]rune)
	defer amountRunes.Put(room)
	runes := (*room)[:0]
	for _, r := range text {
		runes = append(runes, r)
	}
	*room = runes
	var figures []figureOfMoney
	for i := 0; i < len(runes); {
		if !script.IsDigit(runes[i]) {
			if i > 0 && script.WordRune(runes[i-1]) || !unicode.IsLetter(runes[i]) {
				i++
				continue
			}
			f := spelledMoneyAt(v, runes, i, member)
			i = max(i+1, f.number.End)
			if f.digits != "" {
				figures = append(figures, f)
			}
			continue
		}
		f := moneyAt(v, runes, i, member, endsPricedRange(v, runes, figures, i))
		i = f.number.End
		if f.digits != "" {
			figures = append(figures, f)
		}
	}
	shareInRanges(v, runes, figures)
	var amounts []model.Amount
	var last *figureOfMoney
	for i := range figures {
		f := &figures[i]
		if !f.priced {
			continue
		}
		if last != nil && last.repeatedBy(f, runes) {
			last.code = cmp.Or(last.code, f.code)
			amounts[len(amounts)-1].Currency = last.code
			continue
		}
		if last != nil && last.said(f, v, text) {
			continue
		}
		last = f
		amounts = append(amounts, model.Amount{
			Currency: f.code,
			Value:    f.value(),
			Text:     strings.Join(strings.Fields(string(runes[f.whole.Start:f.whole.End])), " "),
		})
	}
	return amounts
}

// amountRunes are used again by FindAmounts, which reads every paragraph.
var amountRunes = sync.Pool{New: func() any { return new([]rune) }}

// repeatedBy reports whether g says again, in brackets right behind f, what f says:
// 'nine million euros (€9,000,000)', 'two million dollars (USD 2 million)'. A sum
// that stands beside another, or in another currency, is one of its own.
func (f *figureOfMoney) repeatedBy(g *figureOfMoney, runes []rune) bool {
	if f.value() != g.value() || f.code != "" && g.code != "" && f.code != g.code {
		return false
	}
	between := strings.TrimSpace(string(runes[min(f.whole.End, g.whole.Start):g.whole.Start]))
	at := script.SkipBlanks(runes, g.whole.End)
	return between == "(" && at < len(runes) && runes[at] == ')'
}

// said reports whether g stands in a sentence that repeats, word by word, the one right
// before it, in which f stands.
func (f *figureOfMoney) said(g *figureOfMoney, v *vocabulary.Vocabulary, text string) bool {
	if f.value() != g.value() {
		return false
	}
	spans := script.Sentences(v, text)
	runes := []rune(text)
	for i := 1; i < len(spans); i++ {
		a, b := spans[i-1], spans[i]
		if f.number.Start >= a.Start && f.number.End <= a.End && g.number.Start >= b.Start && g.number.End <= b.End {
			return string(runes[a.Start:a.End]) == string(runes[b.Start:b.End])
		}
	}
	return false
}

// endsPricedRange says that the number at i is the upper end of a range whose
// lower end, the last of figures, has a currency.
func endsPricedRange(v *vocabulary.Vocabulary, runes []rune, figures []figureOfMoney, i int) bool {
	if len(figures) == 0 || !figures[len(figures)-1].priced {
		return false
	}
	return joinsRange(v, runes, figures[len(figures)-1].number.End, i)
}

// joinsRange says that a dash or a word of ranges alone stands from from to to.
func joinsRange(v *vocabulary.Vocabulary, runes []rune, from, to int) bool {
	between := vocabulary.Fold(strings.TrimSpace(string(runes[min(from, to):to])))
	return between == "-" || v.Has(vocabulary.RangeWords, between)
}

// currencyBefore is the currency whose mark ends at i, or before a blank
// there, and the power of ten of a multiplier in front of the mark.
func currencyBefore(v *vocabulary.Vocabulary, runes []rune, i int) (code string, power, start int, ok bool) {
	for _, end := range []int{i, i - 1} {
		if end < i && (end < 0 || !script.IsBlank(runes[end])) {
			break
		}
		if code, power, start, ok = v.ScaledCurrencyBefore(runes, end); ok {
			return code, power, start, true
		}
		if code, start, ok = v.CurrencyBefore(runes, end); ok {
			return code, 0, start, true
		}
	}
	return "", 0, i, false
}

// moneyAt reads the number that begins at i and what stands beside it. digits
// is empty for a number that is part of something else. ranged says that the
// number shares the currency of the one before it.
func moneyAt(v *vocabulary.Vocabulary, runes []rune, i int, member string, ranged bool) figureOfMoney {
	f := figureOfMoney{}
	code, scale, start, priced := currencyBefore(v, runes, i)
	own := false
	if !priced {
		code, start, own = v.OwnCurrencyBefore(runes, i, member)
		priced = own
	} else if code == "" {
		code = v.LocalCurrency(string(runes[start:i]), member)
	}
	pointed := false // '$.5'
	if !priced && i > 1 && runes[i-1] == '.' && !script.WordRune(runes[i-2]) {
		code, start, priced = v.CurrencyBefore(runes, i-1)
		pointed = priced
	}
	f.digits, f.decimals, f.number.End = numberWithGroups(runes, i, priced || groupsBeforeCurrency(v, runes, i))
	f.number.Start = i
	f.whole = f.number
	if pointed {
		f.digits, f.decimals = "0", f.digits
	}
	if len(f.digits) > 1 && strings.Trim(f.digits, "0") == "" {
		f.digits = "" // '000 €', the end of a number that is set with blanks
	}
	if len(f.digits)+len(f.decimals) > maxAmountDigits || i > 0 && !priced && (script.WordRune(runes[i-1]) || script.Glued(runes[i-1])) {
		f.digits = ""
		return f
	}
	f.code, f.priced = code, priced
	if priced {
		f.whole.Start = start
	}
	f.power, f.multiplied = scale, scale > 0
	end := f.number.End
	if f.priced && end < len(runes) && runes[end] == '+' {
		end++ // '$5+ million'
	}
	// The multiplier: 'bn' right behind the digits, 'million' behind a space
	// or a hyphen.
	if n, after, ok := v.MultiplierAt(runes, end, true); ok {
		f.power, f.multiplied, end = f.power+n, true, after
	} else if end < len(runes) && (script.IsBlank(runes[end]) || vocabulary.FoldRune(runes[end]) == '-') {
		at := script.SkipBlanks(runes, end+1)
		if n, after, ok := v.MultiplierAt(runes, at, false); ok {
			f.power, f.multiplied, end = f.power+n, true, after
		} else if n, after, ok := v.ApartMultiplierAt(runes, at); ok && (f.priced || ranged || namesCurrency(v, runes, after)) {
			f.power, f.multiplied, end = f.power+n, true, after
		}
	}
	if end == f.number.End && end < len(runes) && unicode.IsLetter(runes[end]) {
		_, _, plain := v.CurrencyAfter(runes, end)
		if _, _, _, scaled := v.ScaledCurrencyAfter(runes, end); !plain && !scaled {
			f.digits = "" // '5x'
			return f
		}
	}
	if f.multiplied && end > f.number.End {
		f.whole.End = end
	}
	if own && !f.multiplied && f.decimals == "" && f.number.End-f.number.Start == len(f.digits) {
		f.digits = "" // 'R61' is a road
		return f
	}
	// The currency behind: '19 million euros', '$5 million (CAD)', '€5'.
	next := script.SkipBlanks(runes, end)
	if next == end && end < len(runes) && vocabulary.FoldRune(runes[end]) == '-' {
		next++
	}
	bracket := next < len(runes) && runes[next] == '('
	if bracket {
		next++
	}
	after, afterEnd, ok := v.CurrencyAfter(runes, next)
	if bracket && !ok && f.priced && f.code == "" {
		after, afterEnd, ok = adjectiveInBrackets(v, runes, next)
	} else if ok && after == "" {
		after = v.LocalCurrency(string(runes[next:afterEnd]), member)
	}
	if ok && !bracket && after == "" {
		if code, end, named := codeInBrackets(v, runes, afterEnd); named {
			after, afterEnd = code, end
		}
	}
	if !ok && !bracket && f.priced && f.code == "" {
		after, afterEnd, ok = adjectiveBehind(v, runes, next)
	}
	if !ok && !f.priced && f.multiplied {
		after, afterEnd, ok = v.OwnCurrencyAfter(runes, next, member)
	}
	if !ok && !f.priced && !f.multiplied {
		if after, scale, afterEnd, ok = v.ScaledCurrencyAfter(runes, next); ok && !ownsNext(runes, afterEnd) {
			f.power, f.multiplied = scale, true
		}
	}
	switch {
	case !ok || f.priced && (f.code != "" || after == ""):
	case bracket && (afterEnd >= len(runes) || runes[afterEnd] != ')'):
	case after == "" && sellsSomething(runes, afterEnd):
	case ownsNext(runes, afterEnd):
	default:
		f.code, f.priced = after, true
		if bracket {
			afterEnd++
		}
		f.whole.End = afterEnd
	}
	return f
}

// codeInBrackets is the currency whose code stands in brackets behind the name of
// several that ends at i ('6.5 billion CFA francs (XOF)').
func codeInBrackets(v *vocabulary.Vocabulary, runes []rune, i int) (code string, end int, ok bool) {
	from := script.SkipBlanks(runes, i)
	if from >= len(runes) || runes[from] != '(' {
		return "", 0, false
	}
	code, end, ok = v.CurrencyAfter(runes, from+1)
	if !ok || code == "" || end >= len(runes) || runes[end] != ')' || string(runes[from+1:end]) != code {
		return "", 0, false
	}
	return code, end + 1, true
}

// adjectiveInBrackets is the currency of an adjective from i to a closing
// bracket, which is up to two words long.
func adjectiveInBrackets(v *vocabulary.Vocabulary, runes []rune, i int) (code string, end int, ok bool) {
	for end = i; end < len(runes) && end-i < maxAdjective; end++ {
		if runes[end] == ')' {
			code = v.CurrencyAdjective(string(runes[i:end]))
			return code, end, code != ""
		}
	}
	return "", i, false
}

// adjectiveBehind is the currency of an adjective at i behind an amount, with the word
// for money behind it: 'in Canadian funds', 'in US dollars', 'Canadian currency'.
func adjectiveBehind(v *vocabulary.Vocabulary, runes []rune, i int) (code string, end int, ok bool) {
	rest := runes[i:min(len(runes), i+maxMoneyWords)]
	text, _ := strings.CutPrefix(string(rest), "in ")
	words := strings.Fields(text)
	for n := 1; n <= 2 && n < len(words); n++ {
		code = v.CurrencyAdjective(strings.Join(words[:n], " "))
		money := strings.TrimRight(words[n], ".,;:)")
		if code == "" || !v.Has(vocabulary.MoneyWords, money) {
			continue
		}
		end = i + len(rest) - len([]rune(text))
		for _, w := range append(words[:n:n], money) {
			for end < len(runes) && script.IsBlank(runes[end]) {
				end++
			}
			end += len([]rune(w))
		}
		return code, end, true
	}
	return "", i, false
}

// maxMoneyWords is how many code points behind an amount are looked at for such words.
const maxMoneyWords = 40

// maxAdjective is the most code points of a currency's adjective.
const maxAdjective = 20

// namesCurrency says that a currency stands behind a blank at i.
func namesCurrency(v *vocabulary.Vocabulary, runes []rune, i int) bool {
	at := script.SkipBlanks(runes, i)
	_, end, ok := v.CurrencyAfter(runes, at)
	return ok && at > i && !sellsSomething(runes, end) && !ownsNext(runes, end)
}

// sellsSomething says that 'of' follows: 'pounds of fish' are no money.
func sellsSomething(runes []rune, at int) bool {
	return strings.HasPrefix(string(runes[at:min(len(runes), at+4)]), " of ")
}

// ownsNext says that a mark behind a number belongs to the number behind it:
// 'in 2010 EUR5 million'.
func ownsNext(runes []rune, at int) bool {
	at = script.SkipBlanks(runes, at)
	return at < len(runes) && script.IsDigit(runes[at])
}

// shareInRanges gives both ends of a range what is printed at one of them.
func shareInRanges(v *vocabulary.Vocabulary, runes []rune, figures []figureOfMoney) {
	for i := 0; i+1 < len(figures); i++ {
		a, b := &figures[i], &figures[i+1]
		if a.priced && b.priced && !a.multiplied && b.multiplied && v.Has(vocabulary.RangeWords, strings.TrimSpace(string(runes[a.number.End:b.whole.Start]))) {
			// 'from €5 to €10 million'
			a.power, a.multiplied = b.power, true
			a.whole.End = b.whole.End
			continue
		}
		if a.multiplied || !b.multiplied || !joinsRange(v, runes, a.number.End, b.number.Start) {
			continue
		}
		if !a.priced && !b.priced {
			continue
		}
		a.power, a.multiplied = b.power, true
		whole := script.Span{Start: min(a.whole.Start, a.number.Start), End: max(b.whole.End, b.number.End)}
		if a.priced && !b.priced {
			b.code = a.code
		} else if !a.priced {
			a.code = b.code
		}
		a.priced, b.priced = true, true
		a.whole, b.whole = whole, whole
	}
}

// numberWithGroups reads a number with decimals and groups of three. A comma
// or point before exactly three digits groups, a single one before another
// count divides; spaces group only where a currency's mark stands before.
func numberWithGroups(runes []rune, i int, priced bool) (digits, decimals string, end int) {
	var parts []string
	var seps []rune
	at := i
	for {
		from := at
		for at < len(runes) && script.IsDigit(runes[at]) {
			at++
		}
		parts = append(parts, string(runes[from:at]))
		if at+1 >= len(runes) || !script.IsDigit(runes[at+1]) || len(parts) > 8 {
			break
		}
		sep := runes[at]
		grouping := at+3 < len(runes) && script.IsDigit(runes[at+2]) && script.IsDigit(runes[at+3]) && (at+4 >= len(runes) || !script.IsDigit(runes[at+4]))
		blank := (sep == '\u00a0' || sep == '\u202f' || sep == '\u2009' || sep == ' ' && priced) && grouping && len(parts[len(parts)-1]) <= 3
		if sep != ',' && sep != '.' && sep != '\'' && !blank {
			break
		}
		seps = append(seps, sep)
		at++
	}
	end = at
	last := len(parts) - 1
	switch {
	case last == 0:
		return parts[0], "", end
	case seps[last-1] == '.' && (last == 1 || seps[0] != '.'),
		seps[last-1] == ',' && len(parts[last]) != 3 && (last == 1 || seps[0] != ','):
		return strings.Join(parts[:last], ""), parts[last], end
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return "", "", end // '1.2.3', a list or a version
		}
	}
	return strings.Join(parts, ""), "", end
}

// groupsBeforeCurrency reports whether a number whose groups of three are set
// apart by blanks begins at i, and a currency stands right behind it: '350 000
// €', but not 'in 2012 350 000 €', where a year comes first.
func groupsBeforeCurrency(v *vocabulary.Vocabulary, runes []rune, i int) bool {
	_, _, end := numberWithGroups(runes, i, true)
	_, _, plain := numberWithGroups(runes, i, false)
	if end == plain || runes[i] == '0' {
		return false
	}
	next := script.SkipBlanks(runes, end)
	_, behind, ok := v.CurrencyAfter(runes, next)
	return ok && !ownsNext(runes, behind)
}

// value is the amount in full units, decimal digits.
func (f figureOfMoney) value() string {
	whole, rest := f.digits, f.decimals
	for n := f.power; n > 0; n-- {
		if rest == "" {
			whole += "0"
			continue
		}
		whole, rest = whole+rest[:1], rest[1:]
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if strings.Trim(rest, "0") == "" {
		return whole
	}
	return whole + "." + rest
}
