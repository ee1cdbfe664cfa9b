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
	if date.End <= date.Start {
		c.published(v, c.actDate(v, text, quote), text)
	}
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
	by := publishedBy(v, text[:date.Start])
	if by.End > 0 {
		end = min(end, max(quote.End, strings.LastIndexAny(text[:by.Start], ",;()")))
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
	if by.End > 0 {
		c.Publisher = script.WithoutArticle(text[by.Start:by.End])
		return nil, doubts
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
