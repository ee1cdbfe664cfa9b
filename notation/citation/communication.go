package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// communicationPrepositions follow the word for what was never published.
var communicationPrepositions = []string{"with", "of", "from", "to", "between", "by", "in", "at"}

// communication reports whether a note tells of an interview or a letter and not
// of anything published: its day is that of the talk. ours says that the authors
// of the report are named as one side; otherwise a printed interview is told
// from it by the publisher that follows ('Interview with the Minister, The
// Harbour Gazette, 3 May 2031'). The note has no address and no day of access.
func communication(v *vocabulary.Vocabulary, note string) (said, ours bool) {
	if talkForm(v, note) {
		return true, true
	}
	note, byMeans := withoutMeans(v, note)
	if strings.ContainsAny(note, "“”„\"«»)]") {
		return false, false // a title, or the place of a source
	}
	words := strings.Fields(note)
	clean := func(i int) string { return strings.ToLower(strings.Trim(words[i], ",.;:’'")) }
	first := -1
	for i := range words {
		ours = ours || v.Has(vocabulary.AuthorWords, strings.Trim(words[i], ",.;:’'"))
		if first < 0 && v.Has(vocabulary.Communications, clean(i)) && i+1 < len(words) && slices.Contains(communicationPrepositions, clean(i+1)) {
			first = i
		}
	}
	switch {
	case first < 0:
		return false, false
	case ours:
		return true, true
	case first > 1: // within a name, not what the note is
		return false, false
	case byMeans: // a printed one is not held by telephone
		return true, true
	}
	dates := date.FindDates(v, note)
	if len(dates) != 1 {
		return false, false
	}
	parts := strings.Split(strings.TrimRight(note[:dates[0].FromByte], " ,.;:"), ", ")
	if len(parts) > 2 {
		return false, false
	}
	for _, part := range parts[1:] {
		initial, _ := utf8.DecodeRuneInString(part)
		if !unicode.IsUpper(initial) || len(strings.Fields(part)) > maxPlaceWords || namesBody(v, part) {
			return false, false
		}
	}
	return true, false
}

// maxMeansWords bounds what stands in brackets behind a talk.
const maxMeansWords = 4

// withoutMeans takes from a note what stands in brackets of the means of a talk ('(by
// telephone)'), and reports whether anything does.
func withoutMeans(v *vocabulary.Vocabulary, note string) (rest string, found bool) {
	from := strings.LastIndexByte(note, '(')
	to := strings.LastIndexByte(note, ')')
	if from < 0 || to < from {
		return note, false
	}
	words := strings.Fields(note[from+1 : to])
	if len(words) == 0 || len(words) > maxMeansWords || !v.Has(vocabulary.TalkMeans, words[len(words)-1]) {
		return note, false
	}
	return strings.TrimRight(note[:from], " ,") + note[to+1:], true
}

// ownSearch reports whether a note tells of a search of the authors' own ('Search of the
// pages of three ministries, 3 May 2031'), whose day is no source's.
func ownSearch(v *vocabulary.Vocabulary, note string) bool {
	words := strings.Fields(note)
	if len(words) < 3 || strings.ContainsAny(note, "“”„\"«»") || !v.Has(vocabulary.SearchWords, words[0]) {
		return false
	}
	return slices.Contains([]string{"of", "on", "in", "at", "through"}, words[1])
}

// talkForm reports whether a note begins with a talk of a form that is never printed and
// a mark ('Telephone interview, Tide Office, 3 May 2031').
func talkForm(v *vocabulary.Vocabulary, note string) bool {
	form, rest, ok := strings.Cut(strings.TrimLeft(note, " "), " ")
	if !ok || !v.Has(vocabulary.TalkForms, form) {
		return false
	}
	end := strings.IndexAny(rest, ",.;: ")
	return end > 0 && rest[end] == ',' && v.Has(vocabulary.Communications, strings.ToLower(rest[:end]))
}
