package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// Two orders in which the place of publication stands away from the date. What
// looks like it can be a part of a title as well, so that only other notes of
// the same form bear it out (PlaceSlot.onlyAlike).

// slotBeforePublisher finds what may be a place before its publisher ('Title.
// Place: Publisher, date'). nil where that may as well be a publisher before
// its place: one of the two must be known as what it is.
func slotBeforePublisher(v *vocabulary.Vocabulary, text string, quote, date Span) *PlaceSlot {
	if date.Start <= quote.End {
		return nil
	}
	head := strings.TrimRight(text[quote.End:date.Start], " ([,.;:")
	i := strings.LastIndex(head, ": ")
	if i <= 0 {
		return nil
	}
	from := lastPart(v, head[:i])
	if from < 2 || strings.IndexByte(".?!", head[from-2]) < 0 {
		return nil // what stands before it ends no title
	}
	s := &PlaceSlot{
		shape: slotShape{quoted: quote.End > 0, before: '.', behind: ':', order: placeFirst},
		name:  head[from:i], title: strings.Trim(head[:from], " ,.;:"), publisher: strings.Trim(head[i+2:], " ,.;:"),
		onlyAlike: true,
	}
	if lastPart(v, s.publisher) > 0 { // 'Title: Subtitle. Place, date'
		return nil
	}
	if v.Has(vocabulary.Places, s.publisher) || !v.Has(vocabulary.Places, s.name) && !namesBody(v, s.publisher) {
		return nil
	}
	s.weighName(v)
	return s
}

// slotBehindTitle finds what may be a place at the end of a title behind a date
// in brackets ('Publisher (date), Title, Place').
func slotBehindTitle(v *vocabulary.Vocabulary, text string, date Span) *PlaceSlot {
	behind := titleBehindDate(text, date)
	i := strings.LastIndex(behind, ", ")
	if i <= 0 {
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
	add(!known && namesBody(v, s.name), bodyName)
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
