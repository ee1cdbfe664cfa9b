package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/notation/script"
	"recount.invalid/recount/vocabulary"
)

// A report's analysts have words of their own for the day on which a source
// was read ('visited 4 May', 'last checked 4 May'). The notes themselves say
// which words these are: they stand again and again before a date that is not
// the note's first.

const (
	// minAccessWords is in how many notes words must stand before a second date.
	minAccessWords = 3
	// maxAccessWords is how many words such a label has at most.
	maxAccessWords = 3
)

// AccessWords gives the words that the notes of a document put before the day
// of access and that the vocabulary does not know as such, in the order in which
// they first stand. Notes are texts as ParseCitation takes them. Words are taken for a
// label where they stand before a date that is not the first of its note in at
// least three notes, in three of four of their places, and in half of the
// notes that have a second date without a known label; the words that say when
// a source was published are none.
func AccessWords(v *vocabulary.Vocabulary, notes []string, evidence *join.WordEvidence) []string {
	second, first := map[string]int{}, map[string]int{}
	var order []string
	open := 0 // notes with a second date that no known label has
	for _, note := range notes {
		text := withoutAddress(v, script.FirstRunes(note, maxNote), evidence)
		if hasAccessDay(v, text) {
			continue
		}
		dates := date.FindDates(v, text)
		from := 0
		seen := false
		for k, m := range dates {
			words := wordsBefore(v, text[from:m.FromByte])
			from = m.ToByte
			if k == 0 {
				first[words]++
				continue
			}
			seen = true
			if words == "" {
				continue
			}
			if second[words] == 0 {
				order = append(order, words)
			}
			second[words]++
		}
		if seen {
			open++
		}
	}
	var out []string
	for _, words := range order {
		n := second[words]
		if n >= minAccessWords && n >= 3*first[words] && (2*n >= open || !startsUpper(words)) {
			out = append(out, words)
		}
	}
	return out
}

// withoutAddress is a note with a semicolon for each of its addresses: what
// follows an address begins anew.
func withoutAddress(v *vocabulary.Vocabulary, note string, evidence *join.WordEvidence) string {
	var b strings.Builder
	for {
		at, _, ok := join.FindAddress(v, note, evidence)
		if !ok {
			break
		}
		b.WriteString(note[:at.Start])
		b.WriteString(" ; ")
		note = note[at.End:]
	}
	b.WriteString(note)
	return strings.ReplaceAll(b.String(), join.LineBreak, " ")
}

// hasAccessDay reports whether a known label of the day of access stands before a
// date.
func hasAccessDay(v *vocabulary.Vocabulary, text string) (found bool) {
	vocabulary.WithWords(text, func(words []vocabulary.Word) {
		var c Citation
		c.takeAccess(v, text, words)
		found = c.AccessedText != ""
	})
	return found
}

// wordsBefore gives the words between the last mark of a text and its end,
// behind a weekday too, where they can be a label; "" where they cannot.
func wordsBefore(v *vocabulary.Vocabulary, text string) string {
	text = strings.TrimRight(text, " :")
	text = text[strings.LastIndexAny(text, "()[].,;:“”\"<>–—")+1:]
	words := strings.Fields(text)
	if n := len(words); n == 0 || n > maxAccessWords {
		return ""
	}
	verb := false
	for i, w := range words {
		if i > 0 && w == "on" {
			continue
		}
		if strings.IndexFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }) >= 0 || v.Has(vocabulary.PublishedLabels, w) || v.Has(vocabulary.Weekdays, w) {
			return ""
		}
		if _, month := v.Month(w); month {
			return ""
		}
		verb = verb || !v.Has(vocabulary.DateIntroducers, w) && !v.Has(vocabulary.TimeBefore, w)
	}
	if !verb && len(words) < 2 {
		return "" // 'on 4 May', 'from 4 May'
	}
	return strings.Join(words, " ")
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
