package parse

import (
	"strings"
	"unicode"

	"recount/vocabulary"
)

// citation is what a footnote says of its source; a field that the note does
// not state is empty.
type citation struct {
	Title, Publisher, Place  string
	Published, PublishedText string // EDTF level 0, and as printed ('n.d.' too)
	Accessed, AccessedText   string // EDTF level 0, and as printed
	Translation              string // the words that say so
	URL                      string // as printed, line breaks removed
}

// maxNote is the longest note that is read, in code points.
const maxNote = 8192

// maxPlace is the longest text in brackets that is taken for a place.
const maxPlace = 80

// parseCitation reads a note without its number. Line breaks are passed as
// U+2028 (lineBreak), so that one inside an address is told from a space.
//
// The forms of all eras have the same parts in the same order, with other
// words and marks between them: title, publisher, place in brackets, day of
// publication, remark about the translation, day of access, address.
//
//	Title, Publisher (City) 3 May 2024. Access Date: 4 May 2024. https://…
//	“Title,” Publisher, (City), 15 January 2005. Date of Access: 16 January 2005. <http://…>
//
// So each part is found by its own mark and taken out, the surest first, and
// what is left is title and publisher. A note without any of these marks is a
// remark ('Ibid.', 'See above.') and cites nothing.
func parseCitation(v *vocabulary.Vocabulary, note string, words *wordEvidence) citation {
	var c citation
	runes := []rune(note)
	runes = runes[:min(len(runes), maxNote)]
	if at, address, ok := findAddress(v, runes, words); ok {
		c.URL = address
		before := withoutLabel(v, runes[:at.Start])
		runes = append(append(append([]rune{}, before...), ' '), firstSource(v, runes[at.End:])...)
	}
	text, _ := joinLines(v, strings.Split(string(runes), lineBreak), words)
	// What is taken out is blanked, so that places stay where they are.
	runes = []rune(text)
	found := vocabulary.Words(text)
	c.takeAccess(v, runes, found)
	c.takeTranslation(v, runes, found)
	source := c
	source.takeSource(v, runes)
	if source.URL == "" && source.Place == "" && source.PublishedText == "" && source.AccessedText == "" {
		return c // a remark of the authors: nothing in it marks a source
	}
	return source
}

// withoutLabel takes words that introduce an address ('Available at:') off the
// end of what stands before it.
func withoutLabel(v *vocabulary.Vocabulary, before []rune) []rune {
	end := len(before)
	for end > 0 && (unicode.IsSpace(before[end-1]) || before[end-1] == '(' || before[end-1] == '[') {
		end--
	}
	for _, label := range v.Tables().URLLabels {
		form := []rune(label)
		from := end - len(form)
		if from < 0 || from > 0 && wordRune(before[from-1]) || !strings.EqualFold(string(before[from:end]), label) {
			continue
		}
		return before[:from]
	}
	return before
}

// firstSource is what stands behind the first address of a note and still
// belongs to it: everything, unless another address follows, with which
// another source begins; then only a remark right behind the first.
func firstSource(v *vocabulary.Vocabulary, behind []rune) []rune {
	if addressStart(v, behind) < 0 {
		return behind
	}
	text := strings.TrimLeft(string(behind), " .,;)>"+lineBreak)
	if !opensRemark(v, text) {
		return nil
	}
	if i := strings.IndexAny(text, ".;"); i >= 0 {
		return []rune(text[:i])
	}
	return []rune(text)
}

// takeAccess takes the day of access out of a note. A label without a date
// behind it is part of a title ('Access to Water').
func (c *citation) takeAccess(v *vocabulary.Vocabulary, runes []rune, words []vocabulary.Word) {
	for _, label := range v.AccessLabels(words) {
		at := label.End
		for at < len(runes) && at < label.End+3 && (runes[at] == ':' || runes[at] == '.' || runes[at] == ',' || unicode.IsSpace(runes[at])) {
			at++
		}
		m, ok := dateAt(v, runes, at)
		if !ok {
			continue
		}
		c.Accessed, c.AccessedText = m.EDTF, m.Text
		from, to := label.Start, m.End
		if from > 0 && (runes[from-1] == '(' || runes[from-1] == '[') {
			from--
			if to < len(runes) && (runes[to] == ')' || runes[to] == ']') {
				to++
			}
		}
		if to < len(runes) && (runes[to] == '.' || runes[to] == ',' || runes[to] == ';') {
			to++
		}
		blank(runes[from:to])
		return
	}
}

// blank overwrites what has been read.
func blank(runes []rune) {
	for i := range runes {
		runes[i] = ' '
	}
}

// dateAt reads the date that begins at code point at, behind a weekday or
// 'on'.
func dateAt(v *vocabulary.Vocabulary, runes []rune, at int) (dateMention, bool) {
	d := dateReader{v: v, text: string(runes[at:min(len(runes), at+80)])}
	i := 0
	if d.word(i) == "on" {
		i++
	}
	i = d.skipWeekday(i)
	s, ok := d.spanFrom(i, false)
	if !ok {
		if s, ok = d.years(i); !ok {
			return dateMention{}, false
		}
	}
	if s.edtf() == "" && len(s.a.days) == 0 || d.at(s.from).start > 16 {
		return dateMention{}, false // a month without day and year
	}
	m := d.mention(s)
	m.Start += at
	m.End += at
	return m, true
}

// takeTranslation takes the remark about the translation out of a note: from
// its first word to the end of its sentence or bracket.
func (c *citation) takeTranslation(v *vocabulary.Vocabulary, runes []rune, words []vocabulary.Word) {
	var remark span // the last one counts: a title may begin with the same words
	for _, m := range v.TranslationPhrases(words) {
		if runes[m.Start] == ' ' {
			continue // taken out with the day of access
		}
		near := remark.End > 0 && m.Start-remark.Start < 60 && !strings.ContainsAny(string(runes[remark.Start:m.Start]), ".)")
		if !near {
			remark.Start = m.Start
		}
		remark.End = m.End
	}
	if remark.End == 0 {
		return
	}
	from, to := remark.Start, remark.End
	bracket := from > 0 && (runes[from-1] == '(' || runes[from-1] == '[')
	for to < len(runes) && !(runes[to] == '.' && (to+1 == len(runes) || !unicode.IsLower(runes[to+1]))) && runes[to] != ')' && runes[to] != ']' && runes[to] != ';' {
		to++
	}
	c.Translation = tidySpaces(strings.Trim(string(runes[from:to]), " :,."))
	if bracket {
		from--
	}
	if to < len(runes) {
		to++
	}
	blank(runes[from:to])
}

// tidySpaces folds runs of spaces, such as blanks leave.
func tidySpaces(s string) string {
	if !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// takeSource reads what is left: title, publisher, place and day of
// publication.
func (c *citation) takeSource(v *vocabulary.Vocabulary, runes []rune) {
	place, date, end := sourcePlace(v, runes)
	head := runes
	switch {
	case place.End > place.Start:
		c.Place = tidySpaces(strings.TrimSpace(string(runes[place.Start+1 : place.End-1])))
		head = runes[:place.Start]
		c.published(v, date, runes)
	default:
		date, end = lastDate(v, runes)
		c.published(v, date, runes)
		if date.End > date.Start {
			head = runes[:date.Start]
		}
	}
	if c.PublishedText == "" && end <= len(runes) {
		// The date may stand before the place or farther behind it.
		if date, _ := lastDate(v, runes[end:]); date.End > date.Start {
			c.published(v, span{date.Start + end, date.End + end}, runes)
		} else if date, _ := lastDate(v, []rune(strings.TrimRight(string(head), ", "))); date.End > date.Start && place.End > place.Start {
			c.published(v, date, runes)
			head = head[:date.Start]
		}
	}
	// '(5 June 2004). Title': the date may stand before the title.
	if c.Place == "" && date.End > date.Start && date.Start > 0 && runes[date.Start-1] == '(' && date.End < len(runes) && runes[date.End] == ')' {
		if title := strings.Trim(string(runes[date.End+1:]), " ,.;:"); len(strings.Fields(title)) > 1 {
			c.Title, c.Publisher = title, strings.Trim(string(head), " ,.;:(")
			return
		}
	}
	c.splitTitle(v, strings.Trim(string(head), " ,;:("))
}

// published sets the day of publication from the stretch where it stands.
func (c *citation) published(v *vocabulary.Vocabulary, at span, runes []rune) {
	if at.End <= at.Start {
		return
	}
	c.PublishedText = strings.TrimSpace(string(runes[at.Start:at.End]))
	if m, ok := dateAt(v, runes, at.Start); ok && m.Start <= at.Start+1 {
		c.Published, c.PublishedText = m.EDTF, m.Text
	}
}

// sourcePlace finds the brackets that hold the place: the last ones right
// before a date or 'n.d.'; without such ones the last at the end of a
// sentence. date is where the date stands, end what has been read.
func sourcePlace(v *vocabulary.Vocabulary, runes []rune) (place, date span, end int) {
	var fallback span
	for i := len(runes) - 1; i >= 0; i-- {
		if runes[i] != ')' {
			continue
		}
		open := matchingBracket(runes, i)
		if open < 0 || i-open > maxPlace {
			continue
		}
		inside := strings.TrimSpace(string(runes[open+1 : i]))
		if inside == "" || v.Has(vocabulary.NotPlaces, inside) {
			continue
		}
		if m, ok := dateAt(v, runes, open+1); ok && m.End >= i-1 {
			continue // '(5 June 2004)'
		}
		if place, date, ok := placeAndDate(v, runes, open, i); ok {
			return place, date, i + 1
		}
		if date, ok := dateBehind(v, runes, i+1); ok {
			return span{open, i + 1}, date, date.End
		}
		rest := strings.TrimSpace(string(runes[i+1:]))
		if fallback.End == 0 && (rest == "" || strings.IndexAny(rest, ".,;") == 0) && unicode.IsUpper([]rune(inside)[0]) {
			fallback = span{open, i + 1}
		}
	}
	return fallback, span{}, fallback.End
}

// placeAndDate divides brackets that hold both: '(Hare: 5 June 2004)'. The
// place that it gives includes the mark behind the place, as a closing bracket
// would be.
func placeAndDate(v *vocabulary.Vocabulary, runes []rune, open, end int) (place, date span, ok bool) {
	for _, m := range findDates(v, string(runes[open+1:end])) {
		from, to := open+1+m.Start, open+1+m.End
		if to < end-1 || m.EDTF == "" {
			continue
		}
		cut := from
		for cut > open+1 && (unicode.IsSpace(runes[cut-1]) || strings.ContainsRune(",:;", runes[cut-1])) {
			cut--
		}
		if cut > open+1 && cut < from && unicode.IsUpper(runes[open+1]) {
			return span{open, cut + 1}, span{from, to}, true
		}
	}
	return place, date, false
}

// matchingBracket is where the bracket that closes at i opens, or -1.
func matchingBracket(runes []rune, i int) int {
	depth := 0
	for k := i; k >= 0 && i-k <= maxPlace+2; k-- {
		switch runes[k] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// dateBehind reads a date or 'n.d.' at code point at, behind punctuation.
func dateBehind(v *vocabulary.Vocabulary, runes []rune, at int) (span, bool) {
	at = skipMarks(runes, at)
	// 'Updated 3 May 2031'
	for n := 0; n < 3; n++ {
		end := at
		for end < len(runes) && unicode.IsLetter(runes[end]) {
			end++
		}
		if end == at || !v.Has(vocabulary.PublishedLabels, string(runes[at:end])) {
			break
		}
		at = skipMarks(runes, end)
	}
	if at >= len(runes) {
		return span{}, false
	}
	if none := v.NoDates(vocabulary.Words(string(runes[at:min(len(runes), at+24)]))); len(none) > 0 && none[0].Start == 0 {
		return span{at, at + none[0].End}, true
	}
	bracket := runes[at] == '(' || runes[at] == '['
	if bracket {
		at++
	}
	if m, ok := dateAt(v, runes, at); ok && m.Start <= at+16 {
		return span{m.Start, m.End}, true
	}
	return span{}, false
}

// skipMarks is the place behind white space and punctuation at i.
func skipMarks(runes []rune, i int) int {
	for i < len(runes) && (unicode.IsSpace(runes[i]) || runes[i] == ',' || runes[i] == '.' || runes[i] == ':' || runes[i] == ';') {
		i++
	}
	return i
}

// lastDate finds the day of publication of a note without a place: the last
// date, or 'n.d.', that punctuation or the end sets off on both sides. A date
// inside a title has words around it. end is what has been read.
func lastDate(v *vocabulary.Vocabulary, runes []rune) (date span, end int) {
	text := string(runes)
	for _, m := range findDates(v, text) {
		if m.EDTF != "" && setOff(runes, m.Start, m.End) {
			date = span{m.Start, m.End}
		}
	}
	for _, m := range v.NoDates(vocabulary.Words(text)) {
		if m.Start > date.End && setOff(runes, m.Start, m.End) {
			date = span{m.Start, m.End}
		}
	}
	if date.End > 0 {
		return date, date.End
	}
	// A year alone, at the very end: '…, 2004.'
	trimmed := []rune(strings.TrimRight(text, " .,;)"))
	if n := len(trimmed); n > 5 {
		d := dateReader{v: v, text: string(trimmed[n-5:])}
		for d.cut() {
		}
		if last := len(d.t) - 1; last >= 0 && d.t[last].isYear() && strings.ContainsRune(" (,", trimmed[n-5]) && strings.ContainsRune(",(.", lastVisible(trimmed[:n-4])) {
			return span{n - 4, n}, n
		}
	}
	return span{}, len(runes)
}

// setOff says that punctuation or the text's ends stand on both sides.
func setOff(runes []rune, start, end int) bool {
	before := lastVisible(runes[:start])
	if before != 0 && !strings.ContainsRune(",.;:()[]”\"’'?!>", before) {
		return false
	}
	for end < len(runes) && unicode.IsSpace(runes[end]) {
		end++
	}
	return end == len(runes) || strings.ContainsRune(",.;:()[]<", runes[end])
}

// lastVisible is the last code point that is no white space, or 0.
func lastVisible(runes []rune) rune {
	for i := len(runes) - 1; i >= 0; i-- {
		if !unicode.IsSpace(runes[i]) {
			return runes[i]
		}
	}
	return 0
}

// splitTitle divides what stands before the place: a title in quotation marks
// ends with them; otherwise the publisher follows the last comma, or an
// earlier one where it is a body with commas in its name.
func (c *citation) splitTitle(v *vocabulary.Vocabulary, head string) {
	head = tidySpaces(head)
	if title, rest, ok := quotedTitle(head); ok {
		c.Title, c.Publisher = title, strings.Trim(rest, " ,.;:")
		return
	}
	if author, quoted, ok := strings.Cut(head, ", “"); ok && len(strings.Fields(author)) <= 5 {
		if title, rest, ok := quotedTitle("“" + quoted); ok && strings.Trim(rest, " ,.;:") != "" {
			c.Title, c.Publisher = title, strings.Trim(rest, " ,.;:")
			return
		}
	}
	parts := strings.Split(head, ", ")
	if len(parts) == 1 {
		parts = strings.Split(head, ". ")
	}
	cut := len(parts) - 1
	if cut == 0 {
		c.Title = strings.Trim(head, " ,.;:")
		return
	}
	for k := cut - 1; k >= 1; k-- {
		if body, _, _ := strings.Cut(parts[k], " "); v.Has(vocabulary.OrganizationWords, body) && len(strings.Fields(parts[k])) <= 6 ||
			continuesName(parts[k+1:]) && len(strings.Fields(parts[k])) <= 3 {
			cut = k
			continue
		}
		break
	}
	c.Title = strings.Trim(strings.Join(parts[:cut], ", "), " ,.;:")
	c.Publisher = strings.Trim(strings.Join(parts[cut:], ", "), " ,.;:")
}

// continuesName says that the parts behind a comma go on with a name: the
// last of them has 'and' in it after one or two words ('Lakes and Rivers').
func continuesName(parts []string) bool {
	if len(parts) != 1 {
		return false
	}
	words := strings.Fields(parts[0])
	for i, w := range words {
		if (w == "and" || w == "&") && i > 0 && i <= 2 {
			return true
		}
	}
	return false
}

// quotedTitle takes a title in double quotation marks off the beginning of a
// note, with the comma or full stop inside the marks removed.
func quotedTitle(s string) (title, rest string, ok bool) {
	runes := []rune(s)
	if len(runes) < 3 {
		return "", "", false
	}
	opening, closing := runes[0], ""
	switch opening {
	case '“':
		closing = "”"
	case '„':
		closing = "“”"
	case '"':
		closing = "\"”"
	case '«':
		closing = "»"
	default:
		return "", "", false
	}
	depth := 0
	for i := 1; i < len(runes); i++ {
		if runes[i] == opening && !strings.ContainsRune(closing, opening) {
			depth++ // a quotation inside the title
			continue
		}
		if !strings.ContainsRune(closing, runes[i]) {
			continue
		}
		if depth > 0 {
			depth--
			continue
		}
		return strings.Trim(string(runes[1:i]), " ,.;:"), string(runes[i+1:]), i > 1
	}
	return "", "", false
}
