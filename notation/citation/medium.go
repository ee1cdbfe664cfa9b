package citation

import (
	"strings"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// takeMediumDay takes the day of access that stands behind the medium, as literary
// scholars cite ('The Tide, 3 May 2031. Web. 12 Aug. 2031.'), of a source whose own
// day, or that it has none, stands before: without that, what follows may be the day
// of publication.
func (c *Citation) takeMediumDay(v *vocabulary.Vocabulary, text string) string {
	for from := 0; ; {
		i := strings.Index(text[from:], ". ")
		if i < 0 {
			return text
		}
		from += i + 2
		medium, _, ok := strings.Cut(text[from:min(len(text), from+maxMedium)], ".")
		if !ok || !v.Has(vocabulary.WebMedia, medium) {
			continue
		}
		at := from + len(medium) + 1
		for at < len(text) && text[at] == ' ' {
			at++
		}
		m, ok := date.At(v, text, at)
		if !ok || m.FromByte != at || len(noDates(v, text[:from])) == 0 && !datedBefore(v, text[:from]) {
			continue
		}
		c.Accessed, c.AccessedText = m.EDTF, m.Text
		return blanked(text, from, m.ToByte)
	}
}

// maxMedium is the longest name of a medium with its full stop, in bytes.
const maxMedium = 20

// datedBefore reports whether a text has a date with its year, or ends with one.
func datedBefore(v *vocabulary.Vocabulary, text string) bool {
	for _, m := range date.FindDates(v, text) {
		if m.EDTF != "" {
			return true
		}
	}
	trimmed := strings.TrimRight(text, " .,;)")
	return len(trimmed) > 4 && date.IsYear(trimmed[len(trimmed)-4:])
}
