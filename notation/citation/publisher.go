package citation

import (
	"strings"

	"recount.invalid/recount/vocabulary"
)

// publisherOr is what stands behind a title as the publisher, without remarks in
// brackets ('(provisional translation)'); what stands before the title where that
// leaves nothing, or a number in a series only ('Press Notice 402/99').
func publisherOr(v *vocabulary.Vocabulary, behind, before string) string {
	before = strings.Trim(tidySpaces(before), " ,.;:([")
	name := behind
	// The bracket that opens may be trimmed.
	if inside, after, ok := strings.Cut(strings.TrimPrefix(name, "("), ")"); ok && !strings.Contains(inside, "(") && (after != "" || before != "") {
		name = strings.Trim(after, " ,.;:")
	}
	if journal := withoutIssue(v, name); journal != name && journal != "" && !namesSeries(v, journal) {
		return journal
	}
	if before != "" && (name == "" || numberInSeries(v, name)) {
		return withoutNumbers(v, before)
	}
	return withoutNumbers(v, name)
}

// withoutIssue takes volume, issue and session off the end of the name of a journal
// ('Review of Nets 3, no. 2', 'Debates, 41st Parliament, 1st Session, No. 117'): figures
// with the words for such numbers, and the parts behind a comma that begin with them.
func withoutIssue(v *vocabulary.Vocabulary, name string) string {
	if !strings.ContainsAny(name, "0123456789") {
		return name
	}
	counted := false
	for range maxIssueParts {
		trimmed := strings.TrimRight(name, " ,.;:")
		cut := max(strings.LastIndex(trimmed, ", "), 0)
		if part := strings.TrimLeft(trimmed[cut:], " ,"); cut > 0 && (strings.IndexAny(part, "0123456789") == 0 || numberedOnly(v, part)) {
			name, counted = trimmed[:cut], true
			continue
		}
		from := strings.LastIndexByte(trimmed, ' ') + 1
		if word := trimmed[from:]; counted && from > 0 && cut == 0 && len(word) <= 4 && strings.Trim(word, "0123456789") == "" {
			name = strings.TrimRight(trimmed[:from], " ,")
		}
		break
	}
	return name
}

// maxIssueParts bounds how many parts at the end count issues and sessions.
const maxIssueParts = 4

// numberedOnly reports whether a part is words for numbers and figures only ('no. 2',
// 'vol. 3').
func numberedOnly(v *vocabulary.Vocabulary, part string) bool {
	figures := false
	for word := range strings.FieldsSeq(part) {
		word = strings.Trim(word, ".,°")
		switch {
		case strings.ContainsAny(word, "0123456789"):
			figures = true
		case !v.Has(vocabulary.NumberLabels, word) && !v.Has(vocabulary.PageWords, word):
			return false
		}
	}
	return figures
}

// namesSeries reports whether a word of a name is one for papers of a series, which are
// no journal ('Press Notice').
func namesSeries(v *vocabulary.Vocabulary, name string) bool {
	for word := range strings.FieldsSeq(name) {
		if v.Has(vocabulary.SeriesWords, strings.Trim(word, ".,")) {
			return true
		}
	}
	return false
}

// withoutNumbers takes the number of a paper off a publisher, behind it ('Tide Office, Press
// Release IP/31/42') or before it ('Working Paper 07/33. Tide Office').
func withoutNumbers(v *vocabulary.Vocabulary, name string) string {
	if !strings.ContainsAny(name, "0123456789") {
		return name
	}
	if head, tail, ok := strings.Cut(name, ", "); ok && !strings.Contains(tail, ", ") {
		switch {
		case numberInSeries(v, tail) && !strings.ContainsAny(head, "0123456789"):
			return head
		case strings.ContainsAny(head, "0123456789") && !strings.Contains(head, " ") && strings.Contains(head, "/"):
			return tail // 'MEMO/31/77, Tide Office'
		}
	}
	if head, tail, ok := strings.Cut(name, ". "); ok && tail != "" && strings.ContainsAny(lastWord(head), "0123456789") && !strings.ContainsAny(tail, "0123456789") {
		return tail
	}
	return name
}

// numberInSeries reports whether a text is the number of a paper in a series.
func numberInSeries(v *vocabulary.Vocabulary, text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	for word := range strings.FieldsSeq(text) {
		if v.Has(vocabulary.SeriesWords, strings.Trim(word, ".,")) {
			return true
		}
	}
	return false
}

// isBody reports whether a name begins or ends with a word of bodies.
func isBody(v *vocabulary.Vocabulary, name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return v.Has(vocabulary.OrganizationWords, first) || v.Has(vocabulary.OrganizationWords, lastWord(name))
}
