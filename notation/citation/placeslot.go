package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// slotShape is the form of a note around what may be its place: whether a
// quoted title stands before it, and the marks before and behind it.
type slotShape struct {
	quoted         bool
	before, behind byte
	order          placeOrder
}

// placeOrder says where a place stands: before the date, before the publisher and a
// colon, at the end, before the publisher and a comma, or in brackets beside the date.
type placeOrder int

const (
	placeAtDate placeOrder = iota
	placeFirst
	placeLast
	placeApart // in brackets, words between them and the date
	placeSecond
	placeInBrackets
)

// PlaceSlot is what stands between marks where places of publication do, right
// before the date as a rule, and may be a place or the publisher.
type PlaceSlot struct {
	shape            slotShape
	name             string
	sum              int    // without what other notes say
	title, publisher string // if it is a place
	onlyAlike        bool   // it takes other notes of the same form
	near             bool   // a known place stands there in a note of the chapter
}

// slotBefore finds what may be a place between marks. Where the note and the
// vocabulary decide that it is one, it is taken; otherwise it is handed back.
func (c *Citation) slotBefore(v *vocabulary.Vocabulary, text string, quote, date script.Span) *PlaceSlot {
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
	cut := lastPlacePart(v, head)
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
		s.title, s.publisher = c.Title, strings.Trim(before, " ,.;:–—")
		if s.publisher == "" { // 'Publisher, “Title,” Place, date'
			s.publisher = strings.Trim(tidySpaces(text[:quote.Start]), " ,.;:([")
			if s.publisher != "" {
				s.shape.before = '"'
			}
		}
		s.publisher = publisherOr(v, s.publisher, text[:quote.Start])
	case publisher != "":
		s.publisher = publisher
	case behind != "":
		s.title, s.publisher = behind, strings.Trim(before, " ,.;:–—")
	default:
		rest.splitTitle(v, strings.Trim(before, " ,;:–—"))
		s.title, s.publisher = rest.Title, rest.Publisher
	}
	add(s.publisher == "", noPublisher)
	add(known, knownPlace)
	add(strings.ContainsAny(s.name, "0123456789"), withFigures)
	add(!unicode.IsUpper(first), lowerPlace)
	add(len(words) > maxPlaceWords && !known, longPlace)
	add(!known && (namesBody(v, s.name) || v.Has(vocabulary.NotPlaces, s.name)), bodyName)
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
			if w != "" && script.IsDigit(rune(w[0])) && v.Has(vocabulary.Places, strings.Trim(head[i+2:], " ,.;:")) {
				return i + 2 // 'paragraph 7. Paris'
			}
		case '?', '!':
			return i + 2
		}
	}
	return 0
}

// lastPlacePart is where the last part begins where a dash parts too ('Publisher –
// Place').
func lastPlacePart(v *vocabulary.Vocabulary, head string) int {
	cut := lastPart(v, head)
	for _, dash := range []string{" – ", " — "} {
		if i := strings.LastIndex(head, dash); i > 0 {
			cut = max(cut, i+len(dash))
		}
	}
	return cut
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
