package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// Orders in which the place of publication stands away from the date. What
// looks like it can be a part of a title as well, so that only other notes of
// the same form bear it out (PlaceSlot.onlyAlike).

// slotBeforePublisher finds what may be a place before its publisher ('Title.
// Place: Publisher, date'). nil where that may as well be a publisher before
// its place: one of the two must be known as what it is.
func slotBeforePublisher(v *vocabulary.Vocabulary, text string, quote, date script.Span) *PlaceSlot {
	if date.Start <= quote.End {
		return nil
	}
	head := strings.TrimRight(text[quote.End:date.Start], " ([,.;:")
	i := strings.LastIndex(head, ": ")
	if i <= 0 {
		return nil
	}
	from := lastPart(v, head[:i])
	if k := strings.LastIndex(head[:i], ",’ "); k >= from {
		from = k + len(",’ ") // behind a title in single quotation marks
	}
	before := strings.TrimRight(head[:from], " ’")
	if before == "" && (quote.End == 0 || i > maxPlace) || before != "" && strings.IndexByte(".?!,", before[len(before)-1]) < 0 {
		return nil // what stands before it ends no title
	}
	mark := byte('.')
	if strings.HasSuffix(before, ",") {
		mark = ','
	}
	s := &PlaceSlot{
		shape: slotShape{quoted: quote.End > 0, before: mark, behind: ':', order: placeFirst},
		name:  strings.TrimLeft(head[from:i], " ,."), title: strings.Trim(head[:from], " ,.;:"), publisher: strings.Trim(head[i+2:], " ,.;:"),
		onlyAlike: true,
	}
	if lastPart(v, s.publisher) > 0 { // 'Title: Subtitle. Place, date'
		return nil
	}
	if quote.End > 0 {
		if _, title := sourceTitle(text); title != "" {
			s.title = title
		}
	}
	if v.Has(vocabulary.Places, s.publisher) || !v.Has(vocabulary.Places, s.name) && !namesBody(v, s.publisher) {
		return nil
	}
	s.weighName(v)
	return s
}

// slotBehindTitle finds what may be a place at the end of a title behind a date
// in brackets ('Publisher (date), Title, Place').
func slotBehindTitle(v *vocabulary.Vocabulary, text string, date script.Span) *PlaceSlot {
	behind := titleBehindDate(text, date)
	i := strings.LastIndex(behind, ", ")
	if i <= 0 || lastPart(v, behind[i+2:]) > 0 {
		return nil
	}
	if region := strings.TrimRight(behind[i+2:], "."); isRegion(region) {
		if k := strings.LastIndex(behind[:i], ", "); k > 0 {
			i = k
		}
	}
	s := &PlaceSlot{
		shape: slotShape{before: ',', order: placeLast},
		name:  behind[i+2:], title: behind[:i], publisher: tidySpaces(strings.Trim(text[:date.Start], " ,.;:(")),
		onlyAlike: true,
	}
	s.weighName(v)
	return s
}

// slotLast finds what may be a place in the last part of a source, behind the
// date ('Publisher, “Title,” date, Place', 'Date. Title, Publisher, Place').
func (c *Citation) slotLast(v *vocabulary.Vocabulary, text string, quote, date script.Span) *PlaceSlot {
	from := max(date.End, quote.End)
	if date.End <= date.Start || from >= len(text) || from == date.End && !setsOffPlace(text[from:]) {
		return nil
	}
	behind := strings.TrimLeft(text[from:], " ,.;:)]–—")
	if i := strings.Index(behind, "  "); i >= 0 {
		behind = behind[:i] // where the address stood, or the day of access
	}
	behind = strings.TrimRight(behind, " ,.;:([<")
	cut := lastPlacePart(v, behind)
	if cut > 0 && isRegion(strings.Trim(behind[cut:], " .")) {
		cut = lastPart(v, strings.TrimRight(behind[:cut], " ,.;:"))
	}
	s := &PlaceSlot{
		shape: slotShape{quoted: quote.End > 0, before: text[from], order: placeLast},
		name:  behind[cut:], title: c.Title, publisher: c.Publisher,
		onlyAlike: true,
	}
	before := strings.Trim(behind[:cut], " ,.;:–—")
	if cut > 0 {
		s.shape.before = strings.TrimRight(behind[:cut], " ")[len(strings.TrimRight(behind[:cut], " "))-1]
	}
	switch {
	case s.name == "" || s.name == c.Publisher:
		return nil
	case s.shape.quoted && before != "":
		s.publisher = before
	case s.shape.quoted:
	case before != "" && titleBehindDate(text, date) != "": // 'Publisher (date). Title. Place'
		s.title, s.publisher = before, strings.Trim(tidySpaces(text[:date.Start]), " ,.;:(")
	case !script.HasLetterOrDigit(text[:date.Start]): // the date leads
		var rest Citation
		rest.splitTitle(v, before)
		s.title, s.publisher = rest.Title, rest.Publisher
	case before != "":
		s.title, s.publisher = strings.Trim(tidySpaces(text[:date.Start]), " ,.;:("), before
	}
	s.weighName(v)
	return s
}

// setsOffPlace reports whether a mark stands between a date and what follows it.
func setsOffPlace(behind string) bool {
	if strings.IndexByte(",.;:)]", behind[0]) >= 0 {
		return true
	}
	trimmed := strings.TrimLeft(behind, " ")
	return strings.HasPrefix(trimmed, "– ") || strings.HasPrefix(trimmed, "— ")
}

// slotInOrder finds what may be a place between the title and the publisher ('Title,
// Place, Publisher, date').
func slotInOrder(v *vocabulary.Vocabulary, text string, quote, date script.Span) *PlaceSlot {
	if date.Start <= quote.End {
		return nil
	}
	head := strings.TrimRight(text[quote.End:date.Start], " ([,.;:")
	to := lastPart(v, head)
	if to == 0 {
		return nil
	}
	before := strings.TrimRight(head[:to], " ")
	from := lastPart(v, before[:len(before)-1])
	s := &PlaceSlot{
		shape: slotShape{quoted: quote.End > 0, behind: before[len(before)-1], order: placeSecond},
		name:  strings.Trim(head[from:to], " ,.;:"), publisher: head[to:], title: strings.Trim(tidySpaces(head[:from]), " ,.;:"),
		onlyAlike: true,
	}
	if s.shape.quoted {
		_, s.title = sourceTitle(text)
	}
	if s.shape.quoted != (from == 0) || s.name == "" || v.Has(vocabulary.Places, s.publisher) {
		return nil
	}
	if from > 0 {
		s.shape.before = strings.TrimRight(head[:from], " ")[len(strings.TrimRight(head[:from], " "))-1]
	}
	s.weighName(v)
	return s
}

// labelStart is where the words begin that say that a date is the day of
// publication ('Date of Publication: 3 May 2031'), or where the date does.
func labelStart(v *vocabulary.Vocabulary, text string, date script.Span) int {
	if date.End <= date.Start {
		return date.Start
	}
	from := strings.LastIndexAny(text[:date.Start], ",.;()[]”\"") + 1
	for from > 0 && from < date.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	label := strings.TrimSpace(text[from:date.Start])
	words := strings.Fields(strings.TrimRight(label, ":"))
	known := 0
	for _, w := range words {
		if v.Has(vocabulary.PublishedLabels, w) {
			known++
		}
	}
	sentence := known > 0 && strings.ToLower(label) == label && v.Has(vocabulary.PublishedLabels, words[len(words)-1]) // 'page last updated'
	if known == 0 || len(words) > maxLabelWords || known < len(words) && !strings.HasSuffix(label, ":") && !sentence {
		return date.Start
	}
	return from
}

// maxLabelWords is how many words a label of the day of publication has at most.
const maxLabelWords = 4

// placeBeforeColon parts a place in brackets from the publisher beside it
// ('(Place: Publisher, date)', '(Place: n.d.)').
func (c *Citation) placeBeforeColon(v *vocabulary.Vocabulary) {
	place, publisher, ok := strings.Cut(c.Place, ": ")
	if !ok {
		return
	}
	if none := noDates(v, publisher); len(none) > 0 && none[0].Start == 0 {
		c.Place = place
		return
	}
	if v.Has(vocabulary.Places, publisher) && !v.Has(vocabulary.Places, place) {
		place, publisher = publisher, place
	}
	if c.Publisher != "" {
		c.Title += ", " + c.Publisher
	}
	c.Place, c.Publisher = place, publisher
}

// weighName weighs a name that stands where places do by what it looks like.
func (s *PlaceSlot) weighName(v *vocabulary.Vocabulary) {
	evidence := []sourceEvidence{inOrder}
	add := func(ok bool, e sourceEvidence) {
		if ok {
			evidence = append(evidence, e)
		}
	}
	first, _ := utf8.DecodeRuneInString(s.name)
	known := v.Has(vocabulary.Places, s.name)
	add(known, knownPlace)
	add(s.publisher == "", noPublisher)
	add(strings.ContainsAny(s.name, "0123456789"), withFigures)
	add(!unicode.IsUpper(first), lowerPlace)
	add(len(strings.Fields(s.name)) > maxPlaceWords && !known, longPlace)
	add(!known && (namesBody(v, s.name) || v.Has(vocabulary.NotPlaces, s.name)), bodyName)
	s.sum = weigh(evidence...)
}

// namesBody reports whether a name has a word of bodies or newspapers.
func namesBody(v *vocabulary.Vocabulary, name string) bool {
	for _, w := range strings.Fields(name) {
		if v.Has(vocabulary.OrganizationWords, w) || v.Has(vocabulary.PressWords, w) {
			return true
		}
	}
	return false
}
