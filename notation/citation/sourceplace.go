package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// roundBrackets sets square brackets around a known place as round ones.
func roundBrackets(v *vocabulary.Vocabulary, text string) string {
	for i := 0; i < len(text); i++ {
		if text[i] != '[' {
			continue
		}
		n := strings.IndexByte(text[i:], ']')
		if n < 0 {
			break
		}
		if n <= maxPlace && v.Has(vocabulary.Places, strings.TrimSpace(text[i+1:i+n])) {
			text = text[:i] + "(" + text[i+1:i+n] + ")" + text[i+n+1:]
		}
	}
	return text
}

// placeAndDate divides brackets that hold both: '(Hare: 5 June 2004)'. The
// place that it gives includes the mark behind the place, as a closing bracket
// would be.
func placeAndDate(v *vocabulary.Vocabulary, text string, open, end int) (place, day script.Span, ok bool) {
	inside := text[open+1 : end]
	var dates []script.Span
	for _, m := range date.FindDates(v, inside) {
		if m.EDTF != "" {
			dates = append(dates, script.Span{Start: m.FromByte, End: m.ToByte})
		}
	}
	if year, ok := lastYear(inside); ok && len(dates) == 0 {
		dates = append(dates, year)
	}
	for _, d := range append(dates, noDates(v, inside)...) { // '(Place, n.d.)' too
		from, to := open+1+d.Start, open+1+d.End
		if !nearly(text, to, end) {
			continue
		}
		before := strings.TrimRightFunc(text[open+1:from], func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ':' || r == ';' })
		cut := open + 1 + len(before)
		if first, _ := utf8.DecodeRuneInString(before); before != "" && cut < from && unicode.IsUpper(first) {
			return script.Span{Start: open, End: cut + 1}, script.Span{Start: from, End: to}, true
		}
	}
	return place, day, false
}

// placeBrackets gives where the brackets open that close at i, if they can
// hold a place.
func placeBrackets(v *vocabulary.Vocabulary, text string, i int) (open int, ok bool) {
	open = matchingBracket(text, i)
	if open < 0 || i-open > maxPlace {
		return 0, false
	}
	inside := strings.TrimSpace(text[open+1 : i])
	if inside == "" || inside[0] == '@' || strings.ContainsRune("“\"„«", script.FirstRune(inside)) || v.Has(vocabulary.NotPlaces, inside) {
		return 0, false
	}
	m, dated := date.At(v, text, open+1)
	return open, !dated || !nearly(text, m.ToByte, i) // '(5 June 2004)'
}

// bracketedPlace weighs the brackets of a note. Of equal ones the later wins.
func bracketedPlace(v *vocabulary.Vocabulary, text string, date, quote script.Span) (best script.Span, name string) {
	top := placeFloor
	for i := 0; i < len(text); i++ {
		if text[i] != ')' {
			continue
		}
		open, ok := placeBrackets(v, text, i)
		if !ok {
			continue
		}
		evidence := []sourceEvidence{inBrackets}
		at := script.Span{Start: open, End: i + 1}
		inside := text[open+1 : i]
		if place, d, ok := placeAndDate(v, text, open, i); ok {
			at = place
			inside = text[place.Start+1 : place.End-1]
			if d == date {
				evidence = append(evidence, besideDate)
			}
		} else if d, ok := dateBehind(v, text, i+1); ok && d == date || date.End > date.Start && date.End <= open && strings.Trim(text[date.End:open], " ,.;:") == "" {
			evidence = append(evidence, besideDate)
		} else if v.Has(vocabulary.Places, strings.TrimSpace(inside)) {
			evidence = append(evidence, knownPlace)
		} else if wordsBetween(text, at, date, quote) && (glossesTitle(text[:open], inside) || placeBeforeDate(v, text, date)) {
			evidence = append(evidence, glossed)
		}
		rest := strings.TrimSpace(text[at.End:])
		if rest == "" || strings.IndexAny(rest, ".,;") == 0 {
			evidence = append(evidence, endsPart)
		}
		if first, _ := utf8.DecodeRuneInString(strings.TrimSpace(inside)); !unicode.IsUpper(first) {
			evidence = append(evidence, lowerPlace)
		}
		if quote.Start < open && i < quote.End {
			evidence = append(evidence, inQuotes)
		}
		if sum := weigh(evidence...); sum >= top {
			top, best, name = sum, at, tidySpaces(strings.TrimSpace(inside))
		}
	}
	return best, name
}

// wordsBetween reports whether words stand between brackets and the date of a
// note, beside a title in quotation marks.
func wordsBetween(text string, at, date, quote script.Span) bool {
	from, to := at.End, date.Start
	if date.End <= at.Start {
		from, to = date.End, at.Start
	}
	if date.End <= date.Start || from >= to {
		return false
	}
	if quote.End > quote.Start && from <= quote.Start && quote.End <= to {
		return script.HasLetterOrDigit(text[from:quote.Start]) || script.HasLetterOrDigit(text[quote.End:to])
	}
	return script.HasLetterOrDigit(text[from:to])
}

// glossesTitle reports whether words in brackets have the look of a title in
// another language rather than of a place: figures, words in small letters, more
// words than a place has, or letters where those before the brackets are of
// another script.
func glossesTitle(before, inside string) bool {
	words := strings.Fields(inside)
	if strings.ContainsAny(inside, "0123456789") || len(words) > maxPlaceWords {
		return true
	}
	for i, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); i > 0 && i == len(words)-1 && unicode.IsLower(first) {
			return true
		}
	}
	latin := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	}
	return latin(inside) && !latin(before) && script.HasLetterOrDigit(before)
}

// placeBeforeDate reports whether a known place stands between marks right before
// the date.
func placeBeforeDate(v *vocabulary.Vocabulary, text string, date script.Span) bool {
	head := strings.TrimRight(text[:date.Start], " ([,.;:")
	cut := lastPart(v, head)
	return cut > 0 && v.Has(vocabulary.Places, strings.Trim(head[cut:], " ,.;:"))
}

// lastYear is the year alone that ends what stands in brackets behind a publisher
// ('Place: Publisher, 2031').
func lastYear(inside string) (at script.Span, ok bool) {
	trimmed := strings.TrimRight(inside, " ")
	n := len(trimmed)
	if n < len(", 2031") || trimmed[n-6:n-4] != ", " || !strings.Contains(trimmed, ": ") || !date.IsYear(trimmed[n-4:]) {
		return script.Span{}, false
	}
	return script.Span{Start: n - 4, End: n}, true
}
