package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// Citation is what a footnote says of its source; a field that the note does
// not state is empty.
type Citation struct {
	Title, Publisher, Place  string
	Published, PublishedText string // EDTF level 0, and as printed ('n.d.' too)
	Accessed, AccessedText   string // EDTF level 0, and as printed
	Translation              string // the words that say so
	URL                      string // as printed, line breaks removed
}

// maxNote is the longest note that is read, in code points.
const maxNote = 8192

// maxPlace is the longest text in brackets that is taken for a place, in bytes.
const maxPlace = 80

// ParseCitation reads a note without its number. Line breaks are passed as
// U+2028 (LineBreak), so that one inside an address is told from a space.
//
// The forms of all eras have the same parts in the same order, with other
// words and marks between them: title, publisher, place in brackets, day of
// publication, remark about the translation, day of access, address.
//
//	Title, Publisher (City) 3 May 2024. Access Date: 4 May 2024. https://…
//	“Title,” Publisher, (City), 15 January 2005. Date of Access: 16 January 2005. <http://…>
//
// So each part is found by its own mark and taken out, the surest first;
// place and day of publication are weighed (notesource.go), and what is left
// is title and publisher. A note without any of these marks is a
// remark ('Ibid.', 'See above.') and cites nothing.
//
// slot is a place that may stand between marks and that the note itself does
// not decide; nil where there is none. doubts are the readings of the day of
// publication where two come near.
func ParseCitation(v *vocabulary.Vocabulary, note string, words *WordEvidence) (c Citation, slot *PlaceSlot, doubts []string) {
	note = firstRunes(note, maxNote)
	behind := "" // what stands behind the address
	if at, address, ok := findAddress(v, note, words); ok {
		c.URL = address
		behind = firstSource(v, note[at.End:])
		note = withoutLabel(v, note[:at.Start]) + " " + behind
	}
	text, _ := JoinLines(v, strings.Split(note, LineBreak), words)
	text = roundBrackets(v, text)
	// What is taken out is blanked, so that places stay where they are.
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		text = c.takeAccess(v, text, words)
		text = c.takeTranslation(v, text, words)
	})
	if c.AccessedText == "" && behind != "" {
		text = c.takeLastDate(v, text, strings.ReplaceAll(behind, LineBreak, " "))
	}
	if c.URL == "" && c.AccessedText == "" {
		if said, _ := communication(v, text); said {
			return c, nil, nil
		}
	}
	if c.AccessedText == "" && !strings.Contains(c.URL, "://") && ownSearch(v, text) {
		return Citation{}, nil, nil
	}
	source := c
	slot, doubts = source.takeSource(v, text)
	if source.URL == "" && source.Place == "" && source.PublishedText == "" && source.AccessedText == "" {
		return c, nil, nil // a remark of the authors: nothing in it marks a source
	}
	return source, slot, doubts
}

// withoutLabel takes words that introduce an address ('Available at:') off the
// end of what stands before it.
func withoutLabel(v *vocabulary.Vocabulary, before string) string {
	trimmed := strings.TrimRightFunc(before, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '[' })
	for _, label := range v.Tables().URLLabels {
		from := len(trimmed) - len(label)
		if from < 0 || !strings.EqualFold(trimmed[from:], label) {
			continue
		}
		if r, n := utf8.DecodeLastRuneInString(trimmed[:from]); n > 0 && wordRune(r) {
			continue
		}
		return trimmed[:from]
	}
	return before
}

// firstSource is what stands behind the first address of a note and still
// belongs to it: everything, unless another address follows, with which
// another source begins; then only a remark right behind the first.
func firstSource(v *vocabulary.Vocabulary, behind string) string {
	if addressStart(v, behind) < 0 {
		return behind
	}
	text := strings.TrimLeft(behind, " .,;)>"+LineBreak)
	if !opensRemark(v, text) {
		return ""
	}
	if i := strings.IndexAny(text, ".;"); i >= 0 {
		return text[:i]
	}
	return text
}

// byteOf is the byte at which code point n of text begins.
func byteOf(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// opensBracket reports whether a bracket opens right before byte i, and
// closesBracket whether one closes there.
func opensBracket(text string, i int) bool {
	return i > 0 && (text[i-1] == '(' || text[i-1] == '[')
}

func closesBracket(text string, i int) bool {
	return i < len(text) && (text[i] == ')' || text[i] == ']')
}

// takeAccess takes the day of access out of a note and gives what is left. A
// label without a date behind it is part of a title ('Access to Water').
func (c *Citation) takeAccess(v *vocabulary.Vocabulary, text string, words []vocabulary.Word) string {
	for _, label := range v.AccessLabels(words) {
		at := byteOf(text, label.End)
		for range 3 {
			r, n := runeAt(text, at)
			if r != ':' && r != '.' && r != ',' && !unicode.IsSpace(r) {
				break
			}
			at += n
		}
		m, ok := dateAt(v, text, at)
		if !ok {
			continue
		}
		c.Accessed, c.AccessedText = m.EDTF, m.Text
		from, to := byteOf(text, label.Start), m.to
		if open := labelBracket(text, from); open >= 0 {
			from = open
			if closesBracket(text, to) {
				to++
			}
		}
		if to < len(text) && (text[to] == '.' || text[to] == ',' || text[to] == ';') {
			to++
		}
		return blanked(text, from, to)
	}
	return text
}

// labelBracket is where the bracket opens right before byte i, or before a word or
// two in small letters that stand there ('(last accessed', '(page consultée le'); -1
// is none.
func labelBracket(text string, i int) int {
	before := text[:i]
	for range 3 {
		before = strings.TrimRight(before, " ")
		if opensBracket(text, len(before)) {
			return len(before) - 1
		}
		word := before[strings.LastIndexAny(before, " ([")+1:]
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) || strings.ContainsAny(word, ".,;:)]0123456789") {
			return -1
		}
		before = before[:len(before)-len(word)]
	}
	return -1
}

// takeLastDate takes a day of access that no word says to be one: the only date
// behind the address, of a source whose day of publication stands before it and
// is no later. behind is what stands behind the address.
func (c *Citation) takeLastDate(v *vocabulary.Vocabulary, text, behind string) string {
	behind = strings.TrimRight(strings.Join(strings.Fields(behind), " "), " ")
	from := len(text) - len(behind)
	if behind == "" || from <= 0 || text[from:] != behind {
		return text
	}
	dates := FindDates(v, behind)
	if len(dates) != 1 || len(dates[0].EDTF) != len("2006-01-02") {
		return text
	}
	m := dates[0]
	words := strings.Fields(strings.Trim(behind[:m.from], " ,.;:([–—|"))
	if len(words) > maxAccessWords || HasLetterOrDigit(behind[m.to:]) {
		return text
	}
	for _, w := range words {
		if v.Has(vocabulary.PublishedLabels, strings.Trim(w, ":")) {
			return text
		}
	}
	published := ""
	for _, d := range FindDates(v, text[:from]) {
		if len(d.EDTF) == len(m.EDTF) || len(d.EDTF) == len("2006-01") {
			published = d.EDTF
		}
	}
	if published == "" || published > m.EDTF {
		return text
	}
	c.Accessed, c.AccessedText = m.EDTF, m.Text
	return blanked(text, from, len(text))
}

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

// blanked overwrites what has been read, code point by code point.
func blanked(text string, from, to int) string {
	return text[:from] + strings.Repeat(" ", utf8.RuneCountInString(text[from:to])) + text[to:]
}

// dateAt reads the date that begins at byte at, behind a weekday or 'on'. Its
// places are those of the text.
func dateAt(v *vocabulary.Vocabulary, text string, at int) (DateMention, bool) {
	d := readDates(v, text[at:])
	defer d.done()
	i := 0
	if d.word(i) == "on" {
		i++
	}
	i = d.skipWeekday(i)
	if d.word(i) == "the" && d.at(i+1).ordinal {
		i++ // 'the 3rd of May 2031'
	}
	s, ok := d.spanFrom(i, false)
	if !ok {
		if s, ok = d.years(i); !ok {
			return DateMention{}, false
		}
	}
	if s.edtf() == "" && len(s.a.days) == 0 || d.at(s.from).start > 16 {
		return DateMention{}, false // a month without day and year
	}
	m := d.mention(s)
	m.from += at
	m.to += at
	return m, true
}

// takeTranslation takes the remark about the translation out of a note, from
// its first word to the end of its sentence or bracket, and gives what is left.
func (c *Citation) takeTranslation(v *vocabulary.Vocabulary, text string, words []vocabulary.Word) string {
	if from, to, ok := bracketedRemark(v, text); ok {
		c.Translation = tidySpaces(text[from+1 : to-1])
		return blanked(text, from, to)
	}
	var remark Span // the last one counts: a title may begin with the same words
	for _, m := range v.TranslationPhrases(words) {
		start := byteOf(text, m.Start)
		if text[start] == ' ' {
			continue // taken out with the day of access
		}
		near := remark.End > 0 && start-remark.Start < 60 && !strings.ContainsAny(text[remark.Start:start], ".)")
		if !near {
			remark.Start = start
		}
		remark.End = byteOf(text, m.End)
	}
	if remark.End == 0 {
		return text
	}
	from, to := remark.Start, remark.End
	bracket := opensBracket(text, from)
	for to < len(text) && !closesBracket(text, to) && text[to] != ';' {
		if next, n := runeAt(text, to+1); text[to] == '.' && (n == 0 || !unicode.IsLower(next)) {
			break
		}
		to++
	}
	c.Translation = tidySpaces(strings.Trim(text[from:to], " :,."))
	if bracket {
		from--
	}
	if to < len(text) {
		to++
	}
	return blanked(text, from, to)
}

// bracketedRemark finds brackets in which nothing stands but that the source
// was translated: '(Google translation)'.
func bracketedRemark(v *vocabulary.Vocabulary, text string) (from, to int, ok bool) {
	for from = range len(text) {
		if text[from] != '(' && text[from] != '[' {
			continue
		}
		n := strings.IndexAny(text[from+1:], ")]")
		if n < 0 {
			return 0, 0, false
		}
		if n <= maxPlace && v.Has(vocabulary.TranslationRemarks, strings.TrimSpace(text[from+1:from+1+n])) {
			return from, from + n + 2, true
		}
	}
	return 0, 0, false
}

// tidySpaces folds runs of spaces, such as blanks leave.
func tidySpaces(s string) string {
	if !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// published sets the day of publication from the stretch where it stands.
func (c *Citation) published(v *vocabulary.Vocabulary, at Span, text string) {
	if at.End <= at.Start {
		return
	}
	c.PublishedText = strings.TrimSpace(text[at.Start:at.End])
	if m, ok := dateAt(v, text, at.Start); ok && utf8.RuneCountInString(text[at.Start:m.from]) <= 1 {
		c.Published, c.PublishedText = m.EDTF, m.Text
	}
}

// nearly reports whether at most one code point stands between byte i and
// byte end.
func nearly(text string, i, end int) bool {
	return i >= end || utf8.RuneCountInString(text[i:end]) <= 1
}

// placeAndDate divides brackets that hold both: '(Hare: 5 June 2004)'. The
// place that it gives includes the mark behind the place, as a closing bracket
// would be.
func placeAndDate(v *vocabulary.Vocabulary, text string, open, end int) (place, date Span, ok bool) {
	inside := text[open+1 : end]
	var dates []Span
	for _, m := range FindDates(v, inside) {
		if m.EDTF != "" {
			dates = append(dates, Span{m.from, m.to})
		}
	}
	for _, d := range append(dates, noDates(v, inside)...) { // '(Place, n.d.)' too
		from, to := open+1+d.Start, open+1+d.End
		if !nearly(text, to, end) {
			continue
		}
		before := strings.TrimRightFunc(text[open+1:from], func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ':' || r == ';' })
		cut := open + 1 + len(before)
		if first, _ := utf8.DecodeRuneInString(before); before != "" && cut < from && unicode.IsUpper(first) {
			return Span{open, cut + 1}, Span{from, to}, true
		}
	}
	return place, date, false
}

// matchingBracket is where the bracket that closes at i opens, or -1.
func matchingBracket(text string, i int) int {
	depth := 0
	for k := i; k >= 0 && i-k <= maxPlace+2; k-- {
		switch text[k] {
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

// dateBehind reads a date or 'n.d.' at byte at, behind punctuation.
func dateBehind(v *vocabulary.Vocabulary, text string, at int) (Span, bool) {
	at = skipMarks(text, at)
	// 'Updated 3 May 2031'
	for range 3 {
		end := lettersEnd(text, at, len(text))
		if end == at || !v.Has(vocabulary.PublishedLabels, text[at:end]) {
			break
		}
		at = skipMarks(text, end)
	}
	if at >= len(text) {
		return Span{}, false
	}
	head := firstRunes(text[at:], 24)
	if none := noDates(v, head); len(none) > 0 && none[0].Start == 0 {
		return Span{at, at + none[0].End}, true
	}
	if text[at] == '(' || text[at] == '[' {
		at++
	}
	if m, ok := dateAt(v, text, at); ok {
		return Span{m.from, m.to}, true
	}
	return Span{}, false
}

// skipMarks is the place behind white space and punctuation at i.
func skipMarks(text string, i int) int {
	for {
		r, n := runeAt(text, i)
		if n == 0 || !unicode.IsSpace(r) && r != ',' && r != '.' && r != ':' && r != ';' {
			return i
		}
		i += n
	}
}

// noDates gives where a text says that there is no date.
func noDates(v *vocabulary.Vocabulary, text string) (found []Span) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		for _, m := range v.NoDates(words) {
			found = append(found, Span{byteOf(text, m.Start), byteOf(text, m.End)})
		}
	})
	return found
}

// lastVisible is the last code point that is no white space, or 0.
func lastVisible(text string) rune {
	r, n := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsSpace))
	if n == 0 {
		return 0
	}
	return r
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
	opening, from := utf8.DecodeRuneInString(s)
	closing := ""
	switch opening {
	case '“':
		closing = "”"
	case '„':
		closing = "“”"
	case '"':
		closing = "\"”"
	case '«':
		closing = "»"
	case '‘', '\'':
		return singleQuoted(s, from)
	default:
		return "", "", false
	}
	depth := 0
	for i, r := range s[from:] {
		if r == opening && !strings.ContainsRune(closing, opening) {
			depth++ // a quotation inside the title
			continue
		}
		if !strings.ContainsRune(closing, r) {
			continue
		}
		if depth > 0 {
			depth--
			continue
		}
		return strings.Trim(s[from:from+i], " ,.;:"), s[from+i+utf8.RuneLen(r):], i > 0
	}
	return "", "", false
}

// singleQuoted gives the title in single quotation marks, of which the first takes
// from bytes. The closing one is an apostrophe too, which stands before a letter
// ('Children’s') or, behind a plural's s, before a blank ('farmers’ union'): it
// closes where a mark stands on either side of it.
func singleQuoted(s string, from int) (title, rest string, ok bool) {
	const marks = ",.;:?!"
	for i, r := range s[from:] {
		if r != '’' && r != '\'' || i == 0 {
			continue
		}
		behind := s[from+i+utf8.RuneLen(r):]
		next := strings.TrimLeft(behind, " ")
		before := strings.IndexByte(marks, s[from+i-1]) >= 0 && (next == "" || next != behind)
		after := next != "" && (strings.IndexByte(marks, next[0]) >= 0 && next == behind || next[0] == '(' && next != behind)
		if before || after {
			return strings.Trim(s[from:from+i], " ,.;:"), behind, true
		}
	}
	return "", "", false
}
