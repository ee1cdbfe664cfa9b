package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
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
// place and day of publication are weighed (sourceevidence.go), and what is left
// is title and publisher. A note without any of these marks is a
// remark ('Ibid.', 'See above.') and cites nothing.
//
// slots are the names that may be its place by where they stand between marks
// and that the note itself does not decide. doubts are the readings of the day of
// publication where two come near.
func ParseCitation(v *vocabulary.Vocabulary, note string, words *join.WordEvidence) (c Citation, slots []*PlaceSlot, doubts []string) {
	note = script.FirstRunes(note, maxNote)
	behind := "" // what stands behind the address
	if at, address, ok := join.FindAddress(v, note, words); ok {
		c.URL = address
		behind = firstSource(v, note[at.End:])
		note = withoutLabel(v, note[:at.Start]) + " " + behind
	}
	text, _ := join.Lines(v, strings.Split(note, join.LineBreak), words)
	text = roundBrackets(v, text)
	// What is taken out is blanked, so that places stay where they are.
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		text = c.takeAccess(v, text, words)
		text = c.takeTranslation(v, text, words)
	})
	if c.AccessedText == "" {
		text = c.takeMediumDay(v, text)
	}
	if c.AccessedText == "" && behind != "" {
		text = c.takeLastDate(v, text, strings.ReplaceAll(behind, join.LineBreak, " "))
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
	slots, doubts = source.takeSource(v, text)
	if source.URL == "" && source.Place == "" && source.PublishedText == "" && source.AccessedText == "" {
		return c, nil, nil // a remark of the authors: nothing in it marks a source
	}
	return source, slots, doubts
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
		if r, n := utf8.DecodeLastRuneInString(trimmed[:from]); n > 0 && script.WordRune(r) {
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
	if join.AddressStart(v, behind) < 0 {
		return behind
	}
	text := strings.TrimLeft(behind, " .,;)>"+join.LineBreak)
	if !join.OpensRemark(v, text) {
		return ""
	}
	if i := strings.IndexAny(text, ".;"); i >= 0 {
		return text[:i]
	}
	return text
}
