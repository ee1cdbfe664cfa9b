package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// published sets the day of publication from the stretch where it stands.
func (c *Citation) published(v *vocabulary.Vocabulary, at script.Span, text string) {
	if at.End <= at.Start {
		return
	}
	c.PublishedText = strings.TrimSpace(text[at.Start:at.End])
	if m, ok := date.At(v, text, at.Start); ok && utf8.RuneCountInString(text[at.Start:m.FromByte]) <= 1 {
		c.Published, c.PublishedText = m.EDTF, m.Text
	}
}

// dateBehind reads a date or 'n.d.' at byte at, behind punctuation.
func dateBehind(v *vocabulary.Vocabulary, text string, at int) (script.Span, bool) {
	at = skipMarks(text, at)
	// 'Updated 3 May 2031'
	for range 3 {
		end := script.LettersEnd(text, at, len(text))
		if end == at || !v.Has(vocabulary.PublishedLabels, text[at:end]) {
			break
		}
		at = skipMarks(text, end)
	}
	if at >= len(text) {
		return script.Span{}, false
	}
	head := script.FirstRunes(text[at:], 24)
	if none := noDates(v, head); len(none) > 0 && none[0].Start == 0 {
		return script.Span{Start: at, End: at + none[0].End}, true
	}
	if text[at] == '(' || text[at] == '[' {
		at++
	}
	if m, ok := date.At(v, text, at); ok {
		return script.Span{Start: m.FromByte, End: m.ToByte}, true
	}
	return script.Span{}, false
}

// noDates gives where a text says that there is no date.
func noDates(v *vocabulary.Vocabulary, text string) (found []script.Span) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		for _, m := range v.NoDates(words) {
			found = append(found, script.Span{Start: byteOf(text, m.Start), End: byteOf(text, m.End)})
		}
	})
	return found
}

// sourceDate is a claim to the day of publication.
type sourceDate struct {
	script.Span
	edtf string
	sum  int
}

// sourceDate weighs the dates of a note. Of equal ones the later wins: what
// stands behind it is less of a title. doubts are the best and what comes near
// it.
func (c *Citation) sourceDate(v *vocabulary.Vocabulary, text string, quote script.Span) (best script.Span, doubts []string) {
	claims := dateClaimsOf(v, text, quote)
	top := publishedFloor - 1
	for i := range claims {
		d := &claims[i]
		d.sum += weigh(c.dateContext(v, text, quote, d.Span)...)
		if d.sum >= top && d.sum >= publishedFloor {
			top, best = d.sum, d.Span
		}
	}
	seen := map[string]bool{}
	for _, d := range claims {
		if d.sum >= publishedFloor && top-d.sum < publishedMargin && !seen[d.edtf] && d.edtf != "" {
			seen[d.edtf] = true
			doubts = append(doubts, text[d.Start:d.End])
		}
	}
	if len(doubts) < 2 {
		doubts = nil
	}
	return best, doubts
}

// dateClaimsOf gives every date of a note in the order of the text: those with
// a year, those behind or within brackets, 'n.d.', and a year alone at the
// very end. A title in quotation marks may end with a word of dates ('Winter')
// that is none of the date behind it, which is therefore read for itself.
func dateClaimsOf(v *vocabulary.Vocabulary, text string, quote script.Span) []sourceDate {
	var claims []sourceDate
	add := func(s script.Span, edtf string, evidence ...sourceEvidence) {
		for i := range claims {
			if d := &claims[i]; s.Start < d.End && d.Start < s.End {
				d.sum = max(d.sum, weigh(evidence...))
				return
			}
		}
		at := len(claims)
		for at > 0 && claims[at-1].Start > s.Start {
			at--
		}
		claims = append(claims[:at], append([]sourceDate{{s, edtf, weigh(evidence...)}}, claims[at:]...)...)
	}
	for i := 0; i < len(text); i++ {
		if text[i] != ')' {
			continue
		}
		open, ok := placeBrackets(v, text, i)
		if !ok {
			continue
		}
		if _, date, ok := placeAndDate(v, text, open, i); ok {
			add(date, text[date.Start:date.End], behindPlace)
		} else if date, ok := dateBehind(v, text, i+1); ok {
			add(date, text[date.Start:date.End], behindPlace)
		}
	}
	for _, from := range []int{quote.End, 0} {
		for _, m := range date.FindDates(v, text[from:]) {
			if m.EDTF != "" {
				add(script.Span{Start: from + m.FromByte, End: from + m.ToByte}, m.EDTF)
			}
		}
	}
	for _, none := range noDates(v, text) {
		add(none, "")
	}
	if len(claims) == 0 {
		if at, ok := authorsYear(text); ok {
			add(at, text[at.Start:at.End], yearAlone)
		}
	}
	trimmed := strings.TrimRight(withoutPages(v, text), " .,;:)")
	if n := len(trimmed); n > 5 && strings.IndexByte(" (", trimmed[n-5]) >= 0 && strings.ContainsRune(",(.", lastVisible(trimmed[:n-4])) && date.IsYear(trimmed[n-4:]) {
		add(script.Span{Start: n - 4, End: n}, trimmed[n-4:], yearAlone)
	}
	return claims
}

// authorsYear finds the year in brackets behind an author, with which the title
// follows: 'Agency (2024). Title', 'Agency (2024a): Title'.
func authorsYear(text string) (at script.Span, ok bool) {
	open := strings.IndexByte(text, '(')
	if open <= 0 || len(text) < open+7 || strings.ContainsAny(text[:open], "“\"«") {
		return script.Span{}, false
	}
	end := strings.IndexByte(text[open:], ')') + open
	year := text[open+1 : max(end, open+1)]
	if len(year) == 5 && year[4] >= 'a' && year[4] <= 'f' {
		year = year[:4]
	}
	if !date.IsYear(year) {
		return script.Span{}, false
	}
	title := strings.TrimLeft(text[end+1:], " .,:")
	first, _ := utf8.DecodeRuneInString(title)
	return script.Span{Start: open + 1, End: open + 5}, script.Opens(first) && len(strings.Fields(title)) > 1
}

// dateContext is what stands around a date.
func (c *Citation) dateContext(v *vocabulary.Vocabulary, text string, quote, at script.Span) []sourceEvidence {
	var out []sourceEvidence
	add := func(ok bool, e sourceEvidence) {
		if ok {
			out = append(out, e)
		}
	}
	add(at.Start >= quote.Start && at.End <= quote.End, inQuotes)
	add(c.URL == "" && c.AccessedText == "", unmarked)
	add(readingTold(v, text[min(max(quote.End, 0), at.Start):at.Start]), readThen)
	words := strings.Fields(text[:at.Start])
	last := ""
	if len(words) > 0 {
		last = words[len(words)-1]
	}
	before := lastVisible(text[:at.Start])
	switch {
	case before == 0 || strings.ContainsRune(",.;:()[]”\"’'?!>/–—|、，。：（）」』》،", before):
		out = append(out, setOffBefore)
	case last != "on" && v.Has(vocabulary.PublishedLabels, last), len(words) > 1 && last == "on" && v.Has(vocabulary.PublishedLabels, words[len(words)-2]):
		out = append(out, labelled)
	case last == "on" && publishedBy(v, text[:at.Start]).End > 0:
		out = append(out, labelled)
	case v.Has(vocabulary.TimeBefore, last) || v.Has(vocabulary.DeadlineBefore, last) || last == "on" || last == "of" || last == "du" || last == "vom":
		out = append(out, inTitle)
	default:
		out = append(out, runsOn)
	}
	behind := withoutYearWord(v, strings.TrimLeftFunc(text[at.End:], unicode.IsSpace))
	next, n := utf8.DecodeRuneInString(behind)
	if n == 0 || strings.ContainsRune(",.;:()[]<–—|、，。（）،", next) {
		out = append(out, setOffBehind)
	} else {
		out = append(out, wordsBehind)
	}
	add(!script.HasLetterOrDigit(behind) || !script.HasLetterOrDigit(withoutPages(v, behind)), lastOfAll)
	return out
}

// readingTold reports whether the sentence that goes on in a date tells of reading the
// source: 'The list was consulted three times, last on'.
func readingTold(v *vocabulary.Vocabulary, before string) bool {
	spans := script.Sentences(v, before)
	if len(spans) == 0 {
		return false
	}
	words := strings.Fields(string([]rune(before)[spans[len(spans)-1].Start:]))
	for i, w := range words {
		if i == 0 || i == len(words)-1 || !v.Has(vocabulary.Auxiliaries, words[i-1]) {
			continue
		}
		w = strings.Trim(w, ",.;:()")
		if strings.ToLower(w) == w && v.Has(vocabulary.ReadingWords, w) {
			return true
		}
	}
	return false
}

// publishedBy finds the publisher in the last part of what stands before a date where a
// verb and 'by' say so ('…, published by the Tide Office on'). The span begins with the
// publisher; 0 is none.
func publishedBy(v *vocabulary.Vocabulary, before string) script.Span {
	cut := strings.LastIndexAny(before, ",;()") + 1
	part := before[cut:]
	verb, rest, ok := strings.Cut(strings.TrimLeft(part, " "), " by ")
	if !ok || !v.Has(vocabulary.PublishedLabels, verb) || !strings.HasSuffix(strings.TrimRight(rest, " "), " on") {
		return script.Span{}
	}
	from := len(before) - len(rest)
	return script.Span{Start: from, End: from + len(strings.TrimSuffix(strings.TrimRight(rest, " "), " on"))}
}

// withoutYearWord takes the word off the beginning of what stands behind a date that says
// that its last figures are a year ('12 марта 2031 года').
func withoutYearWord(v *vocabulary.Vocabulary, behind string) string {
	end := script.LettersEnd(behind, 0, maxYearWord)
	if end == 0 || !v.Has(vocabulary.YearWords, behind[:end]) {
		return behind
	}
	return strings.TrimLeft(strings.TrimPrefix(behind[end:], "."), " ")
}

// maxYearWord is the longest such word, in code points.
const maxYearWord = 6
