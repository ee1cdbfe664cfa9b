package citation

import (
	"strings"
	"unicode"

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
			for _, read := range []script.Span{place, date} {
				if read.End > read.Start && read.Start < before {
					before = read.Start
				}
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
	if i := strings.LastIndex(c.Publisher, " ("); i > 0 && v.Has(vocabulary.NotPlaces, strings.TrimSuffix(c.Publisher[i+2:], ")")) {
		c.Publisher = c.Publisher[:i] // 'Tide Hour (podcast)'
	}
	if c.Publisher != "" && !strings.ContainsFunc(c.Publisher, unicode.IsLetter) {
		c.Publisher = "" // figures of an act or a page
	}
	if len(c.Title) <= maxRepeat && v.Has(vocabulary.RepeatWords, c.Title) {
		c.Title = ""
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
	// 'Title. Place: Body, date' is told by the names; the slots say what form it has.
	if first != nil && c.Place == "" && quote.End == 0 && first.shape.before == '.' && v.Has(vocabulary.Places, first.name) && isBody(v, first.publisher) {
		c.Place, c.Title, c.Publisher = first.name, first.title, first.publisher
	}
	return slots, doubts
}

// maxRepeat is the longest word for a note before, in bytes.
const maxRepeat = 20
