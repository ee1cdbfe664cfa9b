package citation

import (
	"strings"

	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// takeSource reads what is left: title, publisher, place and day of
// publication.
func (c *Citation) takeSource(v *vocabulary.Vocabulary, text string) (slots []*PlaceSlot, doubts []string) {
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
	for _, s := range []script.Span{place, date} {
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
		c.Publisher = publisherOr(v, c.Publisher, text[:quote.Start])
	case c.Place == "" && titleBehindDate(text, date) != "":
		c.Title, c.Publisher = titleBehindDate(text, date), tidySpaces(strings.Trim(text[:date.Start], " ,.;:("))
	default:
		c.splitTitle(v, strings.Trim(text[:end], " ,;:(["))
	}
	c.placeBeforeColon(v)
	if c.Place != "" && wordsBetween(text, place, date, quote) {
		return []*PlaceSlot{{shape: slotShape{quoted: quote.End > 0, order: placeApart}, name: c.Place, sum: placeFloor}}, doubts
	}
	if c.Place != "" {
		return nil, doubts
	}
	first, last := slotBeforePublisher(v, text, quote, date), slotBehindTitle(v, text, date)
	if last == nil {
		last = c.slotLast(v, text, quote, date)
	}
	for _, s := range []*PlaceSlot{first, last, c.slotBefore(v, text, quote, date), slotInOrder(v, text, quote, date)} {
		if s != nil {
			slots = append(slots, s)
		}
	}
	return slots, doubts
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
