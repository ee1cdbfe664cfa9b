package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// The place and the day of publication of a source stand in every order and
// between every kind of marks. Every bracket and every date of a note is a
// claim; what speaks for and against each is summed here and nowhere else.

// sourceEvidence is something that speaks for or against a place or a date.
type sourceEvidence int

const (
	// Of a date.
	behindPlace sourceEvidence = iota
	labelled
	setOffBefore
	setOffBehind
	lastOfAll
	runsOn
	wordsBehind
	inTitle
	inQuotes
	yearAlone
	unmarked
	readThen
	// Of a place.
	inBrackets
	besideDate
	endsPart
	betweenMarks
	knownPlace
	placedAlike
	noPublisher
	glossed
	bodyName
	withFigures
	lowerPlace
	longPlace
	inOrder
	sourceEvidences
)

// sourceWeights are the weights of evidence, by how often it stood by the
// right and by the wrong claim in the papers that are spent.
var sourceWeights = [sourceEvidences]int{
	behindPlace:  5,  // brackets that can hold a place stand right before it, or around it
	labelled:     3,  // 'published', 'updated'
	setOffBefore: 2,  // punctuation before it, or the note begins with it
	setOffBehind: 2,  // punctuation behind it, or the source ends with it
	lastOfAll:    2,  // nothing of the source stands behind it
	runsOn:       -1, // behind the publisher without a mark ('Harbour Office 3 May 2031.')
	wordsBehind:  -4, // the sentence goes on behind it
	inTitle:      -3, // behind a preposition, as in the name of what is cited
	inQuotes:     -6, // within the quotation marks of a title
	yearAlone:    -1, // a year can be a part of any name
	unmarked:     -1, // nothing else marks the note as a source
	readThen:     -8, // the day on which the source was read, as its sentence tells

	inBrackets:   3,
	besideDate:   6,  // the day of publication stands right behind it or before it
	endsPart:     3,  // a mark or nothing behind the brackets
	betweenMarks: -1, // between commas or full stops, as publishers are too
	knownPlace:   3,  // in the vocabulary, or in brackets in other notes
	placedAlike:  3,  // notes of the same form have known places there
	noPublisher:  -4, // nothing would be left for the publisher
	glossed:      -1, // away from the day of publication, as a title in another language is
	bodyName:     -5, // a word of the names of bodies and newspapers
	withFigures:  -5,
	lowerPlace:   -3, // names of places have a capital
	longPlace:    -4, // more words than such names have
	inOrder:      3,  // before the publisher and a colon, or at the very end behind a comma
}

const (
	// publishedFloor is the least sum with which a date is the day of
	// publication, placeFloor with which a name is the place.
	publishedFloor = 3
	placeFloor     = 6
	// publishedMargin is how much nearer than this another date may not come
	// without a doubt.
	publishedMargin = 1
	// maxPlaceWords is how many words a place between marks has at most.
	maxPlaceWords = 3
	// minAlike is how many notes of a form have a known place before the
	// others of this form are taken to have one too, alikeShare the share of
	// the notes of the form, as a divisor.
	minAlike   = 2
	alikeShare = 3
)

func weigh(evidence ...sourceEvidence) (sum int) {
	for _, e := range evidence {
		sum += sourceWeights[e]
	}
	return sum
}

// sourceDate is a claim to the day of publication.
type sourceDate struct {
	Span
	edtf string
	sum  int
}

// takeSource reads what is left: title, publisher, place and day of
// publication.
func (c *Citation) takeSource(v *vocabulary.Vocabulary, text string) (slot *PlaceSlot, doubts []string) {
	text = firstOfSources(v, text)
	if strings.Count(text, " | ") > 1 {
		text = strings.ReplaceAll(text, " | ", ",  ")
	}
	quote, title := sourceTitle(text)
	date, doubts := c.sourceDate(v, text, quote)
	c.published(v, date, text)
	place, name := bracketedPlace(v, text, date, quote)
	c.Place = name
	date.Start = labelStart(v, text, date)
	// What was read of the source ends its title and its publisher.
	end := len(text)
	for _, s := range []Span{place, date} {
		if s.End > s.Start && s.Start >= quote.End {
			end = min(end, s.Start)
		}
	}
	switch {
	case title != "":
		c.Title = title
		c.Publisher = strings.Trim(tidySpaces(text[quote.End:end]), " ,.;:([")
		if before := quote.Start; c.Publisher == "" {
			if place.End > place.Start && place.Start < before {
				before = place.Start
			}
			c.Publisher = strings.Trim(tidySpaces(text[:before]), " ,.;:([")
		}
	case c.Place == "" && titleBehindDate(text, date) != "":
		c.Title, c.Publisher = titleBehindDate(text, date), tidySpaces(strings.Trim(text[:date.Start], " ,.;:("))
	default:
		c.splitTitle(v, strings.Trim(text[:end], " ,;:(["))
	}
	c.placeBeforeColon(v)
	if c.Place != "" && wordsBetween(text, place, date, quote) {
		return &PlaceSlot{shape: slotShape{quoted: quote.End > 0, order: placeApart}, name: c.Place, sum: placeFloor}, doubts
	}
	if c.Place == "" {
		slot = slotBeforePublisher(v, text, quote, date)
	}
	if c.Place == "" && slot == nil {
		slot = c.slotBefore(v, text, quote, date)
	}
	if c.Place == "" && slot == nil {
		slot = slotBehindTitle(v, text, date)
	}
	if c.Place == "" && slot == nil {
		slot = c.slotLast(v, text, quote, date)
	}
	return slot, doubts
}

// titleBehindDate is the title that stands behind a date in brackets ('Agency (5
// June 2004). Title'); "" is none.
func titleBehindDate(text string, date Span) string {
	if date.End <= date.Start || date.Start == 0 || text[date.Start-1] != '(' || !closesBracket(text, date.End) {
		return ""
	}
	title := tidySpaces(strings.Trim(text[date.End+1:], " ,.;:"))
	if len(strings.Fields(title)) < 2 || !HasLetterOrDigit(text[:date.Start]) {
		return ""
	}
	return title
}

// firstOfSources cuts a note that cites several sources behind the first: a
// semicolon between two stretches that each have brackets and a date.
func firstOfSources(v *vocabulary.Vocabulary, text string) string {
	dated := func(s string) bool {
		for i := 0; i < len(s); i++ {
			if s[i] != ')' {
				continue
			}
			if open, ok := placeBrackets(v, s, i); ok {
				_, _, inside := placeAndDate(v, s, open, i)
				if _, behind := dateBehind(v, s, i+1); inside || behind {
					return true
				}
			}
		}
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], "; ")
		if i < 0 {
			return text
		}
		if i += from; dated(text[:i]) {
			if dated(text[i:]) {
				return text[:i]
			}
			return text
		}
		from = i + 2
	}
}

// sourceDate weighs the dates of a note. Of equal ones the later wins: what
// stands behind it is less of a title. doubts are the best and what comes near
// it.
func (c *Citation) sourceDate(v *vocabulary.Vocabulary, text string, quote Span) (best Span, doubts []string) {
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
func dateClaimsOf(v *vocabulary.Vocabulary, text string, quote Span) []sourceDate {
	var claims []sourceDate
	add := func(s Span, edtf string, evidence ...sourceEvidence) {
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
		for _, m := range FindDates(v, text[from:]) {
			if m.EDTF != "" {
				add(Span{from + m.from, from + m.to}, m.EDTF)
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
	trimmed := strings.TrimRight(text, " .,;)")
	if n := len(trimmed); n > 5 && strings.IndexByte(" (", trimmed[n-5]) >= 0 && strings.ContainsRune(",(.", lastVisible(trimmed[:n-4])) && isYear(trimmed[n-4:]) {
		add(Span{n - 4, n}, trimmed[n-4:], yearAlone)
	}
	return claims
}

// authorsYear finds the year in brackets behind an author, with which the title
// follows: 'Agency (2024). Title', 'Agency (2024a): Title'.
func authorsYear(text string) (at Span, ok bool) {
	open := strings.IndexByte(text, '(')
	if open <= 0 || len(text) < open+7 || strings.ContainsAny(text[:open], "“\"«") {
		return Span{}, false
	}
	end := strings.IndexByte(text[open:], ')') + open
	year := text[open+1 : max(end, open+1)]
	if len(year) == 5 && year[4] >= 'a' && year[4] <= 'f' {
		year = year[:4]
	}
	if !isYear(year) {
		return Span{}, false
	}
	title := strings.TrimLeft(text[end+1:], " .,:")
	first, _ := utf8.DecodeRuneInString(title)
	return Span{open + 1, open + 5}, Opens(first) && len(strings.Fields(title)) > 1
}

// dateContext is what stands around a date.
func (c *Citation) dateContext(v *vocabulary.Vocabulary, text string, quote, at Span) []sourceEvidence {
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
	case before == 0 || strings.ContainsRune(",.;:()[]”\"’'?!>/–—|", before):
		out = append(out, setOffBefore)
	case last != "on" && v.Has(vocabulary.PublishedLabels, last), len(words) > 1 && last == "on" && v.Has(vocabulary.PublishedLabels, words[len(words)-2]):
		out = append(out, labelled)
	case v.Has(vocabulary.TimeBefore, last) || v.Has(vocabulary.DeadlineBefore, last) || last == "on" || last == "of" || last == "du" || last == "vom":
		out = append(out, inTitle)
	default:
		out = append(out, runsOn)
	}
	behind := strings.TrimLeftFunc(text[at.End:], unicode.IsSpace)
	next, n := utf8.DecodeRuneInString(behind)
	if n == 0 || strings.ContainsRune(",.;:()[]<–—|", next) {
		out = append(out, setOffBehind)
	} else {
		out = append(out, wordsBehind)
	}
	add(!HasLetterOrDigit(behind), lastOfAll)
	return out
}

// readingTold reports whether the sentence that goes on in a date tells of reading the
// source: 'The list was consulted three times, last on'.
func readingTold(v *vocabulary.Vocabulary, before string) bool {
	spans := Sentences(v, before)
	if len(spans) == 0 {
		return false
	}
	words := strings.Fields(string([]rune(before)[spans[len(spans)-1].Start:]))
	for i, w := range words {
		w = strings.Trim(w, ",.;:()")
		if i > 0 && i < len(words)-1 && strings.ToLower(w) == w && v.Has(vocabulary.ReadingWords, w) && v.Has(vocabulary.Auxiliaries, strings.ToLower(words[i-1])) {
			return true
		}
	}
	return false
}

// placeBrackets gives where the brackets open that close at i, if they can
// hold a place.
func placeBrackets(v *vocabulary.Vocabulary, text string, i int) (open int, ok bool) {
	open = matchingBracket(text, i)
	if open < 0 || i-open > maxPlace {
		return 0, false
	}
	inside := strings.TrimSpace(text[open+1 : i])
	if inside == "" || v.Has(vocabulary.NotPlaces, inside) {
		return 0, false
	}
	m, dated := dateAt(v, text, open+1)
	return open, !dated || !nearly(text, m.to, i) // '(5 June 2004)'
}

// bracketedPlace weighs the brackets of a note. Of equal ones the later wins.
func bracketedPlace(v *vocabulary.Vocabulary, text string, date, quote Span) (best Span, name string) {
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
		at := Span{open, i + 1}
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
func wordsBetween(text string, at, date, quote Span) bool {
	from, to := at.End, date.Start
	if date.End <= at.Start {
		from, to = date.End, at.Start
	}
	if date.End <= date.Start || from >= to {
		return false
	}
	if quote.End > quote.Start && from <= quote.Start && quote.End <= to {
		return HasLetterOrDigit(text[from:quote.Start]) || HasLetterOrDigit(text[quote.End:to])
	}
	return HasLetterOrDigit(text[from:to])
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
	return latin(inside) && !latin(before) && HasLetterOrDigit(before)
}

// placeBeforeDate reports whether a known place stands between marks right before
// the date.
func placeBeforeDate(v *vocabulary.Vocabulary, text string, date Span) bool {
	head := strings.TrimRight(text[:date.Start], " ([,.;:")
	cut := lastPart(v, head)
	return cut > 0 && v.Has(vocabulary.Places, strings.Trim(head[cut:], " ,.;:"))
}

// slotShape is the form of a note around what may be its place: whether a
// quoted title stands before it, and the marks before and behind it.
type slotShape struct {
	quoted         bool
	before, behind byte
	order          placeOrder
}

// placeOrder says where a place stands: before the date, before the publisher,
// or at the end.
type placeOrder int

const (
	placeAtDate placeOrder = iota
	placeFirst
	placeLast
	placeApart // in brackets, words between them and the date
)

// PlaceSlot is what stands between marks where places of publication do, right
// before the date as a rule, and may be a place or the publisher.
type PlaceSlot struct {
	shape            slotShape
	name             string
	sum              int    // without what other notes say
	title, publisher string // if it is a place
	onlyAlike        bool   // it takes other notes of the same form
}

// slotBefore finds what may be a place between marks. Where the note and the
// vocabulary decide that it is one, it is taken; otherwise it is handed back.
func (c *Citation) slotBefore(v *vocabulary.Vocabulary, text string, quote, date Span) *PlaceSlot {
	if date.Start <= quote.End {
		return nil
	}
	trimmed := strings.TrimRight(text[quote.End:date.Start], " ([")
	head := strings.TrimRight(trimmed, " ,.;:")
	behind := titleBehindDate(text, date) // 'Publisher, Place (date). Title'
	if head == "" || len(head) == len(trimmed) && behind == "" || strings.HasSuffix(head, ")") {
		return nil // no mark stands between it and the date
	}
	s := &PlaceSlot{shape: slotShape{quoted: quote.End > 0, behind: '('}}
	if len(head) < len(trimmed) {
		s.shape.behind = trimmed[len(head)]
	}
	cut := lastPart(v, head)
	if region := strings.Trim(head[cut:], " ,.;"); cut > 0 && isRegion(region) {
		cut = lastPart(v, strings.TrimRight(head[:cut], " ,.;:"))
	}
	if cut == 0 && !s.shape.quoted {
		return nil
	}
	publisher := "" // 'Publisher: Place'
	if i := strings.LastIndex(head[cut:], ": "); i > 0 && cut > 0 {
		from := cut
		for at := cut; at > 2 && head[at-2] == ','; {
			// A body may have commas in its name; a full stop ends the title.
			if at = lastPart(v, head[:at-2]); at > 2 && head[at-2] != ',' {
				from = at
			}
		}
		publisher = strings.Trim(head[from:cut+i], " ,.;:")
		s.title = strings.Trim(head[:from], " ,.;:")
		cut += i + 2
	}
	s.name = strings.Trim(head[cut:], " ,;:")
	if cut == 0 {
		s.name = strings.TrimLeft(s.name, ". ") // '“Title”. Place: date'
	}
	if isRegion(lastWord(s.name)) && strings.Contains(lastWord(s.name), ".") {
		s.name += "."
	}
	before := strings.TrimRight(head[:cut], " ")
	if before != "" {
		s.shape.before = before[len(before)-1]
	}
	evidence := []sourceEvidence{betweenMarks, besideDate}
	add := func(ok bool, e sourceEvidence) {
		if ok {
			evidence = append(evidence, e)
		}
	}
	words := strings.Fields(s.name)
	first, _ := utf8.DecodeRuneInString(s.name)
	known := v.Has(vocabulary.Places, s.name)
	rest := Citation{}
	switch {
	case s.shape.quoted:
		s.title, s.publisher = c.Title, strings.Trim(before, " ,.;:")
		if s.publisher == "" { // 'Publisher, “Title,” Place, date'
			s.publisher = strings.Trim(tidySpaces(text[:quote.Start]), " ,.;:([")
			if s.publisher != "" {
				s.shape.before = '"'
			}
		}
	case publisher != "":
		s.publisher = publisher
	case behind != "":
		s.title, s.publisher = behind, strings.Trim(before, " ,.;:")
	default:
		rest.splitTitle(v, strings.Trim(before, " ,;:"))
		s.title, s.publisher = rest.Title, rest.Publisher
	}
	add(s.publisher == "", noPublisher)
	add(known, knownPlace)
	add(strings.ContainsAny(s.name, "0123456789"), withFigures)
	add(!unicode.IsUpper(first), lowerPlace)
	add(len(words) > maxPlaceWords && !known, longPlace)
	add(!known && namesBody(v, s.name), bodyName)
	s.sum = weigh(evidence...)
	if s.sum >= placeFloor {
		c.Place, c.Title, c.Publisher = s.name, s.title, s.publisher
	}
	return s
}

// lastPart is where the last part of a text between marks begins; 0 where it
// has one only. The full stop of an abbreviation ends none.
func lastPart(v *vocabulary.Vocabulary, head string) int {
	for i := len(head) - 2; i > 0; i-- {
		if head[i+1] != ' ' {
			continue
		}
		switch head[i] {
		case ',', ';':
			return i + 2
		case '.':
			w := lastWord(head[:i])
			if utf8.RuneCountInString(w) > 1 && !v.Has(vocabulary.Abbreviations, w) {
				return i + 2
			}
			if w != "" && IsDigit(rune(w[0])) && v.Has(vocabulary.Places, strings.Trim(head[i+2:], " ,.;:")) {
				return i + 2 // 'paragraph 7. Paris'
			}
		case '?', '!':
			return i + 2
		}
	}
	return 0
}

func lastWord(s string) string {
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// isRegion says that a part is the short name of a state behind its city
// ('D.C.', 'ON').
func isRegion(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.':
			return false
		}
	}
	return letters >= 2 && letters <= 3
}

// sourceTitle finds the title in quotation marks: at the note's
// beginning, or behind the author or the publisher and a mark. The text of
// what is cited ends with the marks, so that something else follows them.
func sourceTitle(text string) (at Span, title string) {
	from := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	for i, r := range text[from:] {
		switch r {
		case '“', '„', '"', '«', '‘', '\'':
		default:
			continue
		}
		i += from
		before := strings.TrimRight(text[:i], " ")
		if before != "" && strings.IndexByte(",.:;)", before[len(before)-1]) < 0 {
			continue
		}
		t, rest, ok := quotedTitle(text[i:])
		if !ok {
			continue
		}
		end := len(text) - len(rest)
		inside := strings.TrimRight(text[i:end], "”“\"»’'")
		mark := inside != "" && strings.IndexByte(",.;?!", inside[len(inside)-1]) >= 0
		if behind := strings.TrimLeft(rest, " "); before != "" && !mark && behind != "" && strings.IndexByte(",.;:([", behind[0]) < 0 {
			continue // a word of the title in quotation marks
		}
		return Span{i, end}, t
	}
	return Span{}, ""
}

// splitTitle divides what stands before the place: the publisher follows the
// last comma, or an earlier one where it is a body with commas in its name,
// or the last full stop where there is no comma.
func (c *Citation) splitTitle(v *vocabulary.Vocabulary, head string) {
	head = tidySpaces(head)
	if title, publisher, ok := strings.Cut(head, " // "); ok { // as Russian lists of sources do
		c.Title, c.Publisher = strings.Trim(title, " ,.;:"), strings.Trim(publisher, " ,.;:")
		return
	}
	parts := strings.Split(head, ", ")
	cut := len(parts) - 1
	if cut == 0 {
		at := lastPart(v, strings.TrimRight(head, " ,.;:"))
		c.Title = strings.Trim(head, " ,.;:")
		if at > 0 {
			c.Title, c.Publisher = strings.Trim(head[:at], " ,.;:"), strings.Trim(head[at:], " ,.;:")
		}
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

// SettlePlaces decides on the places between marks that their notes leave
// open: by the places that stand in brackets elsewhere, and by the other notes
// of the same form, whose places are known, or whose publishers stand before the
// title, so that none stands behind it.
func SettlePlaces(v *vocabulary.Vocabulary, notes []Note) {
	bracketed := map[string]bool{}
	for _, n := range notes {
		if n.Place != "" && (n.Slot == nil || n.Slot.shape.order == placeApart && v.Has(vocabulary.Places, n.Place)) {
			bracketed[n.Place] = true
		}
	}
	alike, known := map[slotShape]int{}, map[slotShape]int{}
	// Notes of a form whose publisher stands before the title, and forms in which an
	// author does.
	issued, authored := map[slotShape]int{}, map[slotShape]bool{}
	knows := func(s *PlaceSlot) bool { return v.Has(vocabulary.Places, s.name) || bracketed[s.name] }
	for _, n := range notes {
		if n.Slot == nil {
			continue
		}
		if n.Slot.shape.before == '"' {
			switch {
			case namesBody(v, n.Slot.name): // 'Author, “Title,” Publisher, date'
				authored[n.Slot.shape] = true
			case namesBody(v, n.Slot.publisher):
				issued[n.Slot.shape]++
			}
		}
		if n.Slot.sum+weigh(placedAlike) < placeFloor {
			continue
		}
		alike[n.Slot.shape]++
		if knows(n.Slot) {
			known[n.Slot.shape]++
		}
	}
	for i := range notes {
		n := &notes[i]
		if n.Slot == nil {
			continue
		}
		if shape := n.Slot.shape; shape.order == placeApart && !shape.quoted && !knows(n.Slot) && known[shape] < minAlike {
			n.Place = "" // nothing shows that it is a place; Unread says so
		}
		if n.Place != "" || n.Slot.shape.order == placeApart {
			continue
		}
		sum, shape := n.Slot.sum, n.Slot.shape
		if knows(n.Slot) {
			sum += weigh(knownPlace)
		}
		borne := known[shape]
		if !authored[shape] {
			borne = max(borne, issued[shape])
		}
		if borne >= minAlike && alikeShare*borne >= alike[shape] {
			sum += weigh(placedAlike)
		} else if n.Slot.onlyAlike {
			continue
		}
		if sum >= placeFloor {
			n.Place, n.Title, n.Publisher = n.Slot.name, n.Slot.title, n.Slot.publisher
		}
	}
}
