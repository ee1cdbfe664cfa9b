package date

import (
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/vocabulary"
)

// Mention is a date named in a text.
type Mention struct {
	Start, End       int    // code points of the text, End exclusive
	FromByte, ToByte int    // the same in bytes
	Text             string // as printed, without the preposition before it
	EDTF             string // level 0, as printed even if impossible; empty where the year is not known
}

// Mention is the span as it stands in the text. Modifiers before a month or
// year ('late', 'spring of') belong to it.
func (d *Reader) Mention(s Span) Mention {
	from := s.From
	if len(s.A.Days) == 0 {
		for n := 4; n >= 1; n-- {
			if from-n < 0 {
				continue
			}
			words := make([]string, n)
			for i := range words {
				words[i] = d.Word(from - n + i)
			}
			if d.v.Has(vocabulary.DateParts, strings.Join(words, " ")) {
				from -= n
				break
			}
		}
	}
	first, last := d.At(from), d.At(s.To-1)
	return Mention{Start: first.Start, End: last.End, FromByte: first.FromByte, ToByte: last.ToByte, Text: singleSpaced(d.text[first.FromByte:last.ToByte]), EDTF: s.edtf()}
}

// singleSpaced is text without white space at its ends and with one space for
// any inside it.
func singleSpaced(text string) string {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i+1 == len(text) || text[i-1] == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return text
}

// FindDates gives all dates in text that name at least a month, in order. A
// month without day and year counts only as part of a span.
func FindDates(v *vocabulary.Vocabulary, text string) []Mention {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	d := Read(v, text)
	defer d.Done()
	var found []Mention
	for _, s := range d.All() {
		found = append(found, d.Mention(s))
	}
	return found
}

// At reads the date that begins at byte at, behind a weekday or 'on'. Its
// places are those of the text.
func At(v *vocabulary.Vocabulary, text string, at int) (Mention, bool) {
	d := Read(v, text[at:])
	defer d.Done()
	i := 0
	if d.Word(i) == "on" {
		i++
	}
	i = d.skipWeekday(i)
	if d.Word(i) == "the" && (d.At(i+1).Ordinal || d.ordinalAhead(i+1)) {
		i++ // 'the 3rd of May 2031'
	}
	s, ok := d.SpanFrom(i, false)
	if !ok {
		if s, ok = d.Years(i); !ok {
			return Mention{}, false
		}
	}
	if s.edtf() == "" && len(s.A.Days) == 0 || d.At(s.From).Start > 16 {
		return Mention{}, false // a month without day and year
	}
	m := d.Mention(s)
	m.FromByte += at
	m.ToByte += at
	return m, true
}
