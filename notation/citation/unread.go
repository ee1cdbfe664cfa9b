package citation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// What a note says and nobody has understood must not pass for something that
// it does not say.

// Unread names what in a source looks like its day of publication or its place
// where none was read: dates and set-off years, and known places that stand
// between marks. A title in quotation marks, the address and the day of access are
// left out; a remark without any mark of a source has nothing.
func (n *Note) Unread(v *vocabulary.Vocabulary) (dates, places []string) {
	if n.URL == "" && n.PublishedText == "" && n.AccessedText == "" && n.Place == "" {
		if said, ours := communication(v, n.Text); said && !ours {
			return unreadDates(v, n.Text), nil // a printed interview has its day here
		}
		return nil, nil
	}
	text := n.Text
	if at, _, ok := join.FindAddress(v, text, nil); ok {
		text = text[:at.Start] + " " + firstSource(v, text[at.End:])
	}
	if i := strings.LastIndex(text, n.AccessedText); n.AccessedText != "" && i >= 0 {
		text = blanked(text, i, i+len(n.AccessedText))
	}
	text = firstOfSources(v, text)
	quote, _ := sourceTitle(text)
	if quote.End > quote.Start {
		text = blanked(text, quote.Start, quote.End)
	}
	if n.PublishedText == "" {
		dates = unreadDates(v, text)
	}
	if n.Place == "" {
		places = setOffPlaces(v, text, n.Publisher)
		for _, s := range n.Slots {
			if s.shape.order == placeApart || s.near && !slices.Contains(places, s.name) {
				places = append(places, s.name)
			}
		}
	}
	return dates, places
}

// unreadDates gives the dates with a year of a text, or the years that stand
// between marks.
func unreadDates(v *vocabulary.Vocabulary, text string) (out []string) {
	for _, m := range date.FindDates(v, text) {
		if m.EDTF != "" {
			out = append(out, m.Text)
		}
	}
	if len(out) > 0 {
		return out
	}
	for i := 0; i+4 <= len(text); i++ {
		if !script.IsDigit(rune(text[i])) || i > 0 && strings.IndexByte(" ([", text[i-1]) < 0 {
			continue
		}
		end := i
		for end < len(text) && script.IsDigit(rune(text[end])) {
			end++
		}
		if date.IsYear(text[i:end]) && setOff(text, i, end) {
			out = append(out, text[i:end])
		}
		i = end
	}
	return out
}

// setOff reports whether bytes from..to of a text stand between marks, or
// between a mark and an end of the text.
func setOff(text string, from, to int) bool {
	before, behind := lastVisible(text[:from]), rune(0)
	if rest := strings.TrimLeft(text[to:], " "); rest != "" {
		behind, _ = utf8.DecodeRuneInString(rest)
	}
	mark := func(r rune) bool { return r == 0 || strings.ContainsRune(",.;:()[]|–—”\"", r) }
	return mark(before) && mark(behind) && (before != 0 || behind != 0)
}

// setOffPlaces gives the known places that stand between marks in a text. The
// name of a publisher may be that of a place.
func setOffPlaces(v *vocabulary.Vocabulary, text, publisher string) (out []string) {
	from := 0
	for i, r := range text + "." {
		if !strings.ContainsRune(",.;:()[]|–—", r) {
			continue
		}
		name := strings.TrimSpace(text[from:i])
		if name != "" && name != publisher && v.Has(vocabulary.Places, name) {
			out = append(out, name)
		}
		from = i + utf8.RuneLen(r)
	}
	return out
}
